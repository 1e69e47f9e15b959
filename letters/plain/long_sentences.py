"""Sentences longer than their reader can hold, and where each could stop."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from letters.plain.protected import blanked, protected, quoted
from letters.plain.sentences import DATE_OR_NUMBER, Stretch, sentences_in, words_in

_FEWEST_WORDS = 3
_SEAM = re.compile(
    r"\s*;\s*|\s+[–—-]\s+"
    r"|,?(?<!\band)\s+(?=(?:but|so|because|then|although|though|while|which|when|if)\s)"
    r"|,?\s+(?=and (?:then|so|I|you|we|he|she|they|it|this|that|there)\s)"
    r"|(?P<weak>,?\s+)(?=and\s)"  # may only join two things
    r"|,\s+(?=(?:I|you|we|he|she|they|it|this|that)\s)"
)


@dataclass(frozen=True)
class LongSentence:
    """One long sentence, how many words it has, and where it could stop, the best place first."""

    start: int
    end: int
    text: str
    words: int
    stops: tuple[int, ...]


def long_sentences_in(
    text: str, longest: int, names: Collection[str] = ()
) -> Iterator[LongSentence]:
    """Each sentence with more words than `longest`; names, dates and quotations count as none."""
    bare = DATE_OR_NUMBER.sub(lambda found: " " * len(found.group()), text)
    bare = blanked(bare, protected(text, names))
    for sentence in sentences_in(blanked(text, quoted(text))):
        count = _count(bare[sentence.start : sentence.end])
        if count > longest:
            stops = _stops(bare, sentence)
            whole = text[sentence.start : sentence.end]
            yield LongSentence(sentence.start, sentence.end, whole, count, stops)


def _stops(text: str, sentence: Stretch) -> tuple[int, ...]:
    """Where it could stop with enough words on both sides: the surest, nearest the middle."""
    found = []
    for seam in _SEAM.finditer(text, sentence.start, sentence.end):
        before, after = text[sentence.start : seam.start()], text[seam.end() : sentence.end]
        fewest = min(_count(before), _count(after))
        if fewest >= _FEWEST_WORDS:
            found.append((seam["weak"] is not None, -fewest, seam.start()))
    return tuple(place for _is_weak, _fewest, place in sorted(found))


def _count(text: str) -> int:
    return sum(1 for _word in words_in(text))
