"""Who stands on the page of numbers for one scale, and what each answered before and now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.review_sheet import ReviewSheet, ScaleAnswerOnSheet
from models.rules.scales import OVERALL, family
from models.scaling import CHILD, answers_on


@dataclass(frozen=True)
class NumberRow:
    """One person and what they answered; the child's `id` is "child".

    `is_hidden` is whether nobody sees the numbers of this scale yet, or never this one.
    """

    id: str
    who: str
    answer: ScaleAnswerOnSheet | None
    earlier: tuple[tuple[date, float], ...] = ()
    scale: str = OVERALL
    with_faces: bool = False
    is_hidden: bool = False

    @property
    def is_child(self) -> bool:
        """Whether it is the child's own."""
        return self.id == CHILD


def number_rows(
    sheet: ReviewSheet,
    scale: str = OVERALL,
    also: Sequence[str] = (),
    *,
    with_faces: bool = False,
    is_hidden: bool = False,
) -> list[NumberRow]:
    """The child first, then who came, who has answered, and whoever else is asked."""
    answers = answers_on(sheet, scale)
    came = {person.id for person in sheet.who_came}
    shown = [
        person
        for person in sheet.people
        if person.id in came or person.id in answers or person.id in also
    ]
    asked = [(CHILD, sheet.child.called), *((person.id, person.short) for person in shown)]
    return [
        NumberRow(
            id=key,
            who=who,
            answer=answers.get(key),
            earlier=_earlier(sheet, scale, key),
            scale=scale,
            with_faces=with_faces and key == CHILD,
            is_hidden=is_hidden or is_private(answers.get(key)),
        )
        for key, who in asked
    ]


def is_private(answer: ScaleAnswerOnSheet | None) -> bool:
    """Whether the child asked the chair to keep this answer."""
    return answer is not None and answer.private


def _earlier(sheet: ReviewSheet, scale: str, key: str) -> tuple[tuple[date, float], ...]:
    held = {review.id: review.held_on for review in sheet.earlier_reviews}
    found = []
    for answer in sheet.earlier_scale_answers:
        day = held.get(answer.review_id)
        is_own = (CHILD if answer.is_child else answer.person_id) == key
        is_told = answer.number is not None and not answer.private
        if is_own and family(answer.scale) == scale and day and is_told:
            found.append((day, answer.number or 0))
    return tuple(sorted(found))
