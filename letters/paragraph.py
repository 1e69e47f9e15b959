"""A paragraph of plain words: its pieces, where in the record they come from, or what lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from unicodedata import bidirectional

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_CLOSING = "”»"  # what may stand after the end of words that are quoted


@dataclass(frozen=True)
class Source:
    """The record that words come from, so that a window can mark what is being typed."""

    table: str
    row_id: str
    field: str = ""


@dataclass(frozen=True)
class Missing:
    """Something a document lacks: where, said in words, and the field and step that fill it.

    One that `may_stay` is a question that need not be answered: nothing is drawn in its place.
    """

    block: str
    words: str
    table: str
    field: str
    step: str
    row_id: str = ""
    may_stay: bool = False


@dataclass(frozen=True)
class Piece:
    """A stretch of plain words; `together` is not broken over lines, `quoted` is the child's.

    `fixed` words are the program's own, round what somebody typed.
    """

    text: str
    bold: bool = False
    together: bool = False
    quoted: bool = False
    fixed: bool = field(default=False, compare=False)


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Art:
    """What the child drew (a PNG image) or a picture they chose, and words that say which."""

    alt: str
    png: bytes = field(default=b"", repr=False)
    picture: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Words that stand together. A gap carries what is missing, and is drawn only in drafts.

    `unrecorded` is what finished minutes say in its place, where that needs words of its own.
    `art` stands under the words. `key` names the line within its letter, the same each time the
    letter is composed, such as "L3/who" or "note/<id>"; nothing can be written for a line
    without one. `proposed` is what the program would say where somebody wrote words of their own.
    `picture` names what stands beside it in letters that pictures lead; a paragraph without one
    belongs to the row of the paragraph before it.
    """

    pieces: Pieces
    source: Source | None = None
    gap: Missing | None = None
    unrecorded: str = ""
    art: Art | None = None
    key: str = ""
    proposed: str = ""
    picture: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_quoted(self) -> bool:
        """Whether the child's own words are in it."""
        return any(piece.quoted for piece in self.pieces)


def joined(sentences: Iterable[Pieces]) -> Pieces:
    """Set whole sentences after each other; after a quotation without its full stop it comes."""
    found: list[Piece] = []
    for sentence in sentences:
        if found and sentence:
            found.append(_between(found))
        found.extend(sentence)
    return tuple(found)


def run_together(paragraphs: Iterable[Paragraph]) -> Pieces:
    """Set paragraphs after each other; one that was typed without its full stop gets it."""
    found: list[Piece] = []
    for paragraph in paragraphs:
        if found:
            found.append(_between(found))
        found.extend(kept_apart(paragraph.pieces))
    return tuple(found)


def ended(sentence: Pieces) -> Pieces:
    """A sentence with its full stop, where it ends in words that were typed without one."""
    return (*sentence, Piece(".")) if _lacks_its_stop(sentence) else sentence


def _between(before: Sequence[Piece]) -> Piece:
    """What parts a sentence from the next: its full stop too, where it has no end."""
    return Piece(". " if _lacks_its_stop(before) else " ")


def _lacks_its_stop(sentence: Sequence[Piece]) -> bool:
    ending = "".join(piece.text for piece in sentence[-2:]).rstrip(_CLOSING)
    return ending[-1:].isalnum()


def kept_apart(pieces: Pieces, *, always: bool = False) -> Pieces:
    """Keep words that run from right to left from turning what stands round them."""
    if not always and not any(_runs_right_to_left(piece.text) for piece in pieces):
        return pieces
    return (Piece(_ISOLATE), *pieces, Piece(_END_OF_ISOLATE))


def _runs_right_to_left(text: str) -> bool:
    return not text.isascii() and any(bidirectional(mark) in _RIGHT_TO_LEFT for mark in text)
