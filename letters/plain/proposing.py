"""How a note or a decision of the record is first said to the child; nothing that is not sure."""

import re
from collections.abc import Collection

from letters.plain.days_in_words import with_days_in_words
from letters.plain.deeds import NOBODY, Doing, as_deed
from letters.plain.glossary import Glossary
from letters.plain.labels import labels_in
from letters.plain.protected import quoted, touches
from letters.plain.saying_i import names_the_iro, said_by_iro
from letters.plain.saying_you import said_to
from letters.plain.suggestion import Mode, Suggestion
from models.people_on_sheet import ChildOnSheet

_MOST_ROUNDS = 6
_SAID_AT_HOME = frozenset({"case", "trigger", "threshold"})
_NO_END = re.compile(r"\w$")


def proposed_words(
    words: str, glossary: Glossary, child: ChildOnSheet, doing: Doing = NOBODY
) -> str:
    """The words with every sure swap done; words that are quoted stay as they are.

    Said about the child they come to be said to the child, "the IRO" to be "I", and "Samir to
    ring" to be "Ring" where `doing` says that Samir will do it. Where any of that is not sure,
    or a label stands, the whole text stays as it was typed. Proposing for what was proposed
    changes nothing more.
    """
    names = tuple(filter(None, (child.full_name, child.chosen_name)))
    if _has_a_label(words, glossary, names):
        return words
    said = _spoken(words, child, doing)
    if said is None:
        return words
    if said != words:
        said = _ended(with_days_in_words(said))
    return _swapped(said, words, glossary, names)


def _spoken(words: str, child: ChildOnSheet, doing: Doing) -> str | None:
    """The words as the IRO says them to the child; None where that is not sure."""
    said = said_to(words, child)
    if said is None:
        return None
    deed = as_deed(said, doing)
    if deed is None:
        return None
    said = said_by_iro(deed)
    return None if names_the_iro(said) else said


def _swapped(said: str, words: str, glossary: Glossary, names: Collection[str]) -> str:
    """Every sure swap done, as long as that comes to an end and keeps what is quoted."""
    for _round in range(_MOST_ROUNDS):
        before = said
        for each in reversed(glossary.findings(said, names)):
            if each.is_sure and each.mode is Mode.SWAP and _fits(said, each):
                said = each.applied(said)
        if said == before:
            return said if _quotes(said) == _quotes(words) else words
    return words


def _fits(said: str, suggestion: Suggestion) -> bool:
    """Whether the words may stand there: nothing happens "under what somebody says"."""
    before = said[: suggestion.start].rstrip().lower()
    return not before.endswith(" under") or "what" not in suggestion.replacement.split(" ")[0]


def _has_a_label(words: str, glossary: Glossary, names: Collection[str]) -> bool:
    """Whether a word stands there that no letter has, so that a person must find others."""
    quotes = quoted(words)
    if any(not touches(quotes, each.start, each.end) for each in labels_in(words)):
        return True
    return any(
        word.term.mode is Mode.AVOID and word.form not in _SAID_AT_HOME
        for word in glossary.hard_words(words, names)
    )


def _ended(said: str) -> str:
    """With its full stop, as in a letter."""
    bare = said.rstrip()
    return f"{bare}." if _NO_END.search(bare) else said


def _quotes(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted(text)]
