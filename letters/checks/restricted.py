"""That nothing restricted or private stands in a letter, in the same words or in others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from letters.checks.concern import Checked, Concern, Line
from letters.checks.kept_back import Open, kept_back, told_openly
from letters.checks.stems import (
    SOMEBODY,
    Word,
    common,
    folded,
    linking,
    small,
    stem,
    telling,
    words_of_text,
)
from letters.plain.small_words import BEING, MODALS, VERBS, set_of
from models.problems import N_

_SENTENCE = re.compile(r"[^.!?…;:\n]+")
_WORD = re.compile(r"\w+", re.UNICODE)
FEWEST_WORDS = 4
"""A sentence shorter than this is found only where it is a whole sentence of the letter."""
STRETCH = 5
"""So many words in a row are found wherever they stand, said of the child or to them."""
FEWEST_OF_A_RUN = 3
"""So many words in a row that are half of a sentence are asked about, however plain they are."""
_FEWEST_OF_WEIGHT, _RARE = 2, 2
_FEWEST_OF_A_SENTENCE = 2
_FEWEST_LETTERS = 4
_STOPPED = N_("These words are restricted or private, and must not be in the letter")
_NEAR = N_(
    "A restricted or private text says “{words}” too. See that this line does not give it away"
)
_TIMES = set_of(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december christmas easter eid"""
)


def restricted_words(checked: Checked) -> Iterator[Concern]:
    """Each line that says what is kept back: the same words stop it, like words are a warning."""
    secrets = [text for text in kept_back(checked.sheet) if text.strip()]
    if not secrets:
        return
    exact = {said for text in secrets for said in _said(text)}
    compared = _Compared.of(checked, secrets)
    for line in checked.lines:
        if _is_said_exactly(line, exact) or compared.is_stopped(line):
            yield replace(line.concern("restricted", _STOPPED), can_be_set_aside=False)
            continue
        near = compared.near(line)
        if near:
            shown = ", ".join(near)
            yield line.concern("near_restricted", _NEAR, shown, words=shown)


@dataclass(frozen=True)
class _Compared:
    """What is kept back, made ready to be compared with each line of the letter."""

    child: frozenset[str]
    known: frozenset[str]
    secrets: tuple[tuple[Word, ...], ...]
    sentences: tuple[tuple[str, ...], ...]
    opened: tuple[tuple[str, tuple[Word, ...]], ...]

    @classmethod
    def of(cls, checked: Checked, secrets: Sequence[str]) -> "_Compared":
        """Read what is kept back and what is open."""
        child = _names_of_child(checked)
        told: Iterator[Open] = told_openly(checked.sheet)
        return cls(
            child,
            _known_names(checked),
            tuple(words_of_text(text, child) for text in secrets),
            tuple({each: None for text in secrets for each in _sentences(text, child)}),
            tuple((each.row_id, words_of_text(each.words, child)) for each in told),
        )

    def is_stopped(self, line: Line) -> bool:
        """Whether a sentence kept back stands in it, or a stretch that is nowhere told openly."""
        if any(self._holds(line, sentence) for sentence in self.sentences):
            return True
        shared = self._shared_stretches(line)
        opened = {each for _row, words in self.opened for each in _stretches(words)}
        return bool(shared - opened)

    def near(self, line: Line) -> tuple[str, ...]:
        """The words that this line shares with one text that is kept back, if they tell."""
        own = {word.stem: word.written for word in self._words(line)}
        opened = self._opened_elsewhere(line)
        for secret in self.secrets:
            shared = {
                word.stem: word for word in secret if word.stem in own and word.stem not in opened
            }
            matters = {telling()[word.stem] for word in secret if word.stem in telling()}
            telling_ones = {key for key in shared if self._tells(key, secret)}
            telling_ones |= {
                key for key in own.keys() - opened - self.known if telling().get(key) in matters
            }
            rare = {key for key in shared if self._is_rare(key)}
            if telling_ones or len(rare) >= _RARE:
                return tuple(sorted(own[key] for key in telling_ones | rare))
        run = self._run(line)
        return (run,) if run else ()

    def _words(self, line: Line) -> tuple[Word, ...]:
        return words_of_text(line.typed, self.child)

    def _holds(self, line: Line, sentence: tuple[str, ...]) -> bool:
        length = len(sentence)
        if length < _FEWEST_OF_A_SENTENCE or self._is_plain(sentence):
            return False
        own = tuple(word.stem for word in self._words(line))
        if length >= STRETCH:
            return _stands_in(sentence, own)
        if any(_stands_in(sentence, _stems(words)) for _row, words in self.opened):
            return False
        if sentence[0] == SOMEBODY or sentence[0] not in small():
            return _stands_in(sentence, own)
        return sentence in _sentences(line.typed, self.child)

    def _is_plain(self, sentence: tuple[str, ...]) -> bool:
        return all(each in small() or each in self.known for each in sentence)

    def _run(self, line: Line) -> str:
        """The first words in a row that are half of a sentence that is kept back."""
        source = line.paragraph.source
        row = source.row_id if source and source.table != "wish" else ""
        opened = [_stems(words) for row_id, words in self.opened if row_id != row]
        own = self._words(line)
        for sentence in self.sentences:
            length = max(FEWEST_OF_A_RUN, (len(sentence) + 1) // 2)
            kept = {sentence[at : at + length] for at in range(len(sentence) - length + 1)}
            for at in range(len(own) - length + 1):
                run = _stems(own[at : at + length])
                if run not in kept or not self._says_something(run):
                    continue
                if not any(_stands_in(run, each) for each in opened):
                    return " ".join(word.written for word in own[at : at + length])
        return ""

    def _says_something(self, run: tuple[str, ...]) -> bool:
        said = {each for each in run if each not in linking()}
        return len(said) >= _FEWEST_OF_WEIGHT and bool(said - self.known)

    def _shared_stretches(self, line: Line) -> set[tuple[str, ...]]:
        secret = {each for words in self.secrets for each in _stretches(words)}
        return {
            each
            for each in _stretches(self._words(line)) if each in secret and self._has_weight(each)
        }  # fmt: skip

    def _has_weight(self, stretch: tuple[str, ...]) -> bool:
        """Whether it says more than what stands in any sentence, such as names and days."""
        said = {each for each in stretch if each not in small() and each not in _times()}
        own = said - self.known
        return (len(said) >= _FEWEST_OF_WEIGHT and bool(own)) or any(map(self._is_rare, own))

    def _is_rare(self, key: str) -> bool:
        is_word = len(key) >= _FEWEST_LETTERS - 1 and not any(mark.isdigit() for mark in key)
        return is_word and key not in common() and key not in self.known

    def _tells(self, key: str, secret: tuple[Word, ...]) -> bool:
        if key in self.known:
            return False
        return key in telling() or (self._is_rare(key) and _is_a_name(key, secret))

    def _opened_elsewhere(self, line: Line) -> frozenset[str]:
        """What is told openly in another row than the one that this line comes from."""
        own = line.paragraph.source.row_id if line.paragraph.source else ""
        return frozenset(
            word.stem for row_id, words in self.opened if row_id != own for word in words
        )


@cache
def _times() -> frozenset[str]:
    return frozenset(map(stem, _TIMES))


def _is_a_name(key: str, secret: tuple[Word, ...]) -> bool:
    """Whether it is written as a name: inside a sentence, or before a verb at its beginning."""
    for place, word in enumerate(secret):
        if word.stem != key or not word.is_capital:
            continue
        after = secret[place + 1].written.lower() if place + 1 < len(secret) else ""
        if not word.is_first or after in BEING | MODALS | VERBS or after in {"hit", "has"}:
            return True
    return False


def _stems(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.stem for word in words)


def _sentences(text: str, child: frozenset[str]) -> list[tuple[str, ...]]:
    """Each sentence of a text, as it is compared."""
    return [_stems(words_of_text(each, child)) for each in _SENTENCE.findall(text)]


def _stands_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    length = len(part)
    return any(whole[at : at + length] == part for at in range(len(whole) - length + 1))


def _stretches(words: tuple[Word, ...]) -> Iterator[tuple[str, ...]]:
    """Each so many words in a row, over the ends of sentences too."""
    stems = _stems(words)
    for place in range(len(stems) - STRETCH + 1):
        yield stems[place : place + STRETCH]


def _names_of_child(checked: Checked) -> frozenset[str]:
    child = checked.sheet.child
    names = f"{child.given_name} {child.chosen_name} {child.family_name}"
    return frozenset(_WORD.findall(_both_ways(names)))


def _both_ways(names: str) -> str:
    """Names as they are written and as they are compared, where "Anne-Marie" is one word."""
    return f"{names} {folded(names)}".casefold()


def _known_names(checked: Checked) -> frozenset[str]:
    """What is known to everybody: people round the child, places, the council, days."""
    sheet = checked.sheet
    people = (f"{person.name} {person.called}" for person in sheet.people)
    child, council = sheet.child, sheet.council
    known = (
        *people, sheet.chair.name, child.full_name, child.chosen_name, child.school,
        child.lives_with, child.social_worker, child.team, council.name, council.service,
        sheet.place, sheet.next_review_place,
    )  # fmt: skip
    said = (word for text in known for word in _WORD.findall(_both_ways(text)))
    return frozenset(map(stem, said)) | _times() | {SOMEBODY}


def _is_said_exactly(line: Line, secret: set[str]) -> bool:
    """Whether a sentence that is kept back stands in a line just as it is."""
    whole = f" {_flat(line.paragraph.text)} "
    own = set(_said(line.paragraph.text))
    return any(
        said in own or (said.count(" ") >= FEWEST_WORDS - 1 and f" {said} " in whole)
        for said in secret
    )


def _said(text: str) -> Iterator[str]:
    """Each sentence as plain words, without case, marks and spacing; single words are too few."""
    for sentence in _SENTENCE.findall(text):
        flat = _flat(sentence)
        if " " in flat:
            yield flat


def _flat(text: str) -> str:
    return " ".join(_WORD.findall(folded(text).casefold().replace("’", "").replace("'", "")))
