"""Sam's copies on the screen: a record with five people, and copies that are made at once."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from letters.copies import MadeCopy
from letters.disclosure.hit import Hit
from letters.engine import Place
from letters.paragraph import Art, Paragraph, Source
from letters.pdf import Rendered
from letters.pdfium import begun
from letters.releasing import CheckedCopy
from models.copy_of_sheet import sheet_for
from models.database import Database
from models.editing import put
from models.open_review import OpenReview
from models.people import Person
from models.protecting import protect
from models.review_sheet import ReviewSheet
from tests import sample
from ui.background import Background
from ui.desk import Desk
from ui.meeting.meeting import Meeting
from ui.send.copies_making import Maker, Order
from ui.send.copies_part import CopiesPart

SECRET = "4 Holm Lane"
SENTENCE = "Sam likes the garden at 4 Holm Lane."
NOTE = f"{SENTENCE} She feeds the birds there."


def fill(database: Database, made: sample.Sample) -> str:
    """Write Sam's review, and a note that names the carer's address. Gives the note's id."""
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        note = review.add_note("going_well", NOTE, step="A4", life_area="home")
        mum = session.get_one(Person, made.people["mum"])
        mum.parental_responsibility, mum.address = True, "1 Low Road\nPenhallow\nPH1 1AA"
        carer = session.get_one(Person, made.people["carer"])
        carer.address = "4 Holm Lane\nPenhallow\nPH2 2BB"
        for key in ("mum", "carer", "worker", "teacher"):
            review.attendance_of(made.people[key]).invited = True
        protect(session, made.child_id, "address", SECRET, person_id=made.people["carer"])
    return note


def finalise(database: Database, made: sample.Sample) -> None:
    """Let the decisions be final."""
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).review.finalised_on = date(2026, 8, 20)


def leave_only(database: Database, made: sample.Sample, key: str) -> None:
    """Let only one of the people round Sam have taken part, so that there are few copies."""
    rows = sample.sheet(database, made).attendances
    with database.saving(made.iro_id) as session:
        for each in rows:
            if each.person_id != made.people[key]:
                put(session, "attendance", each.id, "attended", "no")
                put(session, "attendance", each.id, "invited", False)


class FakeMaker:
    """Makes two empty pages for each copy at once; `finds` are its places for one reader."""

    def __init__(self, note_id: str, finds_for: str = "") -> None:
        self.note_id, self.finds_for = note_id, finds_for
        self.orders: list[Order] = []

    def __call__(self, sheet: ReviewSheet, order: Order) -> CheckedCopy:
        """A copy whose note stands on the second page."""
        self.orders.append(order)
        source = Source("note", self.note_id, "words")
        rendered = Rendered(two_pages(), 2, {source: (Place(2, 60, 100, 400, 14),)})
        apart = sheet_for(sheet, order.reader, order.kind)
        note = next((each.words for each in apart.sheet.notes if each.id == self.note_id), "")
        words = f"{order.kind} for {order.reader.key}: {note}"
        before = order.before
        made = MadeCopy(
            _document(), rendered, words, apart.cuts, "record-0001.pdf", (),
            before.version + 1 if before else 1, before is not None and before.words == words,
            lost=apart.lost,
        )  # fmt: skip
        hits = self._hits(order, note)
        answered = {
            each.hit for each in sheet.disclosure_answers
            if (each.reader, each.document) == (order.reader.key, order.kind)
        }  # fmt: skip
        waiting = tuple(each for each in hits if each.key not in answered)
        return CheckedCopy(made, hits, waiting, "pdf", two_pages())

    def _hits(self, order: Order, note: str) -> tuple[Hit, ...]:
        if order.reader.key != self.finds_for or "birds" not in note or order.kind != "minutes":
            return ()
        box = (70.0, 102.0, 120.0, 112.0)
        return (
            Hit(
                "k" * 64,
                "other_child/birds",
                "other_child",
                "birds",
                2,
                (box,),
                "",
                "exact",
                "feeds the birds",
            ),
        )


class _Document:
    """A paper is only carried along here."""

    def every_paragraph(self) -> Iterator[Paragraph]:
        """Nothing stands in it but a picture."""
        art = Art("A drawing", png=b"png")
        yield Paragraph((), art=art)


def _document() -> Any:  # it is no paper of any kind
    return _Document()


@cache
def two_pages() -> bytes:
    """An empty file of two pages."""
    kept = io.BytesIO()
    with begun() as document:
        for _page in range(2):
            document.new_page(595, 842)
        document.save(kept)
    return kept.getvalue()


@contextmanager
def desk_of(folder: Path) -> Iterator[tuple[Desk, sample.Sample, str]]:
    """Sam's record at a desk, her note's id with it."""
    database, made = sample.open_filled(folder / "record")
    note_id = fill(database, made)
    background = Background()
    yield (
        Desk(database, made.me, sample.calendar(), lambda: sample.NOW.astimezone(), background),
        made,
        note_id,
    )
    background.close()
    database.close()


def show(
    qtbot: QtBot, desk: Desk, made: sample.Sample, make: Maker | None, width: int = 1234
) -> CopiesPart:
    """The part in a window, once every copy is made."""
    meeting = Meeting(desk, made.review_id)
    part = CopiesPart(meeting, make)
    meeting.setParent(part)
    qtbot.addWidget(part)
    part.resize(width, 620)
    with qtbot.waitActive(part):
        part.show()
        part.activateWindow()
    at_rest(qtbot, part)
    return part


def at_rest(qtbot: QtBot, part: CopiesPart) -> None:
    """Wait until every copy is made and the shown one is drawn."""
    qtbot.waitUntil(lambda: bool(part.is_at_rest), timeout=20_000)
