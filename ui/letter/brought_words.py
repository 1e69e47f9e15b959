"""Says what a translator's file brought: how many lines, and which need a look."""

from collections.abc import Iterable, Sequence

from letters.translating.reading import Brought
from letters.two_languages import TwoLines
from ui.language import _, ngettext

MOST_NAMED = 12


def brought_words(brought: Brought, lines: Sequence[TwoLines]) -> tuple[str, ...]:
    """One sentence for each thing to know; lines are named by the numbers printed beside them."""
    labels = {line.key: line.label for line in lines}
    count = len(brought.rows)
    came = ngettext("{count} line was brought in.", "{count} lines were brought in.", count)
    said = [came.format(count=count) if count else _("There was nothing new in the file.")]
    if keys := brought.changed:
        words = ngettext(
            "The English of {count} line has changed since the file was made: {numbers}.",
            "The English of {count} lines has changed since the file was made: {numbers}.",
            len(keys),
        )
        said.append(_filled(words, (labels[key] for key in keys)))
    if keys := brought.missing:
        words = ngettext(
            "{count} line still has no words: {numbers}.",
            "{count} lines still have no words: {numbers}.",
            len(keys),
        )
        said.append(_filled(words, (labels[key] for key in keys)))
    if brought.unknown:
        words = ngettext(
            "{count} row of the file came twice or belongs to no line here: {numbers}.",
            "{count} rows of the file came twice or belong to no line here: {numbers}.",
            len(brought.unknown),
        )
        said.append(_filled(words, brought.unknown))
    return tuple(said)


def needs_a_look(brought: Brought) -> bool:
    """Whether more is to be done than to be glad of it."""
    return bool(brought.changed or brought.missing or brought.unknown)


def _filled(words: str, numbers: Iterable[str]) -> str:
    every = list(numbers)
    named = ", ".join(every[:MOST_NAMED])
    if len(every) > MOST_NAMED:
        named = _("{numbers} and others").format(numbers=named)
    return words.format(count=len(every), numbers=named)
