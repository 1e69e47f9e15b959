"""The marks by which a translator's file is known again: its letter, its lines, their English."""

import re
from hashlib import sha256

_ROW = re.compile(r"([0-9a-f]{10})-([0-9a-f]{8})")
_FILE = re.compile(r"WM1 ([A-Za-z-]{2,12}) ([0-9a-f]{8})")
_BLANKS = re.compile(r"\s+")


def _digest(words: str, length: int) -> str:
    return sha256(words.encode()).hexdigest()[:length]


def file_mark(letter_id: str, language: str) -> str:
    """The mark of a file: its form, its language, its letter."""
    return f"WM1 {language} {_digest(letter_id, 8)}"


def row_mark(key: str, english: str) -> str:
    """The mark of a row: its line, and the English that it was made from."""
    return f"{key_mark(key)}-{english_mark(english)}"


def key_mark(key: str) -> str:
    """The mark of a line."""
    return _digest(key, 10)


def english_mark(english: str) -> str:
    """The mark of an English sentence, whatever its blanks."""
    return _digest(_BLANKS.sub(" ", english).strip(), 8)


def read_file_mark(text: str) -> tuple[str, str] | None:
    """Find the language and the letter of a file in a cell."""
    found = _FILE.search(text)
    return (found[1], found.group()) if found else None


def read_row_mark(text: str) -> tuple[str, str] | None:
    """Find the marks of the line and of its English in a cell that holds nothing else."""
    found = _ROW.fullmatch(_BLANKS.sub("", text))
    return (found[1], found[2]) if found else None
