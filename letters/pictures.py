"""Which picture stands by which words: one meaning each, the same in every letter."""

import re

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
