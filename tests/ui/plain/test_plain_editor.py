"""Plain words as one types: what was found, and the keys that take, explain and keep it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from letters.plain import spelling
from letters.plain.checking import Finding, FindingKind
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.plain.conftest import Lines, Look
from ui.appearance import appearance
from ui.background import Background
from ui.plain.finding_words import Act
from ui.plain.plain_editor import PlainEditor, step_from_outside

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = "You have a warm room at home, and Jo will take you to the sea in the long summer."


def _press(
    qtbot: QtBot,
    editor: PlainEditor,
    key: Qt.Key,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.keyClick(editor.control, key, keys)
    qtbot.wait(0)


def _words(editor: PlainEditor) -> list[str]:
    return [mark.finding.words for mark in editor.marks]


def test_a_hard_word_is_found_and_taken_with_one_key_and_given_back_with_undo(
    qtbot: QtBot, lines: Lines, look: Look
) -> None:
    editor = lines.first
    type_text(qtbot, editor.control, "You asked about permanence.")
    look()
    assert _words(editor) == ["permanence"]
    bar = editor.suggestions
    assert bar is not None
    assert [row.words.said for row in bar.shown()] == ["For “permanence”, say a home for good"]
    _press(qtbot, editor, Qt.Key.Key_U, ALT)
    assert editor.text() == "You asked about a home for good."
    assert editor.marks == ()
    editor.control.undo()
    assert editor.text() == "You asked about permanence."
    look()
    _press(qtbot, editor, Qt.Key.Key_E, ALT)
    assert editor.text() == "You asked about permanence (a home for good)."
    look()
    assert editor.marks == (), "what was explained is not found again"


def test_a_word_is_kept_until_it_is_gone(qtbot: QtBot, lines: Lines, look: Look) -> None:
    editor = lines.first
    type_text(qtbot, editor.control, "You asked about permanence.")
    look()
    _press(qtbot, editor, Qt.Key.Key_K, ALT)
    assert editor.marks == ()
    assert editor.suggestions is not None
    assert editor.suggestions.isHidden()
    type_text(qtbot, editor.control, " It is good.")
    look()
    assert editor.marks == ()
    editor.set_text("Nothing.")
    look()
    editor.set_text("You asked about permanence.")
    look()
    assert _words(editor) == ["permanence"]


@pytest.mark.parametrize("typed", ["a", "N", "1", "U"])
def test_no_key_beside_them_types_with_alt(lines: Lines, typed: str) -> None:
    editor = lines.first
    editor.set_text("It was held at school.")
    shift = Qt.KeyboardModifier.ShiftModifier if typed.isupper() else Qt.KeyboardModifier(0)
    key = Qt.Key(ord(typed.upper()))
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, ALT | shift, typed)
    QApplication.sendEvent(editor.control, pressed)
    assert editor.text() == "It was held at school."


@pytest.mark.parametrize("key", [Qt.Key.Key_U, Qt.Key.Key_E, Qt.Key.Key_K])
@pytest.mark.parametrize("words", ["", "It was held at school."])
def test_the_keys_for_suggestions_never_type_nor_open_a_menu(
    qtbot: QtBot, lines: Lines, look: Look, words: str, key: Qt.Key
) -> None:
    editor = lines.first
    type_text(qtbot, editor.control, words)
    look()
    if key == Qt.Key.Key_K:
        editor.control.show_marks(())
    letter = chr(key.value).lower()
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, ALT, letter)
    asked.ignore()
    QApplication.sendEvent(editor.control, asked)
    assert asked.isAccepted(), "no menu gets it"
    QApplication.sendEvent(editor.control, QKeyEvent(QEvent.Type.KeyPress, key, ALT, letter))
    assert editor.text() == words
    assert editor.suggestions is not None
    assert editor.suggestions.nothing.isVisible()
    assert editor.suggestions.nothing.said.startswith("There is nothing to ")
    type_text(qtbot, editor.control, "!")
    qtbot.waitUntil(editor.suggestions.nothing.isHidden)


def test_what_was_found_in_an_older_text_is_dropped(lines: Lines, look: Look) -> None:
    editor = lines.first
    editor.set_text("You asked about permanence.")
    lines.looking.look()
    editor.set_text("You asked about your home.")
    look()
    assert editor.marks == ()


def test_marks_move_with_typing_and_the_text_and_its_undo_stay_untouched(
    qtbot: QtBot, lines: Lines, look: Look
) -> None:
    editor = lines.first
    editor.set_text("You asked about permanence.")
    look()
    edits: list[str] = []
    editor.edited.connect(lambda: edits.append(editor.text()))
    look()
    assert edits == []
    assert not editor.control.document().isUndoAvailable()
    editor.control.setFocus()
    editor.control.go_to(0)
    type_text(qtbot, editor.control, "Now ")
    (mark,) = editor.marks
    assert editor.text()[mark.start : mark.end] == "permanence"
    editor.control.go_to(mark.start + 2)
    type_text(qtbot, editor.control, "x")
    assert editor.marks == ()


def test_f7_goes_from_one_to_the_next_through_the_lines_and_round(
    qtbot: QtBot, lines: Lines, look: Look
) -> None:
    lines.first.set_text("We spoke of permanence and safeguarding.")
    lines.second.set_text("Respite is \N{DOG FACE} at the weekend.")
    look()
    lines.first.control.setFocus()
    lines.first.control.go_to(0)
    seen = []
    editor = lines.first
    for _time in range(4):
        _press(qtbot, editor, Qt.Key.Key_F7)
        editor = lines.first if lines.first.control.hasFocus() else lines.second
        assert editor.control.current is not None
        seen.append(editor.control.current.finding.words.lower())
    assert seen == ["safeguarding", "respite", "permanence", "safeguarding"]
    _press(qtbot, editor, Qt.Key.Key_F7, SHIFT)
    assert editor.control.textCursor().position() == lines.first.text().index("permanence")
    lines.first.control.clearFocus()
    step_from_outside(lines.looking, -1)
    assert lines.second.control.hasFocus()


def test_the_suggestions_are_reached_with_tab_and_gone_with_the_keyboard(
    qtbot: QtBot, lines: Lines, look: Look
) -> None:
    lines.first.set_text("You asked about permanence.")
    look()
    lines.first.control.setFocus()
    qtbot.wait(0)
    bar = lines.first.suggestions
    assert bar is not None
    assert bar.isVisible()
    assert unnamed(lines.window) == []
    _press(qtbot, lines.first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is bar.buttons()[0]
    qtbot.keyClick(bar.buttons()[0], Qt.Key.Key_Return)
    assert lines.first.text() == "You asked about a home for good."
    assert lines.first.control.hasFocus()
    lines.first.control.undo()
    look()
    assert bar.isVisible()
    lines.second.control.setFocus()
    qtbot.waitUntil(bar.isHidden)


def test_a_long_sentence_shows_where_it_could_stop(qtbot: QtBot, lines: Lines, look: Look) -> None:
    editor = lines.first
    editor.set_text(LONG)
    look()
    (mark,) = editor.marks
    assert mark.finding.kind is FindingKind.LONG_SENTENCE
    editor.control.setFocus()
    qtbot.wait(0)
    _press(qtbot, editor, Qt.Key.Key_U, ALT)
    assert editor.text() == LONG
    assert editor.control.textCursor().position() == LONG.index(", and")
    assert editor.control.grab().toImage() != _without_stops(editor)


def _without_stops(editor: PlainEditor) -> object:
    editor.control.show_stops(())
    return editor.control.grab().toImage()


def test_a_misspelt_word_has_ideas_when_they_are_asked_for(
    qtbot: QtBot, lines: Lines, look: Look, background: Background
) -> None:
    spelling.make_ready()
    editor = lines.first
    editor.set_text("You like your playse at school.")
    look()
    (mark,) = editor.marks
    assert mark.finding.kind is FindingKind.SPELLING
    editor.control.setFocus()
    qtbot.wait(0)
    _press(qtbot, editor, Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: not background.is_busy)
    bar = editor.suggestions
    assert bar is not None
    (row,) = bar.shown()
    ideas = [button.text() for button in row.buttons[:-1]]
    assert ideas
    assert ideas[0] in row.spoken()
    _press(qtbot, editor, Qt.Key.Key_U, ALT)
    assert editor.text() == f"You like your {ideas[0]} at school."


def test_a_screen_reader_is_told_how_much_there_is_and_each_as_it_is_reached(
    qtbot: QtBot, lines: Lines, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: (
            said.append(event.message())
            if isinstance(event, QAccessibleAnnouncementEvent)
            else None
        ),
    )
    lines.first.set_text("We spoke of permanence and safeguarding.")
    look()
    lines.first.control.setFocus()
    qtbot.wait(0)
    assert said == ["2 things to look at"]
    lines.second.control.setFocus()
    lines.first.control.setFocus()
    assert len(said) == 1, "at most one in five seconds"
    _press(qtbot, lines.first, Qt.Key.Key_F7)
    assert said[-1].startswith("For “")


def test_a_letter_that_is_not_in_english_has_nothing_found_in_it(lines: Lines, look: Look) -> None:
    lines.first.set_text("You asked about permanence.")
    look()
    assert lines.first.marks
    lines.looking.read_for(None)
    look()
    assert lines.first.marks == ()


def test_each_kind_is_drawn_in_a_shape_of_its_own_where_all_colours_are_one(
    lines: Lines,
) -> None:
    appearance().apply("contrast", 100)
    editor = lines.second
    editor.set_text("Some words.")
    pictures = [editor.control.grab().toImage()]
    for kind in (
        FindingKind.HARD_WORD,
        FindingKind.SPELLING,
        FindingKind.PASSIVE,
        FindingKind.LONG_SENTENCE,
    ):
        editor.take("Some words.", (Finding(kind, 0, 10, "Some words", "{words}"),))
        pictures.append(editor.control.grab().toImage())
    for place, picture in enumerate(pictures):
        assert picture not in pictures[:place]
    assert editor.suggestions is None, "suggestions wait for the keyboard"


def test_a_mark_that_has_gone_is_not_acted_on(lines: Lines, look: Look) -> None:
    lines.first.set_text("You asked about permanence.")
    look()
    (mark,) = lines.first.marks
    lines.first.set_text("Short.")
    lines.first.do(mark, Act.USE)
    assert lines.first.text() == "Short."
