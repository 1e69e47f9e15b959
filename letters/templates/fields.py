"""The named fields of a template: what each says, and where the record lacks it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter

from letters.paragraph import Source
from letters.wording import Value, strong
from letters.writing import Gap, Writing
from models.owed import MIDPOINT
from models.problems import N_
from models.review_sheet import PersonOnSheet


@dataclass(frozen=True)
class NamedField:
    """One field: its value for a letter, or nothing; where it is kept, and what a gap says."""

    meaning: str
    value: Callable[[Writing], Value | None]
    where: Callable[[Writing], Gap]
    lacking: str


def field_names(words: str) -> tuple[str, ...]:
    """The fields that words name, in their order.

    Raises: ValueError for a curly bracket that stands alone.
    """
    return tuple(name for _, name, _, _ in Formatter().parse(words) if name is not None)


def with_a_format(words: str) -> tuple[str, ...]:
    """The fields that words ask to be set in a way of their own, as {name:>20} or {name!r}."""
    return tuple(
        name for _, name, spec, turned in Formatter().parse(words) if name and (spec or turned)
    )


def values_for(writing: Writing, words: str) -> dict[str, Value | None]:
    """The value of each field that words name; None for what the record does not hold."""
    return {name: FIELDS[name].value(writing) for name in field_names(words)}


def source_of(writing: Writing, words: str) -> Source | None:
    """Where the first field that words name is kept, besides the child's own name."""
    for name in field_names(words):
        if name != "name":
            where = FIELDS[name].where(writing)
            return Source(where.table, where.row_id or writing.sheet.id, where.field)
    return None


def midpoint_of(writing: Writing) -> date | None:
    """The day of the midpoint check: as it was noted for the review, else as the letter has it.

    Source: domain reference 2.1, T50.
    """
    noted = (each.met_on for each in writing.sheet.milestones if each.clock == MIDPOINT)
    return next(noted, writing.sheet.making.letter.about_on)


def next_meeting_of(writing: Writing) -> date | None:
    """The day of the next meeting, where one is known that is still to come."""
    day = writing.sheet.next_review_on
    return day if day is not None and day >= writing.dated else None


def _words(text: str) -> str | None:
    return text.strip() or None


def _day(writing: Writing, day: date | None) -> Value | None:
    return None if day is None else writing.day(day)


def _phone(text: str) -> Value | None:
    return strong(text.strip()) if text.strip() else None


def _person(writing: Writing, role: str) -> PersonOnSheet | None:
    return next((each for each in writing.sheet.people if each.role == role), None)


def _social_worker(writing: Writing) -> str | None:
    person = _person(writing, "social_worker")
    return _words(person.name if person else writing.sheet.child.social_worker)


def _advocate(writing: Writing) -> str | None:
    person = _person(writing, "advocate")
    return _words(person.name if person else writing.sheet.council.advocacy_name)


def _advocate_phone(writing: Writing) -> Value | None:
    person = _person(writing, "advocate")
    own = person.phone if person else ""
    return _phone(own or writing.sheet.council.advocacy_phone)


def _carers(writing: Writing) -> Value | None:
    names = [each.short for each in writing.sheet.people if each.role == "carer" and each.short]
    return writing.wording.listed(names) if names else None


def _of_child(field: str) -> Callable[[Writing], Gap]:
    return lambda writing: Gap("child", field, "", writing.sheet.child.id)


def _of_writer(field: str) -> Callable[[Writing], Gap]:
    return lambda writing: Gap("staff_member", field, "", writing.sheet.chair.id)


def _of_council(field: str) -> Callable[[Writing], Gap]:
    return lambda writing: Gap("council", field, "", str(writing.sheet.council.authority_id))


def _of_review(field: str) -> Callable[[Writing], Gap]:
    return lambda writing: Gap("review", field, "", writing.sheet.id)


def _of_letter(field: str) -> Callable[[Writing], Gap]:
    return lambda writing: Gap("child_letter", field, "", writing.sheet.making.letter.id)


FIELDS: Mapping[str, NamedField] = {
    "name": NamedField(
        N_("the name that the child chose"),
        lambda writing: _words(writing.called),
        _of_child("chosen_name"),
        N_("Say what the child is called"),
    ),
    "full_name": NamedField(
        N_("the child’s given and family name"),
        lambda writing: _words(writing.sheet.child.full_name),
        _of_child("given_name"),
        N_("Say what the child is called"),
    ),
    "iro": NamedField(
        N_("your name"),
        lambda writing: _words(writing.sheet.chair.name),
        _of_writer("name"),
        N_("Say who this letter is from"),
    ),
    "iro_phone": NamedField(
        N_("your phone number"),
        lambda writing: _phone(writing.sheet.chair.phone),
        _of_writer("phone"),
        N_("Say how {name} can reach you"),
    ),
    "iro_days": NamedField(
        N_("the days you work"),
        lambda writing: _words(writing.sheet.chair.days.strip().rstrip(".")),
        _of_writer("days"),
        N_("Say which days you work"),
    ),
    "about_me": NamedField(
        N_("what you tell children about yourself, from your settings"),
        lambda writing: _words(writing.sheet.chair.about_me),
        _of_writer("about_me"),
        N_("Say something about yourself"),
    ),
    "date": NamedField(
        N_("the day of the letter"),
        lambda writing: writing.wording.plain_date(writing.dated),
        _of_letter(""),
        N_("Say what day it is"),
    ),
    "about_date": NamedField(
        N_("the day that the letter is about"),
        lambda writing: _day(writing, writing.sheet.making.letter.about_on),
        _of_letter("about_on"),
        N_("Say which day this letter is about"),
    ),
    "council": NamedField(
        N_("the name of your council"),
        lambda writing: _words(writing.sheet.council.name),
        _of_council("name"),
        N_("Give the name of your council"),
    ),
    "midpoint_date": NamedField(
        N_("the day of the midpoint check"),
        lambda writing: _day(writing, midpoint_of(writing)),
        _of_letter("about_on"),
        N_("Say on which day you checked"),
    ),
    "review_date": NamedField(
        N_("the day of the child’s last meeting"),
        lambda writing: _day(writing, writing.sheet.held_on),
        _of_review("held_on"),
        N_("Say when the meeting was held"),
    ),
    "next_meeting": NamedField(
        N_("the day of the child’s next meeting"),
        lambda writing: _day(writing, next_meeting_of(writing)),
        _of_review("next_review_on"),
        N_("Say when the next meeting is"),
    ),
    "social_worker": NamedField(
        N_("the name of the child’s social worker"),
        _social_worker,
        _of_child("social_worker"),
        N_("Say who {name}’s social worker is"),
    ),
    "carers": NamedField(
        N_("the names of those who look after the child"),
        _carers,
        _of_child("lives_with"),
        N_("Say who looks after {name}"),
    ),
    "advocate": NamedField(
        N_("the child’s advocate, or your advocacy service"),
        _advocate,
        _of_council("advocacy_name"),
        N_("Say who can be {name}’s advocate, and their number"),
    ),
    "advocate_phone": NamedField(
        N_("the phone number of the advocate or the advocacy service"),
        _advocate_phone,
        _of_council("advocacy_phone"),
        N_("Say who can be {name}’s advocate, and their number"),
    ),
    "complaints_phone": NamedField(
        N_("the phone number for complaints"),
        lambda writing: _phone(writing.sheet.council.complaints_phone),
        _of_council("complaints_phone"),
        N_("Give the number for telling us something is wrong"),
    ),
}
