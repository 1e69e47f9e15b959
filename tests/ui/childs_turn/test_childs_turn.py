"""The window of the child's turn: nothing else of the record in it, and no way out but one."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from models.childs_turn import Made, make
from models.database import Database
from models.half_made import read_half_made
from models.open_review import OpenReview
from models.problems import DiskFull
from models.review_sheet import ReviewSheet
from models.wishes import HOPE, Question
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.childs_turn.conftest import Open, press
from tests.ui.childs_turn.test_houses_page import button, click, draw, making, write
from tests.ui.every_window import cut_off
from ui.appearance import appearance
from ui.childs_turn import spoken
from ui.childs_turn.childs_turn import START, ChildsTurn
from ui.childs_turn.making import Kind, Making, opened
from ui.childs_turn.start_page import CHOICES
from ui.desk import Desk

Read = Callable[[], ReviewSheet]
Sam = tuple[Database, sample.Sample]
KEYS = (START, *CHOICES)
SECRETS = (
    *("Tillbrook", "Dunmore", "Oakenshaw", "Fennimore’s", "Brightwell", "Penhallow", "Holm Oak"),
    *(
        "hearing check",
        "She sleeps well",
        "zebra worry",
        "giraffe",
        "P-1001",
        "A private elephant",
    ),
)


def fill(sam: Sam) -> None:
    """Put other people's words, and some of the child's, into the record."""
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.add_note("worry", "A zebra worry of a grown-up.", step="A8", restricted=True)
        review.add_wish("I told my teacher about the giraffe.")
        review.add_wish("A private elephant", private=True)
        review.decide("Book a hearing check", "Alma Dunmore", date(2026, 9, 4))
        for column, words in (("worry", "Lunch"), ("going_well", "My room"), (HOPE, "A dog")):
            thing = Made(question=Question.HOUSE, column=column, words=words)
            make(review, thing, sample.REVIEW_ON)
        make(review, Made(question=Question.KNOW, picture="dog"), sample.REVIEW_ON)
        make(
            review, Made(question=Question.NOT_TODAY, words="Mum", private=True), sample.REVIEW_ON
        )
        review.give_number(6, "My room.", scale="overall_child")


def everything_said(window: QWidget) -> str:
    """Every word in the widgets of a window: shown, spoken, explained or typed."""
    words = [window.windowTitle()]
    for each in [window, *window.findChildren(QWidget)]:
        words += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        words += [each.statusTip(), each.whatsThis(), each.windowTitle()]
        if isinstance(each, QLabel | QLineEdit) or hasattr(each, "text"):
            text = each.text() if callable(getattr(each, "text", None)) else ""
            words.append(str(text))
        if isinstance(each, QTextEdit):
            words += [each.toPlainText(), each.placeholderText()]
    return "\n".join(words)


def every_page(window: ChildsTurn) -> list[str]:
    """Go to every page, open everything the child made, and give what is said there."""
    said = []
    for key in KEYS:
        window.go(key)
        said.append(everything_said(window))
    for wish in window.turn._sheet.wishes:
        if wish.made_by_child:
            window.make(opened(wish, window.turn.drawing(wish.drawing_id)))
            said.append(everything_said(window))
    for kind in Kind:
        window.make(Making(kind, Question.HOUSE, "worry"))
        said.append(everything_said(window))
    window.ask_for_it()
    said.append(everything_said(window))
    return said


def test_nothing_else_of_the_record_is_anywhere_in_the_window(
    qtbot: QtBot, open_turn: Open, sam: Sam
) -> None:
    fill(sam)
    said = "\n".join(every_page(open_turn()))
    for secret in SECRETS:
        assert secret not in said, secret
    for own in ("Lunch", "My room", "Nana Bea", "Alma’s", "Give back to Nadia"):
        assert own in said, own


def test_neither_keys_nor_closing_leave_it(qtbot: QtBot, open_turn: Open) -> None:
    window = open_turn("houses")
    press(qtbot, window, Qt.Key.Key_Escape)
    qtbot.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    for key in (Qt.Key.Key_L, Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_K, Qt.Key.Key_E):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    window.close()
    QApplication.closeAllWindows()
    assert window.isVisible()
    assert window.page() is window.pages["houses"]


def test_it_hides_every_other_window_and_brings_them_back(qtbot: QtBot, open_turn: Open) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    window = open_turn()
    window.take_screen()
    assert not other.isVisible()
    assert window.isFullScreen()
    window.let_go()
    assert other.isVisible()
    assert not window.isVisible()


def test_giving_back_asks_for_what_only_the_chair_knows(qtbot: QtBot, open_turn: Open) -> None:
    window = open_turn("houses")
    click(qtbot, window, "give_back")
    assert window.card is not None
    assert window.card.isVisible()
    assert not window.top.isVisible()
    window.card.cancelled.emit()
    assert window.stack.currentWidget() is window.pages["houses"]
    assert window.top.isVisible()
    with qtbot.waitSignal(window.given_back):
        click(qtbot, window, "give_back")
        window.card.given_back.emit()


def test_arrows_go_from_picture_to_picture_on_the_first_page(
    qtbot: QtBot, open_turn: Open
) -> None:
    window = open_turn("", 700, 768)
    keys, cards = Qt.Key, window.pages[START].cards  # type: ignore[attr-defined]  # the start page
    press(qtbot, window, keys.Key_Right)
    assert window.focusWidget() is cards["number"]
    press(qtbot, window, keys.Key_Down)
    below = window.focusWidget()
    assert below is not cards["number"]
    assert below.x() == cards["number"].x()
    press(qtbot, window, keys.Key_Up, keys.Key_Left, keys.Key_Left)
    assert window.focusWidget() is cards["houses"]


def test_done_on_the_first_page_asks_to_give_it_back(qtbot: QtBot, open_turn: Open) -> None:
    window = open_turn()
    qtbot.mouseClick(window.page().done, Qt.MouseButton.LeftButton)
    assert window.card is not None


def test_what_was_begun_is_there_after_a_dead_battery(
    qtbot: QtBot, open_turn: Open, read: Read, sam: Sam
) -> None:
    window = open_turn("houses")
    click(qtbot, window, "make_words")
    text = making(window).text
    assert text is not None
    type_text(qtbot, text, "I worry about")
    assert making(window).flush()  # as a pause in typing does
    window.let_go()  # nothing was finished
    assert not read().wishes
    again = open_turn()
    click(qtbot, again, "go_on")
    text = making(again).text
    assert text is not None
    type_text(qtbot, text, " lunch")
    qtbot.mouseClick(making(again).done, Qt.MouseButton.LeftButton)
    (wish,) = read().wishes
    assert (wish.words, wish.column) == ("I worry about lunch", "going_well")
    assert half_made(sam) is None


def half_made(sam: Sam) -> object:
    database, made = sam
    with database.reading() as connection:
        return read_half_made(connection, database.journal.newest(), made.review_id, ())


def test_typing_alone_is_in_the_record_within_a_second(
    qtbot: QtBot, open_turn: Open, sam: Sam
) -> None:
    window = open_turn("know")
    click(qtbot, window, "make_words")
    text = making(window).text
    assert text is not None
    type_text(qtbot, text, "I like")
    qtbot.waitUntil(lambda: half_made(sam) is not None)


def test_a_begun_drawing_is_offered_again_or_put_away(
    qtbot: QtBot, open_turn: Open, read: Read, sam: Sam
) -> None:
    window = open_turn("houses")
    click(qtbot, window, "make_drawing")
    draw(window)
    assert making(window).flush()
    window.let_go()
    again = open_turn()
    click(qtbot, again, "go_on")
    canvas = making(again).canvas
    assert canvas is not None
    assert not canvas.is_empty()
    again.let_go()
    third = open_turn()
    click(qtbot, third, "put_away")
    assert half_made(sam) is None
    assert not read().drawings


def test_each_thing_made_is_in_the_record_at_once(qtbot: QtBot, open_turn: Open, sam: Sam) -> None:
    window = open_turn("houses")
    write(qtbot, window, "My room")
    with sam[0].reading() as connection:  # as after the program was killed
        rows = connection.execute("select words, made_by_child from wish").fetchall()
    assert rows == [("My room", 1)]


def test_what_cannot_be_kept_is_said_and_stays_on_the_screen(
    qtbot: QtBot, open_turn: Open, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_turn("houses")
    click(qtbot, window, "make_words")
    text = making(window).text
    assert text is not None

    def full(*_told: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Desk, "save", full)
    type_text(qtbot, text, "My room")
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    assert window.strip.isVisible()
    assert window.strip.words.said == "That could not be kept. Please tell Nadia."
    assert text.words() == "My room"
    window.ask_for_it()
    assert window.card is None
    monkeypatch.undo()
    qtbot.mouseClick(making(window).done, Qt.MouseButton.LeftButton)
    assert window.making is None


def test_what_the_grown_up_copied_cannot_be_pasted(qtbot: QtBot, open_turn: Open) -> None:
    window = open_turn("houses")
    click(qtbot, window, "make_words")
    text = making(window).text
    assert text is not None
    QGuiApplication.clipboard().setText("A restricted note")
    text.paste()
    assert text.words() == ""
    type_text(qtbot, text, "Mine ")
    text.selectAll()
    text.copy()
    text.moveCursor(text.textCursor().MoveOperation.End)
    text.paste()
    assert text.words() == "Mine Mine "


@pytest.mark.usefixtures("compiled_words")
def test_it_speaks_the_childs_language_and_the_other_windows_keep_theirs(
    qtbot: QtBot, open_turn: Open
) -> None:
    window = open_turn()
    click(qtbot, window, "language_cy")
    assert spoken.spoken() == "cy"
    assert window.title.said == "Fy nhro i"
    assert window.give_back.text() == "Rhoi’n ôl i Nadia"
    assert QLocale().name() == "en_GB"
    assert window.focusWidget() is button(window, "language_cy")
    click(qtbot, window, "language_en_GB")
    assert window.title.said == "My turn"
    assert spoken.language_of("Welsh") == "cy"
    assert spoken.language_of("Klingon") == ""


@pytest.mark.parametrize(("width", "height", "size"), [(1366, 768, 100), (1024, 640, 200)])
def test_every_page_is_named_and_whole(
    open_turn: Open, sam: Sam, width: int, height: int, size: int
) -> None:
    fill(sam)
    appearance().apply(text_size=size)
    window = open_turn("", width, height)
    for key in KEYS:
        window.go(key)
        for _round in range(3):
            QApplication.processEvents()
        assert unnamed(window) == []
        assert cut_off(window) == []
    assert (window.width(), window.height()) == (width, height)


@pytest.mark.usefixtures("long_words")
def test_words_twice_as_long_fit(open_turn: Open, sam: Sam) -> None:
    fill(sam)
    window = open_turn("", 1024, 640)
    for key in KEYS:
        window.go(key)
        for _round in range(3):
            QApplication.processEvents()
        assert cut_off(window) == []
    assert window.width() == 1024


def test_the_voice_reads_the_page_where_there_is_one(qtbot: QtBot, open_turn: Open) -> None:
    window = open_turn()
    assert not window.read.isVisible()  # this computer has no voice
    said: list[str] = []
    window.voice.say = said.append  # type: ignore[method-assign]  # what it is asked to say
    window.read.click()
    assert said == [window.page().aloud()]
    assert "My three houses" in said[0]
