"""Forms that came back are quoted in step A2 and taken into the review with their source."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.convening_acts import CameBack, note_form_back
from models.convening_on_sheet import THE_CHILD
from models.database import Database
from models.open_review import OpenReview
from tests import sample
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
