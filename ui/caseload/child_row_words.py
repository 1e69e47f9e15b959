"""One child as a line of the list, in words: each column, its badges, and a sentence of it all."""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from models.caseload import ChildLine
from models.rules.standing import standing
from models.rules.working_days import BeyondCalendar, WorkingDays
from ui.caseload.review_words import BadgeWords, age_and_pronouns
from ui.language import N_, _, date_in_words, day_in_words, ngettext, short_day


class Column(IntEnum):
    """The columns, as they stand from left to right."""

    NAME = 0
    LIVES_WITH = 1
    LAST_REVIEW = 2
    NEXT_REVIEW = 3
    LAST_LETTER = 4
    TO_KNOW = 5


HEADS = {
    Column.NAME: N_("Name"),
    Column.LIVES_WITH: N_("Lives with"),
    Column.LAST_REVIEW: N_("Last review"),
    Column.NEXT_REVIEW: N_("Next review by"),
    Column.LAST_LETTER: N_("Last letter"),
    Column.TO_KNOW: N_("To know"),
}


class Cell(NamedTuple):
    """The words of one cell: the fact, a second line, and the colour of the fact."""

    fact: str
    detail: str = ""
    colour: str = "ink"
    bold: bool = False


class ChildWords(NamedTuple):
    """Everything a row shows, and the sentence that a screen reader says."""

    mark: str
    cells: tuple[Cell, ...]
    badges: tuple[BadgeWords, ...]
    sentence: str


def child_words(line: ChildLine, today: date, calendar: WorkingDays) -> ChildWords:
    """Say what a row of the list shows."""
    found = tuple(_badges(line, today, calendar))
    cells = (
        Cell(_name(line), age_and_pronouns(line.born_on, line.pronouns, today), bold=True),
        Cell(line.lives_with),
        _last_review(line, today),
        _next_review(line, today),
        _last_letter(line),
    )
    said = [_name(line), cells[0].detail]
    for column, cell in zip(list(Column)[1:-1], cells[1:], strict=True):
        if cell.fact:
            said.append(_("{what}: {fact}").format(what=_(HEADS[column]), fact=_whole(cell)))
    said += [text for text, _kind, _icon in found]
    return ChildWords(line.called[:1].upper(), cells, found, ". ".join(said))


def _name(line: ChildLine) -> str:
    return f"{line.called} {line.family_name}".strip()


def _whole(cell: Cell) -> str:
    if not cell.detail:
        return cell.fact
    return _("{fact}, {detail}").format(fact=cell.fact, detail=cell.detail)


def _day(day: date, today: date) -> str:
    return short_day(day) if abs((day - today).days) < 300 else date_in_words(day)


def _last_review(line: ChildLine, today: date) -> Cell:
    if line.last_reviewed_on is None:
        return Cell(_("None yet"))
    day = _day(line.last_reviewed_on, today)
    return Cell(_("Review {number}, {day}").format(number=line.reviews_held, day=day))


def _next_review(line: ChildLine, today: date) -> Cell:
    if not line.in_care:
        return Cell(_("Not looked after now"))
    if line.under_way_id is not None:
        return Cell(_("Under way"), _("adjourned") if line.is_adjourned else "", bold=True)
    if line.review_due_on is None:
        return Cell(_("None before 18"))
    day, booked = _day(line.review_due_on, today), _booked(line, today)
    if line.review_due_on < today:
        return Cell(day, _("late, {booked}").format(booked=booked), "over", bold=True)
    return Cell(day, booked, bold=True)


def _booked(line: ChildLine, today: date) -> str:
    if line.booked_on is None:
        return _("not booked")
    if line.booked_on == today:
        return _("booked today")
    return _("booked {day}").format(day=_day(line.booked_on, today))


def _last_letter(line: ChildLine) -> Cell:
    if line.letter_owed_since is not None:
        return Cell(_("Not sent yet"), colour="due", bold=True)
    if line.last_letter_on is None:
        return Cell(_("None yet") if line.reviews_held else "")
    return Cell(short_day(line.last_letter_on))


def _badges(line: ChildLine, today: date, calendar: WorkingDays) -> list[BadgeWords]:
    found: list[BadgeWords] = []
    if line.is_adjourned:
        found.append((_("Adjourned"), "due", ""))
    elif line.under_way_id is not None:
        found.append((_("Review under way"), "info", "play-fill"))
    elif line.in_care and line.review_due_on is not None and line.review_due_on < today:
        found.append((_late(line.review_due_on, today, calendar), "over", ""))
    if line.is_cover:
        found.append((_("You cover"), "neutral", "users-three"))
    if line.is_restricted:
        found.append((_("Restricted"), "neutral", "lock-simple-fill"))
    if line.interpreter:
        found.append((line.first_language or _("Interpreter"), "neutral", "translate"))
    if line.letter_owed_since is not None:
        day = short_day(line.letter_owed_since)
        found.append((_("Letter for {day}").format(day=day), "due", "envelope-simple"))
    return found


def _late(due_on: date, today: date, calendar: WorkingDays) -> str:
    try:
        days = standing(due_on, today, calendar).working_days
    except BeyondCalendar:
        return _("Late")
    if not days:
        return _("Late since {day}").format(day=day_in_words(due_on, today))
    words = ngettext("{count} working day late", "{count} working days late", days)
    return words.format(count=days)
