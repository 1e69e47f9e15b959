"""How what an earlier review heard of a decision is said in one line."""

from datetime import date

from models.decision import OUTCOME_WORDS, Outcome
from models.decisions_before import HeardBefore
from ui.language import _
from ui.meeting.clock_words import day_words


def heard_words(heard: HeardBefore, today: date) -> str:
    """Say which review it was, how it had gone, why, and the date it was given."""
    values = {
        "number": heard.review_number,
        "outcome": _(OUTCOME_WORDS[Outcome(heard.outcome)]),
        "why": heard.why.strip().rstrip("."),
        "day": day_words(heard.new_by_when, today) if heard.new_by_when else "",
    }
    if heard.new_by_when and values["why"]:
        return _("Review {number}: {outcome}, because: {why}. New date {day}.").format(**values)
    if heard.new_by_when:
        return _("Review {number}: {outcome}. New date {day}.").format(**values)
    if values["why"]:
        return _("Review {number}: {outcome}, because: {why}.").format(**values)
    return _("Review {number}: {outcome}.").format(**values)
