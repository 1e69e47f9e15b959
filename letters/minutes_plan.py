"""The minutes of the plan: permanence, whether it is on track, legal status, and ratifying it."""

from collections.abc import Iterator

from letters.adult_words import PLAN
from letters.minutes_form import MinutesSection
from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph
from letters.writing import Gap
from models.problems import N_
from models.review_sheet import ReviewSheet
from models.rules.permanence import PERMANENCE_TYPES, is_plan_missing

_ON_TRACK = {
    "yes": N_("The plan is on track."),
    "no": N_("The plan is not on track."),
    "not_sure": N_("It is not certain that the plan is on track."),
}
_ON_TRACK_WHY = {
    "no": N_("The plan is not on track: {why}"),
    "not_sure": N_("It is not certain that the plan is on track: {why}"),
}


def plan(writing: MinutesWriting) -> MinutesSection | None:
    """Where the child will grow up, and whether the plan was ratified; not for short breaks."""
    if not any(step.id == "A9" for step in writing.sheet.steps):
        return None
    parts = (*_permanence(writing), *_agreed(writing), *_ratified(writing))
    return MinutesSection("plan", writing.wording.say(N_("The plan")), parts)


def _permanence(writing: MinutesWriting) -> Iterator[Paragraph]:
    sheet = writing.sheet
    if sheet.permanence_plan.strip():
        source = writing.of_review("permanence_plan")
        said = N_("Plan for permanence: {plan}")
        yield writing.say(said, source, plan=sheet.permanence_plan.strip())
    else:
        where = Gap("review", "permanence_plan", "A9")
        yield writing.lacking("plan", N_("Say what the plan for permanence is"), where)
    if sheet.permanence_type in PERMANENCE_TYPES:
        kind = writing.wording.say(PERMANENCE_TYPES[sheet.permanence_type])
        yield writing.say(
            N_("Kind of plan: {kind}."), writing.of_review("permanence_type"), kind=kind
        )
    if sheet.permanence_agreed_on is not None:
        day = writing.wording.plain_date(sheet.permanence_agreed_on)
        source = writing.of_review("permanence_agreed_on")
        yield writing.say(N_("Agreed on {date}."), source, date=day)
    elif sheet.permanence_type and _is_missing(sheet):
        yield writing.line(N_("No plan for permanence is in place by the second review."))
    yield from _on_track(writing)


def _is_missing(sheet: ReviewSheet) -> bool:
    return is_plan_missing(sheet.number, sheet.kind, sheet.permanence_type)


def _on_track(writing: MinutesWriting) -> Iterator[Paragraph]:
    sheet, why = writing.sheet, writing.sheet.permanence_why.strip()
    source = writing.of_review("permanence_on_track")
    if sheet.permanence_on_track in _ON_TRACK_WHY and why:
        yield writing.say(_ON_TRACK_WHY[sheet.permanence_on_track], source, why=why)
    elif sheet.permanence_on_track in _ON_TRACK:
        yield writing.say(_ON_TRACK[sheet.permanence_on_track], source)


def _agreed(writing: MinutesWriting) -> Iterator[Paragraph]:
    sheet = writing.sheet
    if sheet.plan_agreed in PLAN:
        said = PLAN[sheet.plan_agreed]
        yield writing.say(said, writing.of_review("plan_agreed"), name=writing.called)
        if why := sheet.plan_agreed_why.strip():
            source = writing.of_review("plan_agreed_why")
            yield writing.say(N_("Why: {why}"), source, why=why)


def _ratified(writing: MinutesWriting) -> Iterator[Paragraph]:
    sheet, why = writing.sheet, writing.sheet.plan_not_ratified_why.strip()
    if sheet.plan_ratified_on is not None:
        day = writing.wording.plain_date(sheet.plan_ratified_on)
        source = writing.of_review("plan_ratified_on")
        yield writing.say(N_("The plan was ratified on {date}."), source, date=day)
        return
    if why:
        source = writing.of_review("plan_not_ratified_why")
        yield writing.say(N_("The plan was not ratified: {why}"), source, why=why)
    if sheet.plan_ratify_by is not None:
        day = writing.wording.plain_date(sheet.plan_ratify_by)
        source = writing.of_review("plan_ratify_by")
        yield writing.say(N_("It is to be ratified by {date}."), source, date=day)
