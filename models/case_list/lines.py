"""The lines of a case list, decoded and numbered, with no more than one held at a time."""

import io
from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO


class Encoding(StrEnum):
    """How the bytes of a file become letters."""

    BYTES = "utf-8-sig"  # UTF-8; a line that is not is read as Windows-1252
    UTF_16 = "utf-16"


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its ending; `is_cut` when it went on past the limit and was left there."""

    number: int
    text: str
    is_cut: bool = False


def lines_of(source: BinaryIO, encoding: Encoding, longest: int) -> Generator[Line, None, None]:
    """Give each line of the source, numbered from 1; `longest` is in characters."""
    errors = "replace" if encoding is Encoding.UTF_16 else "surrogateescape"
    reader = io.TextIOWrapper(source, encoding=encoding.value, errors=errors, newline=None)
    try:
        number = 0
        while text := _next_text(reader, longest):
            number += 1
            is_cut = len(text) >= longest and not text.endswith("\n")
            if is_cut:
                _skip_rest(reader, longest)
            yield Line(number, text, is_cut)
    finally:
        reader.detach()  # the source stays open for whoever opened it


def _next_text(reader: io.TextIOWrapper, longest: int) -> str:
    text = reader.readline(longest)
    if text.isascii() or reader.errors == "replace":
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return text


def _skip_rest(reader: io.TextIOWrapper, longest: int) -> None:
    while (text := reader.readline(longest)) and not text.endswith("\n"):
        pass
