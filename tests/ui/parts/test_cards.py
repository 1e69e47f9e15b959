"""Note cards: the child's words are quoted, restricted ones folded, actions come with focus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.appearance import appearance
from ui.parts.cards import VOICE_BAR_PX, Card, CardRows
from ui.parts.note_card import NoteCard
from ui.parts.words import Words


def _shown(qtbot: QtBot, *notes: NoteCard) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for note in notes:
        column.addWidget(note)
    column.addStretch(1)
    window.resize(600, 500)
    shown(qtbot, window)
    return window


def test_the_childs_words_are_quoted_and_carry_the_yellow_bar(qtbot: QtBot) -> None:
    note = NoteCard("Lunch is too loud.", "Kit’s words", kind="child")
    _window = _shown(qtbot, NoteCard("x", "Jo"), note)
    assert note.words.said == "“Lunch is too loud.”"
    middle = note.height() // 2
    picture = note.grab().toImage()
    yellow = appearance().colour("voice_mark").lower()
    assert picture.pixelColor(VOICE_BAR_PX // 2 + 1, middle).name() == yellow


def test_the_bar_is_on_the_right_in_right_to_left(qtbot: QtBot) -> None:
    note = NoteCard("Lunch is too loud.", "Kit’s words", kind="child")
    note.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _window = _shown(qtbot, NoteCard("x", "Jo"), note)
    picture = note.grab().toImage()
    yellow = appearance().colour("voice_mark").lower()
    assert picture.pixelColor(note.width() - 4, note.height() // 2).name() == yellow


def test_a_restricted_note_shows_nothing_of_itself_until_asked(qtbot: QtBot) -> None:
    note = NoteCard("The new address is working.", "Jo", tags=("Safety",), kind="restricted")
    _window = _shown(qtbot, note)
    assert note.is_folded
    assert not note.words.isVisible()
    assert "address" not in note.accessibleName()
    with qtbot.waitSignal(note.unfolded):
        qtbot.keyClick(note, Qt.Key.Key_Return)
    assert note.words.isVisible()
    assert "address" in note.accessibleName()
    note.fold()
    assert not note.words.isVisible()
    assert "address" not in note.accessibleName()


def test_actions_come_with_focus_and_work_by_keyboard(qtbot: QtBot) -> None:
    first, second = NoteCard("one", "Jo", foot="In the letter"), NoteCard("two", "Dele")
    window = _shown(qtbot, first, second)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not first.edit.isVisible())
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert first.edit.isVisible()
    assert not first.foot.isVisible()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget() is first.edit
    with qtbot.waitSignal(first.edit_asked):
        qtbot.keyClick(first.edit, Qt.Key.Key_Space)
    for button, asked in (
        (first.restrict, first.restrict_asked),
        (first.move_on, first.move_asked),
    ):
        with qtbot.waitSignal(asked):
            qtbot.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(second.edit_asked):
        second.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(second, Qt.Key.Key_Return)


def test_actions_go_when_the_focus_goes_to_another_note(qtbot: QtBot) -> None:
    first, second = NoteCard("one", "Jo", foot="In the letter"), NoteCard("two", "Dele")
    _window = _shown(qtbot, first, second)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not first.edit.isVisible())
    assert first.foot.isVisible()


def test_a_focused_note_is_as_tall_as_at_rest(qtbot: QtBot) -> None:
    first, second = (
        NoteCard("one", "Jo", tags=("Safety",)),
        NoteCard("two", "Dele", tags=("Safety",)),
    )
    _window = _shown(qtbot, first, second)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: not first.edit.isVisible())
    at_rest = first.height()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(0)
    assert abs(first.height() - at_rest) <= 8


def test_rows_can_be_added_and_all_taken_away(qtbot: QtBot) -> None:
    rows = CardRows()
    qtbot.addWidget(rows)
    rows.add_head("Late", "over")
    rows.add_row(Words("one"))
    rows.add_row(Words("two"))
    said = [one.text() for one in rows.findChildren(Words)]
    assert said == ["Late", "one", "two"]
    rows.clear()
    qtbot.waitUntil(lambda: rows.findChildren(Words) == [])


def test_a_card_can_become_another_kind(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    left = card.column.contentsMargins().left()
    card.set_kind("child")
    assert card.column.contentsMargins().left() == left + VOICE_BAR_PX


def test_a_long_note_is_shown_in_part_until_all_of_it_is_asked_for(qtbot: QtBot) -> None:
    words = "She said it again. " * 200 + "End"
    card = NoteCard(words, "Alma", kind="child")
    qtbot.addWidget(card)
    shown(qtbot, card)
    assert len(card.words.said) < 1_300
    assert card.words.said.endswith("…”")
    qtbot.mouseClick(card.show_all, Qt.MouseButton.LeftButton)
    assert card.words.said == f"“{words}”"
    assert card.show_all.isHidden()


def test_a_long_name_does_not_push_the_buttons_of_a_note_away(qtbot: QtBot) -> None:
    card = NoteCard("Well.", "Bartholomew " * 8, tags=("Home",), foot="In the letter")
    qtbot.addWidget(card)
    card.resize(520, 100)
    shown(qtbot, card)
    assert card.width() == 520
    card.setFocus()
    qtbot.wait(0)
    assert card.acts.isVisible()
    assert card.acts.mapTo(card, card.acts.rect().topRight()).x() < 520
