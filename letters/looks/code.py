"""A square code that opens a page, and the page's address in words beside it."""

from dataclasses import replace
from functools import cache

from letters.engine import Beside, Element, Picture, Span, Text
from letters.looks.on_page import OnPage
from letters.page import INK, mm
from letters.wording import wording
from models.problems import N_

CODE_MM, LARGE_CODE_MM = 25.0, 32.0
_QUIET = 4  # empty squares round the code, which readers need
_GAP_MM = 3.0


def code(page: OnPage) -> Element | None:
    """The code with its words beside it; None if the letter has none."""
    setting = page.letter.setting
    if not setting.code_page:
        return None
    alt = wording(page.letter.language).say(
        N_("A square code to scan with a phone. It opens {page}"), page=setting.code_page
    )
    size_mm = LARGE_CODE_MM if page.type.is_large else CODE_MM
    shown = setting.code_page.removeprefix("https://").rstrip("/")
    words: list[Element] = []
    style = replace(page.type.small, colour=INK)
    if setting.code_words.strip():
        words.append(Text(setting.code_words, style, space_after=mm(1)))
    words.append(Text(Span(shown, link=setting.code_page), style))
    picture = Picture(code_svg(setting.code_page), alt, mm(size_mm), ink="#000000")
    return Beside(picture, words, mm(size_mm), mm(_GAP_MM), align="middle")


@cache
def code_svg(address: str) -> str:
    """The code as a picture of squares, with the empty edge that it needs."""
    from reportlab.graphics.barcode.qrencoder import (  # slow to load, and few letters have one
        QR8bitByte,
        QRCode,
        QRErrorCorrectLevel,
    )

    made = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(QR8bitByte(address))
    made.make()
    count = made.getModuleCount()
    runs = [
        f"M{start + _QUIET} {down + _QUIET}h{length}v1h-{length}z"
        for down in range(count)
        for start, length in _runs([made.isDark(down, at) for at in range(count)])
    ]
    side = count + 2 * _QUIET
    path = f'<path fill="currentColor" d="{"".join(runs)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">{path}</svg>'


def _runs(squares: list[bool]) -> list[tuple[int, int]]:
    """Where dark squares that stand next to each other begin, and how many they are."""
    found: list[tuple[int, int]] = []
    for at, is_dark in enumerate(squares):
        if not is_dark:
            continue
        if found and sum(found[-1]) == at:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((at, 1))
    return found
