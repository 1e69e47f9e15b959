"""The facts of a review as read: what is answered now, and what the answer was last time."""

from dataclasses import dataclass
from datetime import date

from models.review_sheet import EarlierReview, FactOnSheet, ReviewSheet
from models.rules.age import age_on
from models.rules.fact_asked import FactAsked, FactKind
from models.rules.step_facts import STEP_FACTS

Answer = str | date | None
FIELDS = {FactKind.DATE: "day", FactKind.CHOICE: "choice", FactKind.YES_NO: "choice"}
EMPTY = {"words": "", "day": None, "choice": ""}


@dataclass(frozen=True)
class FactNow:
    """One fact as it stands at this review, and the newest answer of an earlier one."""

    asked: FactAsked
    now: FactOnSheet | None
    before: FactOnSheet | None
    before_on: date | None

    @property
    def field(self) -> str:
        """The field of the record that holds the answer."""
        return field_of(self.asked)

    @property
    def answer(self) -> Answer:
        """The answer at this review."""
        return answer_of(self.asked, self.now)

    @property
    def last_answer(self) -> Answer:
        """The answer last time."""
        return answer_of(self.asked, self.before)

    @property
    def is_filled(self) -> bool:
        """Whether it is answered at this review."""
        return is_answer(self.answer)


def field_of(asked: FactAsked) -> str:
    """The field of the record that holds the answer to a fact."""
    return FIELDS.get(asked.kind, "words")


def answer_of(asked: FactAsked, held: FactOnSheet | None) -> Answer:
    """What one record says of a fact; nothing where there is none."""
    field = field_of(asked)
    answer: Answer = EMPTY[field] if held is None else getattr(held, field)
    return answer


def is_answer(answer: Answer) -> bool:
    """Whether this says anything."""
    return bool(answer.strip()) if isinstance(answer, str) else answer is not None


def facts_for(sheet: ReviewSheet, step: str, today: date) -> tuple[FactNow, ...]:
    """The facts asked of this child at this step, and any that were answered all the same."""
    age = age_on(sheet.child.born_on, sheet.held_on or sheet.booked_on or today)
    found = (_as_it_stands(sheet, asked) for asked in STEP_FACTS.values() if asked.step == step)
    return tuple(fact for fact in found if fact.is_filled or fact.asked.is_asked(age, sheet.kind))


def _as_it_stands(sheet: ReviewSheet, asked: FactAsked) -> FactNow:
    now = next((each for each in sheet.facts if each.fact == asked.key), None)
    answered = {
        each.review_id: each
        for each in sheet.earlier_facts
        if each.fact == asked.key and is_answer(answer_of(asked, each))
    }
    newest = _newest(sheet, set(answered))
    if newest is None:
        return FactNow(asked, now, None, None)
    return FactNow(asked, now, answered[newest.id], newest.held_on)


def _newest(sheet: ReviewSheet, answered: set[str]) -> EarlierReview | None:
    earlier = (each for each in sheet.earlier_reviews if each.id in answered)
    return max(earlier, key=lambda each: each.number, default=None)
