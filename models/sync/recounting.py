"""What is worked out from the rest is worked out again for children whose rows have come."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Final

from models.encrypted_file import Driver
from models.rules.working_days import BeyondCalendar, WorkingDays
from models.sync.laptop_facts import RECOUNT, forget_fact, read_fact, write_fact

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.child import Child
    from models.database import Database

COUNTED_FROM: Final = frozenset(
    {"child", "care_period", "review", "milestone", "participation", "decision",
     "decision_progress", "sitting", "council"}
)  # fmt: skip
"""The tables from which something else is worked out."""
_AT_ONCE: Final = 20


def owe(connection: Driver, cases: Iterable[str]) -> None:
    """Remember, in the same commit as the rows, whose worked-out fields are behind now."""
    wanted = {each for each in cases if each}
    if wanted:
        known = read_fact(connection, RECOUNT).get("cases", [])
        write_fact(connection, RECOUNT, {"cases": sorted(wanted.union(known))})


def recount_owed(database: "Database", calendar: WorkingDays) -> None:
    """Work out again what is behind; after a cut the rest is done at the next call."""
    with database.reading() as connection:
        owed: list[str] = read_fact(connection, RECOUNT).get("cases", [])
    for at in range(0, len(owed), _AT_ONCE):
        some = owed[at : at + _AT_ONCE]
        with database.saving(by="") as session:
            for case_id in some:
                _recount_child(session, case_id, calendar)
        with database.sharing() as hand:
            _paid(hand.connection, some)


def _paid(connection: Driver, done: Collection[str]) -> None:
    left = [each for each in read_fact(connection, RECOUNT).get("cases", []) if each not in done]
    if left:
        write_fact(connection, RECOUNT, {"cases": left})
    else:
        forget_fact(connection, RECOUNT)


def _recount_child(session: "Session", case_id: str, calendar: WorkingDays) -> None:
    from models.child import Child
    from models.next_review import recount

    child = session.get(Child, case_id)
    if child is None:
        return
    try:
        recount(session, child, calendar)
    except BeyondCalendar:
        child.review_due_on, child.review_due_clock = None, ""
    with session.no_autoflush:
        _recount_reviews(session, child)
        _recount_decisions(session, case_id)


def _recount_reviews(session: "Session", child: "Child") -> None:
    """Which clocks are open, and the code that the answers lead to; a chosen code stays."""
    from sqlalchemy import select

    from models.after_review import is_owed
    from models.coding import code_for
    from models.council import Council
    from models.participation import Participation
    from models.review import Milestone, Review

    met = defaultdict(set)
    for review_id, clock in session.execute(
        select(Milestone.review_id, Milestone.clock).where(
            Milestone.case_id == child.id, Milestone.removed_at.is_(None)
        )
    ):
        met[review_id].add(clock)
    reviews = session.scalars(select(Review).where(Review.case_id == child.id)).all()
    for review in reviews:
        _put(review, "clocks_open", is_owed(review, met[review.id]))
    council = session.scalars(select(Council)).first()
    for told in session.scalars(select(Participation).where(Participation.case_id == child.id)):
        code = code_for(council, told, session.get_one(Review, told.review_id), child)
        _put(told, "suggested_code", code or told.suggested_code)


def _put(row: object, name: str, value: object) -> None:
    """Set it where it is another: a row that is set to what it has is looked through again."""
    if getattr(row, name) != value:
        setattr(row, name, value)


def _recount_decisions(session: "Session", case_id: str) -> None:
    """The latest word on each decision."""
    from sqlalchemy import select

    from models.decision import Decision, DecisionProgress, Outcome
    from models.review import Review

    heard = session.execute(
        select(DecisionProgress.decision_id, DecisionProgress.outcome)
        .join(Review, Review.id == DecisionProgress.review_id)
        .where(
            DecisionProgress.case_id == case_id,
            DecisionProgress.removed_at.is_(None),
            DecisionProgress.outcome != Outcome.OPEN,
            Review.removed_at.is_(None),
        )
        .order_by(Review.number)
    )
    latest = {each.decision_id: each.outcome for each in heard}
    for decision in session.scalars(select(Decision).where(Decision.case_id == case_id)):
        _put(decision, "outcome", latest.get(decision.id, Outcome.OPEN))
