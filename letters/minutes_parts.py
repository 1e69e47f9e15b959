"""The minutes of how a review was held: its parts and who was at each, moved, or covered."""

from collections.abc import Iterator

from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph, Source
from letters.wording import Value
from letters.writing import Gap
from models.day_checks import LateReturn, late_returns
from models.problems import N_
from models.review_sheet import RearrangedOnSheet, SittingOnSheet
from models.rules.adjourning import ADJOURN_REASONS, MOVE_REASONS, why_words
from models.rules.working_days import BeyondCalendar, WorkingDays

CHILD = "child"


def how_it_was_held(writing: MinutesWriting) -> Iterator[Paragraph]:
    """Each part of a review in several; a day it was moved from; whose review it is."""
    sheet = writing.sheet
    if sheet.covering_for.strip():
        source = writing.of_review("covering_for")
        said = N_("Chaired in the place of {name}, {child}’s Independent Reviewing Officer.")
        yield writing.say(said, source, name=sheet.covering_for.strip(), child=writing.called)
    for moved in sheet.rearranged:
        yield from _moved(writing, moved)
    if len(sheet.sittings) > 1 or any(sitting.adjourned for sitting in sheet.sittings):
        for sitting in sheet.sittings:
            yield from _part(writing, sitting)
    yield from _went_on_late(writing)
    ended = sheet.state == "finished" and bool(sheet.sittings) and sheet.sittings[-1].adjourned
    if ended and (why := sheet.not_resumed_why.strip()):
        source = writing.of_review("not_resumed_why")
        yield writing.say(N_("It was not gone on with, because: {why}"), source, why=why)
    if sheet.state == "adjourned":
        yield writing.line(
            N_("It is not complete: nothing proposed in it may be put into effect yet.")
        )


def _moved(writing: MinutesWriting, moved: RearrangedOnSheet) -> Iterator[Paragraph]:
    """From which day to which, who asked when, why, and how late that made it."""
    plain, sheet = writing.wording.plain_date, writing.sheet
    source, to_day = Source("rearranged", moved.id, "why"), moved.to_day
    values: dict[str, Value] = {
        "date": plain(moved.from_day),
        "who": moved.asked_by,
        "asked_on": plain(moved.asked_on),
        "why": why_words(MOVE_REASONS, moved.why_kind, moved.why, writing.wording.say),
    }
    if to_day is None:
        said = N_("Moved from {date}. {who} asked on {asked_on}, because: {why}")
        yield writing.say(said, source, **values)
        return
    said = N_("Moved from {date} to {new_date}. {who} asked on {asked_on}, because: {why}")
    yield writing.say(said, source, new_date=plain(to_day), **values)
    due_on = sheet.due_on or sheet.child.review_due_on
    if due_on is not None and to_day > due_on:
        one = N_("That was {count} day after the last day in time, {date}.")
        many = N_("That was {count} days after the last day in time, {date}.")
        late_by = (to_day - due_on).days
        told = writing.wording.ngettext(one, many, late_by, date=plain(due_on))
        yield Paragraph(told, source)


def _went_on_late(writing: MinutesWriting) -> Iterator[Paragraph]:
    """Each part that was held after the last day for it, and why."""
    source, plain = writing.of_review("resumed_late_why"), writing.wording.plain_date
    late, why = _late_returns(writing), writing.sheet.resumed_late_why.strip()
    for each in late:
        said = N_("Part {number} was held on {date}, after the last day for it, {last_day}.")
        yield writing.say(
            said, source, number=each.number, date=plain(each.held_on),
            last_day=plain(each.last_day),
        )  # fmt: skip
    if why:
        yield writing.say(N_("It went on late, because: {why}"), source, why=why)
    elif late:
        where = Gap("review", "resumed_late_why", "A1")
        yield writing.lacking("control", N_("Say why the review went on so late"), where)


def _late_returns(writing: MinutesWriting) -> tuple[LateReturn, ...]:
    """As far as the bank holidays are known."""
    try:
        return late_returns(writing.sheet, WorkingDays.of_england_and_wales())
    except BeyondCalendar:
        return ()


def _part(writing: MinutesWriting, sitting: SittingOnSheet) -> Iterator[Paragraph]:
    when, why = when_and_where(writing, sitting), _why(writing, sitting)
    number, source = sitting.number, Source("sitting", sitting.id, "reason")
    if sitting.adjourned and why:
        said = N_("Part {number}: {when}. Adjourned, because: {reason}")
        yield writing.say(said, source, number=number, when=when, reason=why)
    elif why:
        said = N_("Part {number}: {when}. {reason}")
        yield writing.say(said, source, number=number, when=when, reason=why)
    else:
        yield writing.say(N_("Part {number}: {when}."), source, number=number, when=when)
    if sitting.again_why.strip():
        said = N_("Adjourned a second time, because: {reason}")
        yield writing.line(said, reason=sitting.again_why.strip())
    names = _names(writing, sitting)
    if names:
        there = writing.wording.listed(names)
        said = N_("At part {number}: {names}.")
        yield writing.say(said, Source("sitting", sitting.id, "came"), number=number, names=there)


def _why(writing: MinutesWriting, sitting: SittingOnSheet) -> str:
    say = writing.wording.say
    return why_words(ADJOURN_REASONS, sitting.reason_kind, sitting.reason, say)


def _names(writing: MinutesWriting, sitting: SittingOnSheet) -> list[str]:
    sheet = writing.sheet
    child = [sheet.child.full_name] if CHILD in sitting.came else []
    return child + [person.name for person in sheet.people if person.id in sitting.came]


def when_and_where(writing: MinutesWriting, sitting: SittingOnSheet) -> str:
    """The day, the times and the place of one part."""
    say, time = writing.wording.say, writing.wording.time
    day = writing.wording.full_day(sitting.held_on)
    began, ended, place = time(sitting.began_at), time(sitting.ended_at), sitting.place.strip()
    when = say("{day}", day=day)
    if began.text and ended.text:
        when = say(N_("{day}, {began} to {ended}"), day=day, began=began, ended=ended)
    elif began.text:
        when = say(N_("{day}, from {began}"), day=day, began=began)
    return say(N_("{when}, {place}"), when=when, place=place) if place else when
