"""The six designs of a letter, chosen by understanding and only suggested by age."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from models.problems import N_
from models.rules.age import age_on


class Band(StrEnum):
    """Which design a letter has. Source: domain reference 5.4."""

    U = "U"
    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


@dataclass(frozen=True)
class BandRule:
    """What a letter of one band keeps to.

    `from_age` and `to_age` only suggest the band. `words` is the least and the most of the
    letter's own words; `longest` the most words in a sentence; `grade` the highest
    Flesch-Kincaid grade; `pages` the most sides of A4 at the usual size.
    Source: domain reference 5.3 and 5.4.
    """

    band: Band
    name: str
    who: str
    from_age: int | None
    to_age: int | None
    words: tuple[int, int]
    longest: int
    grade: float
    pages: int


BANDS: Mapping[Band, BandRule] = MappingProxyType(
    {
        rule.band: rule
        for rule in (
            BandRule(Band.U, N_("Under 4"), N_("A keepsake for later, and a page to read aloud"),
                     0, 3, (150, 300), 18, 6, 2),
            BandRule(Band.A, N_("Age 4 to 7"), N_("Read with an adult; pictures lead"),
                     4, 7, (80, 150), 8, 2, 2),
            BandRule(Band.B, N_("8 to 11"), N_("Reads alone"), 8, 11, (150, 300), 12, 4, 2),
            BandRule(Band.C, N_("12 to 15"), N_("Straight and warm, with reasons"),
                     12, 15, (250, 450), 15, 6, 2),
            BandRule(Band.D, N_("16 to 17"), N_("As to a young adult"),
                     16, 17, (300, 600), 18, 7, 2),
            BandRule(Band.E, N_("Easy Read"), N_("Any age: pictures left, words right"),
                     None, None, (150, 300), 10, 3, 4),
        )
    }
)  # fmt: skip
READ_ALOUD_WORDS, READ_ALOUD_LONGEST, READ_ALOUD_GRADE = 40, 6, 1.0
"""The page to be read aloud to a child under 4. Source: domain reference 5.4."""


def suggested_band(born_on: date, on: date) -> Band:
    """The band that age suggests; somebody past 17 is written to as a young adult."""
    age = age_on(born_on, on)
    for rule in BANDS.values():
        if rule.to_age is not None and (rule.from_age or 0) <= age <= rule.to_age:
            return rule.band
    return Band.D


def band_of(chosen: str, born_on: date, on: date) -> Band:
    """The band that was chosen, or the one that age suggests."""
    return Band(chosen) if chosen in set(Band) else suggested_band(born_on, on)
