"""The end of a letter as an IRO with a keyboard comes to it: answer each warning, then issue."""

from pytestqt.qtbot import QtBot

from tests.journeys.keyboard import KEY, Keyboard
from ui.letter.composer_page import ComposerPage

WHY = "I read this with Sam’s carer, and it can stay."


def set_every_warning_aside(keys: Keyboard, letter: ComposerPage, why: str = WHY) -> list[str]:
    """Give each warning a reason, one after the other; gives what was set aside."""
    waiting = [key for key, row in letter.finish.rows.items() if row.is_waiting]
    for key in waiting:
        keys.tab_to(lambda control: control.objectName() == "set_aside")
        keys.press(KEY.Key_Return)
        keys.type(f"{why}\n")
        assert not letter.finish.rows[key].is_waiting, f"{key} cannot be set aside"
    return waiting


def issue_the_letter(qtbot: QtBot, keys: Keyboard, letter: ComposerPage) -> None:
    """Answer everything, issue the letter, and go back to the review."""
    assert letter.words.currentWidget() is letter.finish
    set_every_warning_aside(keys, letter)
    keys.tab_to(lambda control: control.objectName() == "issue_letter")
    keys.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: letter.meeting.latest is not None)
    keys.press(KEY.Key_E, ctrl=True)
