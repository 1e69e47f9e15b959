"""The first run: each field says what is missing, and the passphrase is typed twice."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.first_facts import FirstNumbers
from models.problems import FolderReadOnly, WeakPassphrase
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.parts.notices import Notice
from ui.unlock.first_run_page import FirstRunPage

GOOD = "kettle marble quiet lantern"


def _page(qtbot: QtBot) -> FirstRunPage:
    page = FirstRunPage()
    qtbot.addWidget(page)
    page.resize(1024, 640)
    shown(qtbot, page)
    return page


def _fill(qtbot: QtBot, page: FirstRunPage, passphrase: str, again: str) -> None:
    for field, text in (
        (page.name, "Nadia Thistlemere"),
        (page.council, "Wrenshire County Council"),
        (page.passphrase, passphrase),
        (page.again, again),
    ):
        type_text(qtbot, field.control, text)


def test_enter_in_the_last_field_makes_the_record_once(qtbot: QtBot) -> None:
    page = _page(qtbot)
    _fill(qtbot, page, GOOD, GOOD)
    with qtbot.waitSignal(page.create_asked) as told:
        qtbot.keyClick(page.again.control, Qt.Key.Key_Return)
    assert told.args == ["Nadia Thistlemere", "Wrenshire County Council", GOOD, FirstNumbers()]
    with qtbot.assertNotEmitted(page.create_asked):
        qtbot.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    page.done()
    assert (page.passphrase.text(), page.again.text()) == ("", "")


def test_what_letters_need_may_be_given_at_once(qtbot: QtBot) -> None:
    page = _page(qtbot)
    _fill(qtbot, page, GOOD, GOOD)
    for name, words in (
        ("phone", " 01632 960 101"),
        ("advocacy_name", "Speak Out Penhallow"),
        ("advocacy_phone", "01632 960 114"),
        ("complaints_phone", "01632 960 120"),
    ):
        type_text(qtbot, page.numbers[name].control, words)
    with qtbot.waitSignal(page.create_asked) as told:
        qtbot.keyClick(page.numbers["complaints_phone"].control, Qt.Key.Key_Return)
    assert told.args[3] == FirstNumbers(
        "01632 960 101", "Speak Out Penhallow", "01632 960 114", "01632 960 120"
    )


def test_every_missing_thing_is_said_at_its_field(qtbot: QtBot) -> None:
    page = _page(qtbot)
    with qtbot.assertNotEmitted(page.create_asked):
        qtbot.mouseClick(page.create_button, Qt.MouseButton.LeftButton)
    assert [field.has_error for field in page._fields()] == [True, True, True, False]
    assert page.focusWidget() is page.name.control


def test_two_passphrases_that_differ_are_refused_and_kept(qtbot: QtBot) -> None:
    page = _page(qtbot)
    _fill(qtbot, page, GOOD, GOOD + "s")
    with qtbot.assertNotEmitted(page.create_asked):
        qtbot.keyClick(page.again.control, Qt.Key.Key_Return)
    assert page.again.has_error
    assert page.name.text() == "Nadia Thistlemere"


def test_what_the_record_refuses_is_told(qtbot: QtBot) -> None:
    page = _page(qtbot)
    page.refuse(WeakPassphrase(values={"least": "12"}))
    assert page.passphrase.has_error
    page.refuse(FolderReadOnly())
    (notice,) = [one for one in page.findChildren(Notice) if not one.isHidden()]
    assert "may not write" in notice.accessibleName()
    assert unnamed(page) == []


def test_at_double_size_nothing_is_wider_than_the_window(qtbot: QtBot) -> None:
    appearance().apply(text_size=200)
    page = _page(qtbot)
    page.ask()
    qtbot.wait(0)
    for field in (*page._fields(), *page.numbers.values()):
        assert field.mapTo(page, field.rect().topLeft()).x() >= 0
        assert field.mapTo(page, field.rect().topRight()).x() <= page.width()
