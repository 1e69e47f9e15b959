"""The Words and Pictures road map: an insert with the child's own days, and where they are now.

Source: domain reference 4.4 and feature 59.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Piece, Pieces, joined
from letters.pictures import in_set
from letters.writing import Writing
from models.next_due import is_last_review
from models.problems import N_
from models.review_sheet import ReviewSheet
from models.rules.review_kinds import is_short_breaks

HERE = "road/here"
"""The key of the line that says which stop the child has come to."""
_MOST_DAYS = 4  # so many days are told one by one

_BEGAN, _FIRST, _SECOND, _LATER, _MOVING_ON = "began", "first", "second", "later", "moving_on"


@dataclass(frozen=True)
class _Stop:
    """A place on the road: its name and its picture."""

    key: str
    name: str
    picture: str


_IN_CARE = (
    _Stop(_BEGAN, N_("You came into care"), "house"),
    _Stop(_FIRST, N_("Your first meeting"), "meeting"),
    _Stop(_SECOND, N_("Your second meeting"), "home"),
    _Stop(_LATER, N_("More meetings"), "calendar"),
    _Stop(_MOVING_ON, N_("Moving on"), "growing-up"),
)
_OF_SHORT_BREAKS = (
    _Stop(_BEGAN, N_("Your short breaks began"), "house"),
    _Stop(_FIRST, N_("Your first meeting"), "meeting"),
    _Stop(_LATER, N_("More meetings"), "calendar"),
    _Stop(_MOVING_ON, N_("Moving on"), "growing-up"),
)


def road_map_block(writing: Writing) -> LetterBlock | None:
    """The road from coming into care to moving on; nothing where it was not asked for."""
    if not writing.sheet.making.letter.with_road_map:
        return None
    intro = writing.say(N_("This is your road. It shows your meetings."))
    stops = _road(writing.sheet)
    here = _here(writing.sheet, [stop.key for stop in stops])
    told = [line for stop in stops for line in _told(writing, stop, here)]
    return LetterBlock(
        "road",
        BlockKind.ROAD_MAP,
        (replace(intro, key="road/intro"), *told),
        heading=writing.wording.say(N_("Your road map")),
    )


def _road(sheet: ReviewSheet) -> tuple[_Stop, ...]:
    return _OF_SHORT_BREAKS if is_short_breaks(sheet.kind) else _IN_CARE


def _here(sheet: ReviewSheet, keys: list[str]) -> str:
    """The stop that this review is: its number says which, unless it is the last."""
    if is_last_review(sheet):
        return _MOVING_ON
    by_number = {1: _FIRST, 2: _SECOND}.get(sheet.number, _LATER)
    return by_number if by_number in keys else _LATER


def _told(writing: Writing, stop: _Stop, here: str) -> Iterator[Paragraph]:
    """The name of a stop with its picture, whether the child is there, and what is there."""
    name = Piece(writing.wording.say(stop.name), bold=True)
    picture_set = writing.sheet.making.letter.picture_set
    yield Paragraph((name,), picture=in_set(stop.picture, picture_set))
    if stop.key == here:
        marked = Piece(writing.wording.say(N_("You are here.")), bold=True)
        yield Paragraph((marked,), key=HERE)
    words = {
        _BEGAN: _began,
        _FIRST: _first,
        _SECOND: _second,
        _LATER: _later,
        _MOVING_ON: _moving_on,
    }[stop.key]
    yield Paragraph(joined(words(writing)), key=f"road/{stop.key}")
    if stop.key == _SECOND and writing.sheet.number > 1 and writing.sheet.home_line.strip():
        plan = writing.told_of_review("home_line")
        yield replace(plan, key="road/plan")


def _began(writing: Writing) -> Iterable[Pieces]:
    pieces, began_on = writing.wording.pieces, writing.sheet.care_began_on
    if began_on is None:
        return (pieces(N_("This is where your road begins.")),)
    day = writing.wording.plain_date(began_on)
    if is_short_breaks(writing.sheet.kind):
        return (pieces(N_("Your short breaks began on {date}."), date=day),)
    return (pieces(N_("We began to care for you on {date}."), date=day),)


def _first(writing: Writing) -> Iterable[Pieces]:
    return (*_when(writing, 1), writing.wording.pieces(N_("We talked about your plan.")))


def _second(writing: Writing) -> Iterable[Pieces]:
    """The day, and that the plan is to last. Source: timescales, T14."""
    pieces = writing.wording.pieces
    said = (
        N_("We talked about a plan that lasts.")
        if writing.sheet.number > 1
        else N_("We will talk about a plan that lasts.")
    )
    meant = pieces(N_("It says where you will grow up."))
    return (*_when(writing, 2), pieces(said), meant)


def _when(writing: Writing, number: int) -> Iterable[Pieces]:
    """The day of one meeting: when it was, or when it will be where that is set."""
    sheet, pieces = writing.sheet, writing.wording.pieces
    if number > sheet.number:
        next_on = _next_on(sheet) if number == sheet.number + 1 else None
        if next_on is None:
            return ()
        return (pieces(N_("It will be on {date}."), date=writing.wording.plain_date(next_on)),)
    held = _days_held(sheet).get(number)
    if held is not None:
        return (pieces(N_("It was on {date}."), date=writing.wording.plain_date(held)),)
    if number == sheet.number:
        return (pieces(N_("It is the one we have now.")),)
    return (pieces(N_("You have had this meeting.")),)


def _later(writing: Writing) -> Iterable[Pieces]:
    """The days of the meetings after the first ones, and of the next."""
    sheet, wording = writing.sheet, writing.wording
    after = 1 if is_short_breaks(sheet.kind) else 2
    held = sorted(day for number, day in _days_held(sheet).items() if number > after)
    if held:
        yield _days_told(writing, held)
    if is_last_review(sheet):
        if not held:
            yield wording.pieces(N_("You did not need more meetings."))
        return
    next_on = _next_on(sheet)
    if next_on is not None and sheet.number >= after:
        yield wording.pieces(N_("The next one is on {date}."), date=wording.plain_date(next_on))
    else:
        yield wording.pieces(N_("We meet at least every six months."))


def _days_told(writing: Writing, held: list[date]) -> Pieces:
    wording = writing.wording
    if len(held) > _MOST_DAYS:
        last = wording.plain_date(held[-1])
        return wording.ngettext(
            "We have met {count} more time. The last was on {date}.",
            "We have met {count} more times. The last was on {date}.",
            len(held),
            date=last,
        )
    days = wording.listed([wording.plain_date(day) for day in held])
    return wording.pieces(N_("We met on {dates}."), dates=days)


def _moving_on(writing: Writing) -> Iterable[Pieces]:
    pieces = writing.wording.pieces
    if is_last_review(writing.sheet):
        return (pieces(N_("This was your last meeting of this kind.")),)
    if is_short_breaks(writing.sheet.kind):
        ends = pieces(N_("One day your short breaks may end."))
    else:
        ends = pieces(N_("One day you will not need these meetings."))
    return (ends, pieces(N_("We will talk with you before then.")))


def _days_held(sheet: ReviewSheet) -> dict[int, date]:
    """The day of each review that is known, by its number."""
    held = {each.number: each.held_on for each in sheet.earlier_reviews if each.held_on}
    own = sheet.held_on or max((sitting.held_on for sitting in sheet.sittings), default=None)
    return {**held, sheet.number: own} if own else held


def _next_on(sheet: ReviewSheet) -> date | None:
    """The day of the next review, where it comes after this one."""
    held = _days_held(sheet).get(sheet.number)
    next_on = sheet.next_review_on
    return None if next_on and held and next_on <= held else next_on
