"""Requests of the child whose answer is left out of somebody else's copy of their letter."""

from dataclasses import replace

from models.disclosure.cut import Cut
from models.meeting_needs import is_answered
from models.review_sheet import ReviewSheet


def answered_only(before: ReviewSheet, left: ReviewSheet, cuts: list[Cut]) -> ReviewSheet:
    """The sheet without requests that were answered and are not any more; adds to the cuts.

    In a letter every request has its answer: one without would tell that something is gone.
    """
    asked = {each.id for each in before.wishes if each.asked_for and is_answered(before, each)}
    gone = [each for each in left.wishes if each.id in asked and not is_answered(left, each)]
    if not gone:
        return left
    cuts += [Cut("wish", each.id, "", each.words, "") for each in gone]
    wishes = tuple(each for each in left.wishes if each not in gone)
    shown = {each.drawing_id for each in wishes}
    drawings = tuple(each for each in left.drawings if each.id in shown)
    return replace(left, wishes=wishes, drawings=drawings)
