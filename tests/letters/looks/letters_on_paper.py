"""Sam's letter in each band, set in many ways, and where its words stand on the paper."""

import io
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image as Pictures

from letters import child_letter
from letters.bands import Band
from letters.letter import Image, Letter, LetterSetting
from letters.looks.envelope import ALWAYS_SEEN
from letters.pdf import render
from letters.wording import wording
from tests.letters import sheets

MILLIMETRE = 72 / 25.4
_FOOT_MM = 280.0
ADDRESS = ("Sam Larkhollow", "Amberley", "2 Fuller’s Row", "Little Wren", "WR0 7FR")
CREST = Image(
    "svg",
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">'
    b'<path d="M5 5h50v18l-25 14L5 23z" fill="#1A4F87"/></svg>',
    "The crest of the council",
)
CODE_PAGE = "https://www.wrenshire.example/your-review"


class Word(NamedTuple):
    """A character of a page and its box in millimetres from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def png(size: tuple[int, int] = (90, 120), colour: str = "#335577") -> bytes:
    """A picture of one colour."""
    held = io.BytesIO()
    Pictures.new("RGB", size, colour).save(held, "PNG")
    return held.getvalue()


@cache
def letter(band: str, language: str = "en-GB") -> Letter:
    """Sam's letter in a band, handed over at the usual size."""
    sheet = sheets.full()
    row = replace(sheet.making.letter, band=band)
    sheet = replace(sheet, making=replace(sheet.making, letter=row))
    return replace(
        child_letter.compose(sheet, wording(language), sheets.DATED), setting=LetterSetting()
    )


def set_as(band: str, language: str = "en-GB", **setting: object) -> Letter:
    """Sam's letter in a band, set in this way."""
    found = letter(band, language)
    assert found.band is Band(band)
    return replace(found, setting=replace(found.setting, **setting))  # type: ignore[arg-type]


def with_everything(band: str) -> Letter:
    """Sam's letter posted, with crest, face and code."""
    photo = Image("png", png(), "Nadia Thistlemere, smiling")
    return set_as(
        band, address=ADDRESS, crest=CREST, photo=photo, code_page=CODE_PAGE,
        code_words="A film about reviews",
    )  # fmt: skip


def characters(letter: Letter, page: int = 0, *, draft: bool = False) -> list[Word]:
    """Every character that is drawn on a page, with its place."""
    with pypdfium2.PdfDocument(render(letter, draft=draft).pdf) as document:
        one = document[page]
        height, words = one.get_height(), one.get_textpage()
        found = []
        for at in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(at)
            text = words.get_text_range(at, 1)
            if text.strip() and right > left:
                box = (left, height - top, right, height - bottom)
                found.append(Word(text, *(value / MILLIMETRE for value in box)))
        return found


def type_sizes(letter: Letter, page: int) -> dict[str, set[float]]:
    """The sizes of type on a page: of its words, of the address among them, and of its foot."""
    found: dict[str, set[float]] = {"words": set(), "address": set(), "foot": set()}
    with pypdfium2.PdfDocument(render(letter, draft=False).pdf) as document:
        words = document[page].get_textpage()
        for at in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(at)
            if not words.get_text_range(at, 1).strip() or right == left:
                continue
            down = 297 - top / MILLIMETRE
            part = "foot" if bottom / MILLIMETRE < 297 - _FOOT_MM else "words"
            size = round(pdfium.FPDFText_GetFontSize(words.raw, at), 1)
            found[part].add(size)
            if letter.setting.address and page == 0 and inside_window(left, down):
                found["address"].add(size)
    return found


def inside_window(left: float, down_mm: float) -> bool:
    """Whether a character stands where the window of an envelope shows it."""
    window = ALWAYS_SEEN
    return (
        window.left <= left / MILLIMETRE <= window.right and window.top <= down_mm <= window.bottom
    )
