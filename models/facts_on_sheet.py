"""The facts of a review as read: what is answered now, and what the answer was last time."""

from dataclasses import dataclass
from datetime import date

from models.review_sheet import FactOnSheet, ReviewSheet
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
    now = {held.fact: held for held in sheet.facts}
    before = _newest_answers(sheet, step)
    found = (
        FactNow(asked, now.get(key), *before.get(key, (None, None)))
        for key, asked in STEP_FACTS.items()
        if asked.step == step
    )
    return tuple(fact for fact in found if fact.is_filled or fact.asked.is_asked(age, sheet.kind))


def _newest_answers(sheet: ReviewSheet, step: str) -> dict[str, tuple[FactOnSheet, date | None]]:
    """The newest earlier answer to each fact of a step, and the day of its review."""
    place = {each.id: each for each in sheet.earlier_reviews}
    newest: dict[str, tuple[int, FactOnSheet, date | None]] = {}
    for held in sheet.earlier_facts:
        asked, review = STEP_FACTS.get(held.fact), place.get(held.review_id)
        if asked is None or review is None or asked.step != step:
            continue
        known = newest.get(held.fact)
        if is_answer(answer_of(asked, held)) and (known is None or known[0] < review.number):
            newest[held.fact] = review.number, held, review.held_on
    return {key: (held, on) for key, (_number, held, on) in newest.items()}
