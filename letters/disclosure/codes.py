"""What a square code in a paper opens: squares cannot be read back as text, their words can."""

from collections.abc import Iterator

from letters.disclosure.extracted import Place
from letters.letter import Letter
from models.problems import N_

SQUARE_CODE = N_("what the square code opens")


def drawn_codes(document: object) -> tuple[str, ...]:
    """The addresses that the square codes of a paper open; only letters have any."""
    return tuple(dict.fromkeys(_of_letter(document))) if isinstance(document, Letter) else ()


def code_places(codes: tuple[str, ...]) -> tuple[Place, ...]:
    """The same as places of the file."""
    return tuple(Place(SQUARE_CODE, each) for each in codes)


def _of_letter(letter: Letter) -> Iterator[str]:
    if letter.setting.code_page:
        yield letter.setting.code_page
    if letter.other is not None:
        yield from _of_letter(letter.other)
