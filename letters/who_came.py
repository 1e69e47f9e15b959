"""Who came to the meeting and who could not, said to the child."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from letters.bands import Band
from letters.family_words import may_be_named, what_they_are_to_you
from letters.in_bands import InBands
from letters.paragraph import Paragraph, Pieces, Source, joined
from letters.writing import Gap, Writing
from models.problems import N_
from models.review_sheet import AttendanceOnSheet, PersonOnSheet

WORKERS = {
    "social_worker": N_("your social worker"),
    "team_manager": N_("your social worker’s manager"),
    "supervising_worker": N_("who helps the people you live with"),
    "teacher": N_("your teacher"),
    "virtual_school": N_("from the team that looks out for your learning"),
    "nurse": N_("your nurse"),
    "advocate": N_("your advocate"),
    "independent_visitor": N_("your independent visitor"),
    "personal_adviser": N_("your personal adviser"),
    "guardian": N_("who tells the judge what is best for you"),
    "interpreter": N_("the interpreter"),
    "iro": N_("who also makes sure that plans are right"),
}
CAME = frozenset({"in_room", "video", "phone"})
_JUST_US = InBands(N_("It was just you and me."), u=N_("Nobody else came."))
_HEARD_FROM = InBands(
    N_("We heard from {people} before the meeting."), a=N_("{people} told us things before.")
)

Told = tuple[PersonOnSheet, AttendanceOnSheet]


def who_came(writing: Writing) -> tuple[Paragraph, ...]:
    """Everyone who came, and everyone asked who did not; a gap where nobody is named."""
    told = told_of(writing)
    came = [each for each in told if each[1].came]
    if not came and not (child_came(writing) and writing.sheet.attendances):
        return (replace(_nobody_named(writing), key="L3/who"),)
    unsaid = None if came else _unsaid(told)
    if unsaid is not None:
        person, part = unsaid
        where = Gap("attendance", "attended", "A1", part.id)
        said = N_("Say whether {person} was there")
        gap = writing.gap("L3", said, where, person=person.short)
        return (replace(gap, key="L3/who"),)
    away = [each for each in told if not each[1].came and each[1].invited]
    return tuple(_came_and_away(writing, came, away))


def _came_and_away(
    writing: Writing, came: Sequence[Told], away: Sequence[Told]
) -> Iterator[Paragraph]:
    """Who came and who did not, in one paragraph; in Easy Read one idea each."""
    first, *rest = _sentences(writing, came, away)
    source = Source("attendance", (*came, *away)[0][1].id) if (*came, *away) else None
    if writing.band is not Band.E:
        yield Paragraph(joined((first, *rest)), source, key="L3/who")
        return
    yield writing.pictured(Paragraph(first, source, key="L3/who"), "meeting")
    if rest:
        gone = Source("attendance", away[0][1].id)
        yield writing.pictured(Paragraph(joined(rest), gone, key="L3/away"), "person")


def _nobody_named(writing: Writing) -> Paragraph:
    return writing.gap("L3", N_("Say who came to the meeting"), Gap("attendance", "", "A1"))


def _unsaid(told: Sequence[Told]) -> Told | None:
    """The first who was asked and of whom it is not said whether they were there."""
    waiting = (each for each in told if each[1].invited and not each[1].attended)
    return next((each for each in waiting if not each[1].apologies), None)


def child_came(writing: Writing) -> bool:
    """Whether the child was there for any part, in the room or by video or phone."""
    took_part = writing.sheet.participation
    return took_part is not None and took_part.was_there in CAME


def told_of(writing: Writing) -> list[Told]:
    """The people and how each took part; the chair is the one who writes."""
    taking_part = {part.person_id: part for part in writing.sheet.attendances}
    return [
        (person, taking_part[person.id])
        for person in writing.sheet.people
        if person.id in taking_part and not is_chair(writing, person)
    ]


def is_chair(writing: Writing, person: PersonOnSheet) -> bool:
    """Whether this is the one who writes the letter."""
    return person.role == "iro" and person.name == writing.sheet.chair.name


def _sentences(writing: Writing, came: Sequence[Told], away: Sequence[Told]) -> Iterator[Pieces]:
    ngettext, named = writing.wording.ngettext, _named
    if came:
        people = named(writing, came)
        yield ngettext("{people} came.", "{people} came.", len(came), people=people)
    else:
        yield writing.pieces(_JUST_US)
    could_not = [each for each in away if each[1].apologies]
    if could_not:
        people = named(writing, could_not)
        yield ngettext(
            "{people} could not come.", "{people} could not come.", len(could_not), people=people
        )
    not_there = [each for each in away if each[1].attended == "no" and not each[1].apologies]
    if not_there:
        people = named(writing, not_there)
        yield ngettext(
            "{people} was not there.", "{people} were not there.", len(not_there), people=people
        )
    sent = [person.short for person, part in away if part.sent_views]
    if sent:
        people = writing.wording.listed(sent)
        yield writing.pieces(_HEARD_FROM, people=people)


def _named(writing: Writing, told: Sequence[Told]) -> Pieces:
    return writing.wording.listed([_introduced(writing, person) for person, _part in told])


def _introduced(writing: Writing, person: PersonOnSheet) -> str | Pieces:
    """By the child's own word alone, or with the full name and role.

    The youngest and Easy Read have both at the end; for others family is told by the child's
    word, and to older readers, or for later, everyone is told in full.
    """
    if writing.in_rows:
        return person.short
    if writing.introduces_in_full:
        return in_full(writing, person)
    if person.role not in WORKERS:
        return person.short
    return _with_role(writing, person, writing.wording.say(WORKERS[person.role]))


def in_full(writing: Writing, person: PersonOnSheet) -> str | Pieces:
    """The full name with the role, and the child's own word for them where that is another."""
    worker = WORKERS.get(person.role)
    if not worker and not may_be_named(writing, person):
        return person.short
    role = writing.wording.say(worker) if worker else what_they_are_to_you(writing, person)
    if role:
        return _with_role(writing, person, role)
    if not goes_by_another_name(person):
        return person.name
    return writing.wording.pieces(N_("{called} ({name})"), called=person.called, name=person.name)


def _with_role(writing: Writing, person: PersonOnSheet, role: str) -> Pieces:
    if not goes_by_another_name(person):
        return writing.wording.pieces(N_("{name} ({role})"), name=person.name, role=role)
    return writing.wording.pieces(
        N_("{called} ({name}, {role})"), called=person.called, name=person.name, role=role
    )


def goes_by_another_name(person: PersonOnSheet) -> bool:
    """Whether the child's own word for somebody is no part of their name."""
    return bool(person.called) and person.called not in person.name
