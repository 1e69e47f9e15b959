"""Reads what a translator gave back: matched by mark or by number, however it looks now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from letters.translating.marks import (
    english_mark,
    file_mark,
    key_mark,
    read_file_mark,
    read_row_mark,
)
from letters.translating.word_table import Cell, NotAWordFile, rows_of
from letters.two_languages import State, TwoLines
from models.problems import N_

_NEEDED = (State.MISSING, State.CHANGED)
_LABEL, _ENGLISH, _THEIRS = 0, 1, 2
_MOST_WORDS = 20_000
_CONTROLS = dict.fromkeys(
    (*(code for code in range(32) if chr(code) not in "\n\t"), *range(0x2066, 0x206A),
     0xFDD0, 0xFDD1)
)  # fmt: skip


class AnotherLetter(NotAWordFile):
    """The file was made for another letter."""

    what = N_("This file belongs to another letter.")
    next = N_("Open the letter that it was made for, and bring it in there.")


class AnotherLanguage(NotAWordFile):
    """The file was made for this letter in another language."""

    what = N_("This file is for this letter in another language.")
    next = N_("Choose that language for the letter first, or bring in the right file.")


class NothingInIt(NotAWordFile):
    """The file has no row of this letter."""

    what = N_("There are no words for this letter in this file.")
    next = N_("Check that it is the file the translator filled in, with its table.")


@dataclass(frozen=True)
class BroughtRow:
    """The words for one line, and the English they were made from."""

    key: str
    original: str
    words: str


@dataclass(frozen=True)
class Brought:
    """What a translator's file brings.

    `rows` differ from what is there. `changed` are the keys of lines whose English has changed
    since the file was made; `missing` of lines that still have no words; `unknown` the numbers
    of rows that belong to no line of the letter, or to one that has words already.
    """

    rows: tuple[BroughtRow, ...]
    changed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def read_translation(
    file: bytes, lines: Sequence[TwoLines], language: str, letter_id: str
) -> Brought:
    """Read a translator's file against the letter as it is now; nothing is kept yet.

    Raises: NotAWordFile and its kinds: FileTooLarge, AnotherLetter, AnotherLanguage, NothingInIt.
    """
    table = rows_of(file)
    is_marked = _refuse_others(table, language, file_mark(letter_id, language))
    reading = _Reading(
        {key_mark(line.key): line for line in lines},
        {line.label: line for line in lines} if is_marked else {},
    )
    for row in table:
        reading.read(row)
    if not reading.found:
        raise NothingInIt
    given = {row.key for row in reading.rows} | reading.known
    missing = [each.key for each in lines if each.state in _NEEDED and each.key not in given]
    return Brought(
        tuple(reading.rows), tuple(reading.changed), tuple(reading.unknown), tuple(missing)
    )


def _refuse_others(table: Sequence[Sequence[Cell]], language: str, ours: str) -> bool:
    """Whether the file says that it is of this letter; one of another is refused."""
    cells = (" ".join(cell) for row in table for cell in row)
    found = next(filter(None, map(read_file_mark, cells)), None)
    if found is None:
        return False
    spoken, whole = found
    if whole == ours:
        return True
    is_same_letter = whole.rpartition(" ")[2] == ours.rpartition(" ")[2]
    raise AnotherLanguage if is_same_letter and spoken != language else AnotherLetter


@dataclass
class _Reading:
    """Takes rows one by one."""

    by_mark: Mapping[str, TwoLines]
    by_label: Mapping[str, TwoLines]
    rows: list[BroughtRow] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    found: int = 0

    def read(self, row: Sequence[Cell]) -> None:
        """Take one row, if it is one of the letter's."""
        place = next((at for at, cell in enumerate(row) if read_row_mark("".join(cell))), None)
        if place is None:
            self._read_by_label(row)
            return
        mark = read_row_mark("".join(row[place]))
        if mark is None or place < _THEIRS:
            return
        theirs, english = _joined(row[place - 1]), row[place - 2][0] if row[place - 2] else ""
        line = self.by_mark.get(mark[0])
        if line is None:
            self._not_known(row[: place - 2], theirs)
            return
        is_same = english_mark(line.english) == mark[1]
        self._take(line, theirs, line.english if is_same else english)

    def _read_by_label(self, row: Sequence[Cell]) -> None:
        """A row that lost its mark is known by its number, if its English stands there too."""
        if len(row) <= _THEIRS:
            return
        line = self.by_label.get(_joined(row[_LABEL]).rstrip("."))
        english = row[_ENGLISH][0] if row[_ENGLISH] else ""
        if line is None:
            return
        if english_mark(english) == english_mark(line.english):
            self._take(line, _joined(row[_THEIRS]), line.english)
        else:
            self._not_known(row[:1], _joined(row[_THEIRS]))

    def _take(self, line: TwoLines, words: str, original: str) -> None:
        self.found += 1
        if not words:
            return
        if line.key in self.known:
            self._not_known(((line.label,),), words)
            return
        self.known.add(line.key)
        is_changed = original != line.english
        if is_changed:
            self.changed.append(line.key)
        if words == line.words and not (line.state is State.CHANGED and not is_changed):
            return
        self.rows.append(BroughtRow(line.key, original, words))

    def _not_known(self, label: Sequence[Cell], words: str) -> None:
        if words:
            self.unknown.append(_joined(label[0])[:10] if label else "")


def _joined(cell: Cell) -> str:
    return "\n".join(cell).translate(_CONTROLS).strip()[:_MOST_WORDS]
