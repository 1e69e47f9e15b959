"""A scan is drawn without trust: whole, locked, odd, too long, or not on this laptop."""

import io
from datetime import date

import pikepdf
import pytest

from models.convening_acts import PDF, PNG, CameBack, note_form_back
from models.database import Database
from models.open_review import OpenReview
from models.plain_reading import Connection
from models.problems import Problem
from models.sync.laptop_facts import WANTED, read_fact
from tests import sample
from tests.scans import scanned_pdf, scanned_png
from ui.meeting.scan_pages import MOST_PAGES, ScanNotHere, ScanNotShown, draw_scan

WIDE = 300


def _attached(database: Database, sam: sample.Sample, media: str, scan: bytes) -> str:
    with database.saving(sam.iro_id) as session:
        came = CameBack(date(2026, 8, 10), media=media, scan=scan)
        return note_form_back(OpenReview(session, sam.review_id), sam.people["mum"], came)


def _locked() -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(scanned_pdf())) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner="o", user="u"))
    return made.getvalue()


def test_the_first_pages_are_drawn_and_the_rest_are_counted(
    database: Database, sam: sample.Sample
) -> None:
    drawn = draw_scan(database, _attached(database, sam, PDF, scanned_pdf(MOST_PAGES + 3)), WIDE)
    assert (len(drawn.pages), drawn.more, drawn.problem) == (MOST_PAGES, 3, None)
    assert {page.width for page in drawn.pages} <= {WIDE, WIDE + 1}


def test_a_picture_is_drawn_as_one_page(database: Database, sam: sample.Sample) -> None:
    (page,) = draw_scan(database, _attached(database, sam, PNG, scanned_png()), WIDE).pages
    assert (page.width, page.height) == (WIDE, WIDE * 800 // 600)
    assert len({*page.pixels}) > 1


@pytest.mark.parametrize(
    ("media", "scan"),
    [(PDF, b"%PDF-1.7 and no more"), (PDF, _locked()), (PDF, scanned_pdf(1, (10, 9_000))),
     (PNG, b"no picture")],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said_in_words(
    database: Database, sam: sample.Sample, media: str, scan: bytes
) -> None:
    drawn = draw_scan(database, _attached(database, sam, media, scan), WIDE)
    assert drawn.pages == ()
    assert isinstance(drawn.problem, ScanNotShown if media == PDF else Problem)


def test_one_that_has_not_come_is_asked_for(database: Database, sam: sample.Sample) -> None:
    returned = _attached(database, sam, PDF, scanned_pdf())
    with database.sharing() as hand:
        hand.connection.execute("update returned_form set scan = null")
    assert isinstance(draw_scan(database, returned, WIDE).problem, ScanNotHere)
    with database.reading() as connection:
        assert _wanted(connection) == [["returned_form", returned]]


def _wanted(connection: Connection) -> list[list[str]]:
    rows: list[list[str]] = read_fact(connection, WANTED)["rows"]
    return rows
