"""Whether the decisions of a review are still with the manager on the day a letter is written.

Source: domain reference 5.3 (what must not be in a letter) and 6.2 (order of finalising).
"""

from datetime import date

from models.review_sheet import ReviewSheet
from models.rules.timescales import DECISIONS_WRITTEN, MANAGER_REPLIES
from models.rules.working_days import BeyondCalendar, WorkingDays


def are_still_with_manager(sheet: ReviewSheet, today: date) -> bool:
    """Whether nobody has agreed them yet: no reply is noted, and the days for one still run.

    Without a reply they stand once the days for it have passed.
    """
    met = {each.clock: each.met_on for each in sheet.milestones}
    if MANAGER_REPLIES.id in met:
        return False
    written = met.get(DECISIONS_WRITTEN.id)
    if written is None:
        return True
    try:
        last = WorkingDays.of_england_and_wales().after(written, MANAGER_REPLIES.length)
    except BeyondCalendar:
        return False
    return today <= last
