"""The next meeting, and that the chair will see or ring the child before it (L11)."""

from datetime import date

from letters.addresses import looks_like_an_address
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph
from letters.wording import strong
from letters.writing import Gap, Writing
from models.next_due import is_last_before_eighteen, is_last_review
from models.problems import N_
from models.review_sheet import ReviewSheet

_SEEN_BEFORE = {
    "see": N_("I will come and see you before then, by {date}."),
    "ring": N_("I will ring you before then, by {date}."),
    "video": N_("I will call you by video before then, by {date}."),
}
_SEEN = {
    "see": N_("I will come and see you by {date}."),
    "ring": N_("I will ring you by {date}."),
    "video": N_("I will call you by video by {date}."),
}
_IN_TOUCH_BEFORE = N_("I will be in touch with you before then, by {date}.")
_IN_TOUCH = N_("I will be in touch with you by {date}.")


def next_meeting(writing: Writing) -> LetterBlock:
    """L11: the next meeting and when the chair sees the child, or that this was the last."""
    is_last = is_last_review(writing.sheet)
    said = _it_was_the_last(writing) if is_last else [_when_we_meet(writing)]
    seen = _seen_before(writing)
    return LetterBlock(
        "L11",
        BlockKind.SECTION,
        (*said, seen) if seen else tuple(said),
        heading=writing.wording.say(
            N_("Your last meeting") if is_last else N_("Your next meeting")
        ),
        picture="calendar",
    )


def _it_was_the_last(writing: Writing) -> list[Paragraph]:
    """That no other meeting comes, why, and whom to ring after it."""
    sheet, source = writing.sheet, writing.of_review("no_next_review_why")
    if is_last_before_eighteen(sheet):
        said = N_(
            "This was your last meeting of this kind, because you will be 18 before the next one."
        )
        return [writing.say(said, source), *_whom_to_ring(writing)]
    last = writing.say(N_("This was your last meeting of this kind."), source)
    if sheet.no_next_review_why.strip():
        why = writing.typed(sheet.no_next_review_why, source)
    else:
        where = Gap("review", "no_next_review_why", "A12")
        why = writing.gap("L11", N_("Say why this was {name}’s last meeting"), where)
    return [last, why, *_whom_to_ring(writing)]


def _whom_to_ring(writing: Writing) -> list[Paragraph]:
    """The chair and the social worker; without a number L13 has the gap."""
    phone, source = writing.sheet.chair.phone.strip(), writing.of_review("next_review_on")
    workers = [each for each in writing.sheet.people if each.role == "social_worker"]
    worker = next((each for each in workers if each.phone.strip()), None)
    if worker is not None and phone:
        said = N_("If you want to talk after this, ring {name} on {number}, or me on {phone}.")
        return [
            writing.say(
                said, source, name=worker.short, number=strong(worker.phone.strip()),
                phone=strong(phone),
            )
        ]  # fmt: skip
    if phone:
        said = N_("If you want to talk after this, you can still ring me on {phone}.")
        return [writing.say(said, source, phone=strong(phone))]
    return []


def _when_we_meet(writing: Writing) -> Paragraph:
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
        said = N_("The day of your next meeting is not set yet. I will tell you when it is.")
        return writing.say(said, writing.of_review("no_next_review_why"))
    return writing.gap("L11", N_("Say when the next meeting is"), where)


def _day_time_and_place(writing: Writing, next_on: date) -> Paragraph:
    sheet, source = writing.sheet, writing.of_review("next_review_on")
    day, time = writing.day(next_on), writing.wording.time(sheet.next_review_time)
    place = sheet.next_review_place.strip().rstrip(".")
    place = "" if looks_like_an_address(place) else place  # an address is never printed
    if time.text and place:
        said = N_("We will meet again on {date} at {time}. Place: {place}.")
        return writing.say(said, source, date=day, time=time, place=place)
    if time.text:
        said = N_("We will meet again on {date} at {time}.")
        return writing.say(said, source, date=day, time=time)
    if place:
        said = N_("We will meet again on {date}. Place: {place}.")
        return writing.say(said, source, date=day, place=place)
    return writing.say(N_("We will meet again on {date}."), source, date=day)


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
    source, day = writing.of_review("see_child_by"), writing.day(sheet.see_child_by)
    if next_on is None:
        return writing.say(_SEEN.get(sheet.see_child_how, _IN_TOUCH), source, date=day)
    said = _SEEN_BEFORE.get(sheet.see_child_how, _IN_TOUCH_BEFORE)
    return writing.say(said, source, date=day)


def _last_day(sheet: ReviewSheet) -> date | None:
    """The last day of this review that is known."""
    days = [sitting.held_on for sitting in sheet.sittings]
    return max([*days, *filter(None, (sheet.held_on, sheet.completed_on))], default=None)
