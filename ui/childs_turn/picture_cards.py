"""The picture cards a child may choose from: the shipped drawings, in three groups."""

from typing import Final

from ui.childs_turn.spoken import _
from ui.language import N_
from ui.meeting.picture_words import PICTURE_WORDS

FEELING_WORDS: Final = {
    "face-4": N_("Very happy"),
    "face-3": N_("Happy"),
    "face-2": N_("In the middle"),
    "face-1": N_("Sad"),
    "face-0": N_("Very sad"),
}
GROUPS: Final = (
    (N_("How I feel"), (*FEELING_WORDS, "going-well", "worry", "hope", "quiet", "say")),
    (
        N_("Home and people"),
        (
            *("home", "house", "brothers-sisters", "visit", "sleep", "life-story", "growing-up"),
            *("meeting", "advocate"),
        ),
    ),
    (
        N_("Things I do"),
        ("dog", "football", "reading", "shoe", "phone", "card", "calendar", "number", "next"),
    ),
)


def card_words(picture: str) -> str:
    """What a picture card is called on the screen."""
    return _((FEELING_WORDS | PICTURE_WORDS)[picture])
