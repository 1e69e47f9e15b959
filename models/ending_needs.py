"""What a review needs for its end: days that are right, the long plan, and the summing up."""

from collections.abc import Iterator
from datetime import date

from models.coverage import rights_gone_through
from models.day_checks import go_on_by, went_on_late, wrong_days
from models.lacking import Lacking, about
from models.next_due import is_last_review
from models.problems import N_
from models.review_sheet import ReviewSheet
from models.rules.permanence import needs_why
from models.rules.working_days import WorkingDays


def going_on(sheet: ReviewSheet, calendar: WorkingDays) -> Iterator[Lacking]:
    """What a review in parts needs: its last day for going on, or why it went on late.

    Raises: BeyondCalendar.
    """
    if sheet.state == "adjourned" and sheet.sittings:
        resume_by = go_on_by(sheet, sheet.sittings[-1], calendar)
        words = N_("Go on with this review by {day}")
        yield Lacking("A1", words, "review", sheet.id, "resume", {"day": resume_by})
    if went_on_late(sheet, calendar) and not sheet.resumed_late_why.strip():
        words = N_("Say why the review went on so late")
        yield Lacking("A1", words, "review", sheet.id, "resumed_late_why")


def right_days(sheet: ReviewSheet, today: date) -> Iterator[Lacking]:
    """Days of the review’s own that cannot be so."""
    next_on, is_over = sheet.next_review_on, sheet.state in {"finished", "known"}
    if next_on is not None and next_on < today and not is_over:
        words = N_("Choose a day for the next review that is still to come")
        yield Lacking("A12", words, "review", sheet.id, "next_review_on")
    for field_name, words in wrong_days(sheet):
        yield Lacking("A12", words, "review", sheet.id, field_name, about(sheet))


def long_plan(sheet: ReviewSheet) -> Iterator[Lacking]:
    """What step A9 still needs: the plan in two sets of words, and the view of it."""
    name = about(sheet)
    if not sheet.permanence_plan.strip():
        words = N_("Write the plan for where {name} will grow up")
        yield Lacking("A9", words, "review", sheet.id, "permanence_plan", name)
    if not sheet.home_line.strip():
        words = N_("Tell {name} in plain words where they will live")
        yield Lacking("A9", words, "review", sheet.id, "home_line", name)
    if not sheet.plan_agreed:
        words = N_("Say whether you agree with the plan")
        yield Lacking("A9", words, "review", sheet.id, "plan_agreed")
    for field_name, words in _reasons_of_plan(sheet):
        yield Lacking("A9", words, "review", sheet.id, field_name)


def _reasons_of_plan(sheet: ReviewSheet) -> Iterator[tuple[str, str]]:
    """The field and the words of what the plan still wants: its kind, and why it is not so.

    Source: domain reference 3.1, endorsing the plan, and 4.5, A9.
    """
    if not sheet.permanence_type:
        yield "permanence_type", N_("Say what kind of lasting plan it is, or that it is not known")
    if needs_why(sheet.permanence_on_track) and not sheet.permanence_why.strip():
        yield "permanence_why", N_("Say why the lasting plan may not be on track")
    if sheet.plan_agreed in {"partly", "no"} and not sheet.plan_agreed_why.strip():
        yield "plan_agreed_why", N_("Say why you do not agree with all of the plan")
    if sheet.plan_ratified_on is None and not sheet.plan_not_ratified_why.strip():
        yield "plan_ratified_on", N_("Say when the care plan was ratified, or why it is not yet")


def summing_up(sheet: ReviewSheet) -> Iterator[Lacking]:
    """What step A12 still needs: the view, the rights and the next days."""

    def needed(field_name: str, words: str) -> Lacking:
        return Lacking("A12", words, "review", sheet.id, field_name, about(sheet))

    if not sheet.warm_line.strip():
        yield needed("warm_line", N_("Write one warm, true thing about {name}"))
    if not sheet.iro_view.strip():
        yield needed("iro_view", N_("Write your own view as the IRO"))
    if not rights_gone_through(sheet):
        yield needed("rights", N_("Go through {name}’s rights, or note why not"))
    is_last = is_last_review(sheet)
    if sheet.next_review_on is None and not sheet.no_next_review_why.strip():
        if is_last:
            yield needed("no_next_review_why", N_("Say why this is {name}’s last review"))
        else:
            yield needed("next_review_on", N_("Choose the day of the next review"))
    if sheet.see_child_by is None and not is_last:
        yield needed("see_child_by", N_("Say by when you will see or ring {name}"))
