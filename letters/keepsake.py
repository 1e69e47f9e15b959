"""What comes with a keepsake: a page to be read aloud, and a note to those who keep it.

Source: domain reference 5.4, band U, and 5.5.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from letters.bands import READ_ALOUD_LONGEST, READ_ALOUD_WORDS, Band
from letters.family_words import may_be_named
from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Source
from letters.who_came import CAME, WORKERS, told_of
from letters.wording import strong
from letters.writing import Writing
from models.problems import N_
from models.review_sheet import PersonOnSheet
from models.rules.review_kinds import is_short_breaks

_ALOUD = N_("To be read aloud to {name}")
_HELLO = InBands(N_("Hello {name}."))
_WE_MET = InBands(N_("We had a talk about you."))
_LIVE_WITH = InBands(N_("You live with {people}."))
_STAY_WITH = InBands(N_("You stay with {people}."))
_SEE_YOU = {
    "see": InBands(N_("I will come and see you.")),
    "ring": InBands(N_("I will ring you.")),
    "video": InBands(N_("I will call you.")),
}
_BYE = InBands(N_("Bye bye, {name}."))
_MOST_NAMES = 3
_FEWEST_LETTERS = re.compile(r"\w")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")

_NOTE_HEADING = N_("A note for those who look after {name}")
_DEAR = N_("Dear {people},")
_DEAR_CARERS = N_("To those who look after {name},")
_TO_KEEP = N_("The letter with this note is for {name} to keep and to read when older.")
_WHAT_IT_IS = N_(
    "It tells what {name} did and said, who was there, and what was decided and why, so that it "
    "can be understood in many years."
)
_READ_ALOUD = N_(
    "The page to be read aloud is for now. Please read it when {name} is calm and close to you."
)
_LIFE_STORY = N_(
    "Please keep the letter with the photos and papers for life story work. We keep a copy too."
)
_MOVES = N_("If {name} moves to another home, please make sure that the letter goes too.")
_WRONG = N_("If something in it is wrong, or may hurt {name}, please tell me: {phone}.")
_WRONG_NO_PHONE = N_("If something in it is wrong, or may hurt {name}, please tell me.")
_THANK_YOU = N_("Thank you for all that you do for {name}.")


def read_aloud(writing: Writing) -> LetterBlock | None:
    """The few sentences for a child under 4, each with its picture, now and not for later."""
    if writing.band is not Band.U:
        return None
    return LetterBlock(
        "aloud",
        BlockKind.READ_ALOUD,
        tuple(_short_enough(_aloud(writing))),
        heading=writing.wording.say(_ALOUD, name=writing.called),
        picture="say",
    )


def _aloud(writing: Writing) -> Iterator[Paragraph]:
    name = writing.called
    yield replace(writing.keyed("aloud/hello", _HELLO, name=name), picture="advocate")
    yield from _from_the_warm_line(writing)
    yield replace(writing.keyed("aloud/met", _WE_MET), picture="meeting")
    people = _close_ones_who_came(writing)
    if people:
        listed = writing.wording.listed([person.short for person in people])
        ngettext = writing.wording.ngettext
        came = ngettext("{people} came.", "{people} came.", len(people), people=listed)
        yield Paragraph(came, key="aloud/came", picture="brothers-sisters")
    carers = _carers(writing)
    if carers:
        listed = writing.wording.listed([person.short for person in carers])
        said = _STAY_WITH if is_short_breaks(writing.sheet.kind) else _LIVE_WITH
        yield replace(writing.keyed("aloud/carers", said, people=listed), picture="home")
    promise, by = _SEE_YOU.get(writing.sheet.see_child_how), writing.sheet.see_child_by
    if promise is not None and by is not None and by >= writing.dated:
        picture = "visit" if writing.sheet.see_child_how == "see" else "phone"
        source = writing.of_review("see_child_by")
        yield replace(writing.keyed("aloud/see_you", promise, source), picture=picture)
    yield replace(writing.keyed("aloud/bye", _BYE, name=name), picture="sleep")


def _from_the_warm_line(writing: Writing) -> Iterator[Paragraph]:
    """What was written warmly of the child, where it is short enough to be heard."""
    sentences = [found.strip() for found in _SENTENCE.findall(writing.sheet.warm_line)]
    short = [each for each in sentences if 0 < len(each.split()) <= READ_ALOUD_LONGEST]
    for place, sentence in enumerate(filter(_FEWEST_LETTERS.search, short[:2]), start=1):
        said = writing.typed(sentence, writing.of_review("warm_line"))
        yield replace(said, key=f"aloud/warm/{place}", picture="hope")


def _short_enough(lines: Iterator[Paragraph]) -> list[Paragraph]:
    """The lines without those that would make it too long; the first and the last always stay."""
    first, *between, last = lines
    left = READ_ALOUD_WORDS - len(first.text.split()) - len(last.text.split())
    kept: list[Paragraph] = []
    for line in between:
        if (words := len(line.text.split())) <= left:
            kept.append(line)
            left -= words
    return [first, *kept, last]


def _close_ones_who_came(writing: Writing) -> list[PersonOnSheet]:
    came = [
        person
        for person, part in told_of(writing)
        if part.attended in CAME and person.role not in WORKERS
    ]
    return came[:_MOST_NAMES]


def _name(writing: Writing, person: PersonOnSheet) -> str:
    return person.name if may_be_named(writing, person) else person.short


def _carers(writing: Writing) -> list[PersonOnSheet]:
    return [person for person in writing.sheet.people if person.role == "carer"][:_MOST_NAMES]


def note_to_carer(writing: Writing) -> LetterBlock | None:
    """The cover note to those who keep the letter for the child."""
    if writing.band is not Band.U:
        return None
    return LetterBlock(
        "carer",
        BlockKind.NOTE_TO_CARER,
        tuple(_note(writing)),
        heading=writing.wording.say(_NOTE_HEADING, name=writing.called),
    )


def _note(writing: Writing) -> Iterator[Paragraph]:
    name, chair = writing.called, writing.sheet.chair
    carers = _carers(writing)
    if carers:
        people = writing.wording.listed([_name(writing, person) for person in carers])
        yield writing.keyed("carer/dear", _DEAR, people=people)
    else:
        yield writing.keyed("carer/dear", _DEAR_CARERS, name=name)
    for key, said in (
        ("keep", _TO_KEEP), ("what", _WHAT_IT_IS), ("aloud", _READ_ALOUD),
        ("life_story", _LIFE_STORY), ("moves", _MOVES),
    ):  # fmt: skip
        yield writing.keyed(f"carer/{key}", said, name=name)
    if chair.phone.strip():
        source = Source("staff_member", chair.id, "phone")
        phone = strong(chair.phone.strip())
        yield writing.keyed("carer/wrong", _WRONG, source, name=name, phone=phone)
    else:
        yield writing.keyed("carer/wrong", _WRONG_NO_PHONE, name=name)
    yield writing.keyed("carer/thanks", _THANK_YOU, name=name)
    if chair.name.strip():
        yield writing.keyed("carer/from", "{name}", name=chair.name)
