"""The next meeting, and that the chair will see or ring the child before it (L11)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from letters.addresses import looks_like_an_address
from letters.bands import Band
from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph
from letters.wording import strong
from letters.writing import Gap, Writing
from models.next_due import is_last_before_eighteen, is_last_review
from models.problems import N_
from models.review_sheet import ReviewSheet

_HEADING = InBands(
    N_("Your next meeting"), c=N_("What happens now"), d=N_("Your next review"),
    u=N_("What came next"),
)  # fmt: skip
_HEADING_OF_LAST = InBands(
    N_("Your last meeting"), d=N_("Your last review"), u=N_("Your last meeting")
)
_WAS_LAST = InBands(
    N_("This was your last meeting of this kind."), d=N_("This was your last review of this kind.")
)
_LAST_BEFORE_EIGHTEEN = InBands(
    N_("This was your last meeting of this kind. You will be 18 before the next one."),
    d=N_("This was your last review of this kind, because you will be 18 before the next one."),
    u=N_("This was your last meeting of this kind. You were going to be 18 before the next one."),
)
_RING_US = InBands(
    N_("If you want to talk after this, ring {name} on {number}, or me on {phone}."),
    a=N_("You can ring {name}: {number}. You can ring me: {phone}."),
    e=N_("You can still talk to us. Ring {name} on {number}. Ring me on {phone}."),
)
_RING_ME = InBands(
    N_("If you want to talk after this, ring me on {phone}."),
    a=N_("You can still ring me: {phone}."),
    e=N_("You can still talk to me. Ring me on {phone}."),
)
_NO_DAY = InBands(
    N_("The day of your next meeting is not set yet. I will tell you when it is."),
    a=N_("We will meet again. I will tell you when."),
    d=N_("The day of your next review is not set yet. I will tell you when it is."),
    u=N_("The day of your next meeting was not set yet."),
)
_AT_TIME_AND_PLACE = InBands(
    N_("We will meet again on {date} at {time}. Place: {place}."),
    u=N_("We planned to meet again on {date} at {time}. Place: {place}."),
)
_AT_TIME = InBands(
    N_("We will meet again on {date} at {time}."),
    u=N_("We planned to meet again on {date} at {time}."),
)
_AT_PLACE = InBands(
    N_("We will meet again on {date}. Place: {place}."),
    u=N_("We planned to meet again on {date}. Place: {place}."),
)
_ON = InBands(N_("We will meet again on {date}."), u=N_("We planned to meet again on {date}."))
_SEEN_BEFORE = {
    "see": InBands(
        N_("I will come and see you before then, by {date}."),
        a=N_("I will come and see you by {date}."),
        u=N_("I said that I would come and see you before then, by {date}."),
    ),
    "ring": InBands(
        N_("I will ring you before then, by {date}."),
        u=N_("I said that I would ring before then, by {date}."),
    ),
    "video": InBands(
        N_("I will call you by video before then, by {date}."),
        a=N_("I will call you by video by {date}."),
        u=N_("I said that I would call by video before then, by {date}."),
    ),
}
_SEEN = {
    "see": InBands(
        N_("I will come and see you by {date}."),
        u=N_("I said that I would come and see you by {date}."),
    ),
    "ring": InBands(N_("I will ring you by {date}."), u=N_("I said that I would ring by {date}.")),
    "video": InBands(
        N_("I will call you by video by {date}."),
        u=N_("I said that I would call by video by {date}."),
    ),
}
_IN_TOUCH_BEFORE = InBands(
    N_("I will be in touch with you before then, by {date}."),
    a=N_("I will talk to you by {date}."),
    u=N_("I said that I would be in touch before then, by {date}."),
)
_IN_TOUCH = InBands(
    N_("I will be in touch with you by {date}."),
    a=N_("I will talk to you by {date}."),
    u=N_("I said that I would be in touch by {date}."),
)


def next_meeting(writing: Writing) -> LetterBlock:
    """L11: the next meeting and when the chair sees the child, or that this was the last."""
    is_last = is_last_review(writing.sheet)
    said = _it_was_the_last(writing) if is_last else _when_we_meet(writing)
    lines = [writing.pictured(line, "calendar") for line in said]
    seen = _seen_before(writing)
    if seen is not None:
        lines.append(writing.pictured(replace(seen, key="L11/seen"), _picture_of_seen(writing)))
    return LetterBlock(
        "L11",
        BlockKind.SECTION,
        tuple(lines),
        heading=writing.heading(_HEADING_OF_LAST if is_last else _HEADING),
        picture="calendar",
    )


def _picture_of_seen(writing: Writing) -> str:
    """How the chair is in touch; for the youngest it stands in the row of the next meeting."""
    if writing.band is Band.A:
        return ""
    return "phone" if writing.sheet.see_child_how in {"ring", "video"} else "visit"


def _it_was_the_last(writing: Writing) -> Iterator[Paragraph]:
    """That no other meeting comes, why, and whom to ring after it."""
    sheet, source = writing.sheet, writing.of_review("no_next_review_why")
    typed = sheet.no_next_review_why.strip()
    if is_last_before_eighteen(sheet) and not typed:
        yield writing.keyed("L11/last", _LAST_BEFORE_EIGHTEEN, source)
    else:
        yield writing.keyed("L11/last", _WAS_LAST, source)
        if typed:
            why = writing.told_of_review("no_next_review_why")
        else:
            where = Gap("review", "no_next_review_why", "A12")
            why = writing.gap("L11", N_("Say why this was {name}’s last meeting"), where)
        yield replace(why, key="L11/last_why")
    yield from _whom_to_ring(writing)


def _whom_to_ring(writing: Writing) -> Iterator[Paragraph]:
    """The chair and the social worker; without a number L13 has the gap."""
    phone, source = writing.sheet.chair.phone.strip(), writing.of_review("next_review_on")
    workers = [each for each in writing.sheet.people if each.role == "social_worker"]
    worker = next((each for each in workers if each.phone.strip()), None)
    if worker is not None and phone:
        yield writing.keyed(
            "L11/ring", _RING_US, source, name=worker.short, number=strong(worker.phone.strip()),
            phone=strong(phone),
        )  # fmt: skip
    elif phone:
        yield writing.keyed("L11/ring", _RING_ME, source, phone=strong(phone))


def _when_we_meet(writing: Writing) -> Iterator[Paragraph]:
    yield replace(_next_day(writing), key="L11/when")


def _next_day(writing: Writing) -> Paragraph:
    sheet = writing.sheet
    where = Gap("review", "next_review_on", "A12")
    if sheet.next_review_on is None:
        return _no_day(writing, where)
    held = _last_day(sheet)
    if held is not None and sheet.next_review_on <= held:
        said = N_("Choose a day for the next meeting that comes after this one")
        return writing.gap("L11", said, where)
    return _day_time_and_place(writing, sheet.next_review_on)


def _no_day(writing: Writing, where: Gap) -> Paragraph:
    if writing.sheet.no_next_review_why.strip():
        return writing.say(_NO_DAY, writing.of_review("no_next_review_why"))
    return writing.gap("L11", N_("Say when the next meeting is"), where)


def _day_time_and_place(writing: Writing, next_on: date) -> Paragraph:
    sheet, source = writing.sheet, writing.of_review("next_review_on")
    day, time = writing.day(next_on), writing.wording.time(sheet.next_review_time)
    place = sheet.next_review_place.strip().rstrip(".")
    place = "" if looks_like_an_address(place) else place  # an address is never printed
    if time.text and place:
        said = _told(writing, _AT_TIME_AND_PLACE, next_on)
        return writing.say(said, source, date=day, time=time, place=place)
    if time.text:
        return writing.say(_told(writing, _AT_TIME, next_on), source, date=day, time=time)
    if place:
        return writing.say(_told(writing, _AT_PLACE, next_on), source, date=day, place=place)
    return writing.say(_told(writing, _ON, next_on), source, date=day)


def _told(writing: Writing, words: InBands, day: date) -> InBands:
    """A promise in the words of this band; of a day that is gone, as something once promised."""
    return InBands(words.words(Band.U)) if day < writing.dated else words


def _seen_before(writing: Writing) -> Paragraph | None:
    sheet, where = writing.sheet, Gap("review", "see_child_by", "A12")
    if sheet.see_child_by is None:
        if is_last_review(sheet):
            return None
        said = N_("Say by when you will see or ring {name} before the next meeting")
        return writing.gap("L11", said, where)
    held = _last_day(sheet)
    if held is not None and sheet.see_child_by <= held:
        said = N_("Choose a day to see or ring {name} that comes after this meeting")
        return writing.gap("L11", said, where)
    next_on = sheet.next_review_on
    if next_on and sheet.see_child_by > next_on and (held is None or next_on > held):
        said = N_("Choose a day to see or ring {name} that comes before the next meeting")
        return writing.gap("L11", said, where)
    return _see_by(writing, sheet.see_child_by)


def _see_by(writing: Writing, by: date) -> Paragraph:
    how, is_gone = writing.sheet.see_child_how, by < writing.dated
    if writing.sheet.next_review_on is None or (is_gone and writing.band is Band.A):
        said = _SEEN.get(how, _IN_TOUCH)
    else:
        said = _SEEN_BEFORE.get(how, _IN_TOUCH_BEFORE)
    source, day = writing.of_review("see_child_by"), writing.day(by)
    return writing.say(_told(writing, said, by), source, date=day)


def _last_day(sheet: ReviewSheet) -> date | None:
    """The last day of this review that is known."""
    days = [sitting.held_on for sitting in sheet.sittings]
    return max([*days, *filter(None, (sheet.held_on, sheet.completed_on))], default=None)
