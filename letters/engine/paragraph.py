"""A paragraph made ready: cut into words, each word shaped in its faces and directions."""

from functools import cache
from typing import NamedTuple

from letters.engine import bidi
from letters.engine.breaking import Word, parts_of, plain_words, words
from letters.engine.clean import clean
from letters.engine.faces import Face
from letters.engine.fallback import choose_faces, clusters
from letters.engine.family import Span, TextStyle
from letters.engine.shaping import ShapedWord

_PLAINLY = 3
_REMEMBERED_WORDS = 20_000


class Run(NamedTuple):
    """Shaped characters of one face, one span and one level."""

    face: Face
    shaped: ShapedWord
    span: int
    level: int


class SetWord(NamedTuple):
    """A word and the blanks after it as runs, their widths in thousandths of the type size."""

    runs: tuple[Run, ...]
    blanks: tuple[Run, ...]
    width: float
    blank_width: float
    word: Word | None = None

    @property
    def ends_line(self) -> bool:
        """Tell whether a line is ended here by whoever wrote it."""
        return self.word is not None and self.word.ends_line


class Paragraph:
    """Spans made into set words."""

    def __init__(
        self, spans: tuple[Span, ...], style: TextStyle, language: str, *, right_to_left: bool
    ) -> None:
        self.spans = spans
        self._style = style
        self._language = language
        texts = [clean(span.text) for span in spans]
        self.text = "".join(texts)
        self._owners = _owners(texts) if len(texts) > 1 else None
        self._levels: list[int] | None = None
        self.base = int(right_to_left)
        if right_to_left or bidi.needs_bidi(self.text):
            self._resolve(right_to_left=right_to_left)
        self._faces = tuple(style.family.faces(bold=style.bold or span.bold) for span in spans)

    @property
    def is_bidi(self) -> bool:
        """Tell whether any part could run from right to left."""
        return self._levels is not None

    def set_words(self) -> list[SetWord]:
        """Give every word, set."""
        text = self.text
        if self._owners is None and self._levels is None:
            face = self._faces[0][0]
            plain = plain_words(text) if face.covers(text) else None
            if plain is not None:
                known = _plain_set_words(face, self._language, 0)
                return [known[word] for word in plain]
        return self.careful_words()

    def careful_words(self) -> list[SetWord]:
        """Give every word, set, each with its place in the text."""
        return [self._set(word) for word in words(self.text)]

    def parts(self, word: Word) -> list[SetWord]:
        """Cut a word that is wider than a line after its no-break blanks and its marks."""
        return [self._set(part) for part in parts_of(self.text, word)]

    def cut(self, word: Word, room: float) -> list[SetWord]:
        """Cut a word that is wider than a line into parts that are not."""
        parts: list[SetWord] = []
        start = end = word.start
        last: SetWord | None = None
        for _, length in clusters(self.text[word.start : word.end]):
            part = self._set(Word(start, word.start + length, word.start + length, False))
            if part.width > room and last is not None:
                parts.append(last)
                start = end
                part = self._set(Word(start, word.start + length, word.start + length, False))
            last = part
            end = word.start + length
        return [*parts, self._set(word._replace(start=start))]

    def _resolve(self, *, right_to_left: bool) -> None:
        text = self.text
        self.base = _base_level(text, right_to_left=right_to_left)
        levels = bidi.resolve(text.replace("\n", " "), self.base).levels
        kept = [place for place, mark in enumerate(text) if mark not in bidi.CONTROLS]
        self.text = "".join(text[place] for place in kept)
        self._levels = [levels[place] for place in kept]
        if self._owners is not None:
            self._owners = [self._owners[place] for place in kept]

    def _set(self, word: Word) -> SetWord:
        return self._known(word) or self._set_afresh(word)

    def _known(self, word: Word) -> SetWord | None:
        """Give a word of one span, left to right in its first face, as remembered."""
        start, after = word.start, word.after
        if self._levels is not None or start == after:
            return None
        span = self._owners[start] if self._owners else 0
        if self._owners and self._owners[after - 1] != span:
            return None
        text, face = self.text[start:after], self._faces[span][0]
        if not face.covers(text) or len(text.rstrip(" ")) != word.end - start:
            return None
        known = _plain_set_words(face, self._language, span)[text]
        return SetWord(known.runs, known.blanks, known.width, known.blank_width, word)

    def _set_afresh(self, word: Word) -> SetWord:
        runs = self._runs(word.start, word.end)
        blanks = self._runs(word.end, word.after)
        width = sum(run.shaped.advance for run in runs)
        return SetWord(runs, blanks, width, sum(run.shaped.advance for run in blanks), word)

    def _runs(self, start: int, end: int) -> tuple[Run, ...]:
        found: list[Run] = []
        while start < end:
            span = self._owners[start] if self._owners else 0
            level = self._levels[start] if self._levels else 0
            stop = self._same(start, end, span, level)
            found += self._faced(self.text[start:stop], span, level)
            start = stop
        return tuple(found)

    def _same(self, start: int, end: int, span: int, level: int) -> int:
        stop = start + 1
        while (
            stop < end
            and (self._owners is None or self._owners[stop] == span)
            and (self._levels is None or self._levels[stop] == level)
        ):
            stop += 1
        return stop

    def _faced(self, text: str, span: int, level: int) -> list[Run]:
        faces = self._faces[span]
        odd = bool(level % 2)
        if faces[0].covers(text):
            return [Run(faces[0], self._shape(faces[0], text, odd=odd), span, level)]
        return [
            Run(
                choice.face,
                choice.face.mark(text[choice.start : choice.end])
                if choice.is_marked
                else self._shape(choice.face, text[choice.start : choice.end], odd=odd),
                span,
                level,
            )
            for choice in choose_faces(text, faces)
        ]

    def _shape(self, face: Face, text: str, *, odd: bool) -> ShapedWord:
        return face.word(text, self._language, right_to_left=odd)


class _PlainWords(dict[str, SetWord]):
    """Words of one face, language and span, each set once; a word ends with its blanks."""

    def __init__(self, face: Face, language: str, span: int) -> None:
        self._face = face
        self._language = language
        self._span = span

    def __missing__(self, text: str) -> SetWord:
        if len(self) > _REMEMBERED_WORDS:
            self.clear()
        word = text.rstrip(" ")
        runs, width = self._run(word)
        blanks, blank_width = self._run(text[len(word) :])
        found = self[text] = SetWord(runs, blanks, width, blank_width)
        return found

    def _run(self, text: str) -> tuple[tuple[Run, ...], float]:
        if not text:
            return (), 0.0
        shaped = self._face.word(text, self._language)
        return (Run(self._face, shaped, self._span, 0),), shaped.advance


@cache
def _plain_set_words(face: Face, language: str, span: int) -> _PlainWords:
    return _PlainWords(face, language, span)


def forget_set_words() -> None:
    """Forget every word that was set."""
    _plain_set_words.cache_clear()


def _owners(texts: list[str]) -> list[int]:
    return [place for place, text in enumerate(texts) for _ in text]


def _base_level(text: str, *, right_to_left: bool) -> int:
    """Give the document's direction, unless the words plainly run the other way.

    Among left-to-right pages a quotation is right-to-left if most of it is; among
    right-to-left pages words are left-to-right only if all of them are.
    """
    left, right = bidi.strong_outside_isolates(text)
    if right_to_left:
        return int(right > 0 or left == 0)
    return int(right > _PLAINLY * left)
