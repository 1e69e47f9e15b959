"""What the steps need while people talk: the welcome, last time, notes, numbers, decisions."""

from collections.abc import Iterator

from models.day_checks import is_asked_why_late, wrong_by_when
from models.lacking import Lacking, Values, about
from models.problems import N_
from models.review_sheet import DecisionOnSheet, ReviewSheet, StepMarkOnSheet, WishOnSheet
from models.rules.scales import OVERALL
from models.rules.working_days import WorkingDays
from models.scaling import CHILD, answers_on, answers_that_stand


def welcome(sheet: ReviewSheet) -> Iterator[Lacking]:
    """What step A1 still needs: the start, the people, and who came."""
    if sheet.held_on is None:
        yield Lacking("A1", N_("Start the review"), "review", sheet.id, "begin")
    elif _lacks_why_late(sheet):
        yield Lacking("A1", N_("Say why the review was late"), "review", sheet.id, "late_why")
    if not sheet.people:
        yield Lacking("A1", N_("Add the people round {name}"), "person", "", "name", about(sheet))
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


def _lacks_why_late(sheet: ReviewSheet) -> bool:
    is_asked = is_asked_why_late(sheet, WorkingDays.of_england_and_wales())
    return is_asked and not sheet.late_why.strip()


def since_last_time(sheet: ReviewSheet) -> Iterator[Lacking]:
    """What step A3 still needs: how each earlier decision went."""
    for decision in sheet.earlier_decisions:
        heard = sheet.progress_of(decision.id)
        what = "" if decision.restricted else decision.what
        values: Values = {"number": decision.number, "what": what}
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


def note_needs(sheet: ReviewSheet, step: str) -> Iterator[Lacking]:
    """A note, or that there is nothing to add, for a step of notes."""
    mark = mark_of(sheet, step)
    considered = mark is not None and (mark.done or bool(mark.left_out_why))
    if considered or notes_and_words(sheet, step):
        return
    words = N_("“{step}”: write a note, or say that there is nothing to add")
    values: Values = {"step": sheet.form.step[step].name}
    yield Lacking(step, words, "note", "", "words", values)


def numbers(sheet: ReviewSheet) -> Iterator[Lacking]:
    """What step A10 still needs: the child’s number, and why; a face needs no reason."""
    if CHILD not in answers_on(sheet, OVERALL):
        words = N_("{name}’s number from 0 to 10, or that it was not asked")
        yield Lacking("A10", words, "scale_answer", "", "number", about(sheet))
    for answer in answers_that_stand(sheet):
        if answer.answered == "number" and not answer.face and not answer.reason.strip():
            who = sheet.child.called if answer.is_child else _who_gave(sheet, answer.person_id)
            words = N_("Say why {person} chose {number}")
            if sheet.numbers_hidden or answer.private:
                words = N_("Say why {person} chose their number")
            values: Values = {
                "person": who,
                "number": f"{answer.number or 0:g}",
            }
            yield Lacking("A10", words, "scale_answer", answer.id, "reason", values)


def _who_gave(sheet: ReviewSheet, person_id: str | None) -> str:
    person = sheet.person.get(person_id or "")
    return person.short if person else ""


def decisions(sheet: ReviewSheet) -> Iterator[Lacking]:
    """What step A11 still needs: who and by when, and an answer to each request."""
    if not sheet.decisions:
        yield Lacking("A11", N_("Write what was decided"), "decision", "", "what")
    for decision in sheet.decisions:
        yield from _one_decision(sheet, decision)
    for wish in sheet.wishes:
        if wish.asked_for and not is_answered(sheet, wish):
            values = {**about(sheet), "what": "" if wish.private else wish.words}
            yield Lacking("A11", _to_answer(wish), "wish", wish.id, "answer", values)


def _to_answer(wish: WishOnSheet) -> str:
    if wish.private:
        return N_("Answer what {name} asked for in private")
    if not wish.words.strip():
        return N_("Answer what {name} asked for with a picture")
    if wish.question == "see_more":
        return N_("Answer {name}, who wants to see more of {what}")
    return N_("Answer what {name} asked for: “{what}”")


def _one_decision(sheet: ReviewSheet, decision: DecisionOnSheet) -> Iterator[Lacking]:
    values: Values = {"number": decision.number}
    if not decision.who.strip():
        words = N_("Decision {number}: say who will do it")
        yield Lacking("A11", words, "decision", decision.id, "who", values)
    if decision.by_when is None:
        words = N_("Decision {number}: say by when")
        yield Lacking("A11", words, "decision", decision.id, "by_when", values)
    elif wrong_by_when(sheet, decision.by_when):
        words = N_("Decision {number}: choose a day from this review on, at most 3 years later")
        yield Lacking("A11", words, "decision", decision.id, "by_when", values)


def is_answered(sheet: ReviewSheet, wish: WishOnSheet) -> bool:
    """Whether what the child asked for has a decision, or an answer in words."""
    decided = wish.decision_id in {decision.id for decision in sheet.decisions}
    return decided or bool(wish.answer.strip())


def notes_and_words(sheet: ReviewSheet, step: str) -> int:
    """How many notes and words of the child were written under a step."""
    notes = sum(note.step == step for note in sheet.notes)
    return notes + sum(wish.step == step for wish in sheet.wishes)


def mark_of(sheet: ReviewSheet, step: str) -> StepMarkOnSheet | None:
    """What the chair said of a step."""
    return next((mark for mark in sheet.step_marks if mark.step == step), None)
