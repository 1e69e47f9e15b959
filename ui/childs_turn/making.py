"""What is being made: an answer to which question, in which way, and who may see it at first."""

from dataclasses import dataclass
from enum import StrEnum

from models.half_made import HalfMade
from models.review_sheet import WishOnSheet
from models.wishes import Question


class Kind(StrEnum):
    """The three ways of making something."""

    WORDS = "words"
    DRAWING = "drawing"
    PICTURE = "picture"


@dataclass(frozen=True)
class Making:
    """A new thing, one that is opened again, or one that was begun and not finished."""

    kind: Kind
    question: Question
    column: str = ""
    wish: WishOnSheet | None = None
    words: str = ""
    png: bytes = b""
    begun: HalfMade | None = None

    @property
    def wish_id(self) -> str:
        """The id of what is opened again."""
        return self.wish.id if self.wish is not None else ""

    @property
    def private(self) -> bool:
        """Whether only the chair may see it, as it stands or as it begins."""
        if self.wish is not None:
            return self.wish.private
        if self.begun is not None:
            return self.begun.private
        return self.question == Question.NOT_TODAY

    @property
    def in_letter(self) -> bool:
        """Whether it goes into the letter, as it stands or as it begins."""
        if self.wish is not None:
            return self.wish.in_letter
        if self.begun is not None:
            return self.begun.in_letter
        return self.question != Question.NOT_TODAY


def opened(wish: WishOnSheet, png: bytes = b"") -> Making:
    """Open a thing again, in the way it was made."""
    kind = Kind.DRAWING if wish.drawing_id else Kind.PICTURE if wish.picture else Kind.WORDS
    return Making(kind, Question(wish.question), wish.column, wish, wish.words, png)


def gone_on_with(half: HalfMade, wish: WishOnSheet | None) -> Making:
    """Go on with what was begun: the thing it changes, if it is there still, keeps its house."""
    kind = Kind.DRAWING if half.png else Kind.WORDS
    column = wish.column if wish is not None else half.column
    return Making(kind, Question(half.question), column, wish, half.words, half.png, half)
