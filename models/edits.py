"""What a session is changing, told edit by edit to whoever asked to hear of it."""

from typing import Any, NamedTuple  # Any: a field may hold any kind of value

from sqlalchemy.orm import Session

from models.record import Shared

_KEY = "edits"


class Edit(NamedTuple):
    """One field of one row; `made` where the row itself is new."""

    row: Shared
    field: str
    before: Any
    after: Any
    made: bool = False


def listen(session: Session) -> list[Edit]:
    """Give the list that this session's edits are added to from now on, as they are flushed."""
    edits: list[Edit] = []
    session.info[_KEY] = edits
    return edits


def tell(session: Session, edit: Edit) -> None:
    """Add an edit to the list, where somebody listens."""
    edits = session.info.get(_KEY)
    if edits is not None:
        edits.append(edit)
