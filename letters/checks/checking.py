"""Every check of a letter, in the order in which they are shown."""

from datetime import date

from letters.checks import (
    blocks,
    days,
    names,
    pictures_here,
    plain,
    pronouns,
    restricted,
    standing,
    told_first,
    whole,
    words,
)
from letters.checks.concern import Checked, Concern
from letters.letter import Letter
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays

CHECKS = (
    restricted.restricted_words,
    names.other_children,
    words.addresses,
    words.homes,
    blocks.gaps,
    blocks.missing_blocks,
    whole.rights,
    whole.reaching,
    whole.posting,
    pictures_here.pictures_here,
    whole.blocks_left_out,
    whole.decisions_left_out,
    blocks.decisions,
    names.chosen_name,
    pronouns.pronouns,
    names.third_person,
    told_first.told_first,
    standing.agreed,
    standing.in_time,
    days.days_gone,
    standing.language,
    standing.unchecked_words,
    standing.untranslated,
    standing.asked_for,
    words.unfinished,
    words.dates,
    plain.plain_words,
    plain.reading_level,
    standing.length,
    whole.pages,
)


def checks_of(
    sheet: ReviewSheet, letter: Letter, today: date, calendar: WorkingDays | None = None
) -> tuple[Concern, ...]:
    """Everything to look at, those that cannot be set aside first; each key once."""
    days = calendar or WorkingDays.of_england_and_wales()
    checked = Checked(sheet, letter, today, days)
    found = {concern.key: concern for check in CHECKS for concern in check(checked)}
    return tuple(sorted(found.values(), key=lambda concern: concern.can_be_set_aside))


def unanswered(sheet: ReviewSheet, concerns: tuple[Concern, ...]) -> tuple[Concern, ...]:
    """Those that are neither mended nor set aside with a reason."""
    waived = sheet.making.waived
    return tuple(
        concern for concern in concerns if not (concern.can_be_set_aside and concern.key in waived)
    )
