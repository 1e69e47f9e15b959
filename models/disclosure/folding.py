"""A text as it is compared: words without case, accents, unseen marks and look-alikes."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

_UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_DROPPED = re.compile(f"[{_UNSEEN}{_MARKS}\u0640]")
_APOSTROPHES = "'’‘ʼ`´′＇"
_WORD = re.compile(
    r"[A-Z][a-z]{2,}(?=[A-Z][a-z]{2,})"  # the first half of CarysLarkhollow
    r"|[^\W\d_]{3,}(?=\d{2,}(?![^\W_]))"  # carys of carys2014
    rf"|[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*"
)
_BROKEN = re.compile(
    r"[ \t\u00a0]*(?:[-\u2010\u2011\u00ac][ \t\u00a0]*[\r\n]+|[\ufffe\x02][\r\n]*)\s*"
)
_JOINED = re.compile(r"[-\u2010-\u2015\u2212\ufffe\x02]")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$")
_ALL_APOSTROPHES = re.compile(f"[{_APOSTROPHES}]")
_LOOK_ALIKES = str.maketrans(
    "асеорхуіјѕԁһкмтвАСЕОРХУІЈЅКМТВНΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυτκᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "aceopxyijsdhkmtbACEOPXYIJSKMTBHABEZHIKMNOPTYXaivopytkabcdefghijklmnoprstuvwyz",
)
_OWN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
_SKELETON = str.maketrans("01i5|8", "olls" + "lb")


@dataclass(frozen=True)
class FoldedText:
    """The words of a text as compared, and where each stands in it.

    `joins` are words broken over the end of a line, by the place of their first half.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joins: dict[int, str]

    @cached_property
    def squashed(self) -> str:
        """All words without anything between them."""
        return "".join(self.words)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where each word begins in what is squashed, and where the last ends."""
        at, found = 0, [0]
        for word in self.words:
            at += len(word)
            found.append(at)
        return tuple(found)

    def raw(self, first: int, last: int) -> str:
        """The text as written from one word to another, both with it."""
        return self.text[self.starts[first] : self.ends[last]]

    def between(self, place: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.ends[place] : self.starts[place + 1]]


def fold(text: str) -> FoldedText:
    """Read the words of a text."""
    seen, places = _seen(text)
    matches = list(_WORD.finditer(seen))
    starts = tuple(places[each.start()] if places else each.start() for each in matches)
    ends = tuple(places[each.end() - 1] + 1 if places else each.end() for each in matches)
    words = tuple(fold_word(each.group()) for each in matches)
    by_end = {each.end(): place for place, each in enumerate(matches)}
    joins = {
        place: words[place] + words[place + 1]
        for broken in _BROKEN.finditer(seen)
        if (place := by_end.get(broken.start(), len(words))) + 1 < len(words)
        and matches[place + 1].start() == broken.end()
    }
    return FoldedText(text, words, starts, ends, joins)


def is_joined(between: str) -> bool:
    """Whether two halves of a word are held together by no more than a hyphen or a line's end."""
    if _JOINED.search(between):
        return True
    return "\n" in between and not between.strip()


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """One word as it is compared: its skeleton, in which O and 0, l, 1 and I are one."""
    if word.isascii():
        return _ALL_APOSTROPHES.sub("", _POSSESSIVE.sub("", word.lower())).translate(_SKELETON)
    plain = unicodedata.normalize("NFKC", word.translate(_LOOK_ALIKES)).casefold()
    bare = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", plain).translate(_OWN_LETTERS))
    kept = "".join(each for each in bare if not unicodedata.combining(each))
    digits = "".join(_digit(each) for each in kept)
    return _ALL_APOSTROPHES.sub("", digits).translate(_SKELETON)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as compared."""
    return fold(text).words


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word in small letters without accents and apostrophes, yet with each letter its own."""
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    kept = "".join(each for each in bare if not unicodedata.combining(each))
    return _POSSESSIVE.sub("", kept)


def _seen(text: str) -> tuple[str, list[int]]:
    """A text without what cannot be seen, and where each character stood; no list if none."""
    if _DROPPED.search(text) is None:
        return text, []
    places = [at for at, each in enumerate(text) if _DROPPED.match(each) is None]
    return "".join(text[at] for at in places), places


def _digit(letter: str) -> str:
    """A digit of any script as ours."""
    if letter.isascii():
        return letter
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)
