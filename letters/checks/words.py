"""What must not stand in a letter as it was written: addresses, dates in figures, leftovers."""

import re
from collections.abc import Iterator

from letters.addresses import looks_like_an_address
from letters.checks.concern import Checked, Concern
from models.problems import N_

_FIGURES = re.compile(r"\b\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b")
_SHORT_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_ABOUT_NOW = re.compile(
    r"\b(?:last|next|this) (?:week|month|term|year)\b|\b(?:yesterday|tomorrow|recently)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\?\?+|\bTB[CDA]\b|\bXX+\b|\[[^\]]*\]|\{[^}]*\}|__+")
_EMAIL_OR_PAGE = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")


def addresses(checked: Checked) -> Iterator[Concern]:
    """What looks like somebody's address, in the child's own words too."""
    for line in checked.lines:
        text = _EMAIL_OR_PAGE.sub(" ", line.paragraph.text)
        if looks_like_an_address(text):
            said = N_("This looks like an address. A letter must not say where anybody lives")
            yield line.concern("address", said)


def dates(checked: Checked) -> Iterator[Concern]:
    """A date in figures, shortened, or told from a day that a reader in ten years cannot know."""
    for line in checked.lines:
        for pattern, said in (
            (_FIGURES, N_("Write the date in words: {found}")),
            (_SHORT_DATE, N_("Write the date in full: {found}")),
            (_ABOUT_NOW, N_("“{found}” means nothing later on. Give the date")),
        ):
            for found in dict.fromkeys(match.group() for match in pattern.finditer(line.ours)):
                yield line.concern("date", said, found, found=found)


def unfinished(checked: Checked) -> Iterator[Concern]:
    """A mark that somebody meant to come back to."""
    for line in checked.lines:
        for match in _UNFINISHED.finditer(line.ours):
            said = N_("This is not finished: {found}")
            yield line.concern("unfinished", said, match.group(), found=match.group())
