"""What must not reach some people is protected on the child's page, by keys and clicks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.child_story import read_story
from models.database import Database
from models.reading_a_review import read_protected
from models.review_sheet import ProtectedFactOnSheet
from tests import sample
from ui.background import Background
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.protected.fact_form import FactForm
from ui.protected.protected_card import NewFactForm, ProtectedCard


@pytest.fixture
def card(
    qtbot: QtBot, sam: tuple[Database, sample.Sample]
) -> Iterator[tuple[ProtectedCard, Desk, str]]:
    database, made = sam
    background = Background()
    desk = Desk(database, made.me, sample.calendar(), lambda: sample.NOW, background)
    shown = ProtectedCard(desk, made.child_id, NoticeArea())
    qtbot.addWidget(shown)
    with database.reading() as connection:
        shown.show_story(read_story(connection, made.child_id))
    shown.resize(520, 600)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown, desk, made.child_id
    background.close()


def _click(within: QWidget, name: str) -> None:
    button = within.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _facts(desk: Desk, child_id: str) -> tuple[ProtectedFactOnSheet, ...]:
    with desk.database.reading() as connection:
        return read_protected(connection, child_id)


def _add(qtbot: QtBot, card: ProtectedCard, words: str) -> None:
    _click(card, "protect_something")
    assert isinstance(card.form, NewFactForm)
    QTest.keyClicks(card.form.words.control, words)
    _click(card, "protect")


def test_an_address_is_protected_from_who_is_a_danger_by_itself(
    qtbot: QtBot, card: tuple[ProtectedCard, Desk, str]
) -> None:
    shown, desk, child_id = card
    _add(qtbot, shown, "14 Larch Close")
    (fact,) = _facts(desk, child_id)
    assert (fact.kind, fact.words, fact.tag) == ("address", "14 Larch Close", "R2")


def test_a_fact_without_words_is_asked_for_again(
    qtbot: QtBot, card: tuple[ProtectedCard, Desk, str]
) -> None:
    shown, desk, child_id = card
    _add(qtbot, shown, "  ")
    assert isinstance(shown.form, NewFactForm)
    assert shown.form.words.has_error
    assert _facts(desk, child_id) == ()


def test_other_spellings_kind_and_people_are_kept_as_they_are_chosen(
    qtbot: QtBot, card: tuple[ProtectedCard, Desk, str]
) -> None:
    shown, desk, child_id = card
    _add(qtbot, shown, "Hollybush House")
    (fact,) = _facts(desk, child_id)
    shown._facts = (fact,)
    shown._is_shown = True
    shown._show()
    _click(shown, f"edit_{fact.id}")
    form = shown.form
    assert isinstance(form, FactForm)
    QTest.keyClicks(form.also.control, "Holybush; the Bush")
    form.tags.chips.chip("R1").click()
    person = form.hidden_from._choices[0][0]
    form.hidden_from.chip(person).click()
    _click(shown, "close_fact")
    (fact,) = _facts(desk, child_id)
    assert fact.also_written == ("Holybush", "the Bush")
    assert (fact.tag, fact.hidden_from) == ("R1", (person,))


def test_what_is_protected_is_folded_until_it_is_asked_for(
    qtbot: QtBot, card: tuple[ProtectedCard, Desk, str]
) -> None:
    shown, desk, child_id = card
    _add(qtbot, shown, "14 Larch Close")
    (fact,) = _facts(desk, child_id)
    with desk.database.reading() as connection:
        shown._is_shown = False
        shown.show_story(read_story(connection, child_id))
    assert shown.findChild(QWidget, f"fact_{fact.id}") is None or not shown._is_shown
    _click(shown, "show_protected")
    assert shown.findChild(QWidget, f"fact_{fact.id}") is not None


def test_stopping_can_be_undone(qtbot: QtBot, card: tuple[ProtectedCard, Desk, str]) -> None:
    shown, desk, child_id = card
    _add(qtbot, shown, "14 Larch Close")
    (fact,) = _facts(desk, child_id)
    shown._edit(fact)
    assert isinstance(shown.form, FactForm)
    shown.form.remove_button.click()
    assert _facts(desk, child_id) == ()
    qtbot.addWidget(shown._notices)
    _click(shown._notices, "undo")
    assert len(_facts(desk, child_id)) == 1
