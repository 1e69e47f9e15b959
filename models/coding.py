"""The participation code that the answers of one review lead to."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.child import Child
from models.council import Council
from models.participation import Participation
from models.review import Review
from models.rules.participation_questions import Answers, Presence, work_out


def day_of_code(review: Review, child: Child) -> date:
    """The day whose age counts: when it was held, or is to be."""
    return review.held_on or review.booked_on or child.born_on


def code_from_answers(session: Session, told: Participation, review: Review, child: Child) -> str:
    """The code that the answers lead to, or "" while they lead to none."""
    return code_for(session.scalars(select(Council)).first(), told, review, child)


def code_for(council: Council | None, told: Participation, review: Review, child: Child) -> str:
    """The code that the answers lead to in this council, or "" while they lead to none."""
    result = work_out(
        child.born_on,
        day_of_code(review, child),
        Answers(
            was_there=Presence(told.was_there) if told.was_there in set(Presence) else None,
            **{name: getattr(told, name) for name in Participation.ANSWERS[1:]},
        ),
        video_counts_as_attending=bool(council and council.video_counts_as_attending),
    )
    return result.code or ""
