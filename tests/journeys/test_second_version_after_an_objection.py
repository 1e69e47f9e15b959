"""A manager objects and is silent about the amended sheet; the record changes after release."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.document_kind import DocumentKind
from models.issuing import issued_words
from models.open_review import OpenReview
from models.people import Person
from models.rules.finalising import Standing
from tests import sample
from tests.journeys.after_the_review import AfterTheReview, at_work, written
from tests.journeys.at_send import AtSend
from tests.journeys.playing import Clock
from tests.journeys.read_back import all_of
from tests.ui.sync.part_of_a_record import said
from ui.send.record_part import RecordPart

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

OBJECTED = "It cannot be done so soon"
AMENDED = "The manager asked for it"
WRONG = "A date was wrong"
COPIES = 6  # Sam's letter, two papers of her mother's and three of the file


def _write(review: OpenReview, made: sample.Sample) -> None:
    mum = review.session.get_one(Person, made.people["mum"])
    mum.parental_responsibility, mum.address = True, "1 Low Road\nPenhallow\nPH1 1AA"


def test_from_an_objection_to_the_second_version_of_every_copy(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, clock = tmp_path / "record", Clock()
    with written(folder, clock, invited=("mum",), write=_write) as (_database, made):
        pass
    with at_work(folder, clock, made, qtbot) as at:
        at.finish()
        at.click("send_decisions")
        at.until(lambda: at.standing is Standing.WITH_MANAGER)
        _object(at)
        _amend_and_send_again(at)
        clock.on(days=9)  # six working days: nothing more is heard
        _approve(at)
        at.to_copies()
        at.until(lambda: len(at.copies.making.results) == COPIES)
        at.release()
        _change_the_record(at)
        _release_again(at)
        _read(at, AtSend(at, tmp_path / "stick", monkeypatch))


def _object(at: AfterTheReview) -> None:
    at.click("segment_answer")
    at.click("chip_objection")
    decision = at.shown("reply_decision")
    at.choose(decision, decision.itemText(1))  # type: ignore[attr-defined]  # a list
    at.click("reply_who")
    at.type("Ruth Pellworth")
    at.click("reply_words")
    at.type(OBJECTED)
    at.look("second-1-objection")
    at.click("keep_reply")
    assert at.standing is Standing.DISPUTED
    at.click("chip_amended")
    at.click("settle")
    (reply,) = at.sheet.replies
    assert (reply.words, reply.settled) == (OBJECTED, "amended")
    assert reply.decision_id == at.sheet.decisions[0].id


def _amend_and_send_again(at: AfterTheReview) -> None:
    at.click("segment_decisions")
    card = at.shown(f"decision_{at.sheet.decisions[0].id}")
    at.click("amend", card)
    at.click("amend_by_when", card)
    at.at.selectAll()  # type: ignore[attr-defined]  # a line
    at.type("2 october\t")
    at.click("amend_reason", card)
    at.type(AMENDED)
    at.click("amend_keep", card)
    assert at.sheet.decisions[0].by_when == date(2026, 10, 2)
    at.click("sheet_reason")
    at.type("One decision amended")
    at.look("second-2-amended")
    at.click("send_decisions")
    at.until(lambda: len(at.sheet.documents) == 2)
    sheet = _issued(at, DocumentKind.DECISIONS)[-1]
    assert "What changed since version 1" in sheet
    assert "said until 12 August 2026" in sheet and "4 September 2026" in sheet
    assert "Fri 2 Oct 2026" in sheet
    assert AMENDED in sheet


def _approve(at: AfterTheReview) -> None:
    at.click("segment_record")
    assert at.standing is Standing.NO_REPLY
    at.look("second-3-record")
    at.click("approve")
    at.until(lambda: at.standing is Standing.FINAL)
    record = _issued(at, DocumentKind.MINUTES)[-1]
    assert "Ruth Pellworth objected to decision 1" in record
    assert f"It was changed because: {AMENDED}" in record


def _change_the_record(at: AfterTheReview) -> None:
    """Who has the record is said first; then its words are mended where they stand."""
    at.click("segment_record")
    card = at.shown("approve_card")
    assert "1 person has a copy of it: Rosa Tillbrook" in said(card)
    at.look("second-4-holders")
    at.click("reopen")
    assert at.sheet.finalised_on is not None, "not without a reason"
    at.type(WRONG)
    at.click("reopen")
    assert at.sheet.finalised_on is None
    assert "1 person has a copy of the version before: Rosa Tillbrook" in said(card)
    at.program.at_rest()
    part = at.after.parts["record"]
    assert isinstance(part, RecordPart)
    for _ in range(40):
        at.click("next_words")
        if part.editor.field is not None and "The plan meets" in part.editor.field.text():
            break
    at.type(" It begins in May.")
    at.look("second-5-mended")
    at.click("approve")
    at.until(lambda: at.standing is Standing.FINAL)
    new = _issued(at, DocumentKind.MINUTES)[-1]
    assert "It takes the place of version 1" in new
    assert f"Why it was changed: {WRONG}" in new


def _release_again(at: AfterTheReview) -> None:
    at.to_copies()
    at.show_copy("mum")
    at.look("second-6-copies")
    at.look_at_all()
    release = at.copies.pane.release
    assert release.reasons.said == "Say why there is a new version."
    at.click("why_again_box")
    at.type(f"{WRONG}\t")
    at.rest()
    assert release.release_button.text() == "Release 2 records"  # hers and the file's
    at.click("release")
    at.rest()
    at.look("second-7-released")
    assert release.reasons.said == "Every copy is released."


def _read(at: AfterTheReview, send: AtSend) -> None:
    rows, mum = send.rows(), at.made.people["mum"]
    at.look("second-8-send")
    assert {reader for reader, _kind in rows} == {mum, "child", "file"}
    hers = all_of(send.save(rows[mum, "minutes"]))
    assert "record, version 2" in hers
    assert (
        "What changed since version 1 of your copy Changed, under “The Independent Reviewing "
        "Officer's view”. It now says: The plan meets Sam's needs. It begins in May. 1. "
    ) in hers
    listed = [row.accessibleName() for row in send.page.people.rows.values()]
    assert "Rosa Tillbrook, parent. Record, version 2. Post. To print" in listed
    assert not [each for each in listed if "Record" in each and "version 2" not in each]


def _issued(at: AfterTheReview, kind: DocumentKind) -> list[str]:
    with at.desk.database.reading() as connection:
        return [
            issued_words(connection, each.id) for each in at.sheet.documents if each.kind == kind
        ]
