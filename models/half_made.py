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


@dataclass(frozen=True)
class HalfMade:
    """One begun thing: what it answers, the thing it changes if any, and what there is of it."""

    question: str
    column: str = ""
    wish_id: str = ""
    words: str = ""
    png: bytes = b""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.words.strip() and not self.png

    @property
    def journal_field(self) -> str:
        """What the journal calls it."""
        return _PARTED.join((self.question, self.column, self.wish_id))


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
    for typed in newest:
        of_this = typed.table == JOURNAL_TABLE and typed.row_id == name
        if of_this and typed.text.strip() and typed.text not in kept:
            question, column, wish_id = typed.field.split(_PARTED)
            png = found.png if found is not None else b""
            found = HalfMade(question, column, wish_id, typed.text, png)
    return found


def _read(value: dict[str, Any]) -> HalfMade:
    return HalfMade(**(value | {"png": base64.b64decode(value["png"])}))
