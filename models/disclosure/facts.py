"""The facts that one reader must never find, those that follow by themselves among them."""

from collections.abc import Iterator

from models.disclosure.matching import Sought
from models.people_on_sheet import PersonOnSheet
from models.protected import FactKind
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from models.sending_on_sheet import ProtectedFactOnSheet

_GRAVE = frozenset({"R3", "R8"})
"""Adopters, and a family in hiding: what they are called counts in small letters too."""


def protected_for(sheet: ReviewSheet, reader: Reader) -> tuple[ProtectedFactOnSheet, ...]:
    """The protected facts of this child that are kept from this reader.

    What somebody is called and where they live follows from their tags. Nobody is kept from
    their own facts, unless they are named as somebody who must not see them.
    """
    said = tuple(each for each in sheet.protected if _is_kept_from(each, reader))
    followed = tuple(each for person in sheet.people for each in _of_person(person, reader))
    return said + followed


def sought_for(sheet: ReviewSheet, reader: Reader) -> tuple[Sought, ...]:
    """The same, as they are looked for."""
    return tuple(
        Sought(
            each.id,
            each.kind,
            each.words,
            each.also_written,
            is_grave=each.tag in _GRAVE or each.kind == FactKind.REFUGE,
        )
        for each in protected_for(sheet, reader)
    )


def known_names(sheet: ReviewSheet, reader: Reader) -> frozenset[str]:
    """The names this reader may see: the child's, the chair's, and those of everybody shown."""
    child, hidden = sheet.child, hidden_people(sheet, reader)
    shown = (
        name
        for person in sheet.people
        if person.id not in hidden
        for name in (person.name, person.called)
    )
    own = (child.full_name, child.given_name, child.chosen_name, sheet.chair.name, reader.name)
    kept = {each.words.strip().casefold() for each in protected_for(sheet, reader)}
    named = (name.strip() for name in (*own, *shown))
    return frozenset(name for name in named if name and name.casefold() not in kept)


def hidden_people(sheet: ReviewSheet, reader: Reader) -> frozenset[str]:
    """The people of whom it is kept from this reader who they are."""
    return frozenset(
        person.id
        for person in sheet.people
        if person.id != reader.key and reader.cuts & frozenset(person.restriction_kinds)
    )


def _is_kept_from(fact: ProtectedFactOnSheet, reader: Reader) -> bool:
    if reader.key in fact.hidden_from:
        return True
    if fact.person_id == reader.key or _is_own_name(fact, reader):
        return False
    return fact.tag in reader.cuts


def _is_own_name(fact: ProtectedFactOnSheet, reader: Reader) -> bool:
    """Whether it is what the reader themselves is called."""
    own = reader.name.split()
    return fact.kind == FactKind.NAME and fact.words.casefold().split() == [
        each.casefold() for each in own
    ]


def _of_person(person: PersonOnSheet, reader: Reader) -> Iterator[ProtectedFactOnSheet]:
    if person.id == reader.key:
        return
    who = sorted(reader.cuts & frozenset(person.restriction_kinds))
    if who and person.name.strip():
        also = tuple(each for each in (person.called, *person.known_as) if each.strip())
        yield _fact(person, FactKind.NAME, person.name, who[0], also)
    where = sorted(reader.cuts & frozenset((*person.address_kinds, *person.restriction_kinds)))
    if not where:
        return
    for kind, words in (
        (FactKind.ADDRESS, person.address),
        (FactKind.PHONE, person.phone),
        (FactKind.EMAIL, person.email),
    ):
        if words.strip():
            yield _fact(person, kind, words, where[0])


def _fact(
    person: PersonOnSheet, kind: FactKind, words: str, tag: str, also: tuple[str, ...] = ()
) -> ProtectedFactOnSheet:
    return ProtectedFactOnSheet(
        f"person/{person.id}/{kind}", kind, words.strip(), also, person.id, tag, (), ""
    )
