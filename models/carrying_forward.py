"""Taking a decision of an earlier review into this one, with its history."""

from datetime import date

from models.decision import Decision
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
