"""From the review to the child and back: by one key, and only by the passphrase."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from models.open_review import OpenReview
from models.wishes import Question
from tests import sample
from tests.real_program import PASSPHRASE, Program, copy_of, make_sam, running
from tests.typing_keys import type_text
from tests.ui.childs_turn.test_childs_turn import everything_said
from tests.ui.childs_turn.test_houses_page import click, making, write
from ui.childs_turn.childs_turn import ChildsTurn
from ui.meeting.made_editor import MadeEditor
from ui.meeting.made_slot import MadeSlot
from ui.meeting.own_words_page import OwnWordsPage
from ui.meeting.review_page import ReviewPage


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.Sample]:
    folder = tmp_path_factory.mktemp("sam") / "record"
    return folder, make_sam(folder)


@pytest.fixture
def program(qtbot: QtBot, made: tuple[Path, sample.Sample], tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, copy_of(made[0], tmp_path / "record")) as opened:
        opened.unlock()
        opened.waymark.open_review(made[1].review_id)
        opened.at_rest()
        yield opened


def review(program: Program) -> ReviewPage:
    page = program.page
    assert isinstance(page, ReviewPage)
    return page


def turn(program: Program) -> ChildsTurn:
    handing = review(program).turn.handing
    assert handing is not None
    assert handing.window is not None
    return handing.window


def hand_over(program: Program) -> ChildsTurn:
    program.press(Qt.Key.Key_H, ctrl=True)
    program.qtbot.waitUntil(turn(program).isActiveWindow)
    return turn(program)


def give_back(program: Program, window: ChildsTurn, passphrase: str = PASSPHRASE) -> None:
    click(program.qtbot, window, "give_back")
    assert window.card is not None
    type_text(program.qtbot, window.card.passphrase.control, passphrase)
    program.qtbot.keyClick(window.card.passphrase.control, Qt.Key.Key_Return)
    program.at_rest()


def own_words(program: Program) -> OwnWordsPage:
    page = review(program).page()
    assert isinstance(page, OwnWordsPage)
    return page


def test_one_key_hands_over_and_only_the_passphrase_takes_it_back(program: Program) -> None:
    window = hand_over(program)
    main = program.waymark.window
    assert not main.isVisible()
    window.go("know")
    write(program.qtbot, window, "I like  my room.")
    give_back(program, window, "not the passphrase")
    assert not main.isVisible()
    assert window.card is not None
    window.card.cancelled.emit()
    give_back(program, window)
    assert main.isVisible()
    page = own_words(program)
    (slot,) = page.made.things.slots.values()
    card = slot.card()
    assert card.words.said == "“I like  my room.”"
    assert card.who.said == "Made by Sam"


def test_the_yellow_button_hands_over_once_half_typed_words_are_safe(
    qtbot: QtBot, program: Program
) -> None:
    review(program).go("A2")
    type_text(qtbot, own_words(program).capture.field.control, "Sam said that")
    qtbot.mouseClick(review(program).bar.hand_button, Qt.MouseButton.LeftButton)
    window = turn(program)
    give_back(program, window)
    assert own_words(program).capture.field.text() == "Sam said that"


def test_what_to_leave_alone_stands_first_and_folded(qtbot: QtBot, program: Program) -> None:
    window = hand_over(program)
    window.go("not_today")
    write(qtbot, window, "Mum")
    give_back(program, window)
    part = own_words(program).not_today
    assert part.words.said == "Sam asked not to talk about something today."
    assert not part.things.isVisible()
    qtbot.mouseClick(part.show_button, Qt.MouseButton.LeftButton)
    (slot,) = part.things.slots.values()
    assert slot.card().words.isVisible()
    assert slot.card().words.said == "Mum"
    review(program).go("A3")
    review(program).go("A2")
    assert not part.things.isVisible()


def test_the_chair_decides_about_it_and_never_changes_it(
    qtbot: QtBot, program: Program, made: tuple[Path, sample.Sample]
) -> None:
    window = hand_over(program)
    window.go("houses")
    click(qtbot, window, "make_picture")
    pictures = making(window).pictures
    assert pictures is not None
    qtbot.mouseClick(pictures.picker.tile("dog"), Qt.MouseButton.LeftButton)
    give_back(program, window)
    page = own_words(program)
    (slot,) = page.made.things.slots.values()
    assert isinstance(slot, MadeSlot)
    assert slot.card().isVisible()
    slot.card().setFocus()
    qtbot.keyClick(slot.card(), Qt.Key.Key_Return)
    (editor,) = page.findChildren(MadeEditor)
    qtbot.mouseClick(editor.in_letter, Qt.MouseButton.LeftButton)
    wish = next(each for each in review(program).meeting.sheet.wishes if each.picture)
    assert not wish.in_letter
    assert not editor.findChildren(QTextEdit)
    qtbot.mouseClick(editor.done_button, Qt.MouseButton.LeftButton)
    assert slot.card().foot.words.said == "Not in the letter"


def test_a_lock_ends_the_turn_and_keeps_what_is_half_typed(
    qtbot: QtBot, program: Program, made: tuple[Path, sample.Sample]
) -> None:
    window = hand_over(program)
    window.go("know")
    click(qtbot, window, "make_words")
    text = making(window).text
    assert text is not None
    type_text(qtbot, text, "I do not like")
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    program.waymark.lock()
    program.at_rest()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone
    assert program.waymark.window.isVisible()
    program.unlock()
    program.waymark.open_review(made[1].review_id)
    program.at_rest()
    again = hand_over(program)
    click(qtbot, again, "go_on")
    text = making(again).text
    assert text is not None
    assert text.words() == "I do not like"
    assert making(again)._making.question is Question.KNOW
    again.let_go()


def test_a_finished_review_is_handed_to_nobody(
    program: Program, made: tuple[Path, sample.Sample]
) -> None:
    page = review(program)

    def finish(opened: OpenReview) -> None:
        opened.finish(sample.NOW, "17:00", sample.calendar())

    assert page.meeting.act(finish)
    assert page.bar.hand_button.isHidden()
    program.press(Qt.Key.Key_H, ctrl=True)
    assert page.turn.handing is None


def begin_and_cut(program: Program, words: str) -> None:
    """Let Sam begin something private; the battery dies, and A2 is opened again."""
    window = hand_over(program)
    window.go("houses")
    click(program.qtbot, window, "make_words")
    text = making(window).text
    assert text is not None
    type_text(program.qtbot, text, words)
    click(program.qtbot, window, "private")
    window.given_back.emit()  # as after a restart: nothing more was kept
    program.at_rest()


def test_what_was_begun_when_the_battery_died_is_kept_from_the_page(program: Program) -> None:
    begin_and_cut(program, "Only for Nadia")
    part = own_words(program).begun
    assert part.isVisible()
    assert part.words.said == "Sam had begun something"
    assert "Only for Nadia" not in everything_said(own_words(program))
    program.qtbot.mouseClick(part.keep_button, Qt.MouseButton.LeftButton)
    (wish,) = review(program).meeting.sheet.wishes
    assert (wish.words, wish.private, wish.in_letter) == ("Only for Nadia", True, False)
    assert not part.isVisible()
    review(program).go("A3")
    review(program).go("A2")
    assert not part.isVisible()


def test_what_was_begun_is_handed_back_to_be_finished(program: Program) -> None:
    begin_and_cut(program, "Mine")
    part = own_words(program).begun
    assert part.hand_button.text() == "Hand back to Sam"
    program.qtbot.mouseClick(part.hand_button, Qt.MouseButton.LeftButton)
    window = turn(program)
    program.qtbot.waitUntil(window.isActiveWindow)
    click(program.qtbot, window, "go_on")
    program.qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    give_back(program, window)
    assert not part.isVisible()
    (wish,) = review(program).meeting.sheet.wishes
    assert (wish.words, wish.private) == ("Mine", True)
