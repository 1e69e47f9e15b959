"""Forms that came back are quoted in step A2 and taken into the review with their source."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.convening_acts import PDF, CameBack, note_form_back
from models.convening_on_sheet import THE_CHILD
from models.database import Database
from models.drafts import read_drafts
from models.open_review import OpenReview
from tests import sample
from tests.scans import scanned_pdf
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.meeting.conftest import Open

BACK_ON = date(2026, 8, 10)


def test_the_chair_takes_in_what_came_back(
    open_review: Open, database: Database, sam: sample.Sample
) -> None:
    sample.begin(database, sam)
    mum = sam.people["mum"]
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        note_form_back(review, THE_CHILD, CameBack(BACK_ON, words="I want a dog"))
        note_form_back(review, mum, CameBack(BACK_ON, words="Sam sleeps well."))
    step = open_review("A2").findChild(object, "page_A2")
    part = step.forms_back
    assert [card.source for card in part.cards] == [
        "Sam’s own form, back on Monday 10 August",
        "Rosa Tillbrook (Parent), back on Monday 10 August",
    ]
    assert unnamed(part) == []
    own, mums = part.cards
    assert not own.words.isHidden() and mums.words.isHidden()
    QTest.keyClick(own.take_button, Qt.Key.Key_Space)
    mums = next(card for card in part.cards if card.back.reader == mum)
    assert mums.take_button.isHidden()
    QTest.keyClick(mums.show_button, Qt.Key.Key_Space)
    assert not mums.words.isHidden()
    QTest.keyClick(mums.take_button, Qt.Key.Key_Space)
    sheet = sample.sheet(database, sam)
    assert [(wish.words, wish.way) for wish in sheet.wishes] == [("I want a dog", "wrote")]
    (told,) = [each for each in sheet.attendances if each.person_id == mum]
    assert told.views == "From the form that came back on Monday 10 August: “Sam sleeps well.”"
    assert all(card.take_button.isHidden() for card in part.cards)
    mums = next(card for card in part.cards if card.back.reader == mum)
    mums.unfold()
    step.leave()
    assert mums.words.isHidden()


def test_a_scan_is_shown_when_asked_for_and_what_is_typed_from_it_is_found_again(
    open_review: Open, database: Database, sam: sample.Sample, qtbot: QtBot
) -> None:
    sample.begin(database, sam)
    with database.saving(sam.iro_id) as session:
        came = CameBack(BACK_ON, media=PDF, scan=scanned_pdf(2))
        note_form_back(OpenReview(session, sam.review_id), sam.people["mum"], came)
    step = open_review("A2").findChild(object, "page_A2")
    (card,) = step.forms_back.cards
    assert card.scan.isHidden() and not card.scan.is_open
    QTest.keyClick(card.show_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(card.scan.view.sheets._images) == 2, timeout=10_000)
    small = card.scan.view.sheets.width()
    QTest.keyClick(card.scan.size_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.scan.view.sheets.width() > small, timeout=10_000)
    assert unnamed(card) == []
    type_text(qtbot, card.words.control, "Bedtimes are calm")
    with database.saving(sam.iro_id) as session:
        gran = CameBack(BACK_ON, words="All is well.")
        note_form_back(OpenReview(session, sam.review_id), sam.people["gran"], gran)
    step.meeting.reload()
    step.show_sheet()
    assert step.forms_back.cards[0] is card and card.scan.is_open
    step.leave()
    assert card.scan.isHidden()
    again = open_review("A2").findChild(object, "page_A2").forms_back.cards[0]
    assert again.words.text() == "Bedtimes are calm"
    again.unfold()
    again.take_in()
    (told,) = [
        each
        for each in sample.sheet(database, sam).attendances
        if each.person_id == sam.people["mum"]
    ]
    assert "Bedtimes are calm" in told.views
    with database.reading() as connection:
        assert read_drafts(connection, sam.review_id) == {}
