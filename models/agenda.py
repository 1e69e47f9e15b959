"""What a meeting still lacks, step by step, and how far each step has come."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from models.day_checks import went_on_late, wrong_by_when, wrong_days
from models.letter_needs import letter_needs
from models.problems import N_
from models.review_sheet import (
    DecisionOnSheet,
    ParticipationOnSheet,
    ReviewSheet,
    StepMarkOnSheet,
    WishOnSheet,
)
from models.rules import deadlines
from models.rules.participation_codes import fits_age
from models.rules.participation_questions import Answers, CodeResult, Presence, work_out
from models.rules.rights import RIGHTS
from models.rules.working_days import WorkingDays

OWN_PAGES = frozenset({"A1", "A2", "A3", "A10", "A11", "A12"})
PARTICIPATION, NEXT_DATE = ("participation", "code"), ("review", "next_review_on")
ASKED_AT_THE_END = (PARTICIPATION, NEXT_DATE)


class StepStanding(StrEnum):
    """How far a step has come."""

    DONE = "done"
    TO_DO = "to do"
    LEFT_OUT = "left out"


@dataclasses.dataclass(frozen=True)
class Lacking:
    """One thing still needed: the step and field that fill it; `words` takes `values` by name."""

    step: str
    words: str
    table: str
    row_id: str
    field: str
    values: Mapping[str, str | int | date] = dataclasses.field(default_factory=dict)

    @property
    def is_asked_at_the_end(self) -> bool:
        """Whether a review is finished without it only for a reason."""
        return (self.table, self.field) in ASKED_AT_THE_END


@dataclasses.dataclass(frozen=True)
class StepState:
    """How far a step has come, how much is written in it, and why it was left out."""

    standing: StepStanding
    count: int
    why: str = ""


def lacking(sheet: ReviewSheet, today: date, calendar: WorkingDays) -> tuple[Lacking, ...]:
    """Everything still needed before this review is complete, in the order of the steps.

    Raises: BeyondCalendar for an adjourned review beyond the bank holidays known.
    """
    found = [*_timed(sheet, today, calendar)]
    order = [each.id for each in sheet.steps]
    for step in order:
        found += _needs(sheet, step)
    found += [Lacking("A12", *need, _name(sheet)) for need in letter_needs(sheet)]
    return tuple(sorted(found, key=lambda each: order.index(each.step)))


def step_states(sheet: ReviewSheet) -> Mapping[str, StepState]:
    """How far each step of this review has come, by its id."""
    return {each.id: _state(sheet, each.id) for each in sheet.steps}


def participation_code(sheet: ReviewSheet) -> str:
    """The participation code that stands, or that the answers so far lead to, or nothing."""
    told = sheet.participation
    if told is None:
        return participation_result(sheet).code or ""
    if told.chosen_code:
        return told.chosen_code
    if told.suggested_code and _fits_age(sheet, told.suggested_code):
        return told.suggested_code
    return participation_result(sheet).code or ""


def _fits_age(sheet: ReviewSheet, code: str) -> bool:
    return fits_age(code, sheet.child.born_on, _code_day(sheet))


def _code_day(sheet: ReviewSheet) -> date:
    return sheet.held_on or sheet.booked_on or sheet.child.born_on


def _state(sheet: ReviewSheet, step: str) -> StepState:
    mark, count = _mark(sheet, step), _count(sheet, step)
    if mark is not None and mark.left_out_why and not count:
        return StepState(StepStanding.LEFT_OUT, 0, mark.left_out_why)
    done = not any(True for _ in _needs(sheet, step))
    return StepState(StepStanding.DONE if done else StepStanding.TO_DO, count)


def _count(sheet: ReviewSheet, step: str) -> int:
    if step not in OWN_PAGES:
        return _notes_and_words(sheet, step)
    return _COUNTS[step](sheet)


def _needs(sheet: ReviewSheet, step: str) -> Iterator[Lacking]:
    if step not in OWN_PAGES:
        yield from _note_needs(sheet, step)
    if _is_left_out(sheet, step):
        return
    if step in _NEEDS:
        yield from _NEEDS[step](sheet)


def _timed(sheet: ReviewSheet, today: date, calendar: WorkingDays) -> Iterator[Lacking]:
    if sheet.state == "adjourned" and sheet.sittings:
        resume_by = deadlines.resume_by(sheet.sittings[-1].held_on, calendar)
        words = N_("Go on with this review by {day}")
        yield Lacking("A1", words, "review", sheet.id, "resume", {"day": resume_by})
    next_on, is_over = sheet.next_review_on, sheet.state in {"finished", "known"}
    if next_on is not None and next_on < today and not is_over:
        words = N_("Choose a day for the next review that is still to come")
        yield Lacking("A12", words, "review", sheet.id, "next_review_on")
    if went_on_late(sheet, calendar) and not sheet.resumed_late_why.strip():
        words = N_("Say why the review went on so late")
        yield Lacking("A1", words, "review", sheet.id, "resumed_late_why")
    for field_name, words in wrong_days(sheet):
        yield Lacking("A12", words, "review", sheet.id, field_name, _name(sheet))


def _welcome(sheet: ReviewSheet) -> Iterator[Lacking]:
    if sheet.held_on is None:
        yield Lacking("A1", N_("Start the review"), "review", sheet.id, "begin")
    elif sheet.due_on and sheet.held_on > sheet.due_on and not sheet.late_why.strip():
        yield Lacking("A1", N_("Say why the review was late"), "review", sheet.id, "late_why")
    if not sheet.people:
        yield Lacking("A1", N_("Add the people round {name}"), "person", "", "name", _name(sheet))
    taking_part = {attendance.person_id: attendance for attendance in sheet.attendances}
    for person in sheet.people:
        attendance = taking_part.get(person.id)
        if attendance is None:
            continue
        values = {"person": person.short}
        if attendance.invited and not attendance.attended:
            words = N_("Say whether {person} was there")
            yield Lacking("A1", words, "attendance", attendance.id, "attended", values)
        if not attendance.invited and not attendance.not_invited_why.strip():
            words = N_("Say why {person} was not asked to come")
            yield Lacking("A1", words, "attendance", attendance.id, "not_invited_why", values)


def _own_words(sheet: ReviewSheet) -> Iterator[Lacking]:
    if needs_words_for_letter(sheet) and not (has_one_text(sheet) and not _how_known(sheet)):
        words = N_("Write down {name}’s own words, or why there are none")
        if sheet.wishes:
            words = N_("For the letter, without the private words: say how you tried to find out")
        yield Lacking("A2", words, "review", sheet.id, "no_words_why", _name(sheet))
    yield from _took_part(sheet, participation_code(sheet))
    if sheet.participation is not None:
        yield from _code_needs(sheet, sheet.participation)


def _took_part(sheet: ReviewSheet, code: str) -> Iterator[Lacking]:
    told = sheet.participation

    def needed(field_name: str, words: str) -> Lacking:
        row_id = told.id if told else ""
        return Lacking("A2", words, "participation", row_id, field_name, _name(sheet))

    if not code and not sheet.no_code_why.strip():
        yield needed("code", N_("How {name} took part: answer the questions"))
    elif told is None or not told.was_there:
        yield needed("was_there", N_("Say whether {name} was there"))
    if told is None or not told.seen_alone:
        yield needed("seen_alone", N_("Say whether you talked with {name} alone"))
    if code == "PN0" and not _how_known(sheet):
        yield needed("how_known", N_("Say how you found out what {name} feels and needs"))


def _code_needs(sheet: ReviewSheet, told: ParticipationOnSheet) -> Iterator[Lacking]:
    def needed(field_name: str, words: str) -> Lacking:
        return Lacking("A2", words, "participation", told.id, field_name, _name(sheet))

    if told.chosen_code and not _fits_age(sheet, told.chosen_code):
        yield needed("chosen_code", N_("The code you chose does not fit {name}’s age: look again"))
    elif told.chosen_code and not told.override_reason.strip():
        yield needed("override_reason", N_("Say why you chose another participation code"))
    if participation_code(sheet) == "PN7" and not told.pn7_reason:
        yield needed("pn7_reason", N_("Say why {name}’s views did not reach the review"))


def may_stand_in_letter(wish: WishOnSheet) -> bool:
    """Whether these words of the child may be in the letter."""
    return wish.in_letter and not wish.private and bool(wish.words.strip())


def needs_words_for_letter(sheet: ReviewSheet) -> bool:
    """Whether the letter has neither words of the child nor why there are none."""
    return not any(map(may_stand_in_letter, sheet.wishes)) and not sheet.no_words_why.strip()


def has_one_text(sheet: ReviewSheet) -> bool:
    """Whether how a child under four feels is told once, for the record and the letter alike."""
    told = sheet.participation
    known = told.how_known if told else ""
    is_little = participation_code(sheet) == "PN0" and not sheet.wishes
    return is_little and sheet.no_words_why.strip() == known.strip()


def is_coded_for_another_age(sheet: ReviewSheet) -> bool:
    """Whether the code must be worked out again: none was yet, or it no longer fits the age."""
    told = sheet.participation
    codes = (told.suggested_code, told.chosen_code) if told else ()
    is_new = told is None or (not told.suggested_code and bool(participation_result(sheet).code))
    return is_new or any(code and not _fits_age(sheet, code) for code in codes)


def _how_known(sheet: ReviewSheet) -> str:
    return sheet.participation.how_known.strip() if sheet.participation else ""


def _since_last_time(sheet: ReviewSheet) -> Iterator[Lacking]:
    for decision in sheet.earlier_decisions:
        heard = sheet.progress_of(decision.id)
        what = "" if decision.restricted else decision.what
        values: dict[str, str | int | date] = {"number": decision.number, "what": what}
        if heard is None or not heard.outcome:
            words = N_("Say how it went: “{what}”")
            if decision.restricted:
                words = N_("Say how restricted decision {number} went")
            yield Lacking("A3", words, "decision", decision.id, "outcome", values)
        elif heard.outcome in {"partly", "not_done"} and not heard.why.strip():
            words = N_("Say why it was not done: “{what}”")
            if decision.restricted:
                words = N_("Say why restricted decision {number} was not done")
            yield Lacking("A3", words, "decision", decision.id, "why", values)


def _note_needs(sheet: ReviewSheet, step: str) -> Iterator[Lacking]:
    mark = _mark(sheet, step)
    considered = mark is not None and (mark.done or bool(mark.left_out_why))
    if considered or _notes_and_words(sheet, step):
        return
    words = N_("“{step}”: write a note, or say that there is nothing to add")
    values: dict[str, str | int | date] = {"step": sheet.form.step[step].name}
    yield Lacking(step, words, "note", "", "words", values)


def _long_plan(sheet: ReviewSheet) -> Iterator[Lacking]:
    name = _name(sheet)
    if not sheet.permanence_plan.strip():
        words = N_("Write the plan for where {name} will grow up")
        yield Lacking("A9", words, "review", sheet.id, "permanence_plan", name)
    if not sheet.home_line.strip():
        words = N_("Tell {name} in plain words where they will live")
        yield Lacking("A9", words, "review", sheet.id, "home_line", name)
    if not sheet.plan_agreed:
        words = N_("Say whether you agree with the plan")
        yield Lacking("A9", words, "review", sheet.id, "plan_agreed")


def _numbers(sheet: ReviewSheet) -> Iterator[Lacking]:
    own = [answer for answer in sheet.scale_answers if answer.is_child]
    if not own:
        words = N_("{name}’s number from 0 to 10, or that it was not asked")
        yield Lacking("A10", words, "scale_answer", "", "number", _name(sheet))
    for answer in sheet.scale_answers:
        if answer.answered == "number" and not answer.reason.strip():
            who = sheet.child.called if answer.is_child else _who_gave(sheet, answer.person_id)
            words = N_("Say why {person} chose {number}")
            values: dict[str, str | int | date] = {
                "person": who,
                "number": f"{answer.number or 0:g}",
            }
            yield Lacking("A10", words, "scale_answer", answer.id, "reason", values)


def _who_gave(sheet: ReviewSheet, person_id: str | None) -> str:
    person = sheet.person.get(person_id or "")
    return person.short if person else ""


def _decisions(sheet: ReviewSheet) -> Iterator[Lacking]:
    if not sheet.decisions:
        yield Lacking("A11", N_("Write what was decided"), "decision", "", "what")
    for decision in sheet.decisions:
        yield from _one_decision(sheet, decision)
    for wish in sheet.wishes:
        if wish.asked_for and not is_answered(sheet, wish):
            words = N_("Answer what {name} asked for: “{what}”")
            values = {**_name(sheet), "what": "" if wish.private else wish.words}
            if wish.private:
                words = N_("Answer what {name} asked for in private")
            yield Lacking("A11", words, "wish", wish.id, "answer", values)


def _one_decision(sheet: ReviewSheet, decision: DecisionOnSheet) -> Iterator[Lacking]:
    values: dict[str, str | int | date] = {"number": decision.number}
    if not decision.who.strip():
        words = N_("Decision {number}: say who will do it")
        yield Lacking("A11", words, "decision", decision.id, "who", values)
    if decision.by_when is None:
        words = N_("Decision {number}: say by when")
        yield Lacking("A11", words, "decision", decision.id, "by_when", values)
    elif wrong_by_when(sheet, decision.by_when):
        words = N_("Decision {number}: choose a day from this review on, at most 3 years later")
        yield Lacking("A11", words, "decision", decision.id, "by_when", values)


def _summing_up(sheet: ReviewSheet) -> Iterator[Lacking]:
    def needed(field_name: str, words: str) -> Lacking:
        return Lacking("A12", words, "review", sheet.id, field_name, _name(sheet))

    if not sheet.warm_line.strip():
        yield needed("warm_line", N_("Write one warm, true thing about {name}"))
    if not sheet.iro_view.strip():
        yield needed("iro_view", N_("Write your own view as the IRO"))
    gone_through = {line.right for line in sheet.rights if line.done or line.note.strip()}
    if not gone_through.issuperset(RIGHTS):
        yield needed("rights", N_("Go through {name}’s rights, or note why not"))
    if sheet.next_review_on is None and not sheet.no_next_review_why.strip():
        yield needed("next_review_on", N_("Choose the day of the next review"))
    if sheet.see_child_by is None:
        yield needed("see_child_by", N_("Say by when you will see or ring {name}"))


def is_answered(sheet: ReviewSheet, wish: WishOnSheet) -> bool:
    """Whether what the child asked for has a decision, or an answer in words."""
    decided = wish.decision_id in {decision.id for decision in sheet.decisions}
    return decided or bool(wish.answer.strip())


def participation_result(sheet: ReviewSheet) -> CodeResult:
    """Where the answers so far lead: a code, or the next question."""
    told = sheet.participation
    answers = Answers()
    if told is not None:
        answers = Answers(
            Presence(told.was_there) if told.was_there else None,
            told.spoke,
            told.someone_spoke,
            told.showed_without_speech,
            told.someone_spoke_who_child_asked,
            told.own_words_reached,
        )
    counts = sheet.council.video_counts_as_attending
    day = _code_day(sheet)
    return work_out(sheet.child.born_on, day, answers, video_counts_as_attending=counts)


def _notes_and_words(sheet: ReviewSheet, step: str) -> int:
    notes = sum(note.step == step for note in sheet.notes)
    return notes + sum(wish.step == step for wish in sheet.wishes)


def _name(sheet: ReviewSheet) -> dict[str, str | int | date]:
    return {"name": sheet.child.called}


def _mark(sheet: ReviewSheet, step: str) -> StepMarkOnSheet | None:
    return next((mark for mark in sheet.step_marks if mark.step == step), None)


def _is_left_out(sheet: ReviewSheet, step: str) -> bool:
    mark = _mark(sheet, step)
    return mark is not None and bool(mark.left_out_why)


_NEEDS: Mapping[str, Callable[[ReviewSheet], Iterator[Lacking]]] = {
    "A1": _welcome,
    "A2": _own_words,
    "A3": _since_last_time,
    "A9": _long_plan,
    "A10": _numbers,
    "A11": _decisions,
    "A12": _summing_up,
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
