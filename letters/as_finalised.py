"""The sheet of a review as it will be once its record is approved, to compose its pages from."""

from dataclasses import replace
from datetime import date

from letters.standing_of_decisions import standing_on
from models.managers_reply_words import NO_REPLY
from models.review_sheet import MilestoneOnSheet, ReviewSheet
from models.rules.finalising import Standing
from models.rules.timescales import MANAGER_REPLIES, RECORD_WRITTEN


def as_finalised(sheet: ReviewSheet, on: date) -> ReviewSheet:
    """What models.managers_reply.finalise makes of it on that day."""
    met = {each.clock for each in sheet.milestones}
    new: list[MilestoneOnSheet] = []
    silent = standing_on(sheet, on).state is Standing.NO_REPLY
    if MANAGER_REPLIES.id not in met and silent:
        new.append(MilestoneOnSheet("", MANAGER_REPLIES.id, on, NO_REPLY))
    if RECORD_WRITTEN.id not in met:
        new.append(MilestoneOnSheet("", RECORD_WRITTEN.id, on, ""))
    milestones = sorted((*sheet.milestones, *new), key=lambda each: each.clock)
    return replace(sheet, finalised_on=on, reopened_why="", milestones=tuple(milestones))
