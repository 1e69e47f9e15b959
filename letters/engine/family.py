"""Families of faces, the styles they are set in, and the stretches of words set in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from letters.engine.faces import Face

INK = "#1B262B"


@dataclass(frozen=True)
class Family:
    """A regular and a bold face, and the faces that help where these lack a character."""

    name: str
    regular: Face
    bold: Face
    fallbacks: tuple[Face, ...] = ()
    bold_fallbacks: tuple[Face, ...] = ()

    def faces(self, *, bold: bool) -> tuple[Face, ...]:
        """Give the faces to try, in order."""
        if bold:
            return (self.bold, *self.bold_fallbacks, *self.fallbacks)
        return (self.regular, *self.fallbacks)


@dataclass(frozen=True)
class TextStyle:
    """How words look: their family, size, distance between lines, colour and weight."""

    family: Family
    size_pt: float
    line_pt: float
    colour: str = INK
    bold: bool = False


@dataclass(frozen=True)
class Span:
    """A stretch of words with its own weight, colour or link; None keeps that of the style."""

    text: str
    bold: bool = False
    colour: str | None = None
    link: str | None = None


Words = str | Span | Sequence[str | Span]


def spans_of(words: Words) -> tuple[Span, ...]:
    """Give any way of writing words as spans."""
    if isinstance(words, str):
        return (Span(words),)
    if isinstance(words, Span):
        return (words,)
    return tuple(Span(part) if isinstance(part, str) else part for part in words)
