"""English in which what another language's catalogue can say is told from what somebody typed."""

import re
from collections.abc import Sequence
from datetime import date

from letters.paragraph import Piece, Pieces
from letters.wording import Value, Wording

_SAID, _TYPED = "\ufdd0", "\ufdd1"  # never characters: no text holds them
_FIXED = re.compile(f"{_SAID}[^{_SAID}{_TYPED}]*{_TYPED}")


class TracedWording(Wording):
    """Says English sentences, and marks in them all that a catalogue says in its language."""

    def __init__(self, other: Wording) -> None:
        super().__init__()
        self._other = other

    def pieces(self, words: str, /, **values: Value) -> Pieces:
        """Give a sentence, marked where the other catalogue has it."""
        if not self._other.knows(words):
            return super().pieces(words, **values)
        return _marked(
            super().pieces(words, **{name: _open(each) for name, each in values.items()})
        )

    def ngettext(self, one: str, many: str, count: int, /, **values: Value) -> Pieces:
        """Give the form that goes with a number, marked where the other catalogue has it."""
        if not self._other.knows(one, many):
            return super().ngettext(one, many, count, **values)
        opened = {name: _open(value) for name, value in values.items()}
        return _marked(super().ngettext(one, many, count, **opened))

    def listed(self, names: Sequence[Value]) -> Pieces:
        """Give a list in words, which every language can say."""
        return _marked(super().listed([_open(name) for name in names]))

    def day(self, day: date, near: date) -> Piece:
        """Give a day, which every language can say."""
        return _said(super().day(day, near))

    def full_day(self, day: date) -> Piece:
        """Give a day with its year."""
        return _said(super().full_day(day))

    def plain_date(self, day: date) -> Piece:
        """Give a date without its weekday."""
        return _said(super().plain_date(day))

    def short_date(self, day: date) -> Piece:
        """Give a date for a narrow column."""
        return _said(super().short_date(day))

    def short_day(self, day: date) -> Piece:
        """Give a day for a narrow column."""
        return _said(super().short_day(day))

    def time(self, clock: str) -> Piece:
        """Give a time."""
        said = super().time(clock)
        return _said(said) if said.text else said


def typed_in(text: str) -> str:
    """What stands in traced words outside all that the other language can say."""
    return " ".join(_FIXED.split(text))


def _marked(pieces: Pieces) -> Pieces:
    return (Piece(_SAID), *pieces, Piece(_TYPED))


def _open(value: Value) -> Pieces:
    if isinstance(value, tuple):
        inner = value
    else:
        inner = (value if isinstance(value, Piece) else Piece(str(value)),)
    return (Piece(_TYPED), *inner, Piece(_SAID))


def _said(piece: Piece) -> Piece:
    return Piece(f"{_SAID}{piece.text}{_TYPED}", piece.bold, piece.together, piece.quoted)
