"""What plain words suggest for one stretch of a text."""

import re
from dataclasses import dataclass
from enum import StrEnum

_OR = "; "
_NAME, _SOMEBODY = "(name)", "somebody"
_NAME_FIRST = "(name), "
_WHOLE_NOTE = re.compile(r"\(([^()]*)\)")
_NOTE_FIRST = re.compile(r"\(to [^()]*\) ")


class Mode(StrEnum):
    """What to do with a hard word. Source: domain reference 5.9."""

    SWAP = "swap"
    EXPLAIN = "explain"
    AVOID = "avoid"


@dataclass(frozen=True)
class Suggestion:
    """What to say instead of `words`, which stand from `start` to `end` of the text.

    `replacement` is ready to be put in their place, and empty where nobody but the writer can
    find the words. It may take in the article before the term. `is_sure` says that the grammar
    holds, so that one key may do it; else it is only offered. `why` is the glossary's own
    plain words.
    """

    start: int
    end: int
    words: str
    mode: Mode
    replacement: str
    is_sure: bool
    why: str
    at_home: bool = False

    @property
    def told(self) -> str:
        """The glossary's plain words as a person reads them, without its notes for a writer."""
        said = [_without_notes(each) for each in self.why.split(_OR)]
        return _OR.join(each for each in said if each)

    def applied(self, text: str) -> str:
        """The text with the replacement in its place."""
        return f"{text[: self.start]}{self.replacement}{text[self.end :]}"


def _without_notes(words: str) -> str:
    """One way of saying it: a name that is to be put in becomes somebody, a whole note is said."""
    if words == _NAME:
        return ""
    words = _NOTE_FIRST.sub("", words.removeprefix(_NAME_FIRST)).replace(_NAME, _SOMEBODY)
    whole = _WHOLE_NOTE.fullmatch(words)
    return whole.group(1) if whole else words
