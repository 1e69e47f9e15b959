"""A manager gives a child's record to another IRO, asks for cover, and restricts it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.council import StaffMember
from models.database import Database
from models.sync.sealing import opened
from tests import sample
from tests.typing_keys import type_text
from tests.ui.at_desk import at_desk
from tests.ui.sync.shared_record import join
from ui.child.child_page import ChildPage
from ui.desk import Desk

Acts = Callable[[], list[dict[str, Any]]]
KEY = Qt.Key


@pytest.fixture
def ruth(sam: tuple[Database, sample.Sample]) -> str:
    """Give the id of a second IRO of the service."""
    database, made = sam
    with database.saving(made.iro_id) as session:
        row = StaffMember(authority_id=sample.AUTHORITY, case_id="", name="Ruth Pellworth")
        session.add(row)
    return row.id


@pytest.fixture
def desk(sam: tuple[Database, sample.Sample], ruth: str) -> Iterator[Desk]:
    """Give the desk of a manager, on a laptop that shares."""
    database, made = sam
    join(database, sample.NOW, role="manager")
    with at_desk(database, made.iro_id, sample.NOW) as at:
        yield at


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, sam: tuple[Database, sample.Sample]) -> ChildPage:
    """Give Sam's page."""
    shown = ChildPage(desk, sam[1].child_id)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


@pytest.fixture
def acts(desk: Desk) -> Acts:
    """Give what is sealed and goes out with the next share."""

    def read() -> list[dict[str, Any]]:
        with desk.database.reading() as connection:
            rows = connection.execute("select payload from outbox order by place").fetchall()
        return [op for (payload,) in rows for op in opened(payload)["ops"] if op["kind"] != "row"]

    return read


def _press(qtbot: QtBot, page: ChildPage, name: str) -> None:
    button = page.findChild(QWidget, name)
    assert isinstance(button, QWidget)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_child_is_given_to_another_iro_by_keyboard(
    qtbot: QtBot, page: ChildPage, acts: Acts, ruth: str
) -> None:
    card = page.who_has_it
    assert card.whose.said == "Nadia Brightwell is Sam’s IRO."
    card.give_button.setFocus()
    qtbot.keyClick(card.give_button, KEY.Key_Space)
    assert _focused() is card.person.control
    qtbot.keyClick(card.person.control, KEY.Key_Down)
    type_text(qtbot, card.reason.control, "Nadia leaves in March")
    qtbot.keyClick(card.reason.control, KEY.Key_Return)
    [act] = acts()
    assert (act["kind"], act["as"], act["on"], act["person"]) == (
        "access",
        "allocated",
        True,
        ruth,
    )
    assert act["reason"] == "Nadia leaves in March"
    assert card.done.said == "Noted. It is done when this laptop next shares."
    assert _focused() is card.give_button


def test_cover_needs_somebody_a_day_to_come_and_a_reason(
    qtbot: QtBot, page: ChildPage, acts: Acts
) -> None:
    card = page.who_has_it
    _press(qtbot, page, "ask_for_cover")
    _press(qtbot, page, "do_it")
    assert card.person.error.said == "Choose who."
    qtbot.keyClick(card.person.control, KEY.Key_Down)
    type_text(qtbot, card.until.control, "3 august 2026")
    qtbot.keyClick(card.until.control, KEY.Key_Return)
    assert card.until.has_error
    card.until.control.clear()
    type_text(qtbot, card.until.control, "28 august 2026")
    _press(qtbot, page, "do_it")
    assert card.reason.error.said == "Say why in a few words."
    type_text(qtbot, card.reason.control, "Nadia is on leave")
    _press(qtbot, page, "do_it")
    [act] = acts()
    assert act["as"] == "cover"
    assert act["until"].startswith("2026-08-28T23:59")


def test_a_record_is_restricted_with_a_reason(
    qtbot: QtBot, page: ChildPage, acts: Acts, sam: tuple[Database, sample.Sample]
) -> None:
    _press(qtbot, page, "restrict_child")
    assert "will not see it any more" in page.who_has_it.what_follows.said
    type_text(qtbot, page.who_has_it.reason.control, "A member of staff knows the family")
    _press(qtbot, page, "do_it")
    [act] = acts()
    assert (act["kind"], act["case"], act["restricted"]) == ("guard", sam[1].child_id, True)


def test_the_card_follows_what_the_council_answers(
    qtbot: QtBot, page: ChildPage, desk: Desk, sam: tuple[Database, sample.Sample]
) -> None:
    card = page.who_has_it
    _press(qtbot, page, "restrict_child")
    type_text(qtbot, card.reason.control, "A member of staff knows the family")
    _press(qtbot, page, "do_it")
    assert card.done.isVisible()
    with desk.database.sharing() as hand:
        hand.connection.execute("update outbox set state = 'done'")
        hand.connection.execute(
            "insert into shared_case (case_id, kind, granted_seq, restricted, has)"
            " values (?, 'manager', 1, 1, 'whole')",
            (sam[1].child_id,),
        )
        hand.changed.update({"outbox", "shared_case"})
    qtbot.waitUntil(lambda: not card.done.isVisible())
    assert "It is restricted" in card.whose.said
    assert card.restrict_button.text() == "Stop restricting it"


def test_an_iro_is_not_offered_any_of_it(
    qtbot: QtBot, sam: tuple[Database, sample.Sample], ruth: str
) -> None:
    database, made = sam
    join(database, sample.NOW, role="iro")
    with at_desk(database, made.iro_id, sample.NOW) as at:
        shown = ChildPage(at, made.child_id)
        qtbot.addWidget(shown)
        assert shown.who_has_it.isHidden()
