"""How easy the letter is to read: sentences, a reading age as a band, and hard words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from letters.jargon import HardWord, hard_words
from letters.letter import Letter
from letters.paragraph import Paragraph
from letters.syllables import syllables
from letters.wording import Wording
from models.problems import N_

LONGEST_SENTENCE = 12
"""Words in a sentence for age 8 to 11. Source: domain reference 5.4, band B."""
MOST_GRADE = 4.0
"""Flesch-Kincaid grade for age 8 to 11. Source: domain reference 5.4, band B."""
ENOUGH_WORDS = 100
"""Below so many words the measure swings widely."""

_NOT_MEASURED = frozenset({"L1", "L12", "L13", "L14"})
_YOUNGEST, _OLDEST = 5, 16
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_OF = re.compile(r"['’]s$")
_SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)[.?!…]+(?=\s|$)|\n+")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE_OR_NUMBER = re.compile(
    rf"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b\s*)?\d{{1,2}}\s(?:{_MONTHS})(?:\s\d{{4}})?"
    r"|\b\d[\d:. ]*\d(?:am|pm)?\b|\b\d+\b"
)


@dataclass(frozen=True)
class Sentence:
    """One sentence of the letter, without names, dates and numbers, and where it stands."""

    words: tuple[str, ...]
    text: str
    block: str
    paragraph: Paragraph


@dataclass(frozen=True)
class FoundInLetter:
    """A hard word where it stands in the letter."""

    hard_word: HardWord
    block: str
    paragraph: Paragraph


@dataclass(frozen=True)
class Reading:
    """The measure of one letter."""

    sentences: tuple[Sentence, ...]

    @cached_property
    def words(self) -> int:
        """How many words were measured."""
        return sum(len(sentence.words) for sentence in self.sentences)

    @property
    def is_enough(self) -> bool:
        """Whether there are enough words to trust the measure."""
        return self.words >= ENOUGH_WORDS

    @cached_property
    def grade(self) -> float:
        """The Flesch-Kincaid grade."""
        if not self.words:
            return 0.0
        spoken = sum(syllables(word) for each in self.sentences for word in each.words)
        return 0.39 * self.words / len(self.sentences) + 11.8 * spoken / self.words - 15.59

    @property
    def age(self) -> int:
        """The younger end of the band, in years."""
        return min(max(int(self.grade + 5), _YOUNGEST), _OLDEST)

    @property
    def is_too_hard(self) -> bool:
        """Whether it reads older than a letter for age 8 to 11 should."""
        return self.is_enough and self.grade > MOST_GRADE

    @cached_property
    def long_sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are longer than they should be, the longest first."""
        found = [each for each in self.sentences if len(each.words) > LONGEST_SENTENCE]
        return tuple(sorted(found, key=lambda each: -len(each.words)))

    def band(self, wording: Wording) -> str:
        """The reading age as a band in words, such as "age 8 to 9"."""
        if self.age >= _OLDEST:
            return wording.say(N_("age {age} or over"), age=_OLDEST)
        return wording.say(N_("age {age} to {next}"), age=self.age, next=self.age + 1)


def measure(letter: Letter) -> Reading:
    """Measure what the letter says to the child, leaving out their own words."""
    names = frozenset(part for name in letter.names for part in _WORD.findall(name))
    return Reading(
        tuple(
            sentence
            for block, paragraph in _measured(letter)
            for sentence in _sentences(block, paragraph, names)
        )
    )


def jargon(letter: Letter) -> tuple[FoundInLetter, ...]:
    """The hard words of the letter, in reading order, never in the child's own words."""
    return tuple(
        FoundInLetter(word, block, paragraph)
        for block, paragraph in _measured(letter)
        for word in hard_words(_ours(paragraph))
        if not _is_told_already(word, paragraph)
    )


def _is_told_already(word: HardWord, paragraph: Paragraph) -> bool:
    """Whether it stands as the glossary would say it, as in "Samir, your social worker"."""
    return word.term.term == "social worker" and _ours(paragraph)[: word.start].endswith("your ")


def _measured(letter: Letter) -> Iterator[tuple[str, Paragraph]]:
    for block in letter.blocks:
        if block.key in _NOT_MEASURED:
            continue
        for paragraph in (*block.paragraphs, *(row.what for row in block.rows), *block.after):
            if paragraph.gap is None:
                yield block.key, paragraph


def _ours(paragraph: Paragraph) -> str:
    """The words without the child's, which are blanked so that places stay the same."""
    return "".join(
        "\n" * len(piece.text) if piece.quoted else piece.text for piece in paragraph.pieces
    )


def _sentences(block: str, paragraph: Paragraph, names: frozenset[str]) -> Iterator[Sentence]:
    text = _DATE_OR_NUMBER.sub(" ", _ours(paragraph))
    for part in _SENTENCE_END.split(text):
        words = tuple(word for word in _WORD.findall(part) if _OF.sub("", word) not in names)
        if words:
            yield Sentence(words, part.strip(), block, paragraph)
