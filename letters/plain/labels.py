"""Words that put a label on a child, which no letter has. Source: domain reference 5.3."""

import re
from collections.abc import Iterator

from letters.plain.sentences import Stretch

_LABEL = re.compile(
    r"\b(?:fail(?:ed|s|ing|ure)\b(?: to \w+)?|refus(?:ed|es|ing|al) to engage\b|"
    r"(?:did|does|do|will|would) not engage\b|(?:didn|doesn|won|wouldn)['’]t engage\b|"
    r"non[- ]complian(?:t|ce)\b|attention[- ]seek(?:ing|er)\b|manipulat(?:ive|ing|es|ed)\b|"
    r"abscond(?:ed|s|ing|er|ers)?\b|older (?:male|man|men)s?\b|complex needs\b|"
    r"(?:LAC|CLA|looked[- ]after) (?:child|children|boy|girl|young)\b)",
    re.IGNORECASE,
)


def labels_in(text: str) -> Iterator[Stretch]:
    """Each label where it stands."""
    for found in _LABEL.finditer(text):
        yield Stretch(found.start(), found.end(), found.group())
