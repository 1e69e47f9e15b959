"""Names: the child's own, and those of other children."""

import re
from collections.abc import Iterator
from functools import lru_cache

import resources
from letters.checks.concern import Checked, Concern, Line
from letters.checks.small_letters import in_small_letters
from models.problems import N_

_BY_NAME = frozenset({"L1", "aloud", "carer"})
"""The top, the page to be read aloud, which greets by name, and what is said to a carer."""


def other_children(checked: Checked) -> Iterator[Concern]:
    """Another child's name, wherever it stands, unless somebody round this child has it."""
    known = _names_round_the_child(checked)
    strangers = [name for name in checked.sheet.making.other_children if not _all_in(name, known)]
    for line in checked.lines:
        for name in strangers:
            if _has_in_any_letters(name, line.paragraph.text):
                said = N_("This is the name of another child that you work with: {name}")
                yield line.concern("other_child", said, name, name=name)


def chosen_name(checked: Checked) -> Iterator[Concern]:
    """The given name where the child chose another."""
    child = checked.sheet.child
    given = child.given_name.strip()
    if not child.chosen_name.strip() or _has(given, child.chosen_name):
        return
    people = {word for person in checked.sheet.people for word in in_small_letters(person.name)}
    if given.casefold() in people:
        return
    for line in checked.lines:
        if _has(given, line.ours):
            said = N_("{chosen} chose another name than {given}")
            yield line.concern("chosen_name", said, given, chosen=child.chosen_name, given=given)


def third_person(checked: Checked) -> Iterator[Concern]:
    """A sentence that tells the child of themselves by name, where it should say "you"."""
    called = checked.sheet.child.called
    for line in checked.lines:
        if line.block in _BY_NAME or _is_title(line):
            continue
        if any(_has(called, typed) and typed.strip() != called for typed in line.own_pieces):
            said = N_("This speaks about {name}. Say “you” to {name}")
            yield line.concern("third_person", said, "", name=called)


def _is_title(line: Line) -> bool:
    source = line.paragraph.source
    return source is not None and source.table == "child"


def _names_round_the_child(checked: Checked) -> frozenset[str]:
    sheet = checked.sheet
    people = (name for person in sheet.people for name in (person.name, person.called))
    own = (sheet.child.full_name, sheet.child.chosen_name, sheet.chair.name)
    return frozenset(word for name in (*people, *own) for word in in_small_letters(name))


def _all_in(name: str, known: frozenset[str]) -> bool:
    return set(in_small_letters(name)) <= known


def _has(name: str, text: str) -> bool:
    """Whether a name stands in a text as whole words, as it is written."""
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _has_in_any_letters(name: str, text: str) -> bool:
    """Whether a name stands in a text, in small letters too where it is no word as well."""
    if _has(name, text):
        return True
    return _has(name.casefold(), text.casefold()) and not _is_said_every_day(name)


@lru_cache(maxsize=256)
def _is_said_every_day(name: str) -> bool:
    """Whether each part of a name is a word too, as "will" and "rose" are."""
    dictionary = resources.text("dictionary/en-GB.dic")
    return all(
        re.search(rf"^{re.escape(part)}(?:/|$)", dictionary, re.MULTILINE)
        for part in in_small_letters(name)
    )
