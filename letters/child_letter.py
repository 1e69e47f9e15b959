"""Composes the letter to the child from the record of one review, for age 8 to 11."""

from datetime import date

from letters import child_voice, closing, next_meeting, next_steps, opening, said_in_meeting
from letters.correction import Correction
from letters.letter import Foot, Letter, LetterBlock, short_for_foot
from letters.word_list import word_list
from letters.wording import Wording
from letters.writing import Writing
from models.problems import N_
from models.review_sheet import ReviewSheet


def compose(
    sheet: ReviewSheet, wording: Wording, dated: date, correction: Correction | None = None
) -> Letter:
    """The letter that this record makes, gaps and all.

    The order is that of the page: what was said on the first side; what will happen on the
    second, which may be put on a wall. Source: domain reference 5.3.
    """
    writing = Writing(sheet, wording, dated, correction)
    blocks = _blocks(writing)
    words = word_list(writing, blocks)
    say = wording.say
    return Letter(
        title=say(N_("A letter for {name}"), name=writing.called),
        language=wording.language,
        right_to_left=wording.right_to_left,
        child_called=writing.called,
        colour=sheet.child.letter_colour,
        dated=dated,
        council=sheet.council.name,
        service=sheet.council.service,
        author=sheet.chair.name,
        blocks=(*blocks, words) if words else blocks,
        foot=_foot(writing),
        names=_names(sheet),
    )


def _blocks(writing: Writing) -> tuple[LetterBlock, ...]:
    blocks = (
        opening.opening(writing),
        opening.warm(writing),
        opening.meeting(writing),
        child_voice.what_you_told_us(writing),
        child_voice.your_number(writing),
        said_in_meeting.going_well(writing),
        said_in_meeting.worries(writing),
        closing.home(writing),
        next_steps.what_happens_next(writing),
        child_voice.what_you_asked_for(writing, next_steps.shown_in_table(writing)),
        next_meeting.next_meeting(writing),
        closing.rights(writing),
        closing.how_to_reach_me(writing),
    )
    return tuple(block for block in blocks if block is not None)


def _foot(writing: Writing) -> Foot:
    say = writing.wording.say
    return Foot(
        first=say(N_("This letter is yours to keep.")),
        later=say(
            N_("{name}’s letter, {date}"),
            name=short_for_foot(writing.called),
            date=writing.wording.plain_date(writing.dated),
        ),
        page_of=say(N_("{page} of {pages}"), page="{page}", pages="{pages}"),
        draft=say(N_("Draft")),
    )


def _names(sheet: ReviewSheet) -> tuple[str, ...]:
    """Every name that may stand in the letter, left out when its words are measured."""
    child = sheet.child
    people = [name for person in sheet.people for name in (person.name, person.called)]
    who = [decision.who for decision in sheet.decisions]
    names = (child.full_name, child.chosen_name, sheet.chair.name, *people, *who)
    return tuple(dict.fromkeys(name for name in names if name.strip()))
