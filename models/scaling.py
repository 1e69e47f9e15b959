"""The scales of one review: which are asked, who was asked, and when the numbers are shown."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from models.child_story import NumberGiven
from models.review_sheet import NoteOnSheet, ReviewSheet, ScaleAnswerOnSheet
from models.rules.age import age_on
from models.rules.scales import (
    FROM_ABOUT,
    OVERALL,
    OVERALL_CHILD,
    OVERALL_FACES,
    WORRY_SCALE,
    family,
)
from models.worry_pairs import worry_pairs

CHILD: Final = "child"
_ALWAYS: Final = (OVERALL, "permanence", "family_time")
_NOT_OFFERED: Final = frozenset({OVERALL_CHILD, OVERALL_FACES, "worry"})
_FINISHED: Final = frozenset({"finished", "known"})


@dataclass(frozen=True)
class ScaleHere:
    """One scale as this review asks it: `{name}` in its words is the child's chosen name.

    A worry statement's own scale names it, and its `place` among them from 1.
    """

    key: str
    name: str
    zero: str
    ten: str
    worry: NoteOnSheet | None = None
    place: int = 0


def scales_here(sheet: ReviewSheet, added: Collection[str] = ()) -> tuple[ScaleHere, ...]:
    """The scales of this review: the usual ones, those added or answered, one for each worry."""
    answered = {answer.scale for answer in sheet.scale_answers}
    wanted = [
        each
        for each in sheet.form.scales
        if each.key not in _NOT_OFFERED
        and (each.key in _ALWAYS or each.key in added or each.key in answered)
    ]
    usual = [ScaleHere(each.key, each.name, each.zero, each.ten) for each in wanted]
    own = sheet.form.scale.get("worry")
    zero, ten = (own.zero, own.ten) if own else ("", "")
    return (
        *usual,
        *(
            ScaleHere(pair.scale, own.name if own else "", zero, ten, pair.worry, place)
            for place, pair in enumerate(worry_pairs(sheet), 1)
        ),
    )


def scales_to_add(sheet: ReviewSheet, added: Collection[str] = ()) -> tuple[ScaleHere, ...]:
    """The scales of the form that are asked only when the chair adds them."""
    here = {each.key for each in scales_here(sheet, added)}
    return tuple(
        ScaleHere(each.key, each.name, each.zero, each.ten)
        for each in sheet.form.scales
        if each.key not in _NOT_OFFERED and each.key not in here
    )


def answers_on(sheet: ReviewSheet, key: str) -> Mapping[str, ScaleAnswerOnSheet]:
    """What each gave on one scale, by the person's id; the child's own is under "child"."""
    found = [each for each in sheet.scale_answers if family(each.scale) == key]
    return {answer.person_id or CHILD: answer for answer in found}


def answers_that_stand(sheet: ReviewSheet) -> tuple[ScaleAnswerOnSheet, ...]:
    """The answers on scales that this review still has: not those of a worry taken away."""
    worries = {pair.scale for pair in worry_pairs(sheet)}
    return tuple(
        answer
        for answer in sheet.scale_answers
        if not answer.scale.startswith(WORRY_SCALE) or answer.scale in worries
    )


def asks_with_faces(sheet: ReviewSheet) -> bool:
    """Whether the child is asked for a face: as they answered, or else below about 8.

    Source: domain reference 4.3.
    """
    given = answers_on(sheet, OVERALL).get(CHILD)
    if given is not None and given.answered == "number":
        return given.scale == OVERALL_FACES
    day = sheet.held_on or sheet.booked_on or sheet.due_on
    return day is not None and age_on(sheet.child.born_on, day) < FROM_ABOUT


def own_scale(key: str, *, with_faces: bool) -> str:
    """The scale that the child's own answer is kept under."""
    if key != OVERALL:
        return key
    return OVERALL_FACES if with_faces else OVERALL_CHILD


def is_given(answer: ScaleAnswerOnSheet | None) -> bool:
    """Whether somebody has answered: a number, or that they would rather not say."""
    return answer is not None and answer.answered != "not_asked"


def asked(sheet: ReviewSheet, key: str, also: Sequence[str] = ()) -> tuple[str, ...]:
    """Who is asked on this scale: the child, who came, who has answered and whoever is added.

    Somebody of whom it is said that they were not asked is left out.
    """
    answers = answers_on(sheet, key)
    came = {person.id for person in sheet.who_came}
    people = [
        person.id
        for person in sheet.people
        if person.id in came or person.id in answers or person.id in also
    ]
    return tuple(
        each for each in (CHILD, *people) if each not in answers or is_given(answers[each])
    )


def waited_for(sheet: ReviewSheet, key: str, also: Sequence[str] = ()) -> tuple[str, ...]:
    """Who is asked on this scale and has not answered."""
    answers = answers_on(sheet, key)
    return tuple(each for each in asked(sheet, key, also) if each not in answers)


def is_hidden(sheet: ReviewSheet, key: str, also: Sequence[str] = ()) -> bool:
    """Whether nobody sees the numbers of this scale yet, because the chair wishes it so."""
    if not sheet.numbers_hidden or sheet.state in _FINISHED:
        return False
    return bool(waited_for(sheet, key, also))


def covered(sheet: ReviewSheet, hidden: Collection[str]) -> ReviewSheet:
    """The same review without the numbers of these scales."""
    if not hidden:
        return sheet
    shown = [each for each in sheet.scale_answers if family(each.scale) not in hidden]
    return replace(sheet, scale_answers=tuple(shown))


def over_time(sheet: ReviewSheet) -> tuple[NumberGiven, ...]:
    """Every number of this review and those before that is not private, the oldest first."""
    numbers = {each.id: (each.number, each.held_on) for each in sheet.earlier_reviews}
    numbers[sheet.id] = (sheet.number, sheet.held_on)
    given = [
        NumberGiven(
            scale=each.scale,
            person_id=each.person_id,
            who=each.who,
            is_child=each.is_child,
            number=each.number,
            reason=each.reason,
            review_number=numbers[each.review_id][0],
            held_on=numbers[each.review_id][1],
        )
        for each in (*sheet.earlier_scale_answers, *sheet.scale_answers)
        if each.number is not None and each.review_id in numbers and not each.private
    ]
    return tuple(sorted(given, key=lambda each: each.review_number))
