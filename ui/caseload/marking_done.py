"""Marks one clock of a finished review as met, and takes that back."""

from datetime import date
from typing import TYPE_CHECKING, Final

from models.caseload import DueLine
from ui.desk import Desk

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SENDING: Final = frozenset({"T33", "T36", "T37"})  # the decisions, the record, the letter


def mark_done(desk: Desk, line: DueLine, day: date) -> None:
    """Note in the record that this was done on a day. Raises: Problem."""

    def act(session: "Session") -> None:
        from models.after_review import mark_met
        from models.review import Review
        from models.security.access_log import Look, note_look

        review = session.get_one(Review, line.review_id)
        mark_met(session, review, line.clock, day)
        if line.clock in SENDING:
            note_look(session, Look.SENT, "review", review.id)

    desk.save(act)


def undo_done(desk: Desk, line: DueLine) -> None:
    """Let the clock run again. Raises: Problem."""

    def act(session: "Session") -> None:
        from models.after_review import take_back
        from models.review import Review

        take_back(session, session.get_one(Review, line.review_id), line.clock)

    desk.save(act)
