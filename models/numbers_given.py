"""Gives a number on a scale: one answer for each person and scale, faces kept as faces."""

from dataclasses import dataclass

from sqlalchemy import select

from models.open_review import OpenReview
from models.record import Refused
from models.rules.scales import FACES, OVERALL, OVERALL_FACES, SCALES, family, is_on_scale
from models.signs import Answered, ScaleAnswer


@dataclass(frozen=True)
class Given:
    """One person's answer; no `person_id` means the child's own. Units: `number` 0 to 10."""

    scale: str = OVERALL
    person_id: str | None = None
    who: str = ""
    answered: str = Answered.NUMBER
    number: float | None = None
    face: str = ""
    reason: str = ""
    one_more: str = ""
    private: bool = False
    in_letter: bool = True


def give(review: OpenReview, given: Given) -> str:
    """Keep an answer in place of the same person's earlier one on this scale. Gives its id.

    Raises: Refused for a number that is not on the scale, or a face that is not its number's.
    """
    _check(given)
    _take_away_others(review, given)
    return review.give_number(
        given.number,
        given.reason,
        person_id=given.person_id,
        answered=given.answered,
        scale=given.scale,
        who=given.who,
        face=given.face,
        one_more=given.one_more,
        private=given.private,
        in_letter=given.in_letter,
    )


def _check(given: Given) -> None:
    if given.number is None:
        return
    scale = SCALES[OVERALL_FACES if given.face else OVERALL]
    if not is_on_scale(scale, given.number):
        raise Refused("no such number on this scale")
    face = next((each for each in FACES if each.number == given.number), None)
    if given.face and (face is None or face.key != given.face):
        raise Refused("this face stands for another number")


def _take_away_others(review: OpenReview, given: Given) -> None:
    """Let the child have one answer over all, whether by number or by face."""
    if given.person_id is not None:
        return
    own = select(ScaleAnswer).where(
        ScaleAnswer.review_id == review.review.id,
        ScaleAnswer.is_child.is_(True),
        ScaleAnswer.removed_at.is_(None),
        ScaleAnswer.scale != given.scale,
    )
    session = review.session
    for other in session.scalars(own):
        if family(other.scale) == family(given.scale):
            other.remove(session.info["by"], session.info["at"])
