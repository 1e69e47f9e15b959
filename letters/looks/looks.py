"""Which look each band has."""

from collections.abc import Mapping
from types import MappingProxyType

from letters.bands import Band
from letters.letter import Letter
from letters.looks.flowing import FlowingLook
from letters.looks.keepsake import KeepsakeLook
from letters.looks.look import Look
from letters.looks.older import YoungAdultLook, YoungPersonLook
from letters.looks.picture_grid import PictureGridLook

LOOKS: Mapping[Band, type[Look]] = MappingProxyType(
    {
        Band.U: KeepsakeLook,
        Band.A: PictureGridLook,
        Band.B: FlowingLook,
        Band.C: YoungPersonLook,
        Band.D: YoungAdultLook,
        Band.E: PictureGridLook,
    }
)


def look_of(letter: Letter) -> Look:
    """The look of a letter's band."""
    return LOOKS[letter.band](letter)
