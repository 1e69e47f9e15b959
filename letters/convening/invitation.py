"""An invitation to a review: to an adult in plain words, to the child in words of their own."""

from collections.abc import Iterator

from letters.convening.for_the_child import for_the_child
from letters.convening.paper import INVITATION, USUAL_PT, ConveningPaper, Part, Said, Told
from letters.convening.setting import Calling
from models.problems import N_

_TITLE = N_("You are invited to {name}’s review")
_MOVED_TITLE = N_("{name}’s review has changed: please look at the day and the place")
_HELLO = N_("Dear {reader},")
_MOVED_FROM = N_("We invited you to {name}’s review on {when}. That has changed. Now it is:")
_MOVED = N_("We invited you to {name}’s review before. That has changed. Now it is:")
_WHAT = N_(
    "A review is a meeting about how {name} is: what is going well, what we are worried about, "
    "and what is to happen next. What you know and think matters."
)
_WHEN, _WHERE, _HOW, _CHAIR = N_("When"), N_("Where"), N_("How"), N_("Who leads it")
_PART = N_("Your part")
_DAY_AND_TIME = N_("{day} at {time}")
_WILL_TELL = N_("We will tell you where. Please ring us.")
_MODES = {
    "in_person": N_("In person"),
    "video": N_("By video. We will send you how to join."),
    "mixed": N_("Some of us meet in the room, and some join by video."),
}
_LED_BY = N_("{chair}, Independent Reviewing Officer")
_ANSWER_BY = N_("Please tell us by {day} whether you can come, or would rather join by video.")
_ANSWER = N_("Please tell us whether you can come, or would rather join by video.")
_FORM_BY = N_(
    "A form is with this letter. Please fill it in and send it back by {day}, even if you come."
)
_FORM = N_("A form is with this letter. Please fill it in and send it back, even if you come.")
_CANNOT = N_(
    "If you cannot come you still have a say. Write to us or ring us, and the meeting hears it."
)
_RIGHTS = N_("You have parental responsibility for {name}, so you have a right to a say.")
_INTERPRETER = N_("There will be an interpreter for you.")
_NEEDS = N_(
    "Tell us if you need an interpreter, large print, another time, help with travel, or "
    "somebody with you."
)
_REACH = N_("You can reach {chair} on {phone}.")
_REACH_BY_BOTH = N_("You can reach {chair} on {phone} or at {email}.")
_THANKS = N_("Thank you. Yours sincerely,")
_PRIVATE = N_("Please keep this letter private. It is about a child.")


def invitation(calling: Calling) -> ConveningPaper:
    """The invitation of one reader; the child's own where the reader is the child."""
    if calling.reader.is_child:
        title, parts, size_pt = for_the_child(calling)
        return calling.paper(INVITATION, title, parts, size_pt)
    title = _MOVED_TITLE if calling.was_moved else _TITLE
    title = calling.say.say(title, name=calling.sheet.child.called)
    return calling.paper(INVITATION, title, tuple(_to_an_adult(calling)), USUAL_PT)


def _to_an_adult(calling: Calling) -> Iterator[Part]:
    say, reader, name = calling.say.say, calling.reader, calling.sheet.child.called
    yield Said(say(_HELLO, reader=reader.name))
    if not calling.was_moved:
        yield Said(say(_WHAT, name=name))
    elif calling.was_told:
        yield Said(say(_MOVED_FROM, name=name, when=calling.was_told))
    else:
        yield Said(say(_MOVED, name=name))
    yield Told(tuple(_facts(calling)))
    by = calling.answer_by
    yield Said(say(_ANSWER_BY, day=by) if by else say(_ANSWER))
    if reader.form:
        yield Said(say(_FORM_BY, day=by) if by else say(_FORM))
    if reader.has_responsibility:
        yield Said(say(_RIGHTS, name=name))
    yield Said(say(_CANNOT))
    yield Said(say(_INTERPRETER) if reader.needs_interpreter else say(_NEEDS))
    yield from _who_writes(calling)
    yield Said(say(_PRIVATE))


def _facts(calling: Calling) -> Iterator[tuple[str, str]]:
    say, sheet = calling.say.say, calling.sheet
    begins = calling.begins
    when = say(_DAY_AND_TIME, day=calling.day, time=begins) if begins else calling.day
    yield say(_WHEN), when
    yield say(_WHERE), calling.place or say(_WILL_TELL)
    if sheet.mode in _MODES:
        yield say(_HOW), say(_MODES[sheet.mode])
    if calling.part.words:
        yield say(_PART), calling.part.words
    if sheet.chair.name:
        yield say(_CHAIR), say(_LED_BY, chair=sheet.chair.name)


def _who_writes(calling: Calling) -> Iterator[Part]:
    say, chair = calling.say.say, calling.sheet.chair
    if chair.phone and chair.email:
        yield Said(say(_REACH_BY_BOTH, chair=chair.name, phone=chair.phone, email=chair.email))
    elif chair.phone:
        yield Said(say(_REACH, chair=chair.name, phone=chair.phone))
    yield Said(say(_THANKS))
    yield Said(calling.sheet.council.service or calling.sheet.council.name)
