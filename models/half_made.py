"""What a child had begun in their turn and not finished: kept, and offered to them again."""

import base64
import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final  # Any: a JSON value

from models.drafts import TABLE
from models.journal import Typed
from models.plain_reading import Connection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

JOURNAL_TABLE: Final = TABLE
_PARTED: Final = "|"
_CHOICES: Final = ("private", "in_letter")


@dataclass(frozen=True)
class HalfMade:
    """One begun thing: what it answers, the thing it changes if any, what there is of it.

    And what the child has chosen: who may see it, and whether it goes into the letter.
    """

    question: str
    column: str = ""
    wish_id: str = ""
    words: str = ""
    png: bytes = b""
    private: bool = False
    in_letter: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.words.strip() and not self.png

    @property
    def journal_field(self) -> str:
        """What the journal calls it: all that its words alone do not say."""
        chosen = (name for name in _CHOICES if getattr(self, name))
        return _PARTED.join((self.question, self.column, self.wish_id, " ".join(chosen)))


def journal_row(review_id: str) -> str:
    """What the journal calls the turn of this review."""
    return f"childs_turn {review_id}"


def keep_half_made(session: "Session", review_id: str, half: HalfMade | None) -> None:
    """Remember what is begun; nothing, or an empty one, is forgotten."""
    from models.council import LaptopFact

    name = journal_row(review_id)
    found = session.get(LaptopFact, name)
    if half is None or half.is_empty:
        if found is not None:
            session.delete(found)
        return
    if found is None:
        found = LaptopFact(name=name)
        session.add(found)
    found.value = asdict(half) | {"png": base64.b64encode(half.png).decode("ascii")}


def read_half_made(
    connection: Connection, newest: Iterable[Typed], review_id: str, kept: Collection[str]
) -> HalfMade | None:
    """What was begun in this review; the journal's words where they are newer, none once kept."""
    name = journal_row(review_id)
    row = connection.execute("select value from laptop_fact where name = ?", (name,)).fetchone()
    found = _read(json.loads(row[0])) if row is not None else None
    own = (each for each in newest if each.table == JOURNAL_TABLE and each.row_id == name)
    typed = max(own, key=lambda each: each.seq, default=None)
    if typed is None or not typed.text.strip() or typed.text in kept:
        return found
    return _journalled(typed)


def _journalled(typed: Typed) -> HalfMade:
    question, column, wish_id, chosen = typed.field.split(_PARTED)
    is_private, in_letter = (name in chosen.split() for name in _CHOICES)
    return HalfMade(question, column, wish_id, typed.text, b"", is_private, in_letter)


def _read(value: dict[str, Any]) -> HalfMade:
    return HalfMade(**(value | {"png": base64.b64decode(value["png"])}))
