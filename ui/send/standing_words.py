"""Where the decisions stand, and each clock after a review, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from models.caseload import DueLine
from models.managers_reply_words import NO_REPLY
from models.review_sheet import MilestoneOnSheet, ReviewSheet
from models.rules.deadlines import after_completion
from models.rules.finalising import DecisionsStanding, Standing, standing_of_decisions
from models.rules.timescales import MANAGER_REPLIES
from models.rules.working_days import BeyondCalendar, WorkingDays
from ui.caseload.clock_words import due_words, late_words
from ui.language import N_, _, day_in_words

STANDING_WORDS: Final = {
    Standing.DRAFT: N_("Not sent yet"),
    Standing.WITH_MANAGER: N_("With the manager"),
    Standing.AGREED: N_("Agreed"),
    Standing.NO_REPLY: N_("No reply, so they stand"),
    Standing.DISPUTED: N_("The manager objects"),
    Standing.FINAL: N_("Final"),
    Standing.DISTRIBUTED: N_("Final and sent"),
}
STANDING_KINDS: Final = {
    Standing.DRAFT: "neutral",
    Standing.WITH_MANAGER: "due",
    Standing.DISPUTED: "over",
}


@dataclass(frozen=True)
class ClockWords:
    """One clock: what it is for, how it stands, how it was counted, and whether it was late."""

    clock: str
    task: str
    standing: str
    kind: str
    how_counted: str
    source: str
    is_met: bool = False
    is_late: bool = False
    why_late: str = ""


def standing_on(sheet: ReviewSheet, today: date, calendar: WorkingDays) -> DecisionsStanding:
    """How the decisions stand today."""
    return standing_of_decisions(sheet, today, calendar)


def state_words(sheet: ReviewSheet, standing: DecisionsStanding) -> str:
    """Where the decisions stand, in a few words."""
    answered = any(each.clock == MANAGER_REPLIES.id and each.note != NO_REPLY
                   for each in sheet.milestones)  # fmt: skip
    if standing.state is Standing.NO_REPLY and answered:
        return _("They stand")
    return _(STANDING_WORDS[standing.state])


def why_words(standing: DecisionsStanding, today: date) -> str:
    """Why they stand so, with the last day of the answer in words."""
    if not standing.why:
        return ""
    day = day_in_words(standing.reply_by, today) if standing.reply_by else ""
    return _(standing.why).format(day=day)


def clock_words(
    sheet: ReviewSheet, clock: str, today: date, calendar: WorkingDays
) -> ClockWords | None:
    """One clock of this review; none where it has not begun or cannot be counted."""
    counted_from = sheet.completed_on
    met = next((each for each in sheet.milestones if each.clock == clock), None)
    sent_on = standing_on(sheet, today, calendar).sent_on
    if clock == MANAGER_REPLIES.id:
        counted_from = sent_on
    if sheet.completed_on is None or counted_from is None:
        return None
    try:
        due_on = after_completion(sheet.completed_on, calendar, sent_on)[clock]
        line = DueLine(clock, counted_from, due_on, sheet.child_id, sheet.id, sheet.child.called)
        words = due_words(line, today, calendar)
    except BeyondCalendar:
        return None
    if met is None:
        return ClockWords(clock, words.task, words.standing, words.kind, words.how_counted,
                          words.source, is_late=words.kind == "late")  # fmt: skip
    return _met(met, words.task, due_on, today, calendar, (words.how_counted, words.source))


def _met(  # a clock is all of these
    met: MilestoneOnSheet, task: str, due_on: date, today: date, calendar: WorkingDays,
    counted: tuple[str, str],
) -> ClockWords:  # fmt: skip
    done = day_in_words(met.met_on, today)
    is_silence = met.clock == MANAGER_REPLIES.id and met.note == NO_REPLY
    is_late = met.met_on > due_on and not is_silence
    said = _("Done on {day}").format(day=done)
    if is_silence:
        said = _("No reply in time; noted on {day}").format(day=done)
    elif is_late:
        late = late_words(calendar.between(due_on, met.met_on), day_in_words(due_on, today))
        said = _("Done on {day}. {late}").format(day=done, late=late)
    why = "" if is_silence else met.note
    return ClockWords(met.clock, task, said, "late" if is_late else "met", *counted,
                      is_met=True, is_late=is_late, why_late=why)  # fmt: skip
