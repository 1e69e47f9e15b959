"""A school gets education decisions only; business support sends them and sees nothing else."""

import json
from collections.abc import Iterator
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.open_review import OpenReview
from models.people import Person
from models.rules.recipients import FILE_READER
from tests import sample
from tests.journeys import shared_folders
from tests.journeys.after_the_review import AfterTheReview, write_review
from tests.journeys.at_send import AtSend
from tests.journeys.read_back import holds
from tests.journeys.sharing import Office, Sharer
from tests.shared_council import SharedCouncil
from ui.send.copies_words import KINDS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

READING, DENTIST = "Sam has a reading partner every Tuesday", "Samir books a dentist for Sam"
THEIRS = (READING, "Find a quiet place at lunch", "Joan Fennimore")
NOT_THEIRS = ("dentist", "sleepover", "Nana Bea", "Lunch time is hard", "Long-term fostering",
              "The plan meets", "2 Mill Lane", "Alma")  # fmt: skip


def _write(review: OpenReview, made: sample.Sample) -> None:
    review.decide(READING, "Samir Oakenshaw", date(2026, 9, 18), life_area="learning")
    review.decide(DENTIST, "Samir Oakenshaw", date(2026, 9, 18), life_area="health")
    teacher = review.session.get_one(Person, made.people["teacher"])
    teacher.email, teacher.send_by = "office@school.example.org", "email"
    carer = review.session.get_one(Person, made.people["carer"])
    carer.address = "2 Mill Lane\nPenhallow\nPH2 2BB"


SET_COUNCIL = "UPDATE waymark.row SET data = data || %s::jsonb WHERE table_name = 'council'"
WHOM_TO_RING = {
    "advocacy_name": "Speak Out Penhallow", "advocacy_phone": "01632 960 114",
    "complaints_phone": "01632 960 120",
}  # fmt: skip


@pytest.fixture
def office(qtbot: QtBot, council: SharedCouncil, tmp_path: Path) -> Iterator[Office]:
    with Office(qtbot, council, tmp_path) as made:
        council.admin.execute(SET_COUNCIL, [json.dumps(WHOM_TO_RING)])
        made.join("nadia", with_sam=True)
        with shared_folders.opened(tmp_path / "nadia", made.clock) as database:
            write_review(database, made.family, invited=("teacher",), write=_write)
            made.round("nadia", database)
        made.clock.on(minutes=95)
        made.join("beth", "business_support", shares=False)
        yield made


def test_a_school_gets_education_decisions_through_business_support(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nadia = office.open("nadia")
    _release(AfterTheReview(nadia.program, office.family))
    nadia.share()
    beth = office.open("beth")
    beth.come_forward()
    beth.share()
    _send(beth, office, tmp_path / "stick", monkeypatch)
    _nothing_else_is_here(beth)
    beth.share()
    nadia.share()
    sent = nadia.one("SELECT group_concat(step, ' ') FROM delivery")
    assert sent == "drafted emailed"


def _release(at: AfterTheReview) -> None:
    at.finish()
    at.agree()
    at.to_copies()
    at.show_copy("teacher")
    at.look("school-1-copy")
    at.release()


def _send(beth: Sharer, office: Office, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = AfterTheReview(beth.program, office.family)
    send, teacher = AtSend(at, folder, monkeypatch), office.family.people["teacher"]
    rows = send.rows()
    assert {*rows} == {
        ("child", "letter"),
        (teacher, "decisions"),
        *((FILE_READER, kind) for kind in KINDS),
    }
    at.look("school-2-send")
    paper = send.save(rows[teacher, "decisions"])
    for words in THEIRS:
        assert holds(paper, words), words
    assert not [words for words in NOT_THEIRS if holds(paper, words)]
    draft = send.save(rows[teacher, "decisions"], Qt.Key.Key_E)
    message = BytesParser(policy=policy.default).parsebytes(draft.read_bytes())
    (attached,) = message.iter_attachments()
    assert attached.get_content() == paper.read_bytes()
    assert (message["To"], message["X-Unsent"]) == ("office@school.example.org", "1")
    body = message.get_body()
    assert isinstance(body, EmailMessage)
    said = f"{draft.name} {message['Subject']} {body.get_content()} {attached.get_filename()}"
    assert not [name for name in ("Sam", "Tillbrook", "Joan", "Fennimore") if name in said]
    assert send.send(rows[teacher, "decisions"]) == "E-mailed today"


def _nothing_else_is_here(beth: Sharer) -> None:
    """What the papers say is on her laptop in the papers themselves and nowhere else."""
    held = set()
    with beth.database.reading() as connection:
        names = "SELECT name FROM sqlite_master WHERE type = 'table'"
        for (table,) in connection.execute(names).fetchall():
            rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608
            held |= {(table, cell) for row in rows for cell in row if isinstance(cell, str)}
    assert any("Joan Fennimore" in cell for _table, cell in held), "who gets it is there"
    told = (READING, DENTIST, "sleepover", "quiet place", "The plan meets", "Lunch time")
    assert not [table for table, cell in held for words in told if words in cell]
    assert not {"note", "wish", "decision", "scale_answer"} & {table for table, _cell in held}
