"""A Problem is told in three sentences; a bug with a report that holds nothing personal."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.problems import DiskFull, WeakPassphrase
from tests.ui.accessibility import unnamed
from ui.problem_box import BugDialog, ProblemBox, problem_notice, report, sentences


def _bug() -> Exception:
    try:
        raise KeyError("Kit Larkhollow, born 14 March 2016")
    except KeyError as failure:
        return failure


def test_a_problem_says_what_happened_what_is_safe_and_what_to_do() -> None:
    what, kept, then = sentences(WeakPassphrase(values={"least": "12"}))
    assert what == "That passphrase is too short."
    assert kept == "Nothing has been changed."
    assert "12" in then


def test_a_notice_of_a_problem_says_all_three(qtbot: QtBot) -> None:
    notice = problem_notice(DiskFull())
    qtbot.addWidget(notice)
    spoken = f"{notice.accessibleName()} {notice.accessibleDescription()}"
    assert all(one.rstrip(".") in spoken for one in sentences(DiskFull()))


def test_the_report_of_a_bug_holds_no_words_and_no_folder_of_anyone() -> None:
    words = report(_bug())
    assert "KeyError" in words
    assert "test_problem_box.py" in words
    assert "Kit" not in words
    assert "/home/" not in words
    assert len([line for line in words.splitlines() if line.count("/") > 1]) == 0


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = BugDialog(_bug())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == report(_bug()).replace(":21 ", ":21 ")
    assert unnamed(dialog) == []


def test_the_dialog_is_freed(freed: Callable[[Callable[[], QWidget]], None]) -> None:
    freed(lambda: BugDialog(_bug()))


def test_a_problem_is_passed_on_and_a_bug_opens_one_dialog(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    box = ProblemBox(window)
    with qtbot.waitSignal(box.problem_came) as told:
        box.tell(DiskFull())
    assert isinstance(told.args[0], DiskFull)
    assert window.findChildren(BugDialog) == []
    box.tell(_bug())
    box.tell(_bug())
    (dialog,) = window.findChildren(BugDialog)
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChildren(BugDialog) == [])
