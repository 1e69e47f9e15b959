"""What a brought picture is for, and how large print needs it."""

from enum import StrEnum
from typing import Final


class Use(StrEnum):
    """What a picture is for."""

    PICTURE = "picture"
    CREST = "crest"
    PHOTO = "photo"
    SCAN = "scan"


LONGEST_SIDE: Final = {Use.PICTURE: 600, Use.CREST: 600, Use.PHOTO: 900, Use.SCAN: 2400}
"""How many pixels print needs along the longer side."""
