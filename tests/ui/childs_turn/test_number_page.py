"""The ladder and the faces: kept as they are chosen, with why and what would make it more."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.editing import put
from models.review_sheet import ReviewSheet, ScaleAnswerOnSheet
from models.wishes import Question
from tests import sample
from tests.typing_keys import type_text
from tests.ui.childs_turn.conftest import Open, press, tap
from tests.ui.childs_turn.test_houses_page import button, click, draw, making
from ui.childs_turn.childs_turn import ChildsTurn
from ui.childs_turn.ladder import Step, face_of
from ui.childs_turn.number_page import NumberPage
from ui.overriding import override

Read = Callable[[], ReviewSheet]
Key = Qt.Key


def number(window: ChildsTurn) -> NumberPage:
    page = window.pages["number"]
    assert isinstance(page, NumberPage)
    return page


def answer(read: Read) -> ScaleAnswerOnSheet:
    (found,) = [each for each in read().scale_answers if each.is_child]
    return found


def at(window: ChildsTurn) -> int:
    focused = window.focusWidget()
    assert isinstance(focused, Step)
    return focused.number


def test_the_question_names_the_home_by_the_childs_own_word(open_turn: Open) -> None:
    page = number(open_turn("number"))
    assert page.question.said == "How are things for you at Alma’s?"


def test_digits_and_arrows_move_and_enter_chooses(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("number")
    assert at(window) == 6  # last time
    press(qtbot, window, Key.Key_4)
    assert at(window) == 4
    press(qtbot, window, Key.Key_Up, Key.Key_Up, Key.Key_Down)
    assert at(window) == 5
    assert not read().scale_answers
    press(qtbot, window, Key.Key_1, Key.Key_0)
    assert at(window) == 10
    press(qtbot, window, Key.Key_End)
    assert at(window) == 0
    press(qtbot, window, Key.Key_8, Key.Key_Return)
    assert (answer(read).number, answer(read).answered) == (8, "number")


def test_a_click_and_a_finger_choose_at_once(qtbot: QtBot, open_turn: Open, read: Read) -> None:
    window = open_turn("number")
    page = number(window)
    qtbot.mouseClick(page.ladder.steps[7], Qt.MouseButton.LeftButton)
    assert answer(read).number == 7
    tap(page.ladder.steps[3])
    assert answer(read).number == 3
    assert page.boxes["reason"].asked.said == "Why 3 and not lower?"


def test_why_and_one_more_are_kept_with_the_number(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("number")
    page = number(window)
    assert page.boxes["reason"].isHidden() or not page.boxes["reason"].isVisible()
    qtbot.mouseClick(page.ladder.steps[6], Qt.MouseButton.LeftButton)
    type_text(qtbot, page.boxes["reason"].text, "Biscuit. ")
    type_text(qtbot, page.boxes["one_more"].text, "If I knew I was staying")
    qtbot.mouseClick(page.done, Qt.MouseButton.LeftButton)
    kept = answer(read)
    assert (kept.reason, kept.one_more) == ("Biscuit. ", "If I knew I was staying")
    window.go("number")
    qtbot.mouseClick(page.ladder.steps[2], Qt.MouseButton.LeftButton)
    assert (answer(read).number, answer(read).reason) == (2, "Biscuit. ")


def test_why_can_be_drawn(qtbot: QtBot, open_turn: Open, read: Read) -> None:
    window = open_turn("number")
    qtbot.mouseClick(number(window).ladder.steps[6], Qt.MouseButton.LeftButton)
    number(window).boxes["one_more"].text.setFocus()
    click(qtbot, window, "draw")
    draw(window)
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    (wish,) = read().wishes
    assert wish.question == Question.ONE_MORE
    assert wish.drawing_id == read().drawings[0].id


def test_not_wanting_to_pick_is_an_answer_and_can_be_taken_back(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("number")
    click(qtbot, window, "rather_not")
    assert (answer(read).answered, answer(read).number) == ("rather_not", None)
    qtbot.mouseClick(number(window).ladder.steps[6], Qt.MouseButton.LeftButton)
    assert answer(read).answered == "number"
    assert not button(window, "rather_not").isChecked()


def test_faces_are_offered_in_place_of_numbers(qtbot: QtBot, open_turn: Open, read: Read) -> None:
    window = open_turn("number")
    click(qtbot, window, "other_way")
    press(qtbot, window, Key.Key_Right, Key.Key_Return)
    kept = answer(read)
    assert (kept.number, kept.face, kept.scale) == (7.5, "face-3", "overall_young_child")
    click(qtbot, window, "other_way")
    qtbot.mouseClick(number(window).ladder.steps[4], Qt.MouseButton.LeftButton)
    assert (answer(read).number, answer(read).face) == (4, "")


def test_a_young_child_is_shown_faces(
    open_turn: Open, sam: tuple[Database, sample.Sample]
) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        put(session, "child", made.child_id, "born_on", sample.date(2020, 5, 9))
    page = number(open_turn("number"))
    assert page.faces.isVisible()
    assert not page.ladder.isVisible()


@pytest.mark.parametrize(
    ("given", "face"), [(0, 0), (1, 1), (3, 1), (5, 2), (6, 3), (8, 3), (9, 4), (10, 4)]
)
def test_a_number_has_a_face(given: int, face: int) -> None:
    assert face_of(given) == f"face-{face}"


def test_the_big_targets_are_as_large_as_they_should_be(open_turn: Open) -> None:
    window = open_turn("number")
    step = number(window).ladder.steps[4]
    assert step.ring_rect().width() >= 210
    assert step.height() >= 44
    for name in ("done", "rather_not"):
        assert button(window, name).height() >= 76


def test_the_child_may_keep_the_number_for_the_chair_alone(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("number")
    page = number(window)
    assert page.private.isHidden()
    press(qtbot, window, Key.Key_4, Key.Key_Return)
    assert page.private.text() == "Only Nadia may see it"
    click(qtbot, window, "private")
    assert answer(read).private
    assert answer(read).number == 4
    page.ladder.setFocus()
    press(qtbot, window, Key.Key_5, Key.Key_Return)
    assert answer(read).private


def test_the_child_says_whether_the_number_goes_in_the_letter(
    qtbot: QtBot, open_turn: Open, read: Read
) -> None:
    window = open_turn("number")
    page = number(window)
    assert not page.in_letter.isVisible()
    press(qtbot, window, Key.Key_4, Key.Key_Return)
    assert page.in_letter.text() == "Put my number in my letter"
    assert page.in_letter.isChecked()
    click(qtbot, window, "number_in_letter")
    assert (answer(read).in_letter, answer(read).number) == (False, 4)
    page.ladder.setFocus()
    press(qtbot, window, Key.Key_5, Key.Key_Return)
    assert not answer(read).in_letter
    click(qtbot, window, "private")
    assert page.in_letter.isHidden()
    assert not answer(read).in_letter


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_step_is_painted_anew_when_the_pointer_leaves_it(qtbot: QtBot, open_turn: Open) -> None:
    page = number(open_turn("number"))
    step, other = page.ladder.steps[8], page.ladder.steps[2]
    qtbot.mouseMove(step)
    qtbot.waitUntil(step.underMouse)
    QApplication.processEvents()
    paints = Paints()
    step.installEventFilter(paints)
    qtbot.mouseMove(other)
    qtbot.waitUntil(lambda: paints.count > 0)
    assert not step.underMouse()
