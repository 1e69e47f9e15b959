"""Reads the tables of a Word file that comes from outside, and nothing else of it."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from models.problems import N_, Problem

MOST_BYTES = 8 * 1024 * 1024
_MOST_UNPACKED = 48 * 1024 * 1024
_MOST_PARTS = 600
_WORDS = "word/document.xml"
_LINE_ENDS = frozenset({"br", "cr"})
_LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "Fallback"})

Cell = tuple[str, ...]
"""The paragraphs of a cell."""


class NotAWordFile(Problem):
    """What was brought is no Word file, or not one that can be read safely."""

    what = N_("This is not a Word file that Waymark can read.")
    kept = N_("Nothing was changed. The words you have are safe.")
    next = N_("Ask the translator for the file again, saved as a Word document (.docx).")


class FileTooLarge(NotAWordFile):
    """What was brought is larger than any translator's file."""

    what = N_("This file is too large to be a translator’s file.")


class _NoDoctype(TreeBuilder):
    """Builds a tree from a text that may declare nothing."""

    def doctype(self, name: str, pubid: str, system: str) -> None:  # noqa: ARG002  # as it is called
        raise NotAWordFile


def rows_of(file: bytes) -> tuple[tuple[Cell, ...], ...]:
    """Give every row of every table, a cell as its paragraphs.

    Raises: NotAWordFile, FileTooLarge.
    """
    if len(file) > MOST_BYTES:
        raise FileTooLarge
    parser = XMLParser(target=_NoDoctype())  # noqa: S314 nothing is declared, so nothing expands
    try:
        parser.feed(_unpacked(file))
        tree = parser.close()
    except ParseError as fault:
        raise NotAWordFile from fault
    return tuple(
        tuple(tuple(_paragraphs(cell)) for cell in row if _name(cell) == "tc")
        for row in tree.iter()
        if _name(row) == "tr"
    )


def _unpacked(file: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as packed:
            parts = packed.infolist()
            if len(parts) > _MOST_PARTS or sum(each.file_size for each in parts) > _MOST_UNPACKED:
                raise FileTooLarge
            return packed.read(_WORDS)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError) as fault:
        raise NotAWordFile from fault
    except (EOFError, ValueError, zipfile.zlib.error) as fault:  # type: ignore[attr-defined]
        raise NotAWordFile from fault


def _paragraphs(cell: Element) -> Iterator[str]:
    for part in cell.iter():
        if _name(part) == "p":
            yield "".join(_words(part)).strip()


def _words(part: Element) -> Iterator[str]:
    for inner in part:
        name = _name(inner)
        if name == "t":
            yield inner.text or ""
        elif name in _LINE_ENDS:
            yield "\n"
        elif name == "tab":
            yield " "
        elif name not in _LEFT_OUT and name != "p":
            yield from _words(inner)


def _name(element: Element) -> str:
    """The name without its namespace, of which there are two for the same thing."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
