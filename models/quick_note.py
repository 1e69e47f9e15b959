"""One line typed while people talk, read into what it says: kind, words, who, about what, when."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from models.typed_dates import UnreadableDay, read_day


class Kind(StrEnum):
    """Where a line goes: a column of the map, the decisions, or the child's own words."""

    WORRY = "worry"
    GOING_WELL = "going_well"
    NEXT = "next"
    DECISION = "decision"
    VOICE = "voice"


MARKS: Final = {
    "-": Kind.WORRY,
    "+": Kind.GOING_WELL,
    ">": Kind.NEXT,
    "!": Kind.DECISION,
    '"': Kind.VOICE,
}
PERSON, AREA, ALSO, KEEP = "@", "#", "&", "\\"
ALL: Final = "all"
"""The key of what stands for every other child of the sitting."""
_QUOTES: Final = '"“”'
_MARKED: Final = {**MARKS, "“": Kind.VOICE}
_KEPT: Final = frozenset((*_MARKED, PERSON, AREA, ALSO, KEEP))
_ENDS: Final = ".,;:!?)"
_TAG = re.compile(r"(?<!\S)[@#&](?=\S)")
_BEFORE_DAY = re.compile(r"(?<=\s)(?:by|in)\s+(?=\S)", re.IGNORECASE)
_LONGEST_DAY = 40
_TELLS: Final = frozenset((
    "is", "isn't", "was", "wasn't", "are", "were", "has", "hasn't", "had", "will", "won't",
    "would", "can", "can't", "could", "should", "does", "doesn't", "did", "didn't", "says",
    "said", "asks", "asked", "wants", "wanted", "needs", "needed", "thinks", "thought", "feels",
    "felt", "likes", "liked", "came", "comes", "goes", "went",
))  # fmt: skip
"""After a name at the beginning these make it part of the sentence."""


@dataclass(frozen=True)
class Named:
    """A person or a part of life, and everything it may be called; the first is shown."""

    key: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """What a line is read against. `chosen` says who is meant by a name that several have.

    `others` are the other children of the sitting, and all of them by the key ALL.
    """

    today: date
    people: tuple[Named, ...] = ()
    areas: tuple[Named, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()
    others: tuple[Named, ...] = ()
    is_possible: Callable[[date], bool] = lambda _day: True

    def named(self, mark: str) -> tuple[Named, ...]:
        """What may follow this mark."""
        return {PERSON: self.people, AREA: self.areas, ALSO: self.others}[mark]


@dataclass(frozen=True)
class QuickNote:
    """What a line says. `is_marked` where its kind was typed and not the usual one.

    `also` are the keys of the other children whose records it goes into as well.
    """

    kind: Kind
    words: str
    is_marked: bool = False
    person: str = ""
    area: str = ""
    by_when: date | None = None
    also: tuple[str, ...] = ()
    is_about: bool = False  # the line tells of the person, whose name stays in the words


@dataclass(frozen=True)
class Unread:
    """A name after a mark that nobody has, or more than one; `end` is where it ends."""

    mark: str
    said: str
    end: int
    among: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Tag:
    """A name that is being typed: its mark, what is typed of it, and where it begins."""

    mark: str
    query: str
    start: int


def read_line(typed: str, known: Known, usual: Kind) -> QuickNote:
    """Read one line; `usual` is its kind where it begins with no mark."""
    mark, body = split_mark(typed)
    kind = _MARKED[mark] if mark else usual
    note = QuickNote(kind, body, is_marked=bool(mark))
    if kind is Kind.VOICE:
        return _own_words(note, mark, known) if mark else replace(note, words=_exact(typed))
    note = _without_tags(note, known)
    return _without_day(note, known) if kind is Kind.DECISION else note


def unread(typed: str, known: Known, usual: Kind) -> Unread | None:
    """Give the first name that is not understood, and would stay in the words with its mark."""
    mark, body = split_mark(typed)
    if not mark and usual is Kind.VOICE:
        return None
    text = body.lstrip()
    kept = _without_keep(text)[1]
    spoken = (_closing(body) if mark in _QUOTES else -1) if mark else -1
    if spoken is None:
        return None
    begins = len(typed) - len(text)
    for tag in _TAG.finditer(text):
        rest, among = text[tag.end() :], known.named(tag[0])
        is_open = tag.start() >= kept and tag.start() + begins > spoken + len(typed) - len(body)
        if not is_open or not among or not rest[:1].isalpha():
            continue
        if _named(rest, among, dict(known.chosen)) is None:
            said = rest.split(maxsplit=1)[0].rstrip(_ENDS)
            several = tuple(offered(said, among))
            return Unread(tag[0], said, begins + tag.end() + len(said), several)
    return None


def split_mark(typed: str) -> tuple[str, str]:
    """Give the mark at the beginning, or "", and what follows it as it was typed."""
    text = typed.lstrip()
    mark = text[:1] if text[:1] in _MARKED else ""
    return mark, text[len(mark) :]


def with_mark(typed: str, kind: Kind) -> str:
    """The same line marked as another kind; the child's words are not altered by it."""
    mark, body = split_mark(typed)
    closed = _closing(body) if mark in _QUOTES else None
    if mark and closed is not None:
        body = body[:closed] + body[closed + 1 :]
    new = next(sign for sign, each in MARKS.items() if each is kind)
    if kind is Kind.VOICE:
        return new + (body if mark in _QUOTES else body.lstrip())
    return f"{new} {body.lstrip()}"


def tag_at(typed: str, cursor: int) -> Tag | None:
    """Give the name that the cursor stands in or after, if one is being typed there."""
    mark, body = split_mark(typed)
    begins = len(typed) - len(body)
    before = typed[begins:cursor]
    found = [each.start() for each in re.finditer(r"(?<!\S)[@#&]", before)]
    if not found or (found[-1] == 0 and typed[begins : begins + 1] == KEEP):
        return None
    start = found[-1]
    if mark in _QUOTES and mark and not any(sign in _QUOTES for sign in before[:start]):
        return None
    return Tag(before[start], before[start + 1 :], begins + start)


def offered(query: str, among: Sequence[Named]) -> list[Named]:
    """Those whose name begins as typed, then those with a later word that does."""
    wanted = folded(query)
    first = [one for one in among if any(folded(name).startswith(wanted) for name in one.names)]
    later = [one for one in among if one not in first and _has_word(one, wanted)]
    return first + later


def folded(words: str) -> str:
    """Words without capitals and accents, for comparing."""
    parted = unicodedata.normalize("NFKD", words.replace("’", "'"))
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def _has_word(one: Named, wanted: str) -> bool:
    words = (word for name in one.names for word in folded(name).split())
    return any(word.startswith(wanted) for word in words)


def _own_words(note: QuickNote, mark: str, known: Known) -> QuickNote:
    """The words as they are up to a closing mark; names are read only after that."""
    body = note.words
    end = _closing(body)
    if end is None:
        return note
    after = _without_tags(replace(note, words=body[end + 1 :]), known)
    if not after.words:
        return replace(after, words=body[:end])
    is_closed_before = sum(body.count(sign) for sign in _QUOTES) % 2 == 1
    return replace(note, words=mark + body) if is_closed_before else note


def _closing(body: str) -> int | None:
    """Where the last quotation mark stands."""
    end = max(body.rfind(sign) for sign in _QUOTES)
    return end if end >= 0 else None


def _without_tags(note: QuickNote, known: Known) -> QuickNote:
    """Take off the first name of a person and of a part of life, and each other child's."""
    text, kept = _without_keep(note.words.strip())
    taken: dict[str, str] = {}
    also: list[str] = []
    cuts: list[tuple[int, int, str]] = []
    for tag in _TAG.finditer(text):
        mark = tag[0]
        if mark in taken or tag.start() < kept:
            continue
        found = _named(text[tag.end() :], known.named(mark), dict(known.chosen))
        if found is not None:
            if mark == ALSO:
                also.append(found[0])
            else:
                taken[mark] = found[0]
            end = tag.end() + found[1]
            cuts.append((tag.start(), end, _told_of(found[0], text, tag.start(), end, known)))
    for start, end, name in reversed(cuts):
        text = text[:start] + name + text[end:] if name else _cut(text, start, end)
    words = text.strip()
    return replace(
        note,
        words=words,
        person=taken.get(PERSON, ""),
        area=taken.get(AREA, ""),
        also=tuple(dict.fromkeys(also)),
        is_about=any(name for _start, _end, name in cuts),
    )


def _told_of(key: str, text: str, start: int, end: int, known: Known) -> str:
    """Give the name of a person whom a sentence begins with, or nothing."""
    after = text[end:].split(maxsplit=1)
    is_sentence = text[start] == PERSON and not text[:start].strip() and text[end : end + 1] == " "
    if not is_sentence or not after or folded(after[0]).rstrip(_ENDS) not in _TELLS:
        return ""
    return next(one.names[0] for one in known.people if one.key == key)


def _exact(typed: str) -> str:
    """The line as it is, but for a stroke that keeps a mark as text."""
    text, kept = _without_keep(typed.lstrip())
    return text if kept else typed


def _without_keep(text: str) -> tuple[str, int]:
    """Take off the stroke that keeps a mark as text, and say how much it keeps."""
    if text[:1] == KEEP and text[1:2] in _KEPT and text[1:2]:
        return text[1:], 1
    return text, 0


def _cut(text: str, start: int, end: int) -> str:
    """Take a name out, with the space that parted it from the words."""
    before, after = text[:start], text[end:]
    if not before.strip():
        return after.lstrip(",:; ")
    if not after or after[0] in _ENDS:
        return before.rstrip() + after
    return before + after.lstrip()


def _named(rest: str, among: Sequence[Named], chosen: dict[str, str]) -> tuple[str, int] | None:
    """Who is named at the beginning of the rest of a line, and in how many letters."""
    for said, length in _longest_first(rest, among):
        keys = {one.key for one in among if said in map(folded, one.names)}
        if said in chosen and chosen[said] in keys:
            return chosen[said], length
        if keys:
            return (keys.pop(), length) if len(keys) == 1 else None
    token = rest.split(maxsplit=1)[0].rstrip(_ENDS)
    return _begun(token, among) if token else None


def _longest_first(rest: str, among: Sequence[Named]) -> Iterator[tuple[str, int]]:
    """Every beginning of the rest that may be a whole name."""
    most = max((len(name.split()) for one in among for name in one.names), default=0)
    ends = [word.end() for word in re.finditer(r"\S+", rest)][:most]
    for end in reversed(ends):
        for said in dict.fromkeys((rest[:end], rest[:end].rstrip(_ENDS))):
            yield folded(said), len(said)


def _begun(token: str, among: Sequence[Named]) -> tuple[str, int] | None:
    """The one whose name begins so, or failing that one word of it."""
    wanted = folded(token)
    begin = [one for one in among if any(folded(name).startswith(wanted) for name in one.names)]
    found = begin or [one for one in among if _has_word(one, wanted)]
    return (found[0].key, len(token)) if len(found) == 1 and wanted else None


def _without_day(note: QuickNote, known: Known) -> QuickNote:
    """Take off "by 18 dec" or "in 2 weeks" at the end, where it is a day that can be."""
    text = note.words
    for found in _BEFORE_DAY.finditer(text):
        rest = text[found.end() :].rstrip(" .")
        said = f"in {rest}" if found[0].lower().startswith("in") else rest
        day = _day(said, known)
        before = text[: found.start()].rstrip(" ,;")
        if day is not None and before:
            return replace(note, words=before, by_when=day)
    return note


def _day(said: str, known: Known) -> date | None:
    if len(said) > _LONGEST_DAY:
        return None
    try:
        day = read_day(said, known.today)
    except UnreadableDay:
        return None
    return day if known.is_possible(day) else None
