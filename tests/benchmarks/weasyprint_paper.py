"""A peer of the page engine: the same words set by WeasyPrint, tagged, without the pictures."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from warnings import catch_warnings

import resources
from letters.letter import Letter
from letters.looks.looks import look_of
from letters.looks.type_scale import typeface_of

try:
    with catch_warnings(action="ignore", category=DeprecationWarning):  # a faster library is not
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
except (ImportError, OSError):  # its system libraries are not on every computer
    is_here = False
else:
    is_here = True

_PAGE = """\
@font-face {{ font-family: "{name}"; src: url("{regular}") }}
@font-face {{ font-family: "{name}"; font-weight: bold; src: url("{bold}") }}
@page {{ size: A4; margin: 20mm; @bottom-right {{ content: counter(page) }} }}
html {{ font: {size}pt/{line}pt "{name}" }}
td, th {{ text-align: left; vertical-align: top; padding: 4pt }}
"""


class WeasyPrint:
    """WeasyPrint with the fonts of a letter kept in memory from one to the next."""

    def __init__(self) -> None:
        self._fonts = FontConfiguration()
        self._styles = cache(self._made_style)

    def set(self, source: tuple[str, str]) -> bytes:
        """Set one letter as PDF/UA-1."""
        html, style = source
        document = weasyprint.HTML(string=html, base_url=str(resources.path("fonts")))
        pdf = document.write_pdf(
            stylesheets=[self._styles(style)], font_config=self._fonts, pdf_variant="pdf/ua-1"
        )
        assert isinstance(pdf, bytes)
        return pdf

    def _made_style(self, style: str) -> "weasyprint.CSS":
        return weasyprint.CSS(string=style, font_config=self._fonts)


def source_of(letter: Letter) -> tuple[str, str]:
    """The words of a letter as HTML, and the style that it is set in."""
    body = look_of(letter).type().body
    family = typeface_of(letter, look_of(letter).scale)
    style = _PAGE.format(
        name=family.name, regular=family.regular.path.as_uri(), bold=family.bold.path.as_uri(),
        size=body.size_pt, line=body.line_pt,
    )  # fmt: skip
    head = f'<html lang="{letter.language}"><title>{escape(letter.title)}</title>'
    return head + "\n".join(_words(letter)), style


def _words(letter: Letter) -> Iterator[str]:
    yield _element("p", letter.council)
    yield _element("h1", letter.title)
    for block in letter.blocks:
        if block.heading:
            yield _element("h2", block.heading)
        yield from (_element("p", each.text) for each in block.paragraphs)
        if block.rows:
            rows = ((cell.text for cell in row.cells) for row in block.rows)
            yield _table(block.table_head, rows)
        yield from (_element("p", each.text) for each in block.after)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(words)}</th>' for words in head)
    cells = "".join(f"<tr>{''.join(_element('td', words) for words in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{cells}</tbody></table>"


def _element(name: str, words: str) -> str:
    return f"<{name}>{escape(words)}</{name}>"
