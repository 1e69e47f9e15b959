"""Who came to the meeting and who could not, said to the child."""

from collections.abc import Iterator, Sequence

from letters.paragraph import Paragraph, Pieces, Source, joined
from letters.writing import Gap, Writing
from models.problems import N_
from models.review_sheet import AttendanceOnSheet, PersonOnSheet

_WORKERS = {
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

Told = tuple[PersonOnSheet, AttendanceOnSheet]


def who_came(writing: Writing) -> Paragraph:
    """Everyone who came, and everyone asked who did not; a gap where nobody is named."""
    told = _told(writing)
    came = [each for each in told if each[1].came]
    if not came and not (child_came(writing) and writing.sheet.attendances):
        return _nobody_named(writing)
    unsaid = None if came else _unsaid(told)
    if unsaid is not None:
        person, part = unsaid
        where = Gap("attendance", "attended", "A1", part.id)
        return writing.gap("L3", N_("Say whether {person} was there"), where, person=person.short)
    away = [each for each in told if not each[1].came and each[1].invited]
    shown = [*came, *away]
    source = Source("attendance", shown[0][1].id) if shown else None
    return Paragraph(joined(_sentences(writing, came, away)), source)


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


def _told(writing: Writing) -> list[Told]:
    """The people and how each took part; the chair is the one who writes."""
    taking_part = {part.person_id: part for part in writing.sheet.attendances}
    return [
        (person, taking_part[person.id])
        for person in writing.sheet.people
        if person.id in taking_part
        and not (person.role == "iro" and person.name == writing.sheet.chair.name)
    ]


def _sentences(writing: Writing, came: Sequence[Told], away: Sequence[Told]) -> Iterator[Pieces]:
    ngettext, named = writing.wording.ngettext, _named
    if came:
        people = named(writing, came)
        yield ngettext("{people} came.", "{people} came.", len(came), people=people)
    else:
        yield writing.wording.pieces(N_("It was just you and me."))
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
        yield writing.wording.pieces(
            N_("We heard from {people} before the meeting."), people=people
        )


def _named(writing: Writing, told: Sequence[Told]) -> Pieces:
    return writing.wording.listed([_introduced(writing, person) for person, _part in told])


def _introduced(writing: Writing, person: PersonOnSheet) -> str | Pieces:
    """Family by the child's own word for them; those who work for the child with their role."""
    if person.role not in _WORKERS:
        return person.short
    role = writing.wording.say(_WORKERS[person.role])
    if not person.called or person.called in person.name:
        return writing.wording.pieces(N_("{name} ({role})"), name=person.name, role=role)
    return writing.wording.pieces(
        N_("{called} ({name}, {role})"), called=person.called, name=person.name, role=role
    )
