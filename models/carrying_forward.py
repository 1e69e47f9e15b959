"""Taking a decision of an earlier review into this one, with its history."""

from datetime import date

from sqlalchemy import select

from models.decision import Decision, DecisionProgress
from models.open_review import OpenReview
from models.record import Refused


def carry_forward(review: OpenReview, decision_id: str, by_when: date | None) -> str:
    """Make an earlier decision one of this review's, with its history. Gives the new id."""
    earlier = review.session.get(Decision, decision_id)
    if earlier is None or earlier.review_id == review.review.id:
        raise Refused("no earlier decision with that id")
    return review.decide(
        earlier.what,
        earlier.who,
        by_when,
        person_id=earlier.person_id,
        why=earlier.why,
        how_we_will_know=earlier.how_we_will_know,
        life_area=earlier.life_area,
        picture=earlier.picture,
        letter_words=earlier.letter_words,
        in_letter=earlier.in_letter,
        restricted=earlier.restricted,
        goal_id=earlier.goal_id,
        carried_from_id=earlier.id,
    )


def hear_new_date(review: OpenReview, decision_id: str, day: date | None) -> None:
    """Note the new date of an earlier decision; one carried forward keeps up with it.

    Once the chair has given the carried decision a date of its own, that one stays.
    """
    found = select(DecisionProgress).where(
        DecisionProgress.review_id == review.review.id,
        DecisionProgress.decision_id == decision_id,
        DecisionProgress.removed_at.is_(None),
    )
    heard = review.session.scalars(found).first()
    if heard is None:
        raise Refused("say first how the decision went")
    before = heard.new_by_when
    review.hear_progress(decision_id, heard.outcome, heard.why, day)
    carried = select(Decision).where(
        Decision.review_id == review.review.id,
        Decision.carried_from_id == decision_id,
        Decision.removed_at.is_(None),
    )
    for decision in review.session.scalars(carried):
        if decision.by_when == before:
            decision.by_when = day
