"""What a meeting still lacks, step by step, and how far each step has come."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from models.coverage import CONDITIONAL, matters_open
from models.ending_needs import going_on, long_plan, right_days, summing_up
from models.lacking import ASKED_AT_THE_END as ASKED_AT_THE_END
from models.lacking import MATTER as MATTER
from models.lacking import NEXT_DATE as NEXT_DATE
from models.lacking import PARTICIPATION as PARTICIPATION
from models.lacking import TWO_VERSIONS as TWO_VERSIONS
from models.lacking import Lacking as Lacking
from models.lacking import about
from models.letter_needs import good_news, letter_needs
from models.meeting_needs import (
    decisions,
    mark_of,
    note_needs,
    notes_and_words,
    numbers,
    since_last_time,
    welcome,
)
from models.meeting_needs import is_answered as is_answered
from models.participation_needs import asks_other_reason as asks_other_reason
from models.participation_needs import has_one_text as has_one_text
from models.participation_needs import is_coded_for_another_age as is_coded_for_another_age
from models.participation_needs import may_stand_in_letter as may_stand_in_letter
from models.participation_needs import needs_words_for_letter as needs_words_for_letter
from models.participation_needs import own_words
from models.participation_needs import participation_code as participation_code
from models.participation_needs import participation_result as participation_result
from models.participation_needs import words_against_code as words_against_code
from models.problems import N_
from models.review_sheet import ReviewSheet
from models.rules.schedule7 import SCHEDULE_7
from models.rules.working_days import BeyondCalendar, WorkingDays

OWN_PAGES = frozenset({"A1", "A2", "A3", "A10", "A11", "A12"})
LAST = "A12"


class StepStanding(StrEnum):
    """How far a step has come."""

    DONE = "done"
    TO_DO = "to do"
    LEFT_OUT = "left out"


@dataclasses.dataclass(frozen=True)
class StepState:
    """How far a step has come, how much is written in it, and why it was left out."""

    standing: StepStanding
    count: int
    why: str = ""


def lacking(sheet: ReviewSheet, today: date, calendar: WorkingDays) -> tuple[Lacking, ...]:
    """Everything still needed before this review is complete, in the order of its steps."""
    order = [each.id for each in sheet.steps]
    found = [*_going_on(sheet, calendar), *right_days(sheet, today)]
    for step in order:
        found += _needs(sheet, step)
    found += [Lacking(LAST, *need, about(sheet)) for need in letter_needs(sheet)]
    notes = next((step for step in order if step not in OWN_PAGES), LAST)
    found += good_news(sheet, notes, found)
    found += _two_versions(sheet)
    asked = [each for each in found if each.step in order]
    return tuple(sorted(asked, key=lambda each: order.index(each.step)))


def _two_versions(sheet: ReviewSheet) -> Iterator[Lacking]:
    """Each field that waits in two versions, where it is written."""
    words = N_("Two versions are kept of “{field_called}”: choose one")
    for each in sheet.conflicts:
        values: dict[str, str | int | date] = {"field_called": f"{each.table}/{each.field}"}
        step = _step_of_row(sheet, each.row)
        yield Lacking(step, words, TWO_VERSIONS, each.id, each.field, values)


def _step_of_row(sheet: ReviewSheet, row: tuple[str, str]) -> str:
    table, row_id = row
    written = {note.id: note.step for note in sheet.notes}
    written |= {wish.id: wish.step for wish in sheet.wishes}
    step = written.get(row_id) or _STEP_OF_TABLE.get(table, LAST)
    return step if step in {each.id for each in sheet.steps} else LAST


def step_states(sheet: ReviewSheet) -> Mapping[str, StepState]:
    """How far each step of this review has come, by its id."""
    return {each.id: _state(sheet, each.id) for each in sheet.steps}


def _state(sheet: ReviewSheet, step: str) -> StepState:
    mark, count = mark_of(sheet, step), _count(sheet, step)
    if mark is not None and mark.left_out_why and not count:
        return StepState(StepStanding.LEFT_OUT, 0, mark.left_out_why)
    done = not any(True for _ in _needs(sheet, step))
    return StepState(StepStanding.DONE if done else StepStanding.TO_DO, count)


def _count(sheet: ReviewSheet, step: str) -> int:
    if step not in OWN_PAGES:
        return notes_and_words(sheet, step)
    return _COUNTS[step](sheet)


def _needs(sheet: ReviewSheet, step: str) -> Iterator[Lacking]:
    yield from _own_needs(sheet, step)
    if step == LAST:
        yield from _matters(sheet)


def _own_needs(sheet: ReviewSheet, step: str) -> Iterator[Lacking]:
    if step not in OWN_PAGES:
        yield from note_needs(sheet, step)
    mark = mark_of(sheet, step)
    if mark is not None and mark.left_out_why:
        return
    if step in _NEEDS:
        yield from _NEEDS[step](sheet)


def _going_on(sheet: ReviewSheet, calendar: WorkingDays) -> Iterable[Lacking]:
    """What follows from an adjournment, as far as the bank holidays are known."""
    try:
        return tuple(going_on(sheet, calendar))
    except BeyondCalendar:
        return ()


def _matters(sheet: ReviewSheet) -> Iterator[Lacking]:
    """Each matter of law still to be spoken of, where nothing else that is asked answers it."""
    needs = [need for each in sheet.steps for need in _own_needs(sheet, each.id)]
    for standing in matters_open(sheet):
        if any(_answers(sheet, need, standing.matter) for need in needs):
            continue
        words = N_("“{matter}”: say whether it was considered")
        if standing.is_likely:
            words = N_("“{matter}”: say whether what was said covers it")
        elif standing.state is not None:
            words = N_("“{matter}”: say why, or what was said of it")
        values: dict[str, str | int | date] = {"matter": SCHEDULE_7[standing.matter].short_name}
        yield Lacking(LAST, words, MATTER, standing.matter, "state", values)


def _answers(sheet: ReviewSheet, need: Lacking, matter: str) -> bool:
    """Whether doing what another step asks for would say what became of a matter too."""
    if need.table == "note":
        return matter in sheet.form.step[need.step].schedule_7 and matter not in CONDITIONAL
    return (matter, need.table, need.field) in _ANSWERED_BY


_STEP_OF_TABLE = {
    "sitting": "A1", "attendance": "A1", "person": "A1", "participation": "A2", "wish": "A2",
    "consultation": "A2", "decision_progress": "A3", "scale_answer": "A10", "decision": "A11",
}  # fmt: skip
_ANSWERED_BY = frozenset(
    {
        ("S7.1", "decision", "outcome"),
        ("S7.3", "review", "permanence_plan"),
        ("S7.12", "review", "no_words_why"),
        ("S7.12", "review", "iro_view"),
    }
)
_NEEDS: Mapping[str, Callable[[ReviewSheet], Iterator[Lacking]]] = {
    "A1": welcome,
    "A2": own_words,
    "A3": since_last_time,
    "A9": long_plan,
    "A10": numbers,
    "A11": decisions,
    "A12": summing_up,
}
_COUNTS: Mapping[str, Callable[[ReviewSheet], int]] = {
    "A1": lambda sheet: len(sheet.who_came),
    "A2": lambda sheet: len(sheet.wishes),
    "A3": lambda sheet: sum(
        bool(heard and heard.outcome)
        for heard in map(sheet.progress_of, (each.id for each in sheet.earlier_decisions))
    ),
    "A10": lambda sheet: len(sheet.scale_answers),
    "A11": lambda sheet: len(sheet.decisions),
    "A12": lambda sheet: sum(line.done for line in sheet.rights),
}
