"""Which look each band has."""

from collections.abc import Mapping
from types import MappingProxyType

from letters.bands import Band
from letters.letter import Letter
from letters.looks.flowing import FlowingLook
from letters.looks.look import Look
from letters.looks.older import YoungAdultLook, YoungPersonLook

LOOKS: Mapping[Band, type[Look]] = MappingProxyType(
    {
        Band.U: FlowingLook,
        Band.A: FlowingLook,
        Band.B: FlowingLook,
        Band.C: YoungPersonLook,
        Band.D: YoungAdultLook,
        Band.E: FlowingLook,
    }
)


def look_of(letter: Letter) -> Look:
    """The look of a letter's band."""
    return LOOKS[letter.band](letter)
