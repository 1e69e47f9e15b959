"""How easy a letter is to read: sentences, a reading age as a band, and the hardest words."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from letters.bands import BANDS, READ_ALOUD_GRADE, READ_ALOUD_LONGEST, Band, BandRule
from letters.letter import BlockKind, Letter, LetterBlock
from letters.paragraph import Paragraph
from letters.plain.easy_words import is_easy
from letters.plain.glossary import Glossary
from letters.plain.hard_words import HardWord
from letters.plain.protected import blanked, quoted
from letters.plain.sentences import (
    DATE_OR_NUMBER,
    WORD,
    parts_of,
    sentences_in,
    without_ending,
)
from letters.plain.syllables import syllables
from letters.wording import Wording
from models.problems import N_

ENOUGH_WORDS = 100
"""Below so many words the measure swings widely. Source: domain reference 5.4."""

READ_ALOUD = BandRule(
    Band.U, BANDS[Band.U].name, BANDS[Band.U].who, 0, 3, (0, 40),
    READ_ALOUD_LONGEST, READ_ALOUD_GRADE, 1,
)  # fmt: skip
"""What the page for a child under 4 keeps to."""

_NOT_MEASURED = frozenset({"L1", "L12", "L13", "L14", "L15"})
_FOR_GROWN_UPS = frozenset({BlockKind.NOTE_TO_CARER})
_YOUNGEST, _OLDEST = 5, 16
_SYLLABLES_OF_A_HARD_WORD, _LETTERS_OF_A_HARD_WORD = 3, 10


@dataclass(frozen=True)
class Sentence:
    """One sentence, without names, dates and numbers, and where in the letter it stands."""

    words: tuple[str, ...]
    text: str
    block: str = ""
    paragraph: Paragraph | None = None


@dataclass(frozen=True)
class FoundInLetter:
    """A hard word where it stands in the letter."""

    hard_word: HardWord
    block: str
    paragraph: Paragraph


@dataclass(frozen=True)
class Reading:
    """The measure of one letter or a part of it, against what its reader can read.

    `grade` is a Flesch-Kincaid grade and never shown as it is: a reader is told a band.
    """

    sentences: tuple[Sentence, ...]
    rule: BandRule

    @cached_property
    def words(self) -> int:
        """How many words were measured."""
        return sum(len(sentence.words) for sentence in self.sentences)

    @cached_property
    def syllables(self) -> int:
        """How many syllables these have."""
        return sum(syllables(word) for each in self.sentences for word in each.words)

    @property
    def is_enough(self) -> bool:
        """Whether there are enough words to trust the measure."""
        return self.words >= ENOUGH_WORDS

    @cached_property
    def grade(self) -> float:
        """The Flesch-Kincaid grade. Source: domain reference 5.4."""
        if not self.words:
            return 0.0
        long, spoken = self.words / len(self.sentences), self.syllables / self.words
        return 0.39 * long + 11.8 * spoken - 15.59

    @property
    def age(self) -> int:
        """The younger end of the band, in years."""
        return min(max(int(self.grade + 5), _YOUNGEST), _OLDEST)

    @property
    def target_age(self) -> int:
        """The oldest age that the letter may read like."""
        return int(self.rule.grade + 5)

    @property
    def is_too_hard(self) -> bool:
        """Whether it surely reads older than its reader can read."""
        return self.is_enough and self.grade > self.rule.grade

    @property
    def seems_too_hard(self) -> bool:
        """Whether, with few words to go by, even the young end of the band is too old."""
        return self.is_too_hard or (not self.is_enough and self.age - 1 > self.target_age)

    @cached_property
    def long_sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are longer than they should be, the longest first."""
        found = [each for each in self.sentences if len(each.words) > self.rule.longest]
        return tuple(sorted(found, key=lambda each: -len(each.words)))

    def hardest_words(self, most: int = 5) -> tuple[str, ...]:
        """The words that weigh most: long to say, and not of those that every child knows."""
        counted = Counter(
            word.lower() for each in self.sentences for word in each.words if _is_hard(word)
        )
        order = sorted(counted, key=lambda word: (-syllables(word), -len(word), word))
        return tuple(order[:most])

    def band(self, wording: Wording) -> str:
        """The reading age as a band in words; a wider one where there are few words."""
        if not self.words:
            return wording.say(N_("Nothing to measure yet"))
        if not self.is_enough:
            return self._wide_band(wording)
        if self.age >= _OLDEST:
            return wording.say(N_("age {age} or over"), age=_OLDEST)
        return wording.say(N_("age {age} to {next}"), age=self.age, next=self.age + 1)

    def target(self, wording: Wording) -> str:
        """What this reader can read, in words."""
        return wording.say(N_("age {age} or under"), age=self.target_age)

    def _wide_band(self, wording: Wording) -> str:
        first, last = max(self.age - 1, _YOUNGEST), self.age + 2
        if last > _OLDEST:
            return wording.say(
                N_("perhaps age {age} or over; there are few words to go by"), age=first
            )
        said = N_("perhaps age {age} to {next}; there are few words to go by")
        return wording.say(said, age=first, next=last)


def measure(letter: Letter, rule: BandRule | None = None) -> Reading:
    """Measure what a letter says to the child, leaving out the child's own words.

    What is read aloud to the child, or said to a carer, is not part of it.
    """
    rule = rule or BANDS[letter.band]
    names = parts_of(letter.names)
    found = (
        sentence
        for block in letter.blocks
        if block.kind is not BlockKind.READ_ALOUD
        for sentence in _sentences_of(block, names)
    )
    return Reading(tuple(found), rule)


def measure_blocks(letter: Letter, rule: BandRule | None = None) -> Mapping[str, Reading]:
    """Measure each block of a letter by its key; a page to be read aloud by its own rule."""
    rule = rule or BANDS[letter.band]
    names = parts_of(letter.names)
    found: dict[str, Reading] = {}
    for block in letter.blocks:
        own = READ_ALOUD if block.kind is BlockKind.READ_ALOUD else rule
        sentences = tuple(_sentences_of(block, names))
        if sentences:
            found[block.key] = Reading(sentences, own)
    return MappingProxyType(found)


def measure_text(text: str, rule: BandRule, names: Collection[str] = ()) -> Reading:
    """Measure words that are being typed, but for what is quoted."""
    return Reading(tuple(_sentences(text, parts_of(names))), rule)


def jargon(letter: Letter, glossary: Glossary | None = None) -> tuple[FoundInLetter, ...]:
    """The hard words of the letter, in reading order, never in the child's own words."""
    known = glossary or Glossary.of()
    return tuple(
        FoundInLetter(word, block.key, paragraph)
        for block in letter.blocks
        for paragraph in _measured(block)
        for word in known.hard_words(_ours(paragraph), letter.names)
    )


def _is_hard(word: str) -> bool:
    if is_easy(word):
        return False
    is_long = len(word) >= _LETTERS_OF_A_HARD_WORD
    return syllables(word) >= _SYLLABLES_OF_A_HARD_WORD or is_long


def _measured(block: LetterBlock) -> Iterator[Paragraph]:
    if block.key in _NOT_MEASURED or block.kind in _FOR_GROWN_UPS:
        return
    for paragraph in (*block.paragraphs, *(row.what for row in block.rows), *block.after):
        if paragraph.gap is None:
            yield paragraph


def _ours(paragraph: Paragraph) -> str:
    """The words without the child's, which are blanked so that places stay the same."""
    return "".join(
        "\n" * len(piece.text) if piece.quoted else piece.text for piece in paragraph.pieces
    )


def _sentences_of(block: LetterBlock, names: frozenset[str]) -> Iterator[Sentence]:
    for paragraph in _measured(block):
        for sentence in _sentences(_ours(paragraph), names):
            yield Sentence(sentence.words, sentence.text, block.key, paragraph)


def _sentences(text: str, names: frozenset[str]) -> Iterator[Sentence]:
    bare = DATE_OR_NUMBER.sub(" ", blanked(text, quoted(text)))
    for part in sentences_in(bare):
        words = tuple(
            word for word in WORD.findall(part.text) if without_ending(word) not in names
        )
        if words:
            yield Sentence(words, part.text)
