"""The blocks of a template that the program makes from the record."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from letters import child_voice, closing, next_steps, opening
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph
from letters.templates.fields import next_meeting_of
from letters.templates.template import BuiltIn, Template
from letters.writing import Writing
from models.problems import N_

Made = Callable[[Writing, Template], LetterBlock | None]


def built_in(name: BuiltIn, writing: Writing, template: Template) -> LetterBlock | None:
    """One ready-made block; none where there is nothing to say in it."""
    return _MADE[name](writing, template)


def _greeting(writing: Writing, _template: Template) -> LetterBlock:
    """L1; a colleague who writes says whose place they take."""
    own_iro = writing.sheet.covering_for.strip()
    block = opening.opening(replace(writing, sheet=replace(writing.sheet, covering_for="")))
    if not own_iro or not writing.sheet.chair.name.strip():
        return block
    dated, written_by, *rest = block.paragraphs
    said = N_("From {name}, an Independent Reviewing Officer. I work with {iro}, who is yours.")
    pieces = writing.wording.pieces(said, name=writing.sheet.chair.name, iro=own_iro)
    return replace(block, paragraphs=(dated, replace(written_by, pieces=pieces), *rest))


def _child_words(writing: Writing, _template: Template) -> LetterBlock | None:
    return child_voice.what_you_told_us(writing) if writing.letter_wishes() else None


def _decisions(writing: Writing, _template: Template) -> LetterBlock:
    return next_steps.what_happens_next(writing)


def _next_meeting(writing: Writing, template: Template) -> LetterBlock | None:
    """L11: the day of the next meeting, or that it is not set yet."""
    if template.no_more_meetings:
        return None
    return LetterBlock(
        "L11",
        BlockKind.SECTION,
        (_when(writing),),
        heading=writing.wording.say(N_("Your next meeting")),
        picture="calendar",
    )


def _when(writing: Writing) -> Paragraph:
    day, source = next_meeting_of(writing), writing.of_review("next_review_on")
    if day is None:
        said = N_("The day of your next meeting is not set yet. I will tell you when it is.")
        return replace(writing.say(said), key="L11/when")
    time = writing.wording.time(writing.sheet.next_review_time)
    if time.text:
        said = N_("Your next meeting is on {date} at {time}.")
        told = writing.say(said, source, date=writing.day(day), time=time)
    else:
        told = writing.say(N_("Your next meeting is on {date}."), source, date=writing.day(day))
    return replace(told, key="L11/when")


def _rights(writing: Writing, template: Template) -> LetterBlock:
    """L12; where no meeting comes after, none is offered."""
    if not template.no_more_meetings:
        return closing.rights(writing)
    last = replace(writing.sheet, next_review_on=None, moving_on=True)
    return closing.rights(replace(writing, sheet=last))


def _how_to_reach_me(writing: Writing, _template: Template) -> LetterBlock:
    """The ways to reach the writer, where a template has them before its end."""
    return LetterBlock(
        "reach",
        BlockKind.SECTION,
        closing.how_to_reach_me(writing).paragraphs,
        heading=writing.wording.say(N_("How to reach me")),
        picture="phone",
    )


def _sign_off(writing: Writing, template: Template) -> LetterBlock:
    """L13: how to reach the writer unless that was said before, and room to sign."""
    block = closing.how_to_reach_me(writing)
    return (
        replace(block, paragraphs=()) if BuiltIn.HOW_TO_REACH_ME in template.built_ins else block
    )


_MADE: Mapping[BuiltIn, Made] = {
    BuiltIn.GREETING: _greeting,
    BuiltIn.CHILD_WORDS: _child_words,
    BuiltIn.DECISIONS: _decisions,
    BuiltIn.NEXT_MEETING: _next_meeting,
    BuiltIn.RIGHTS: _rights,
    BuiltIn.HOW_TO_REACH_ME: _how_to_reach_me,
    BuiltIn.SIGN_OFF: _sign_off,
}
