"""Which picture stands by which words: one meaning each, the same in every letter."""

import re

from models.problems import N_

PICTURE_NAMES = {  # what a picture shows, for those who cannot see it
    "advocate": N_("an advocate"),
    "brothers-sisters": N_("brothers and sisters"),
    "calendar": N_("a calendar"),
    "card": N_("a card"),
    "dog": N_("a dog"),
    "face-0": N_("a very sad face"),
    "face-1": N_("a sad face"),
    "face-2": N_("a face in between"),
    "face-3": N_("a happy face"),
    "face-4": N_("a very happy face"),
    "football": N_("a football"),
    "going-well": N_("the sun"),
    "growing-up": N_("growing up"),
    "home": N_("a home"),
    "hope": N_("a star"),
    "house": N_("a house"),
    "life-story": N_("a life story book"),
    "meeting": N_("a meeting"),
    "next": N_("a signpost"),
    "number": N_("a number"),
    "phone": N_("a phone"),
    "quiet": N_("quiet"),
    "reading": N_("a book"),
    "say": N_("saying what you think"),
    "shoe": N_("a shoe"),
    "sleep": N_("sleep"),
    "visit": N_("a visit"),
    "worry": N_("a cloud"),
}
PICTURES = frozenset(
    {
        "advocate", "brothers-sisters", "calendar", "card", "dog", "football", "going-well",
        "growing-up", "home", "hope", "house", "life-story", "meeting", "next", "number",
        "phone", "quiet", "reading", "say", "shoe", "sleep", "visit", "worry",
    }
)  # fmt: skip

_BY_WORD = (
    ("sleep", ("sleep", "sleeps", "sleepover", "sleepovers", "overnight", "bed", "bedtime")),
    ("reading", ("read", "reads", "reading", "library", "story book", "story books")),
    ("quiet", ("quiet", "quieter", "loud", "noise", "noisy")),
    ("life-story", ("life story", "photos", "photo album", "story of how")),
    ("brothers-sisters", ("brother", "brothers", "sister", "sisters", "siblings")),
    ("dog", ("dog", "dogs", "puppy")),
    ("football", ("football",)),
    ("phone", ("phone", "mobile", "ring", "rings")),
    ("growing-up", ("grown up", "grow up", "growing up", "until you are 18", "permanence")),
    ("reading", ("a book", "the book", "your book", "your books", "some books", "new books")),
    ("shoe", ("shoe", "shoes", "trainers", "boots")),
    ("card", ("card", "cards")),
    ("advocate", ("advocate",)),
    ("visit", ("visit", "visits", "family time", "family contact")),
    ("meeting", ("meet", "meeting", "panel")),
    ("home", ("home", "house", "bedroom")),
    ("calendar", ("calendar", "the date", "a date", "dates")),
)
_BY_LIFE_AREA = {
    "home": "home",
    "learning": "reading",
    "family_time": "visit",
    "identity": "life-story",
    "feelings": "say",
    "long_plan": "growing-up",
    "moving_on": "growing-up",
}
_PATTERNS = tuple(
    (picture, re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b(?! office)", re.IGNORECASE))
    for picture, words in _BY_WORD
)


def picture_for(words: str, life_area: str, otherwise: str = "next") -> str:
    """The picture for these words: the first word that has one, else the part of life's."""
    for picture, pattern in _PATTERNS:
        if pattern.search(words):
            return picture
    return _BY_LIFE_AREA.get(life_area, otherwise)
