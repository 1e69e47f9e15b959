"""Whether words that go into a child's record name another child of the same sitting."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from models.quick_note import folded

_SHORTEST: Final = 3
"""A part of a name this long or longer is looked for by itself. Units: letters."""


@dataclass(frozen=True)
class Called:
    """A child of a sitting, by each name that words may have for them."""

    child_id: str
    called: str
    given_name: str
    family_name: str


def named_in(words: str, children: Iterable[Called], readers: Collection[str]) -> tuple[str, ...]:
    """The names, as whole words, of children that somebody else would read of.

    `readers` are the ids of the children in whose records the words will stand; a child's own
    given name is not told where that child is the only reader. A family name always is.
    """
    text = folded(words)
    found: list[str] = []
    for child in children:
        is_only_reader = set(readers) == {child.child_id}
        own = _stands_in(text, child.called) or _stands_in(text, child.given_name)
        if own and not is_only_reader:
            found.append(child.called)
        elif _stands_in(text, child.family_name):
            found.append(child.family_name)
    return tuple(dict.fromkeys(found))


def _stands_in(text: str, name: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text) for each in _forms(name))


def _forms(name: str) -> Iterator[str]:
    """The whole name, and each longer part of it."""
    whole = folded(name)
    if whole:
        yield whole
    yield from (part for part in re.split(r"[\s-]+", whole) if len(part) >= _SHORTEST)
