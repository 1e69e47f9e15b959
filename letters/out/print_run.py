"""What a print run holds: each person's papers of one child as one file, in the order of the desk.

Nothing is kept in files here; the pages come from the record and go to the printer.
"""

import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from letters.out.envelope import AddressSheet, address_sheet, shows_whole
from letters.out.window import DL, WindowEnvelope
from letters.pdfium import begun, opened
from models.document_kind import DocumentKind
from models.sending_queue import CopyLine, CopyState, Group, QueueLine
from models.sending_steps import SendingWay

ADDRESS = "address"
"""What the envelope sheet is, among the kinds of papers."""
_ORDER = (DocumentKind.LETTER, DocumentKind.DECISIONS, DocumentKind.MINUTES)
_GROUPS = tuple(Group)


class WhyNot(StrEnum):
    """Why a copy that waits to be printed is not in the run."""

    NOT_HERE = "not_here"  # its pages have not come to this laptop
    NOT_PDF = "not_pdf"  # it is a Word file
    NO_ADDRESS = "no_address"
    ADDRESS_TOO_LONG = "address_too_long"  # for the window
    HELD = "held"  # it was read again, and must not go as it is


@dataclass(frozen=True)
class PrintSet:
    """One person's papers of one child; by post with an envelope sheet before them."""

    number: int
    case_id: str
    reader: str
    way: str
    name: str = field(repr=False)
    address: str = field(repr=False)
    copies: tuple[CopyLine, ...] = field(repr=False)

    @property
    def is_posted(self) -> bool:
        """Whether it goes into an envelope with a window."""
        return self.way == SendingWay.POST

    @property
    def copy_ids(self) -> tuple[str, ...]:
        """The copies in their order."""
        return tuple(each.id for each in self.copies)


@dataclass(frozen=True)
class Run:
    """The sets in order, and by id what waits and cannot be printed, with why."""

    sets: tuple[PrintSet, ...]
    not_in_it: Mapping[str, WhyNot]


@dataclass(frozen=True)
class Sheet:
    """One sheet of paper: what is on it (a kind of paper or ADDRESS), and which of its pages."""

    number: int
    kind: str
    first_page: int
    last_page: int


@dataclass(frozen=True)
class Sender:
    """What the envelope sheet says of who sends it."""

    council: str
    service: str = ""
    return_address: str = ""


@dataclass(frozen=True)
class PrintedSet:
    """A set as one file for the printer, and what each of its sheets is."""

    pdf: bytes = field(repr=False)
    sheets: tuple[Sheet, ...]


def plan(
    lines: Sequence[QueueLine],
    wanted: Collection[str] | None = None,
    envelope: WindowEnvelope = DL,
) -> Run:
    """The sets of everything that waits to be printed, or of the copies with these ids.

    What is late comes first, then by the child's name; for each child in the order of the people.
    """
    found: dict[tuple[str, ...], list[CopyLine]] = {}
    cannot: dict[str, WhyNot] = {}
    for line in sorted(lines, key=_late_first):
        for copy in line.only(CopyState.TO_PRINT):
            if wanted is not None and copy.id not in wanted:
                continue
            why = _why_not(copy, envelope)
            if why is not None:
                cannot[copy.id] = why
            else:
                key = (copy.case_id, copy.reader, copy.way, copy.where_to)
                found.setdefault(key, []).append(copy)
    sets = (_set(number, copies) for number, copies in enumerate(found.values(), start=1))
    return Run(tuple(sets), cannot)


def set_pdf(
    one: PrintSet,
    pages: Mapping[str, bytes],
    sender: Sender,
    of: int,
    *,
    both_sides: bool = True,
    envelope: WindowEnvelope = DL,
) -> PrintedSet:
    """The set as one file: each paper begins on a sheet of its own.

    `pages` are the pages of each copy by its id, just as released. `of` is the number of sets.

    Raises: NoAddress, AddressDoesNotFit.
    """
    papers: list[tuple[str, bytes]] = []
    if one.is_posted:
        told = AddressSheet(
            one.name, one.address, sender.council, sender.service, sender.return_address,
            one.number, of,
        )  # fmt: skip
        papers.append((ADDRESS, address_sheet(told, envelope)))
    papers += [(copy.kind, pages[copy.id]) for copy in one.copies]
    return _joined(papers, 2 if both_sides else 1)


def sheet_count(one: PrintSet, pages: Mapping[str, bytes], *, both_sides: bool = True) -> int:
    """How many sheets of paper a set takes, before it is made."""
    a_sheet = 2 if both_sides else 1
    papers = sum(-(-_page_count(pages[each.id]) // a_sheet) for each in one.copies)
    return papers + one.is_posted


def from_sheet(printed: PrintedSet, sheet: int, *, both_sides: bool = True) -> bytes:
    """The file from this sheet on, counted from 1, to go on after a jam."""
    if sheet <= 1:
        return printed.pdf
    with opened(printed.pdf) as whole, begun() as rest:
        first = (sheet - 1) * (2 if both_sides else 1)
        rest.import_pages(whole, list(range(first, len(whole))))
        return _saved(rest)


def _late_first(line: QueueLine) -> tuple[int, str, str]:
    return _GROUPS.index(line.group), line.name, line.key


def _why_not(copy: CopyLine, envelope: WindowEnvelope) -> WhyNot | None:
    if copy.format != "pdf":
        return WhyNot.NOT_PDF
    if not copy.is_here:
        return WhyNot.NOT_HERE
    if copy.way != SendingWay.POST:
        return None
    if not copy.where_to.strip() or not copy.reader_name.strip():
        return WhyNot.NO_ADDRESS
    fits = shows_whole(copy.reader_name, copy.where_to, envelope)
    return None if fits else WhyNot.ADDRESS_TOO_LONG


def _set(number: int, copies: Sequence[CopyLine]) -> PrintSet:
    first = copies[0]
    in_order = sorted(copies, key=lambda each: (each.review_id or "", _place(each.kind)))
    return PrintSet(
        number, first.case_id, first.reader, first.way, first.reader_name, first.where_to,
        tuple(in_order),
    )  # fmt: skip


def _place(kind: str) -> int:
    """The letter first, then the decisions and the record; what is none of these last."""
    return next((at for at, each in enumerate(_ORDER) if each == kind), len(_ORDER))


def _joined(papers: Sequence[tuple[str, bytes]], a_sheet: int) -> PrintedSet:
    sheets: list[Sheet] = []
    with begun() as whole:
        for kind, pdf in papers:
            with opened(pdf) as paper:
                count, size = len(paper), paper.get_page_size(0)
                whole.import_pages(paper)
            for first in range(1, count + 1, a_sheet):
                last = min(first + a_sheet - 1, count)
                sheets.append(Sheet(len(sheets) + 1, kind, first, last))
            for _back in range(-count % a_sheet):
                whole.new_page(*size)
        return PrintedSet(_saved(whole), tuple(sheets))


def _page_count(pdf: bytes) -> int:
    with opened(pdf) as document:
        return len(document)


def _saved(document: Any) -> bytes:  # pypdfium2 has no types
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
