"""The measure of reading beside counts that were made by reading aloud.

In sixty_texts.txt each line is one text. A person marked where each syllable ends within a word
("let/ter") and where a sentence ends (" | "), and put in braces what is not measured. The counts
come from these marks alone, so that nothing of the program's rules is in them.

Words and sentences have to agree exactly. A text may differ by one syllable in thirty: people
themselves say "every" or "several" in two ways. All texts together may not lean to either side.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyphen import Pyphen

from letters.bands import BANDS, Band
from letters.plain.reading import Reading, measure_text

NAMES = ("Sam", "Jo", "Dele", "Nana Bea", "Samir Oakenshaw", "Millpond Primary")
MOST_DIFFERENCE, MOST_LEANING = 1 / 30, 1 / 200
_MARKED_WORD = re.compile(r"[A-Za-z][\w’'/\-]*")
TEXTS = Path(__file__).with_name("sixty_texts.txt").read_text(encoding="utf-8").splitlines()


@dataclass(frozen=True)
class ByHand:
    """One text, and what somebody counted in it."""

    text: str
    sentences: int
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        long, spoken = self.words / self.sentences, self.syllables / self.words
        return 0.39 * long + 11.8 * spoken - 15.59


def marked_words(line: str) -> list[str]:
    return _MARKED_WORD.findall(re.sub(r"\{.*?\}(?:'s)?", " ", line))


def by_hand(line: str) -> ByHand:
    words = marked_words(line)
    text = line.replace(" | ", " ").translate(str.maketrans("", "", "/{}"))
    return ByHand(text, line.count(" | ") + 1, len(words), sum(map(parts, words)))


def parts(word: str) -> int:
    return word.count("/") + 1


def measured(text: str) -> Reading:
    return measure_text(text, BANDS[Band.B], NAMES)


@pytest.mark.parametrize("line", TEXTS, ids=range(1, len(TEXTS) + 1))
def test_the_measure_agrees_with_a_count_by_hand(line: str) -> None:
    hand = by_hand(line)
    ours = measured(hand.text)
    assert (len(ours.sentences), ours.words) == (hand.sentences, hand.words)
    assert abs(ours.syllables - hand.syllables) <= max(1, hand.words * MOST_DIFFERENCE)
    assert abs(ours.grade - hand.grade) <= 11.8 * max(1 / hand.words, MOST_DIFFERENCE)


def test_all_texts_together_lean_to_neither_side() -> None:
    hand = sum(by_hand(line).syllables for line in TEXTS)
    ours = sum(measured(by_hand(line).text).syllables for line in TEXTS)
    assert len(TEXTS) == 60
    assert abs(ours - hand) <= hand * MOST_LEANING


def test_easy_middle_and_official_texts_are_told_apart() -> None:
    grades = [measured(by_hand(line).text).grade for line in TEXTS]
    assert max(grades[:8]) < 4 < min(grades[51:])


def test_the_counts_by_hand_have_a_syllable_wherever_a_word_can_be_parted_in_print() -> None:
    """Hyphens in print stand between syllables, though not between all of them."""
    print_ = Pyphen(lang="en_GB")
    more = {
        word
        for line in TEXTS
        for word in marked_words(line)
        if len(print_.positions(word.replace("/", "").lower())) + 1 > parts(word)
    }
    assert more == set()
