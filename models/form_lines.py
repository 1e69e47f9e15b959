"""On which line of a TOML text each table and key stands, so that a refusal can name it."""

import re
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]
WHOLE: Path = ()

_PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})|'
    r"'''.*?'''(?:'{0,2})|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'|"
    r"#[^\n]*|"
    r"[\[\]{}=\n]|"
    r"[^\s\"'#\[\]{}=]+|"
    r"[^\S\n]+",
    re.DOTALL,
)
_KEY = re.compile(r'"((?:\\.|[^"\\])*)"|\'([^\']*)\'|([A-Za-z0-9_-]+)')


def lines_of(text: str) -> Mapping[Path, int]:
    """Give the line of each table and key of a text that is TOML, counted from 1.

    A path is of names and, for tables that repeat, their place from 0: ("steps", 2, "name"),
    or ("blocks", 1, "lines", 0, "words") for those that repeat within one that does.
    """
    found: dict[Path, int] = {WHOLE: 1}
    table: Path = WHOLE
    counted: dict[Path, int] = {}
    for line, words in _statements(text):
        if words.startswith("["):
            table = _header(words, counted)
            found.setdefault(table, line)
            found.setdefault(table[:1], line)
        else:
            key = tuple(_names(words.partition("=")[0]))
            for depth in range(1, len(key) + 1):
                found.setdefault((*table, *key[:depth]), line)
    return found


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """Give the line of a path, or of the nearest thing that it is in."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Give each header and each key with its value, and the line on which it begins."""
    line, begins, depth, words = 1, 1, 0, ""
    for piece in (match.group() for match in _PIECE.finditer(text.replace("\r\n", "\n"))):
        if piece == "\n" and depth == 0:
            if words.strip():
                yield begins, words.strip()
            words = ""
        elif not piece.startswith("#"):
            if not words.strip():
                begins = line
            words += piece
        depth += (piece in "[{") - (piece in "]}") if len(piece) == 1 else 0
        line += piece.count("\n")
    if words.strip():
        yield begins, words.strip()


def _header(words: str, counted: dict[Path, int]) -> Path:
    """Give the path of a header; within a table that repeats it is of the one begun last."""
    *outer, last = _names(words)
    path: Path = WHOLE
    for name in outer:
        path = (*path, name)
        path = (*path, counted[path]) if path in counted else path
    path = (*path, last)
    if not words.startswith("[["):
        return path
    place = counted[path] = counted.get(path, -1) + 1
    return (*path, place)


def _names(words: str) -> Iterator[str]:
    for match in _KEY.finditer(words):
        yield match.group(1) or match.group(2) or match.group(3) or ""
