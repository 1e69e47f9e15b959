"""What the child makes in their turn: kept as theirs, exactly, as it is made."""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final  # Any: the fields of a wish are of several kinds

from sqlalchemy import func, select

from models.half_made import HalfMade
from models.open_review import OpenReview
from models.record import Refused, new_id
from models.signs import Column
from models.wishes import HOPE, Drawing, Question, Way, Wish

HOUSES: Final = (Column.WORRY.value, Column.GOING_WELL.value, HOPE)
"""The columns that the three houses stand for, in their order."""

MOST_BYTES: Final = 2_000_000
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_HEAD_BYTES: Final = 24
_CHANGED: Final = frozenset({"words", "picture", "column", "private", "in_letter"})
_PICTURE_NAME: Final = re.compile(r"[a-z0-9-]{1,40}")


@dataclass(frozen=True)
class Drawn:
    """A drawing as it comes from the paper: PNG. Units: pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Made:
    """One thing the child made: words, a drawing or a chosen picture, and who may see it."""

    question: Question
    column: str = ""
    words: str = ""
    picture: str = ""
    drawing: Drawn | None = None
    private: bool = False
    in_letter: bool = True
    asked_for: bool = False

    @property
    def way(self) -> Way:
        """How it came: drawn, shown by a picture, or written."""
        if self.drawing is not None:
            return Way.DREW
        return Way.SHOWED if self.picture else Way.WROTE


def make(review: OpenReview, made: Made, on: date) -> str:
    """Keep one thing the child made, exactly. Gives its id.

    Raises: Refused for nothing at all, a house that is none, or a broken drawing.
    """
    _check(made)
    drawing_id = _keep_drawing(review, made.drawing, on) if made.drawing else None
    wish = Wish(
        **_own(review),
        words=made.words,
        way=made.way.value,
        heard_on=on,
        column=made.column,
        asked_for=made.asked_for,
        private=made.private,
        in_letter=made.in_letter,
        position=_next_position(review),
        question=made.question.value,
        made_by_child=True,
        picture=made.picture,
        drawing_id=drawing_id,
    )
    review.session.add(wish)
    review.session.flush()
    return wish.id


def change(review: OpenReview, wish_id: str, **fields: Any) -> None:
    """Change what the child made: its words, picture or house, or who may see it.

    Raises: Refused for anything else, for nothing left of it, or for what the child did not make.
    """
    wish = _made(review, wish_id)
    if not fields.keys() <= _CHANGED:
        raise Refused("this cannot be changed in what the child made")
    for field, value in fields.items():
        if getattr(wish, field) != value:
            setattr(wish, field, value)
    if wish.question == Question.HOUSE and wish.column not in HOUSES:
        raise Refused("no such house")
    if not (wish.words.strip() or wish.picture or wish.drawing_id):
        raise Refused("nothing is left of it")
    review.session.flush()


def draw_again(review: OpenReview, wish_id: str, drawing: Drawn, on: date) -> str:
    """Put a changed drawing in the place of the one before. Gives the id it has from now on.

    Raises: Refused for a broken drawing, or for what the child did not make.
    """
    before = _made(review, wish_id)
    made = Made(
        question=Question(before.question),
        column=before.column,
        words=before.words,
        drawing=drawing,
        private=before.private,
        in_letter=before.in_letter,
    )
    wish_again = make(review, made, on)
    _made(review, wish_again).position = before.position
    take_out(review, wish_id)
    return wish_again


def keep_begun(review: OpenReview, half: HalfMade, on: date) -> str:
    """Keep what was begun as the child would by Done. Gives its id; nothing for nothing begun.

    Raises: Refused for a broken drawing, or a house that is none.
    """
    if half.is_empty:
        return ""
    there = review.session.get(Wish, half.wish_id) if half.wish_id else None
    if there is None or there.removed_at is not None:
        return make(review, _begun(half), on)
    if half.png:
        return draw_again(review, half.wish_id, drawn(half.png), on)
    change(review, half.wish_id, words=half.words)
    return half.wish_id


def _begun(half: HalfMade) -> Made:
    return Made(
        question=Question(half.question),
        column=half.column,
        words=half.words,
        drawing=drawn(half.png) if half.png else None,
        private=half.private,
        in_letter=half.in_letter and not half.private,
    )


def drawn(png: bytes) -> Drawn:
    """Take a PNG as a drawing of the size it says it has.

    Raises: Refused for one that is cut off.
    """
    if len(png) < _HEAD_BYTES:
        raise Refused("a drawing that is no PNG")
    return Drawn(png, *struct.unpack(">II", png[_HEAD_BYTES - 8 : _HEAD_BYTES]))


def take_out(review: OpenReview, wish_id: str) -> None:
    """Take out what the child no longer wants there, its drawing too.

    Raises: Refused for what the child did not make.
    """
    wish, info = _made(review, wish_id), review.session.info
    wish.remove(info["by"], info["at"])
    drawing = review.session.get(Drawing, wish.drawing_id) if wish.drawing_id else None
    if drawing is not None:
        drawing.remove(info["by"], info["at"])
    review.session.flush()


def put_back(review: OpenReview, wish_id: str) -> None:
    """Put back what the child has just taken out.

    Raises: Refused for what the child did not make.
    """
    wish = _made(review, wish_id)
    drawing = review.session.get(Drawing, wish.drawing_id) if wish.drawing_id else None
    for row in (wish, drawing):
        if row is not None:
            row.removed_by, row.removed_at = None, None
    review.session.flush()


def see_more(review: OpenReview, words: str, on: date, *, typed: bool = False) -> str:
    """Note whom the child wants to see more, by the child's word; the same again stays one."""
    wanted = select(Wish).where(
        Wish.review_id == review.review.id,
        Wish.question == Question.SEE_MORE.value,
        Wish.words == words,
        Wish.removed_at.is_(None),
    )
    there = review.session.scalars(wanted).first()
    if there is not None:
        return there.id
    made = Made(question=Question.SEE_MORE, words=words, asked_for=True)
    wish_id = make(review, made, on)
    if not typed:
        _made(review, wish_id).way = Way.SHOWED.value
        review.session.flush()
    return wish_id


def _check(made: Made) -> None:
    if not (made.words.strip() or made.picture or made.drawing):
        raise Refused("nothing was made")
    if (made.question == Question.HOUSE) != (made.column in HOUSES):
        raise Refused("a thing in a house needs its house, and no other thing has one")
    if made.picture and not _PICTURE_NAME.fullmatch(made.picture):
        raise Refused("no such picture")


def _keep_drawing(review: OpenReview, drawn: Drawn, on: date) -> str:
    check_png(drawn)
    drawing = Drawing(
        **_own(review),
        made_on=on,
        width=drawn.width,
        height=drawn.height,
        digest=hashlib.sha256(drawn.png).hexdigest(),
        png=drawn.png,
    )
    review.session.add(drawing)
    review.session.flush()
    return drawing.id


def check_png(drawn: Drawn) -> None:
    """Look whether a drawing is a whole PNG of the size it says.

    Raises: Refused when it is not, or is larger than 2 MB.
    """
    if len(drawn.png) > MOST_BYTES:
        raise Refused("a drawing larger than 2 MB")
    if not drawn.png.startswith(_SIGNATURE):
        raise Refused("a drawing that is no PNG")
    pieces = list(_pieces(drawn.png))
    if not pieces or pieces[0][0] != b"IHDR" or pieces[-1][0] != b"IEND":
        raise Refused("a PNG without its beginning or end")
    if struct.unpack(">II", pieces[0][1][:8]) != (drawn.width, drawn.height):
        raise Refused("a PNG of another size")


def _pieces(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        head = png[place : place + 8]
        length = int.from_bytes(head[:4], "big")
        content = png[place + 8 : place + 8 + length]
        check = png[place + 8 + length : place + 12 + length]
        if len(check) < 4 or zlib.crc32(head[4:] + content) != int.from_bytes(check, "big"):
            raise Refused("a broken PNG")
        yield head[4:], content
        place += 12 + length


def _made(review: OpenReview, wish_id: str) -> Wish:
    found = review.session.get(Wish, wish_id)
    if found is None or found.review_id != review.review.id or not found.made_by_child:
        raise Refused("nothing the child made has that id")
    return found


def _own(review: OpenReview) -> dict[str, Any]:
    own = review.review
    return {
        "id": new_id(),
        "authority_id": own.authority_id,
        "case_id": own.case_id,
        "review_id": own.id,
    }


def _next_position(review: OpenReview) -> int:
    highest = review.session.scalar(
        select(func.max(Wish.position)).where(Wish.review_id == review.review.id)
    )
    return (highest or 0) + 1
