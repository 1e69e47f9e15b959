"""What plain words suggest for one stretch of a text."""

from dataclasses import dataclass
from enum import StrEnum


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

    def applied(self, text: str) -> str:
        """The text with the replacement in its place."""
        return f"{text[: self.start]}{self.replacement}{text[self.end :]}"
