"""Words planted in pages that our own typesetter sets."""

from collections.abc import Callable, Mapping
from datetime import date

from letters.engine import (
    Column,
    Columns,
    Element,
    Frame,
    Furniture,
    PageDesign,
    Picture,
    Placed,
    Span,
    Table,
    TableStyle,
    Text,
    TextStyle,
    build,
    family_for,
)
from letters.page import mm
from tests.letters.disclosure.planted.file import PlantedFile

DAY = date(2026, 11, 21)
_FRAME = Frame(20, 270, 20, 20)
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
_BEFORE = "The review was held on time, and everybody who was asked came. "
_ARABIC = "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق. "


def _style(language: str = "en-GB") -> TextStyle:
    return TextStyle(family_for(language, "Atkinson Hyperlegible Next"), 11, 16)


def _made(elements: list[Element], page: int | None, foot: str = "", **said: str) -> PlantedFile:
    language = said.get("language", "en-GB")

    def furniture(furniture: Furniture) -> None:
        if foot and furniture.page_number == 2:
            furniture.foot(foot, "Page 2", _style(), 287)

    made = build(
        elements, PageDesign(_FRAME, _FRAME, furniture), said.get("title", "Record of a review"),
        language, said.get("author", "Children’s reviewing service"), DAY, language == "ar",
    )  # fmt: skip
    return PlantedFile(made.bytes, "pdf", page=page)


def _page_of_words() -> Element:
    return Text("\n".join([_BEFORE] * 46), _style())


def body(words: str) -> PlantedFile:
    """Inside a paragraph of the second page."""
    return _made([_page_of_words(), Text(f"{_BEFORE}{words} {_BEFORE}", _style())], 2)


def short(words: str) -> PlantedFile:
    """On a page with little else."""
    language = "ar" if any("\u0600" <= mark <= "\u06ff" for mark in words) else "en-GB"
    return _made([Text(f"{_BEFORE}\n{words}", _style(language))], 1)


def narrow(words: str) -> PlantedFile:
    """In a column so narrow that each line ends after a word or two."""
    return _made([_page_of_words(), Placed([Text(words, _style())], 20, 150, 24)], 2)


def in_parts(words: str) -> PlantedFile:
    """Half of it in bold."""
    half = len(words) // 2
    spans = [Span(words[:half], bold=True), Span(words[half:])]
    return _made([_page_of_words(), Text(spans, _style())], 2)


def cell(words: str) -> PlantedFile:
    """In a narrow cell of a table, with other cells beside it."""
    look = TableStyle(_style(), _style(), padding_pt=(2, 4))
    columns = [Column(mm(50), "What"), Column(mm(38), "Who"), Column(mm(50), "By when")]
    rows = [[_BEFORE, words, "by the end of the month, or sooner than that"]]
    return _made([_page_of_words(), Table(columns, rows, look)], 2)


def two_columns(words: str) -> PlantedFile:
    """In the first of two columns."""
    lists = [[Text(words, _style())], [Text(_BEFORE * 4, _style())]]
    return _made([_page_of_words(), Columns(lists, [mm(45), mm(80)])], 2)


def foot(words: str) -> PlantedFile:
    """At the foot of the second page."""
    return _made([_page_of_words(), Text(_BEFORE, _style())], 2, foot=" ".join(words.split()))


def next_page(words: str) -> PlantedFile:
    """Begun at the end of a page and ended on the next."""
    first, _blank, rest = words.partition(" ")
    page = Text("\n".join([*[_BEFORE] * 43, _BEFORE + first]), _style())
    ahead = Frame(20, 20 + 44 * 16 / mm(1) + 1, 20, 20)
    made = build(
        [page, Text(rest + " " + _BEFORE, _style())],
        PageDesign(ahead, _FRAME, lambda _furniture: None), "A record", "en-GB", "Service", DAY,
        False,
    )  # fmt: skip
    return PlantedFile(made.bytes, "pdf", page=1)


def among_arabic(words: str) -> PlantedFile:
    """In words that are read from the right."""
    text = f"{_ARABIC}\u2068{words}\u2069 {_ARABIC}"
    return _made([Text(text, _style("ar"), language="ar")], 1, language="ar")


def title(words: str) -> PlantedFile:
    """In the title of the file."""
    return _made([Text(_BEFORE, _style())], None, title=words)


def author(words: str) -> PlantedFile:
    """Where it says who wrote it."""
    return _made([Text(_BEFORE, _style())], None, author=words)


def picture(words: str) -> PlantedFile:
    """In what a picture is said to show."""
    return _made([Picture(_SVG, words, 60)], None)


def link(words: str) -> PlantedFile:
    """In a link behind other words."""
    target = "https://www.example.org/" + "-".join(words.split())
    return _made([Text([Span("Read this", link=target)], _style())], None)


ON_OWN_PAGES: Mapping[str, Callable[[str], PlantedFile]] = {
    each.__name__: each
    for each in (
        body, narrow, in_parts, cell, two_columns, foot, next_page, among_arabic, title, author,
        picture, link,
    )
}  # fmt: skip
