"""The child's own invitation: warm, short, and in the words of their band."""

from collections.abc import Iterator

from letters.bands import Band
from letters.convening.paper import CHILD_PT, LARGE_PT, USUAL_PT, Part, Said
from letters.convening.setting import Calling
from letters.in_bands import InBands
from models.problems import N_

_TITLE = InBands(N_("{name}, please come to your review"), a=N_("{name}, come and meet us"))
_MOVED_TITLE = InBands(N_("{name}, your review has changed"), a=N_("{name}, we meet another time"))
_MOVED_FROM = InBands(N_("Before, I told you {when}. That has changed."),
                      a=N_("I said {when}. That has changed."))  # fmt: skip
_MOVED = InBands(N_("What I told you before has changed."))
_HELLO = InBands(N_("Hello {name},"))
_WHAT = InBands(
    N_("Your review is a meeting about you. We talk about what is going well, what worries you, "
       "and what should happen next. What you think comes first."),
    a=N_("We want to talk about you. We want to hear what you like. We want to hear what makes "
         "you sad."),
    c=N_("Your review is the meeting about your life and your plan. What you think counts, and "
         "nobody decides about you without you."),
    e=N_("Your review is a meeting about you. We want to hear what you think."),
)  # fmt: skip
_WHEN = InBands(N_("It is on {day} at {time}."))
_DAY = InBands(N_("It is on {day}."))
_WHERE = InBands(N_("We meet here: {place}."))
_WILL_TELL = InBands(N_("Somebody you know will tell you where we meet."),
                     a=N_("Someone will tell you where."))  # fmt: skip
_ME = InBands(
    N_("I am {chair}. I lead the meeting, and I make sure that the grown-ups listen to you."),
    a=N_("I am {chair}. I help the grown-ups to listen."),
    c=N_("I am {chair}, your Independent Reviewing Officer. I lead the meeting, and it is my job "
         "that you are heard and that what is agreed is done."),
)  # fmt: skip
_HOW = InBands(
    N_("You can come for all of it or for part of it. You can bring somebody you trust. If you "
       "would rather not come, you can write, draw, ring me, or ask somebody to speak for you."),
    a=N_("You can come. You can come for a bit. You can bring a toy. You can draw for us."),
    c=N_("You choose how you take part: for all of it, for part of it, by video, with somebody "
         "you trust, or by leading it with me. You can also write, ring me, or ask an advocate "
         "to speak for you."),
    e=N_("You can come. You can bring somebody. You can ask somebody to speak for you."),
)  # fmt: skip
_WHO = InBands(N_("We ask these people to come: {people}. Tell me if you do not want that."),
               a=N_("We ask {people} to come."))  # fmt: skip
_ASK = InBands(
    N_("Tell me if you want another day, another place, or if there is something that you do not "
       "want to talk about in front of everyone."),
    a=N_("Is there something hard to talk about? Tell me."),
    e=N_("Tell me if you want another day or another place."),
)  # fmt: skip
_FORM = InBands(
    N_("There is a form with this letter. It is for what you think. Somebody can help you."),
    a=N_("There is a page to draw on. It is for you."),
)
_REACH = InBands(N_("You can ring me on {phone}."), a=N_("My number is {phone}."))
_BYE = InBands(N_("I look forward to seeing you."), a=N_("See you soon."))
_SIZES = {Band.A: LARGE_PT, Band.U: LARGE_PT, Band.B: CHILD_PT, Band.E: CHILD_PT + 2}


def for_the_child(calling: Calling) -> tuple[str, tuple[Part, ...], float]:
    """The title, the parts and the size of type of the child's own invitation."""
    band = Band.A if calling.band is Band.U else calling.band
    titled = _MOVED_TITLE if calling.was_moved else _TITLE
    title = calling.say.say(titled.words(band), name=calling.sheet.child.called)
    return title, tuple(_parts(calling, band)), _SIZES.get(band, USUAL_PT)


def _parts(calling: Calling, band: Band) -> Iterator[Part]:
    sheet = calling.sheet

    def say(words: InBands, **values: str) -> Said:
        return Said(calling.say.say(words.words(band), **values))

    yield say(_HELLO, name=sheet.child.called)
    yield say(_WHAT)
    if calling.was_moved:
        when = calling.was_told
        yield say(_MOVED_FROM, when=when) if when else say(_MOVED)
    begins = calling.begins
    yield say(_WHEN, day=calling.day, time=begins) if begins else say(_DAY, day=calling.day)
    yield say(_WHERE, place=calling.place) if calling.place else say(_WILL_TELL)
    if sheet.chair.name:
        yield say(_ME, chair=sheet.chair.name)
    yield say(_HOW)
    if (people := _people(calling)) != "":
        yield say(_WHO, people=people)
    yield say(_ASK)
    if calling.reader.form:
        yield say(_FORM)
    if sheet.chair.phone:
        yield say(_REACH, phone=sheet.chair.phone)
    yield say(_BYE)
    if sheet.chair.name:
        yield Said(sheet.chair.name)


def _people(calling: Calling) -> str:
    """Who is asked to come, in the child's own word for them; nobody whose name is restricted."""
    sheet = calling.sheet
    left_out = {each.person_id for each in sheet.attendances if not each.invited}
    names = [
        person.short
        for person in sheet.people
        if person.id not in left_out and person.role != "iro" and not person.restriction_kinds
    ]
    return "".join(piece.text for piece in calling.say.listed(names)) if names else ""
