"""What must not stand in a letter as it was written: addresses, dates in figures, leftovers."""

import re
from collections.abc import Iterator

from letters.addresses import CITIES, homes_in, tells_an_address
from letters.checks.concern import Checked, Concern
from letters.plain.sentences import parts_of
from models.problems import N_
from models.rules.review_clock import ReviewPath

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

_HIDES_A_HOME = frozenset({"R1", "R2", "R3", "R8"})
_ADOPTION = frozenset({"authorised", "placed"})
_ADOPTION_PATHS = frozenset({ReviewPath.AUTHORISED, ReviewPath.PLACED_FOR_ADOPTION})


def addresses(checked: Checked) -> Iterator[Concern]:
    """What looks like somebody's address, in the child's own words too."""
    for line in checked.lines:
        text = _EMAIL_OR_PAGE.sub(" ", line.paragraph.text)
        if tells_an_address(text):
            said = N_("This looks like an address. A letter must not say where anybody lives")
            yield line.concern("address", said)


def homes(checked: Checked) -> Iterator[Concern]:
    """The place by name where somebody lives; what is well known only where homes are hidden."""
    own_home = checked.sheet.child.lives_with
    well_known = frozenset() if _is_hidden(checked) else CITIES | {own_home.strip()}
    names = parts_of(checked.letter.names)
    for line in checked.lines:
        for place in dict.fromkeys(homes_in(line.paragraph.text, names)):
            if place not in well_known:
                said = N_("This says where somebody lives: {place}. Is it safe to tell?")
                yield line.concern("home_place", said, place, place=place)


def _is_hidden(checked: Checked) -> bool:
    """Whether it is kept from somebody where another lives, as in adoption."""
    sheet = checked.sheet
    if sheet.kind in _ADOPTION or sheet.care_path in _ADOPTION_PATHS:
        return True
    return any(
        note.restricted and not _HIDES_A_HOME.isdisjoint(note.restriction_kinds)
        for note in sheet.notes
    )


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
