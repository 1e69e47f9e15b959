"""How the letter begins: the greeting, something warm, why we met and who came (L1 to L3)."""

from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Pieces, Source, joined
from letters.who_came import who_came
from letters.writing import Gap, Writing
from models.next_due import is_last_review
from models.problems import N_
from models.rules.review_kinds import REVIEW_KINDS

_THANKS = {
    "in_room": N_("Thank you for coming to your meeting on {date}."),
    "video": N_("Thank you for joining your meeting by video on {date}."),
    "phone": N_("Thank you for joining your meeting by phone on {date}."),
    "no": N_("We had your meeting on {date}. You were not there, and that is all right."),
}
_CHAIRED = {
    "all": N_("Thank you for chairing your own meeting on {date}."),
    "part": N_("Thank you for coming to your meeting on {date}, and for chairing part of it."),
}
_HELD = N_("We had your meeting on {date}.")
_NAMED = {  # by the letter of the kind of review
    "adoption": N_("It was an adoption review."),
    "placed": N_("It was an adoption review."),
    "short_breaks": N_("It was a meeting about your short breaks."),
}
_WHY = {
    "adoption": N_("We are looking for a new family for you. We met to check how that is going."),
    "placed": N_("We met to check how things are going for you in your new family."),
    "short_breaks": N_("We met to check that they are right for you."),
    "moving_on": N_("We met to check that you have what you need from now on."),
}
_WHY_USUALLY = N_("We met to check that your plan is right for you.")


def opening(writing: Writing) -> LetterBlock:
    """L1: the day, who writes and what they do, and the greeting."""
    sheet = writing.sheet
    lines = [
        Paragraph((writing.wording.full_day(writing.dated),)),
        _from(writing),
        writing.say(
            N_("Dear {name},"), Source("child", sheet.child.id, "chosen_name"), name=writing.called
        ),
    ]
    if writing.correction is not None:
        when = writing.day(writing.correction.replaces_issued_on)
        told = N_("This letter takes the place of the one I wrote to you on {date}.")
        lines.append(writing.say(told, date=when))
    return LetterBlock("L1", BlockKind.OPENING, tuple(lines))


def _from(writing: Writing) -> Paragraph:
    chair = writing.sheet.chair
    if not chair.name.strip():
        where = Gap("staff_member", "name", "", chair.id)
        return writing.gap("L1", N_("Say who this letter is from"), where)
    own_iro = writing.sheet.covering_for.strip()
    if own_iro:
        return writing.say(
            N_(
                "From {name}, an Independent Reviewing Officer. {iro} is yours, and could not "
                "come this time, so I came. I make sure that your plan is right and that you "
                "are heard."
            ),
            writing.of_review("covering_for"),
            name=chair.name,
            iro=own_iro,
        )
    return writing.say(
        N_(
            "From {name}, your Independent Reviewing Officer. I make sure that your plan is "
            "right and that you are heard."
        ),
        name=chair.name,
    )


def warm(writing: Writing) -> LetterBlock:
    """L2: one warm, true thing about the child from this review."""
    source = writing.of_review("warm_line")
    words = writing.sheet.warm_line
    if words.strip():
        return LetterBlock("L2", BlockKind.PLAIN, (writing.typed(words, source),))
    gap = writing.gap(
        "L2", N_("Say something true and warm about {name} here"), Gap("review", "warm_line", "A2")
    )
    return LetterBlock("L2", BlockKind.PLAIN, (gap,))


def meeting(writing: Writing) -> LetterBlock:
    """L3: why we met, when, who came and who could not."""
    return LetterBlock("L3", BlockKind.PLAIN, (_why_and_when(writing), who_came(writing)))


def _why_and_when(writing: Writing) -> Paragraph:
    sheet = writing.sheet
    days = list(dict.fromkeys(sitting.held_on for sitting in sheet.sittings))
    if not days and sheet.held_on:
        days = [sheet.held_on]
    if not days:
        where = Gap("review", "held_on", "A1")
        return writing.gap("L3", N_("Say when the meeting was held"), where)
    told = sheet.participation
    presence, chaired = (told.was_there, told.chaired) if told else ("", "")
    when = writing.wording.listed([writing.day(day) for day in days])
    said = _CHAIRED.get(chaired) or _THANKS.get(presence, _HELD)
    thanks = writing.wording.pieces(said, date=when)
    named = (
        [writing.wording.pieces(_NAMED[kind])] if (kind := _letter_of(writing)) in _NAMED else []
    )
    return Paragraph(joined((thanks, *named, _why(writing))), writing.of_review("what_for"))


def _letter_of(writing: Writing) -> str:
    """Which letter this kind of review has; with a next day set nobody has moved on yet."""
    kind = REVIEW_KINDS.get(writing.sheet.kind)
    letter = kind.letter if kind else ""
    return "" if letter == "moving_on" and not is_last_review(writing.sheet) else letter


def _why(writing: Writing) -> Pieces:
    if writing.sheet.what_for.strip():
        return writing.typed(writing.sheet.what_for, writing.of_review("what_for")).pieces
    return writing.wording.pieces(_WHY.get(_letter_of(writing), _WHY_USUALLY))
