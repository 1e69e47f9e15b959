"""What kind of act a step was, for naming it without its words; and why one stays done."""

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from models.plain_reading import Connection
from models.problems import N_
from models.undo_changes import AWAY, ONE_EACH, OUT, PRESENCE, Change

ADDED, REMOVED, BACK, MOVED, CHANGED = "added", "removed", "back", "moved", "changed"
_PLACES: Final = {
    "note": frozenset({"column", "step", "life_area", "position", "sort"}),
    "wish": frozenset({"column", "step", "life_area", "position"}),
    "decision": frozenset({"number"}),
}
_STATES: Final = {
    "planned": N_("The start of the review was taken back here."),
    "open": N_("The review was begun here, or taken up again."),
    "adjourned": N_("The review was adjourned here."),
    "finished": N_("The review was finished here."),
}
_ISSUED: Final = N_("A paper was issued after this was written.")
_OTHER: Final = N_("The review itself was moved on here.")


class StepKind(NamedTuple):
    """What was done, and to what kind of row: "added" and "note"."""

    table: str
    act: str


class Standing(NamedTuple):
    """What would be undone next, and what would be redone; none where there is nothing."""

    undo: StepKind | None
    redo: StepKind | None
    last: int
    """The number of the step that would be undone, or 0."""


def kind_of_step(changes: Sequence[Change]) -> StepKind:
    """Say what kind of act this was, by what came or went, else by what was changed."""
    chief = changes[0]
    if chief.field == PRESENCE and chief.table not in ONE_EACH:
        came = BACK if chief.before == AWAY else ADDED
        return StepKind(chief.table, REMOVED if chief.after == AWAY else came)
    places = _PLACES.get(chief.table, frozenset())
    is_moved = all(each.table == chief.table and each.field in places for each in changes)
    return StepKind(chief.table, MOVED if is_moved else CHANGED)


def wall_words(change: Change | None) -> str:
    """Say why nothing before this can be undone; without a change a paper was issued since."""
    if change is None or change.table in OUT:
        return _ISSUED
    return _STATES.get(str(change.after), _OTHER)


def standing(connection: Connection, review_id: str) -> Standing:
    """Read what there is to undo and to redo in a review."""
    undo = _step(connection, review_id, "undone = 0 order by number desc")
    redo = _step(connection, review_id, "undone = 1 order by number")
    return Standing(undo[1], redo[1], undo[0])


def _step(connection: Connection, review_id: str, rest: str) -> tuple[int, StepKind | None]:
    row = connection.execute(
        f"select number, changes from undo_step where review_id = ? and {rest} limit 1",  # noqa: S608
        (review_id,),
    ).fetchone()
    if row is None:
        return 0, None
    return row[0], kind_of_step([Change(*each) for each in json.loads(row[1])])
