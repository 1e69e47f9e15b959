"""Which page shows which step, which step comes first, and where words of the record belong."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from models.agenda import StepStanding, step_states
from models.review_sheet import ReviewSheet
from models.rules.step_facts import STEP_FACTS
from ui.meeting.decisions_page import DecisionsPage
from ui.meeting.long_plan_page import LongPlanPage
from ui.meeting.meeting import Meeting
from ui.meeting.notes_page import NotesPage
from ui.meeting.numbers_page import NumbersPage
from ui.meeting.own_words_page import OwnWordsPage
from ui.meeting.since_last_time_page import SinceLastTimePage
from ui.meeting.staying_safe_page import StayingSafePage
from ui.meeting.step_page import Place, StepPage
from ui.meeting.summing_up_page import SummingUpPage
from ui.meeting.welcome_page import WelcomePage

PAGES: Mapping[str, type[StepPage]] = {
    "A1": WelcomePage,
    "A2": OwnWordsPage,
    "A3": SinceLastTimePage,
    "A8": StayingSafePage,
    "A9": LongPlanPage,
    "A10": NumbersPage,
    "A11": DecisionsPage,
    "A12": SummingUpPage,
}
_STEP_OF_TABLE = {
    "attendance": "A1",
    "person": "A1",
    "paper_received": "A1",
    "participation": "A2",
    "scale_answer": "A10",
    "decision": "A11",
    "matter_considered": "A12",
    "right_explained": "A12",
}
_STEP_OF_FIELD = {
    "held_on": "A1",
    "what_for": "A1",
    "late_why": "A1",
    "resumed_late_why": "A1",
    "place": "A1",
    "no_words_why": "A2",
    "permanence_plan": "A9",
    "home_line": "A9",
    "legal_line": "A9",
    "plan_agreed": "A9",
    "permanence_type": "A9",
    "permanence_agreed_on": "A9",
    "permanence_on_track": "A9",
    "permanence_why": "A9",
    "plan_ratified_on": "A9",
    "plan_ratify_by": "A9",
    "plan_not_ratified_why": "A9",
    "plan_agreed_why": "A9",
    "one_more_line": "A10",
    "legal_status": "A9",
    "legal_status_from": "A9",
}
_OTHERWISE = {"review": "A12", "child": ""}


def make_page(meeting: Meeting, step: str, parent: QWidget | None = None) -> StepPage:
    """Make the page of a step; in its place from the start it is dressed only once."""
    return PAGES.get(step, NotesPage)(meeting, step, parent)


def first_step(meeting: Meeting) -> str:
    """Give the step to begin with: where something is half typed, else the first to do."""
    if meeting.is_finished:
        return "A12"
    half_typed = {step.partition(".")[0] for step in meeting.drafts()}
    begun = [step.id for step in meeting.form.steps if step.id in half_typed]
    if begun:
        return begun[0]
    if meeting.sheet.state in {"planned", "adjourned"}:
        return "A1"
    states = step_states(meeting.sheet)
    waiting = (step for step, state in states.items() if state.standing is StepStanding.TO_DO)
    return next(waiting, "A12")


def step_of(sheet: ReviewSheet, place: Place) -> str:
    """Give the step in which a place of the record is written, or nothing."""
    table, row_id, field = place
    if table == "note":
        return next((note.step for note in sheet.notes if note.id == row_id), "")
    if table == "wish":
        return _step_of_wish(sheet, row_id, field)
    if table == "step_fact":
        held = next((fact.fact for fact in sheet.facts if fact.id == row_id), field)
        return STEP_FACTS[held].step if held in STEP_FACTS else ""
    if table in _OTHERWISE:
        return _STEP_OF_FIELD.get(field, _OTHERWISE[table])
    return _STEP_OF_TABLE.get(table, "")


def _step_of_wish(sheet: ReviewSheet, row_id: str, field: str) -> str:
    if field == "answer":
        return "A11"
    return next((wish.step for wish in sheet.wishes if wish.id == row_id), "A2")
