"""Why there was a meeting, when, and who came or could not (L3)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from letters.bands import Band
from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Pieces, Source, joined
from letters.who_came import who_came
from letters.writing import Gap, Writing
from models.next_due import is_last_review
from models.problems import N_
from models.rules.age import age_on
from models.rules.review_kinds import REVIEW_KINDS

_THANKS = {
    "in_room": InBands(
        N_("Thank you for coming to your meeting on {date}."),
        a=N_("We met on {date}. You came. Thank you."),
        d=N_("Thank you for coming to your review on {date}."),
        e=N_("Thank you for coming to your meeting. It was on {date}."),
        u=N_("We met to talk about you on {date}. You were there."),
    ),
    "video": InBands(
        N_("Thank you for joining your meeting by video on {date}."),
        a=N_("We met on {date}. You were on a screen. Thank you."),
        d=N_("Thank you for joining your review by video on {date}."),
        e=N_("Thank you for joining your meeting by video. It was on {date}."),
        u=N_("We met to talk about you on {date}. You joined by video."),
    ),
    "phone": InBands(
        N_("Thank you for joining your meeting by phone on {date}."),
        a=N_("We met on {date}. You were on the phone. Thank you."),
        d=N_("Thank you for joining your review by phone on {date}."),
        e=N_("Thank you for joining your meeting by phone. It was on {date}."),
        u=N_("We met to talk about you on {date}. You joined by phone."),
    ),
    "no": InBands(
        N_("We had your meeting on {date}. You were not there, and that is all right."),
        a=N_("We met on {date}. You were not there. That is all right."),
        d=N_("We held your review on {date}. You were not there, and that is all right."),
        e=N_("We had your meeting on {date}. You were not there. That is all right."),
        u=N_("We met to talk about you on {date}. You were not at the meeting."),
    ),
}
_CHAIRED = {
    "all": InBands(
        N_("Thank you for chairing your own meeting on {date}."),
        a=N_("We met on {date}. You ran your own meeting. Thank you."),
        d=N_("Thank you for chairing your own review on {date}."),
        e=N_("You ran your own meeting on {date}. Thank you."),
        u=N_("We met to talk about you on {date}. You led the meeting."),
    ),
    "part": InBands(
        N_("Thank you for coming to your meeting on {date}. You chaired part of it yourself."),
        a=N_("We met on {date}. You ran some of it. Thank you."),
        d=N_("Thank you for coming to your review on {date}, and for chairing part of it."),
        e=N_("Thank you for coming to your meeting on {date}. You ran some of it."),
        u=N_("We met to talk about you on {date}. You led some of the meeting."),
    ),
}
_HELD = InBands(
    N_("We had your meeting on {date}."),
    a=N_("We met on {date}."),
    d=N_("We held your review on {date}."),
    u=N_("We met to talk about you on {date}."),
)
_NAMED = {  # by the letter of the kind of review
    "adoption": InBands(
        N_("It was an adoption review. Adoption means a new family for good."),
        a=N_("It was about a new family."),
        c=N_("It was an adoption review."),
    ),
    "placed": InBands(
        N_("It was an adoption review. Adoption means a new family for good."),
        a=N_("It was about your new family."),
        c=N_("It was an adoption review."),
    ),
    "short_breaks": InBands(
        N_("It was a meeting about your short breaks."), a=N_("It was about your short breaks.")
    ),
}
_WHY = {
    "adoption": InBands(
        N_("We are looking for a new family for you. We met to check how that is going."),
        a=N_("We are looking for a new family."),
        u=N_("We were looking for a new family for you. We met to check how that was going."),
    ),
    "placed": InBands(
        N_("We met to check how things are in your new family."),
        a=N_("We want to know how you are there."),
        e=N_("We checked how things are in your new family."),
        u=N_("We met to check how things were in your new family."),
    ),
    "short_breaks": InBands(
        N_("We met to check that they are right for you."),
        a=N_("We checked that they are right for you."),
        u=N_("We met to check that they were right for you."),
    ),
    "moving_on": InBands(
        N_("We met to check you have what you need from now on."),
        a=N_("We checked what you need from now on."),
        e=N_("We checked what you need from now on."),
        u=N_("We met to check that you had what you needed from then on."),
    ),
}
_WHY_USUALLY = InBands(
    N_("We met to check that your plan is right for you."),
    a=N_("We checked your plan is right for you."),
    d=N_("We met to check that your plan is right for you, and that it is happening."),
    e=N_("We checked that your plan is right for you."),
    u=N_("We met to check that the plan for you was right."),
)
_NOT_YET_ONE = N_("You were not yet one year old.")


def meeting(writing: Writing) -> LetterBlock:
    """L3: why we met, when, who came and who could not."""
    told = (*_age(writing), *_why_and_when(writing), *who_came(writing))
    return LetterBlock("L3", BlockKind.PLAIN, told)


def _age(writing: Writing) -> Iterator[Paragraph]:
    """How old the child was, in a letter that is kept for later."""
    held = _days(writing)
    if writing.band is not Band.U or not held:
        return
    years = age_on(writing.sheet.child.born_on, held[0])
    said = (
        writing.wording.ngettext(
            "You were {count} year old.", "You were {count} years old.", years
        )
        if years > 0
        else writing.pieces(_NOT_YET_ONE)
    )
    yield Paragraph(said, Source("child", writing.sheet.child.id, "born_on"), key="L3/age")


def _days(writing: Writing) -> list[date]:
    """The days of the meeting, where any is known."""
    sheet = writing.sheet
    days = list(dict.fromkeys(sitting.held_on for sitting in sheet.sittings))
    return days or ([sheet.held_on] if sheet.held_on else [])


def _why_and_when(writing: Writing) -> Iterator[Paragraph]:
    """That there was a meeting, its day and its kind, and why we met; in Easy Read one by one."""
    days = _days(writing)
    if not days:
        where = Gap("review", "held_on", "A1")
        gap = writing.gap("L3", N_("Say when the meeting was held"), where)
        yield replace(gap, key="L3/why")
        return
    source = writing.of_review("what_for")
    first, *rest = _sentences(writing, days)
    if writing.band is Band.E:
        held = Paragraph(first, writing.of_review("held_on"), key="L3/when")
        yield writing.pictured(held, "meeting")
        yield writing.pictured(Paragraph(joined(rest), source, key="L3/why"), "next")
        return
    said = Paragraph(joined((first, *rest)), source, key="L3/why")
    yield writing.pictured(said, "meeting")


def _sentences(writing: Writing, days: list[date]) -> Iterator[Pieces]:
    told = writing.sheet.participation
    presence, chaired = (told.was_there, told.chaired) if told else ("", "")
    when = writing.wording.listed([writing.day(day) for day in days])
    yield writing.pieces(_CHAIRED.get(chaired) or _THANKS.get(presence, _HELD), date=when)
    kind = _letter_of(writing)
    if kind in _NAMED:
        yield writing.pieces(_NAMED[kind])
    typed = writing.sheet.what_for
    if typed.strip():
        yield writing.typed(typed, writing.of_review("what_for")).pieces
    else:
        yield writing.pieces(_WHY.get(kind, _WHY_USUALLY))


def _letter_of(writing: Writing) -> str:
    """Which letter this kind of review has; with a next day set nobody has moved on yet."""
    kind = REVIEW_KINDS.get(writing.sheet.kind)
    letter = kind.letter if kind else ""
    return "" if letter == "moving_on" and not is_last_review(writing.sheet) else letter
