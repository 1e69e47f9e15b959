"""Which picture stands by which words: one meaning each, the same in every letter.

A picture has a name: "home" of the drawings made for Waymark, "fluent/home" of the second set, or
"own/ID" of those that the child's own circle or the council brought. The page finds the first two
among the resources, and the last in `LetterSetting.own_pictures`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from letters.fluent_pictures import FLUENT
from models.letter_making import LetterPictureOnSheet
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
    "law": N_("the scales of the law"),
    "life-story": N_("a life story book"),
    "meeting": N_("a meeting"),
    "next": N_("a signpost"),
    "number": N_("a number"),
    "person": N_("a person"),
    "phone": N_("a phone"),
    "quiet": N_("quiet"),
    "reading": N_("a book"),
    "record": N_("a folder"),
    "say": N_("saying what you think"),
    "shoe": N_("a shoe"),
    "sleep": N_("sleep"),
    "visit": N_("a visit"),
    "worry": N_("a cloud"),
    "wrong": N_("a warning sign"),
}
PICTURES = frozenset(
    {
        "advocate", "brothers-sisters", "calendar", "card", "dog", "football", "going-well",
        "growing-up", "home", "hope", "house", "life-story", "meeting", "next", "number",
        "phone", "quiet", "reading", "say", "shoe", "sleep", "visit", "worry",
    }
)  # fmt: skip
SIGNS = frozenset({"law", "person", "record", "wrong"})
"""What stands only by words of the letter's own: nobody chooses these."""
WAYMARK, FLUENT_SET, OWN = "waymark", "fluent", "own"
PICTURE_SETS: Final[Mapping[str, str]] = MappingProxyType(
    {
        WAYMARK: N_("Drawings made for Waymark"),
        FLUENT_SET: N_("Fluent Emoji pictures, in bright colours"),
    }
)
"""The sets of pictures that come with the program, and their names on the screen."""
SAYS: Final[Mapping[str, str]] = MappingProxyType(
    PICTURE_NAMES | {f"{FLUENT_SET}/{name}": says for name, says, _words in FLUENT}
)
"""What each picture that comes with the program shows, by its name."""

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
_FLUENT_BY_LIFE_AREA = _BY_LIFE_AREA | {
    "learning": "school",
    "health": "check-up",
    "friends_and_fun": "friends",
    "money": "money",
}


@dataclass(frozen=True)
class OwnPicture:
    """A picture that was brought: its name "own/ID", what it shows, and the words that call it."""

    name: str
    says: str
    words: tuple[str, ...]
    is_childs: bool


def own_pictures(pictures: Iterable[LetterPictureOnSheet]) -> tuple[OwnPicture, ...]:
    """Give the brought pictures that may be used: they are here, and said in words."""
    return tuple(
        OwnPicture(
            f"{OWN}/{each.id}",
            each.says.strip(),
            tuple(word for line in each.words_for.splitlines() if (word := line.strip())),
            each.child_id is not None,
        )
        for each in pictures
        if each.use == "picture" and each.says.strip() and each.image
    )


def picture_for(
    words: str,
    life_area: str,
    otherwise: str = "next",
    *,
    picture_set: str = WAYMARK,
    own: Sequence[OwnPicture] = (),
) -> str:
    """The picture for these words: the child's own, the council's, then the set's.

    In each of them the longest word that stands there chooses. Where none does, the part of
    life chooses, and then `otherwise`.
    """
    for brought in (True, False):
        rows = tuple((each.name, each.words) for each in own if each.is_childs == brought)
        if found := _longest(rows, words):
            return found
    if picture_set == FLUENT_SET:
        found = _longest(_FLUENT_ROWS, words) or _FLUENT_BY_LIFE_AREA.get(life_area, otherwise)
        return in_set(found, picture_set)
    return _longest(_WAYMARK_ROWS, words) or _BY_LIFE_AREA.get(life_area, otherwise)


def in_set(name: str, picture_set: str) -> str:
    """The name in this set of a picture that was chosen by the name it has in another."""
    if not name or name.startswith(f"{OWN}/"):
        return name
    bare = name.rpartition("/")[2]
    if picture_set == FLUENT_SET:
        return f"{FLUENT_SET}/{bare}" if f"{FLUENT_SET}/{bare}" in SAYS else name
    return bare if bare in PICTURE_NAMES else name


def said_by(name: str, own: Sequence[OwnPicture] = ()) -> str:
    """What a picture shows; empty for one that is not known. Shipped ones are to be translated."""
    brought = next((each.says for each in own if each.name == name), "")
    return brought or SAYS.get(name, "")


Rows = tuple[tuple[str, tuple[str, ...]], ...]
Called = Mapping[tuple[str, ...], tuple[int, int, str]]


@lru_cache(maxsize=64)
def _called(rows: Rows) -> tuple[int, Called]:
    """How many words the longest call has, and for each call its length, rank and picture."""
    found: dict[tuple[str, ...], tuple[int, int, str]] = {}
    for rank, (name, words) in enumerate(rows):
        for word in words:
            found.setdefault(_words_of(word), (len(word), -rank, name))
    return max(map(len, found), default=0), found


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _longest(rows: Rows, text: str) -> str:
    most, called = _called(rows)
    words = _words_of(text)
    found = [
        called[words[start:end]]
        for start in range(len(words))
        for end in range(start + 1, min(start + most, len(words)) + 1)
        if words[start:end] in called and words[end : end + 1] != _NO_HOME
    ]
    return max(found)[2] if found else ""


def _with_plurals(rows: Iterable[tuple[str, str, tuple[str, ...]]]) -> Rows:
    return tuple(
        (name, (*words, *(f"{word}s" for word in words if not word.endswith("s"))))
        for name, _says, words in rows
    )


_WORD: Final = re.compile(r"\w+")
_NO_HOME: Final = ("office",)  # the Home Office is nobody's home
_WAYMARK_ROWS: Final[Rows] = _BY_WORD
_FLUENT_ROWS: Final[Rows] = _with_plurals(FLUENT)
