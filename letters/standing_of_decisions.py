"""Whether a decision may be told as a fact on the day a letter is written.

Source: domain reference 5.3 (what must not be in a letter) and 6.2 (order of finalising).
"""

from datetime import date

from models.review_sheet import ReviewSheet
from models.rules.finalising import DecisionsStanding, standing_of_decisions
from models.rules.working_days import WorkingDays


def standing_on(sheet: ReviewSheet, today: date) -> DecisionsStanding:
    """How the decisions stand on that day."""
    return standing_of_decisions(sheet, today, WorkingDays.of_england_and_wales())


def are_still_with_manager(sheet: ReviewSheet, today: date) -> bool:
    """Whether none of them stands yet: nobody agreed, and no silence has made them stand."""
    return not standing_on(sheet, today).others_stand


def is_disputed(sheet: ReviewSheet, decision_id: str, today: date) -> bool:
    """Whether the manager objects to this decision, so that it is no fact yet."""
    return decision_id in standing_on(sheet, today).disputed
