"""What a print run needs, made away from the window: whose sets, how many sheets, their pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from letters.out.print_run import (
    PrintSet,
    Run,
    Sender,
    WhyNot,
    from_sheet,
    plan,
    set_pdf,
    sheet_count,
)
from letters.out.window import DL, WindowEnvelope
from models.database import Database
from models.envelopes import measured
from models.plain_reading import Connection
from models.print_runs import LeftSet, SetToPrint
from models.sending_queue import QueueLine
from ui.meeting.paper_pages import PagePicture, PageSize, draw_pages
from ui.send.queue_pages import released_pages
from ui.send.reading_again import Finds, found_in, refuse_what_must_not_go

PRINT_WIDTH_PX = 2480  # A4 at 300 dots to the inch


@dataclass(frozen=True)
class Prepared:
    """A run that can begin: its sets, and the sheets of each on both sides of the paper or one.

    `not_in_it` is what cannot be printed, with why, by the copy's id; `held` what was found in
    those that must not go.
    """

    sets: tuple[PrintSet, ...]
    on_both: tuple[int, ...]
    on_one: tuple[int, ...]
    not_in_it: Mapping[str, WhyNot] = field(default_factory=dict)
    held: Finds = field(default_factory=dict, repr=False)

    def to_print(self, *, both_sides: bool) -> list[SetToPrint]:
        """The sets as the record keeps them."""
        sheets = self.on_both if both_sides else self.on_one
        return [
            SetToPrint(one.copy_ids, count) for one, count in zip(self.sets, sheets, strict=True)
        ]


@dataclass(frozen=True)
class MadeSet:
    """One set as a file, and as pictures for the printer."""

    number: int
    name: str
    pdf: bytes = field(repr=False)
    pages: tuple[PagePicture, ...] = field(repr=False, default=())


def prepare(database: Database, lines: Sequence[QueueLine], wanted: Sequence[str]) -> Prepared:
    """Plan the run of these copies and count its sheets.

    Raises: TamperedDocument.
    """
    copies = [copy for line in lines for copy in line.copies if copy.id in wanted]
    held = found_in(database, copies)
    run = plan(lines, frozenset(wanted) - frozenset(held), envelope_here(database))
    counts = [_sheets(database, one) for one in run.sets]
    return Prepared(
        run.sets, tuple(both for both, _one in counts), tuple(one for _both, one in counts),
        {**run.not_in_it, **dict.fromkeys(held, WhyNot.HELD)}, held,
    )  # fmt: skip


def made_set(
    database: Database, one: PrintSet, left: LeftSet, of: int, *, both_sides: bool, drawn: bool
) -> MadeSet:
    """Make one set from the sheet on where it is to begin, as a file or drawn for the printer.

    Raises: TamperedDocument, PagesNotHere, AddressDoesNotFit, MustNotGo.
    """
    refuse_what_must_not_go(database, one.copies)
    pages = {copy_id: released_pages(database, copy_id) for copy_id in one.copy_ids}
    with database.reading() as connection:
        sender = sender_of(connection, one.case_id)
    whole = set_pdf(
        replace(one, number=left.number), pages, sender, of, both_sides=both_sides,
        envelope=envelope_here(database),
    )  # fmt: skip
    pdf = from_sheet(whole, left.from_sheet, both_sides=both_sides)
    name = f"set-{left.number:03}-{one.copy_ids[0][:8]}-{one.copy_ids[0][-4:]}.pdf"
    size = PageSize(PRINT_WIDTH_PX)
    return MadeSet(left.number, name, pdf, draw_pages(pdf, size) if drawn else ())


def set_of(database: Database, lines: Sequence[QueueLine], left: LeftSet) -> PrintSet | None:
    """The set that is still to come, as the queue has it now; none when it cannot be printed."""
    run: Run = plan(lines, frozenset(left.copy_ids), envelope_here(database))
    return run.sets[0] if run.sets and set(run.sets[0].copy_ids) == set(left.copy_ids) else None


def is_on_both_sides(database: Database, one: PrintSet, sheets: int) -> bool:
    """Whether a run that was begun before was for both sides of the paper."""
    return _sheets(database, one)[0] == sheets


def envelope_here(database: Database) -> WindowEnvelope:
    """The envelope that this laptop's desk uses."""
    with database.reading() as connection:
        found = measured(connection)
    return WindowEnvelope(*found) if found else DL


def sender_of(connection: Connection, case_id: str) -> Sender:
    """What the envelope sheet says of the council."""
    row = connection.execute(
        "select c.name, c.service, c.return_address from council c join child k "
        "on k.authority_id = c.authority_id where k.id = ?",
        (case_id,),
    ).fetchone()
    return Sender(*row) if row else Sender("")


def _sheets(database: Database, one: PrintSet) -> tuple[int, int]:
    pages = {copy_id: released_pages(database, copy_id) for copy_id in one.copy_ids}
    return sheet_count(one, pages), sheet_count(one, pages, both_sides=False)
