"""Where a term of the glossary surely is the everyday word: "ten minutes", "a hearing test"."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from letters.plain.hard_words import HardWord

_LOOK_BACK, _LOOK_ON = 24, 24
_COUNT = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|forty-five|fifty|sixty|ninety|few|some|several|many|more|extra|last|first|of|odd)"
)
_PLACES = r"(?:first|second|third|fourth|fifth|sixth|last|joint|\d+(?:st|nd|rd|th))"
_BEFORE: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        form: re.compile(rf"(?:^|\W){before}[ \t]+$", re.IGNORECASE)
        for form, before in {
            "minutes": _COUNT,
            "order": r"in",
            "case": r"(?:in|just in|pencil|phone|glasses|guitar|violin)",
            "visit": r"(?:to|can|could|will|may)",
            "panel": r"(?:solar|control|side)",
        }.items()
    }
)
_AFTER: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        form: re.compile(rf"[ \t]+{after}\b", re.IGNORECASE)
        for form, after in {
            "contact": r"(?:me|us|you|him|her|them)",
            "minutes": r"(?:late|later|ago|walk|away|early|long|each|every|a|of)",
            "hearing": r"(?:checks?|tests?|aids?|loss|from|about|you|her|him|them|was tested)",
            "placed": _PLACES,
            "order": r"of",
            "case": r"of",
        }.items()
    }
)


def is_everyday(text: str, word: HardWord) -> bool:
    """Whether what stands beside a term shows that the everyday word is meant."""
    before, after = _BEFORE.get(word.form), _AFTER.get(word.form)
    if after is not None and after.match(text, word.end, word.end + _LOOK_ON):
        return True
    start = max(0, word.start - _LOOK_BACK)
    return before is not None and before.search(text[start : word.start]) is not None
