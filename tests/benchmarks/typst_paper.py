"""A peer of the page engine: the same words set by typst, tagged, without the pictures."""

from collections.abc import Iterable, Iterator

import typst

import resources
from letters.letter import Letter
from letters.minutes_form import ChildWords, Minutes, Part, SubHeading, WordTable

_START = """\
#set document(title: {title}, author: {author}, date: datetime(year: 2026, month: 11, day: 12))
#set page(paper: "a4", margin: 20mm, footer: context align(end, [#counter(page).display()]))
#set text(font: {font}, size: {size}pt, lang: "en", region: "GB")
#set par(leading: {leading}pt, spacing: {spacing}pt)
#set table(stroke: none, inset: 4pt)
"""


class Typst:
    """A compiler that keeps the program's fonts in memory from one paper to the next."""

    def __init__(self) -> None:
        folder = str(resources.path("fonts"))
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        self._compiler = typst.Compiler(font_paths=fonts)

    def set(self, source: str) -> bytes:
        """Set one paper as PDF/UA-1."""
        pdf = self._compiler.compile(source.encode(), format="pdf", pdf_standards=["ua-1"])
        assert isinstance(pdf, bytes)
        return pdf


def source_of(paper: Letter | Minutes) -> str:
    """The words of a paper in typst's own language."""
    lines = _letter(paper) if isinstance(paper, Letter) else _minutes(paper)
    return "\n".join(lines)


def _letter(letter: Letter) -> Iterator[str]:
    yield _START.format(
        title=_words(letter.title), author=_words(letter.author), font=_words("Andika"),
        size=14, leading=7, spacing=9,
    )  # fmt: skip
    yield _paragraph(letter.council)
    yield _heading(1, letter.title)
    for block in letter.blocks:
        if block.heading:
            yield _heading(2, block.heading)
        yield from (_paragraph(each.text) for each in block.paragraphs)
        if block.rows:
            rows = [[cell.text for cell in row.cells] for row in block.rows]
            yield _table((4, 2, 2), block.table_head[1:], rows)
        yield from (_paragraph(each.text) for each in block.after)


def _minutes(minutes: Minutes) -> Iterator[str]:
    yield _START.format(
        title=_words(minutes.title), author=_words(minutes.author),
        font=_words("Atkinson Hyperlegible Next"), size=10.5, leading=5, spacing=8,
    )  # fmt: skip
    yield _paragraph(minutes.council)
    yield _heading(1, minutes.title)
    yield _paragraph(minutes.subtitle)
    for column in minutes.facts:
        yield from (_paragraph(f"{fact.label} {fact.words.text}") for fact in column)
    for section in minutes.sections:
        yield _heading(2, section.heading)
        for part in section.parts:
            yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, ChildWords):
        yield from (_paragraph(each.text) for each in part.paragraphs)
    elif isinstance(part, SubHeading):
        yield _heading(3, part.words)
    elif isinstance(part, WordTable):
        rows = [[" ".join(each.text for each in cell) for cell in row] for row in part.rows]
        yield _table(part.shares, part.head, rows)
    else:
        yield _paragraph(part.text)


def _table(shares: Iterable[float], head: Iterable[str], rows: Iterable[list[str]]) -> str:
    columns = ", ".join(f"{share}fr" for share in shares)
    cells = "".join(f"  {', '.join(map(_words, row))},\n" for row in rows)
    top = ", ".join(map(_words, head))
    return f"#table(columns: ({columns},),\n  table.header({top}),\n{cells})\n"


def _heading(level: int, words: str) -> str:
    return f"#heading(level: {level}, {_words(words)})"


def _paragraph(words: str) -> str:
    return f"#par({_words(words)})"


def _words(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
