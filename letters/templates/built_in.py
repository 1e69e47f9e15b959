"""The blocks of a template that the program makes from the record."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from letters import child_voice, closing, next_steps, opening
from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph
from letters.templates.fields import next_meeting_of
from letters.templates.template import BuiltIn, Template
from letters.writing import Writing
from models.problems import N_

_FROM_A_COLLEAGUE = InBands(
    N_("From {name}, an Independent Reviewing Officer. I work with {iro}, who is yours."),
    a=N_("From {name}. I work with {iro}."),
    e=N_("From {name}. I work with {iro}, your Independent Reviewing Officer."),
    u=N_("From {name}, an Independent Reviewing Officer. I worked with {iro}, who was yours."),
)
_NEXT = InBands(N_("Your next meeting"), d=N_("Your next review"))
_NEXT_ON = InBands(
    N_("Your next meeting is on {date}."),
    a=N_("We meet again on {date}."),
    d=N_("Your next review is on {date}."),
    u=N_("The next meeting about you was to be on {date}."),
)
_NEXT_AT = InBands(
    N_("Your next meeting is on {date} at {time}."),
    a=N_("We meet again on {date}."),
    d=N_("Your next review is on {date} at {time}."),
    u=N_("The next meeting about you was to be on {date}."),
)
_NOT_SET = InBands(
    N_("The day of your next meeting is not set yet. I will tell you when it is."),
    a=N_("We will meet again. I will tell you when."),
    d=N_("The day of your next review is not set yet. I will tell you when it is."),
    e=N_("The day of your next meeting is not set. I will tell you when it is."),
    u=N_("The day of the next meeting about you was not set yet."),
)
_REACH_ME = InBands(N_("How to reach me"), a=N_("How to reach me"))

Made = Callable[[Writing, Template], LetterBlock | None]


def built_in(name: BuiltIn, writing: Writing, template: Template) -> LetterBlock | None:
    """One ready-made block; none where there is nothing to say in it."""
    return _MADE[name](writing, template)


def _greeting(writing: Writing, _template: Template) -> LetterBlock:
    """L1; a colleague who writes says whose place they take."""
    own_iro, name = writing.sheet.covering_for.strip(), writing.sheet.chair.name.strip()
    block = opening.opening(replace(writing, sheet=replace(writing.sheet, covering_for="")))
    if not own_iro or not name:
        return block
    dated, written_by, *rest = block.paragraphs
    pieces = writing.pieces(_FROM_A_COLLEAGUE, name=name, iro=own_iro)
    return replace(block, paragraphs=(dated, replace(written_by, pieces=pieces), *rest))


def _child_words(writing: Writing, _template: Template) -> LetterBlock | None:
    return child_voice.what_you_told_us(writing) if writing.letter_wishes() else None


def _decisions(writing: Writing, _template: Template) -> LetterBlock:
    return next_steps.what_happens_next(writing)


def _next_meeting(writing: Writing, template: Template) -> LetterBlock | None:
    """L11: the day of the next meeting, or that it is not set yet."""
    if template.no_more_meetings:
        return None
    line = replace(_when(writing), key="L11/when")
    return LetterBlock(
        "L11",
        BlockKind.SECTION,
        (writing.pictured(line, "calendar"),),
        heading=writing.heading(_NEXT),
        picture="calendar",
    )


def _when(writing: Writing) -> Paragraph:
    day, source = next_meeting_of(writing), writing.of_review("next_review_on")
    if day is None:
        return writing.say(_NOT_SET)
    time = writing.wording.time(writing.sheet.next_review_time)
    if time.text:
        return writing.say(_NEXT_AT, source, date=writing.day(day), time=time)
    return writing.say(_NEXT_ON, source, date=writing.day(day))


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
        heading=writing.heading(_REACH_ME),
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
