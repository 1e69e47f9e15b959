"""The ways of narrowing the list of children down: due soon, late, interpreter, letter owed."""

from datetime import date, timedelta
from enum import StrEnum

from models.caseload import EVERYONE, LETTER_OWED, Only

SOON_DAYS = 28


class Filter(StrEnum):
    """One way of narrowing the list down."""

    NONE = ""
    SOON = "soon"
    LATE = "late"
    INTERPRETER = "interpreter"
    LETTER = "letter"


def only(chosen: Filter, today: date) -> Only:
    """The condition of a filter as it is today."""
    if chosen is Filter.SOON:
        until = today + timedelta(days=SOON_DAYS)
        between = (today.isoformat(), until.isoformat())
        sql = "(child.review_due_on between ? and ? or child.booked_on between ? and ?)"
        return Only(sql, (*between, *between))
    if chosen is Filter.LATE:
        return Only(f"child.review_due_on < ? and not {_UNDER_WAY}", (today.isoformat(),))
    return _FIXED[chosen]


_UNDER_WAY = (
    "exists (select 1 from review r where r.child_id = child.id "
    "and r.state in ('open', 'adjourned'))"
)
# The chairs are named so that the index by chair is used: few reviews have open clocks.
_LETTER = (
    "child.id in (select r.child_id from review r where r.chair_id in "  # noqa: S608 our own names
    f"(select id from staff_member) and {LETTER_OWED})"
)
_FIXED = {
    Filter.NONE: EVERYONE,
    Filter.INTERPRETER: Only("child.interpreter <> ''"),
    Filter.LETTER: Only(_LETTER),
}
