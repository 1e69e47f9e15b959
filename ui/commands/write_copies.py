"""`copies`: each person's own copy of the papers of a review, as the window would release it."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from letters.releasing import ready_copy
from models.atomic_file import write_whole
from models.conflicts_on_sheet import TwoVersionsWait
from models.disclosure.tags import unresolved
from models.document_kind import DocumentKind, copy_file_name
from models.issuing import NoReason
from models.problems import Problem
from models.readers_of_papers import Reader, readers
from models.reading_a_review import read_review
from models.releasing import DecisionsNotFinal, HitsWait, TagsWait, WordsHaveChanged
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays
from models.sending import copy_pages
from ui.commands.command_line import PROBLEM, say
from ui.commands.write_papers import CannotWriteThere, find_review, make_output_folder
from ui.language import _
from ui.record_place import now, open_from_terminal
from ui.send.copies_released import Key, ReleasedCopies, read_released
from ui.send.copies_standing import NEEDS_FINAL
from ui.send.copies_words import KIND_WORDS, KINDS


@dataclass(frozen=True)
class _Copy:
    reader: Reader
    file_name: str
    data: bytes


def write_copies(asked: argparse.Namespace) -> int:
    """Write every copy that may go, of each paper all or none; gives the exit code."""
    database = open_from_terminal(asked.folder, demo=asked.demo)
    try:
        with database.reading() as connection:
            sheet = read_review(connection, find_review(connection, asked.review))
        released = read_released(database, sheet.id)
        with database.reading() as connection:
            pages = {key: copy_pages(connection, line.id) for key, line in released.newest.items()}
    finally:
        database.close()
    made, refused = _every_copy(sheet, released, pages)
    _write(asked.to, made)
    for kind, problems in refused.items():
        _say_refused(kind, problems)
    return PROBLEM if refused else 0


def _every_copy(
    sheet: ReviewSheet, released: ReleasedCopies, pages: Mapping[Key, bytes]
) -> tuple[list[_Copy], dict[DocumentKind, list[tuple[Reader, Problem]]]]:
    """Each copy of the papers that may go, and of the others what stands in the way."""
    made: list[_Copy] = []
    refused: defaultdict[DocumentKind, list[tuple[Reader, Problem]]] = defaultdict(list)
    for kind in KINDS:
        own = []
        for reader in (each for each in readers(sheet) if each.gets(kind)):
            try:
                own.append(_copy(sheet, kind, reader, released, pages))
            except Problem as problem:
                refused[kind].append((reader, problem))
        made += own if kind not in refused else []
    return made, refused


def _copy(
    sheet: ReviewSheet, kind: str, reader: Reader, released: ReleasedCopies,
    pages: Mapping[Key, bytes],
) -> _Copy:  # fmt: skip
    """One copy: as it was released if that still says the same, else as it would go today.

    Raises: what keeps it from being released.
    """
    _refuse_unready(sheet, kind)
    key, calendar = (reader.key, kind), WorkingDays.of_england_and_wales()
    before = released.words.get(key)
    ready = ready_copy(sheet, kind, reader, now().date(), calendar, before=before)
    if ready.made.is_as_before:
        line = released.newest[key]
        return _Copy(reader, copy_file_name(kind, line.id, line.format), pages[key])
    if ready.made.lost:
        raise WordsHaveChanged
    if ready.unanswered:
        raise HitsWait
    if before is not None:
        raise NoReason
    return _Copy(reader, ready.made.file_name, ready.data)


def _refuse_unready(sheet: ReviewSheet, kind: str) -> None:
    if sheet.conflicts:
        raise TwoVersionsWait
    if kind in NEEDS_FINAL and sheet.finalised_on is None:
        raise DecisionsNotFinal
    if unresolved(sheet):
        raise TagsWait


def _write(folder: Path, made: Sequence[_Copy]) -> None:
    """Write the files, and say whose each is: no name in a file's name tells it.

    Raises: CannotWriteThere.
    """
    make_output_folder(folder)
    for copy in made:
        path = folder / copy.file_name
        try:
            write_whole(path, copy.data)
        except OSError as error:
            raise CannotWriteThere from error
        say(_("Written for {who}: {file}").format(who=_(copy.reader.role), file=path))


def _say_refused(kind: DocumentKind, problems: Sequence[tuple[Reader, Problem]]) -> None:
    """Say of one paper what keeps it back, and for whom."""
    by_words: dict[str, list[str]] = {}
    for reader, problem in problems:
        words = " ".join((_(problem.what), _(problem.next)))
        by_words.setdefault(words, []).append(_(reader.role))
    for words, who in by_words.items():
        said = _("{paper}, not written for {who}: {why}")
        told = said.format(paper=_(KIND_WORDS[kind]), who=", ".join(who), why=words)
        say(told, to=sys.stderr)
