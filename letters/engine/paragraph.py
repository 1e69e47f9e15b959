"""A paragraph made ready: cut into words, each word shaped in its faces and directions."""

from typing import NamedTuple

from letters.engine import bidi
from letters.engine.breaking import Word, words
from letters.engine.clean import clean
from letters.engine.faces import Face
from letters.engine.fallback import choose_faces, clusters
from letters.engine.family import Span, TextStyle
from letters.engine.shaping import ShapedWord


_PLAINLY = 3


class Run(NamedTuple):
    """Shaped characters of one face, one span and one level."""

    face: Face
    shaped: ShapedWord
    span: int
    level: int


class SetWord(NamedTuple):
    """A word and the blanks after it as runs, their widths in thousandths of the type size."""

    word: Word
    runs: tuple[Run, ...]
    blanks: tuple[Run, ...]
    width: float
    blank_width: float


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
        if self._owners is None and self._levels is None and self._faces[0][0].covers(text):
            return self._plain_words()
        return [self._set(word) for word in words(text)]

    def cut(self, word: Word, room: float) -> list[SetWord]:
        """Cut a word that is wider than a line into parts that are not."""
        parts: list[SetWord] = []
        start = word.start
        places = [word.start + end for _, end in clusters(self.text[word.start : word.end])]
        last: SetWord | None = None
        for end in places:
            part = self._set(Word(start, end, end, ends_line=False))
            if part.width > room and last is not None:
                parts.append(last)
                start = last.word.end
                part = self._set(Word(start, end, end, ends_line=False))
            last = part
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

    def _plain_words(self) -> list[SetWord]:
        face = self._faces[0][0]
        text, language, shape = self.text, self._language, face.word
        found = []
        for word in words(text):
            start, end, after, _ = word
            shaped = shape(text[start:end], language)
            runs = (Run(face, shaped, 0, 0),) if end > start else ()
            if after > end:
                blank = shape(text[end:after], language)
                found.append(
                    SetWord(word, runs, (Run(face, blank, 0, 0),), shaped.advance, blank.advance)
                )
            else:
                found.append(SetWord(word, runs, (), shaped.advance, 0.0))
        return found

    def _set(self, word: Word) -> SetWord:
        runs = self._runs(word.start, word.end)
        blanks = self._runs(word.end, word.after)
        width = sum(run.shaped.advance for run in runs)
        return SetWord(word, runs, blanks, width, sum(run.shaped.advance for run in blanks))

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
