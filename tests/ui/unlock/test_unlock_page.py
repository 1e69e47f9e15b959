"""The page that unlocks: Enter, a wrong passphrase in words, and nothing asked twice."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.problems import DamagedRecord, WrongPassphrase
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.parts.notices import Notice
from ui.unlock.unlock_page import UnlockPage


def _page(qtbot: QtBot) -> UnlockPage:
    page = UnlockPage("Good morning, Nadia", "Wrenshire County Council, this laptop")
    qtbot.addWidget(page)
    page.resize(1366, 720)
    shown(qtbot, page)
    page.setFocus()
    return page


def test_enter_asks_with_what_was_typed_once(qtbot: QtBot) -> None:
    page = _page(qtbot)
    assert page.focusWidget() is page.passphrase.control
    type_text(qtbot, page.passphrase.control, "four wörds of mine")
    with qtbot.waitSignal(page.unlock_asked) as told:
        qtbot.keyClick(page.passphrase.control, Qt.Key.Key_Return)
    assert told.args == ["four wörds of mine"]
    with qtbot.assertNotEmitted(page.unlock_asked):
        qtbot.keyClick(page.passphrase.control, Qt.Key.Key_Return)
        qtbot.mouseClick(page.unlock_button, Qt.MouseButton.LeftButton)


def test_a_wrong_passphrase_is_told_and_can_be_typed_over(qtbot: QtBot) -> None:
    page = _page(qtbot)
    type_text(qtbot, page.passphrase.control, "wrong")
    qtbot.mouseClick(page.unlock_button, Qt.MouseButton.LeftButton)
    page.refuse(WrongPassphrase())
    page.refuse(WrongPassphrase())
    notices = [one for one in page.findChildren(Notice) if not one.isHidden()]
    assert [one.accessibleName() for one in notices] == ["That passphrase did not match"]
    assert "Your work is safe." in notices[0].accessibleDescription()
    assert page.focusWidget() is page.passphrase.control
    type_text(qtbot, page.passphrase.control, "right")
    assert page.passphrase.text() == "right"
    with qtbot.waitSignal(page.unlock_asked):
        qtbot.keyClick(page.passphrase.control, Qt.Key.Key_Return)
    page.done()
    assert page.passphrase.text() == ""


def test_nothing_typed_is_said_by_the_field(qtbot: QtBot) -> None:
    page = _page(qtbot)
    with qtbot.assertNotEmitted(page.unlock_asked):
        qtbot.keyClick(page.passphrase.control, Qt.Key.Key_Return)
    assert page.passphrase.has_error


def test_a_damaged_record_offers_its_backup(qtbot: QtBot) -> None:
    page = _page(qtbot)
    page.refuse(DamagedRecord(), backup=True)
    (notice,) = [one for one in page.findChildren(Notice) if not one.isHidden()]
    with qtbot.waitSignal(page.backup_asked):
        qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)


def test_a_forgotten_passphrase_is_answered_plainly(qtbot: QtBot) -> None:
    page = _page(qtbot)
    qtbot.mouseClick(page.forgot_button, Qt.MouseButton.LeftButton)
    (notice,) = [one for one in page.findChildren(Notice) if not one.isHidden()]
    assert notice.accessibleName().startswith("Nobody can open")
    assert unnamed(page) == []


def test_tab_goes_from_the_passphrase_to_the_eye_and_the_button(qtbot: QtBot) -> None:
    page = _page(qtbot)
    order = []
    for _stop in range(4):
        order.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert order == [
        page.passphrase.control,
        page.passphrase.eye,
        page.unlock_button,
        page.forgot_button,
    ]
