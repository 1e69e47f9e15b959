"""Restricted passages: their sentences, and stretches of them, in other company."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from models.disclosure.common import AFTER_A_NAME, set_of, very_common
from models.disclosure.folding import FoldedText, fold, plain
from models.disclosure.form import Form, How, Rule

_SENTENCE = re.compile(r"[^.!?…;\n]+(?:\.(?=\w)[^.!?…;\n]*)*")
STRETCH = 5
"""So many words in a row are found wherever they stand, if one of them says something."""
_FEW, _LONG = 4, 7
STRETCHES = (_FEW, STRETCH, _LONG)
"""Four are found if one of them is rare; seven whatever they say: no chance writes them twice."""
_SHORT, _PAIR = 3, 2
_ALIKE, _SMALL = 0.75, 2
_JOINING = set_of(
    """the and but that this these those with from for into onto than then there here when where
    who whom whose what which why how she her hers herself him his himself they them their theirs
    you your yours our ours its was were are been being have having has had does did doing will
    would shall should can could may might must not nor about after before again any all some
    each every because while until over under very more most much many also just only still too
    said say says want wants wanted like likes liked going get gets got make makes made mum mummy
    mam mother dad daddy father"""
)


def sentences_of(words: str) -> Iterator[str]:
    """Each sentence of a passage."""
    yield from (each.strip() for each in _SENTENCE.findall(words) if each.strip())


@lru_cache(maxsize=1024)
def passage_forms(words: str) -> tuple[Form, ...]:
    """Each sentence of a passage; a very short one only where it is a whole sentence."""
    return tuple(_passage_forms(words))


def _passage_forms(words: str) -> Iterator[Form]:
    whole = fold(words).words
    for sentence in dict.fromkeys((words, *sentences_of(words))):
        own = fold(sentence).words
        if not own:
            continue
        rule = Rule.WHOLE if is_saying(sentence) else Rule.ANYWHERE
        yield Form(own, How.EXACT if own == whole else How.PART, rule)


class Stretches:
    """Runs of words out of passages, and sentences with a word or two changed."""

    def __init__(self, passages: Iterable[tuple[str, str, frozenset[str]]]) -> None:
        self._runs: dict[tuple[str, ...], str] = {}
        self._rare: defaultdict[str, list[tuple[tuple[str, ...], int, str]]] = defaultdict(list)
        for key, words, shared in passages:
            for sentence in sentences_of(words):
                self._take(key, sentence, shared)

    def find(self, text: FoldedText) -> Iterator[tuple[str, int, int, How]]:
        """Each run that stands in a text: whose, from which word to which, and how."""
        if self._runs:
            for long in STRETCHES:
                yield from self._in_runs(text, long)
        for place, word in enumerate(text.words):
            for sentence, at, key in self._rare.get(word, ()):
                first = place - at
                last = first + len(sentence) - 1
                if first < 0 or last >= len(text.words):
                    continue
                alike = sum(map(str.__eq__, sentence, text.words[first : last + 1]))
                if _ALIKE * len(sentence) <= alike:
                    yield key, first, last, How.NEAR

    def _in_runs(self, text: FoldedText, long: int) -> Iterator[tuple[str, int, int, How]]:
        words, first, held = text.words, -1, ""
        for place in range(len(words) - long + 2):
            key = self._runs.get(words[place : place + long], "")
            if held and key != held:
                yield held, first, place + long - 2, How.PART
            if key != held:
                first, held = place, key

    def _take(self, key: str, sentence: str, shared: frozenset[str]) -> None:
        words, raw = _read(sentence)
        for long in STRETCHES:
            for at in range(len(raw) - long + 1):
                run = words[at : at + long]
                own = {
                    each for each, said in zip(raw[at:], run, strict=False) if said not in shared
                }
                if _says_enough(own, long) and " ".join(run) not in shared:
                    self._runs.setdefault(run, key)
        if len(raw) < STRETCH or " ".join(words) in shared:
            return
        weighty = _weighty(raw)
        for at, word in enumerate(raw):
            if word in weighty and len(word) >= STRETCH:
                self._rare[words[at]].append((words, at, key))


@lru_cache(maxsize=2048)
def _read(sentence: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a sentence as compared, and as they are written in small letters."""
    read = fold(sentence)
    return read.words, tuple(plain(read.raw(place, place)) for place in range(len(read.words)))


def is_saying(sentence: str) -> bool:
    """Whether it is a short sentence that says nothing of anybody, such as "Not yet"."""
    words = _read(sentence)[1]
    if len(words) >= STRETCH:
        return False
    if len(words) >= _SHORT:
        return not any(map(_is_telling, words))
    return len(words) < _PAIR or len(_weighty(words)) < _PAIR


def _says_enough(own: set[str], long: int) -> bool:
    """Whether so many words in a row say something; `own` are those that are no known name."""
    telling = {each for each in own if _is_telling(each)}
    if long == _FEW:
        return bool(_weighty(telling))
    if long == STRETCH:
        return bool(telling)
    return any(not each.isdigit() for each in own - _of_dates())


def _is_telling(word: str) -> bool:
    return len(word) > _SMALL and not word.isdigit() and word not in _joining()


def _weighty(words: Iterable[str]) -> set[str]:
    """The words that say more than what stands in any sentence."""
    return {each for each in words if len(each) > _SMALL and each not in _said_everywhere()}


@cache
def _said_everywhere() -> frozenset[str]:
    return very_common() | AFTER_A_NAME


@cache
def _joining() -> frozenset[str]:
    """Words that join others, and those of dates: they say nothing of anybody."""
    return AFTER_A_NAME | _JOINING | _of_dates()


@cache
def _of_dates() -> frozenset[str]:
    return set_of(
        """monday tuesday wednesday thursday friday saturday sunday january february march april
        may june july august september october november december on at the of in and"""
    )


def forget() -> None:
    """Let go of every passage that was read."""
    passage_forms.cache_clear()
    _read.cache_clear()
