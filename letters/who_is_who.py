"""Who is who: the full name and the role of everybody in the letter, at least once (L15).

Source: domain reference 5.2, the adult at 25.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from letters.bands import Band
from letters.family_words import are_several, may_be_named, what_they_are_to_you
from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.next_steps import shown_in_table
from letters.paragraph import Paragraph, Pieces, Source, joined
from letters.who_came import (
    WORKERS,
    goes_by_another_name,
    is_chair,
    told_of,
)
from letters.who_does_it import doers_of
from letters.writing import Writing
from models.problems import N_
from models.review_sheet import PersonOnSheet

_HEADING = InBands(N_("Who is who"), a=N_("Who is who"))
_IS: Mapping[str, InBands] = MappingProxyType(
    {
        "social_worker": InBands(N_("{name} is your social worker.")),
        "team_manager": InBands(N_("{name} is your social worker’s manager.")),
        "supervising_worker": InBands(N_("{name} helps the people you live with.")),
        "teacher": InBands(N_("{name} is your teacher.")),
        "virtual_school": InBands(
            N_("{name} is from the team that looks out for your learning."),
            a=N_("{name} looks out for your learning."),
        ),
        "nurse": InBands(N_("{name} is your nurse.")),
        "advocate": InBands(N_("{name} is your advocate.")),
        "independent_visitor": InBands(N_("{name} is your independent visitor.")),
        "personal_adviser": InBands(N_("{name} is your personal adviser.")),
        "guardian": InBands(
            N_("{name} tells the judge what is best for you."),
        ),
        "interpreter": InBands(N_("{name} is the interpreter.")),
        "iro": InBands(N_("{name} also makes sure that plans are right.")),
        "parent": InBands(N_("{name} is your mum or dad.")),
        "carer": InBands(N_("{name} looks after you."), u=N_("{name} looked after you.")),
    }
)
_CALLED = InBands(N_("{called} is {name}."))
_CALLED_AND_ROLE = InBands(N_("{called} is {name} ({role})."))
_ROLE = InBands(N_("{name}: {role}."))
_IS_ROLE = InBands(N_("{name} is {role}."))
_LOOK_AFTER = InBands(N_("{name} look after you."), u=N_("{name} looked after you."))
_LOOKS_AFTER_AS = InBands(
    N_("{name} looks after you ({role})."), u=N_("{name} looked after you ({role}).")
)


def who_is_who(writing: Writing) -> LetterBlock | None:
    """L15: those whose full name or role has not been told where they stand, or None."""
    if writing.names_in_full:  # then each is told in full wherever they stand
        return None
    return _block(writing, _in_the_letter(writing))


def who_is_named(writing: Writing, words: str) -> LetterBlock | None:
    """L15 of a letter for another moment: those whom these words of it name, but not in full."""
    people = (each for each in writing.sheet.people if not is_chair(writing, each))
    return _block(writing, (each for each in people if _is_named(each, words)))


def _is_named(person: PersonOnSheet, words: str) -> bool:
    """Whether somebody is named by a part of what the child should know of them."""
    if not re.search(rf"(?<!\w){re.escape(person.short)}(?!\w)", words):
        return False
    if goes_by_another_name(person) or person.short != person.name:
        return person.name not in words
    return f"{person.name} (" not in words and person.role != "advocate"


def _block(writing: Writing, people: Iterable[PersonOnSheet]) -> LetterBlock | None:
    told = tuple(_told(writing, people))
    if not told:
        return None
    if writing.band is Band.E:
        lines = tuple(
            Paragraph(
                said, Source("person", person.id), key=f"person/{person.id}", picture="person"
            )
            for person, said in told
        )
    else:
        together = joined(said for _person, said in told)
        lines = (Paragraph(together, Source("person", told[0][0].id), key="L15/who"),)
        lines = tuple(writing.pictured(line, "meeting") for line in lines)
    return LetterBlock(
        "L15", BlockKind.WORD_LIST, lines, heading=writing.heading(_HEADING), picture="meeting"
    )


def _told(
    writing: Writing, people: Iterable[PersonOnSheet]
) -> Iterator[tuple[PersonOnSheet, Pieces]]:
    for person in people:
        said = _said(writing, person)
        if said is not None:
            yield person, said


def _in_the_letter(writing: Writing) -> Iterator[PersonOnSheet]:
    """The people who are named in the letter, in their order."""
    came = {person.id for person, part in told_of(writing) if part.came or part.invited}
    shown = shown_in_table(writing)
    doing = {each.id for decision in shown for each in doers_of(writing.sheet, decision).people}
    for person in writing.sheet.people:
        introduced = person.id in came and _is_introduced(writing, person)
        if person.id in came | doing and not introduced and not is_chair(writing, person):
            yield person


def _is_introduced(writing: Writing, person: PersonOnSheet) -> bool:
    """Whether somebody who came, or was to come, has been told there by full name and role."""
    return writing.introduces_in_full or (person.role in WORKERS and not writing.in_rows)


def _said(writing: Writing, person: PersonOnSheet) -> Pieces | None:
    """The sentence about one person; none where all is said, or must not be."""
    if person.role in WORKERS:
        return _worker(writing, person)
    if not may_be_named(writing, person):
        return None
    return _close_one(writing, person)


def _worker(writing: Writing, person: PersonOnSheet) -> Pieces:
    if not goes_by_another_name(person):
        return writing.pieces(_IS[person.role], name=person.name)
    role = writing.wording.say(WORKERS[person.role])
    return writing.pieces(_CALLED_AND_ROLE, called=person.called, name=person.name, role=role)


def _close_one(writing: Writing, person: PersonOnSheet) -> Pieces | None:
    """Family and carers, by the child's own word for them and what they are to the child."""
    role, name, called = what_they_are_to_you(writing, person), person.name, person.called
    if called and called != name:
        said = _CALLED_AND_ROLE if role else _CALLED
        return writing.pieces(said, called=called, name=name, role=role)
    if person.role == "carer":
        return _carer(writing, person)
    if role:
        is_known = role != person.what_they_are.strip().rstrip(".")
        return writing.pieces(_IS_ROLE if is_known else _ROLE, name=name, role=role)
    known = _IS.get(person.role)
    return writing.pieces(known, name=name) if known is not None else None


def _carer(writing: Writing, person: PersonOnSheet) -> Pieces:
    """That somebody looks after the child, and as what where more than that was typed."""
    typed = person.what_they_are.strip().rstrip(".")
    if typed and typed == what_they_are_to_you(writing, person):
        return writing.pieces(_LOOKS_AFTER_AS, name=person.name, role=typed)
    said = _LOOK_AFTER if are_several(person) else _IS["carer"]
    return writing.pieces(said, name=person.name)
