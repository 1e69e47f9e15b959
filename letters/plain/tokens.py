"""The words of one sentence in a row, with what stands between them."""

from dataclasses import dataclass

from letters.plain.protected import Spans, touches
from letters.plain.sentences import Stretch, words_in


@dataclass(frozen=True)
class Tokens:
    """The words of a sentence; of one that is quoted only the place is known, not the word."""

    text: str
    words: tuple[Stretch, ...]
    is_quoted: tuple[bool, ...]

    @classmethod
    def of(cls, text: str, sentence: Stretch, quotes: Spans) -> "Tokens":
        """The words of a sentence of a text."""
        found = tuple(
            Stretch(sentence.start + word.start, sentence.start + word.end, word.text)
            for word in words_in(sentence.text)
        )
        return cls(text, found, tuple(touches(quotes, word.start, word.end) for word in found))

    def low(self, place: int) -> str:
        """A word in small letters with a straight apostrophe; empty beyond the ends."""
        if not 0 <= place < len(self.words) or self.is_quoted[place]:
            return ""
        return self.words[place].text.lower().replace("’", "'")

    def as_written(self, place: int) -> str:
        """A word with its capitals and a straight apostrophe; empty beyond the ends."""
        if not 0 <= place < len(self.words) or self.is_quoted[place]:
            return ""
        return self.words[place].text.replace("’", "'")

    def after(self, place: int) -> str:
        """What stands between a word and the next."""
        start = self.words[place].end
        end = self.words[place + 1].start if place + 1 < len(self.words) else start + 1
        return self.text[start:end]

    def goes_on(self, place: int) -> bool:
        """Whether only space stands between a word and the next."""
        return place + 1 < len(self.words) and not self.after(place).strip(" \t")
