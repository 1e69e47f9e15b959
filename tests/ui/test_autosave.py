"""What is typed is saved when typing pauses, when the field is left, and at latest in a second."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.problems import DiskFull
from tests.typing_keys import type_text
from tests.ui.shown import shown
from ui.autosave import AT_LATEST_MS, Autosave
from ui.parts.fields import LineField
from ui.parts.text_field import TextField

Form = tuple[QWidget, LineField, TextField, Autosave]


@dataclass
class Kept:
    """Stands for the record: what was saved and noted, in order."""

    saved: list[tuple[str, str]] = field(default_factory=list)
    noted: list[tuple[str, str]] = field(default_factory=list)
    full: bool = False

    def save(self, name: str, text: str) -> None:
        if self.full:
            raise DiskFull
        self.saved.append((name, text))

    def note(self, name: str, text: str) -> None:
        self.noted.append((name, text))


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def form(qtbot: QtBot, kept: Kept) -> Form:
    window = QWidget()
    qtbot.addWidget(window)
    name, said = LineField("Name"), TextField("What was said")
    column = QVBoxLayout(window)
    column.addWidget(name)
    column.addWidget(said)
    autosave = Autosave(kept.save, kept.note, window)
    autosave.bind(name, "name")
    autosave.bind(said, "said")
    shown(qtbot, window)
    return window, name, said, autosave


def test_a_pause_saves(qtbot: QtBot, form: Form, kept: Kept) -> None:
    _window, _name, said, autosave = form
    type_text(qtbot, said.control, "Zoë likes it")
    assert autosave.has_unsaved
    with qtbot.waitSignal(autosave.saved, timeout=3_000):
        pass
    assert kept.saved == [("said", "Zoë likes it")]
    assert kept.noted == kept.saved


def test_leaving_the_field_saves_at_once(qtbot: QtBot, form: Form, kept: Kept) -> None:
    window, name, _said, autosave = form
    type_text(qtbot, name.control, "Kit")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert kept.saved == [("name", "Kit")]
    assert not autosave.has_unsaved


def test_typing_without_a_pause_is_saved_too(qtbot: QtBot, form: Form, kept: Kept) -> None:
    _window, _name, said, _autosave = form
    clock = QElapsedTimer()
    clock.start()
    while not kept.saved and clock.elapsed() < 10 * AT_LATEST_MS:
        type_text(qtbot, said.control, "a")
        qtbot.wait(50)
    assert kept.saved
    assert set(kept.saved[0][1]) == {"a"}


def test_text_put_back_as_it_was_is_not_saved(qtbot: QtBot, form: Form, kept: Kept) -> None:
    _window, name, _said, autosave = form
    type_text(qtbot, name.control, "K\b")
    assert autosave.flush()
    assert kept.saved == []


def test_a_full_disk_keeps_the_text_and_tries_again(qtbot: QtBot, form: Form, kept: Kept) -> None:
    _window, name, _said, autosave = form
    kept.full = True
    type_text(qtbot, name.control, "Kit")
    with qtbot.waitSignal(autosave.failed) as told:
        assert not autosave.flush()
    assert isinstance(told.args[0], DiskFull)
    assert autosave.has_unsaved
    assert kept.noted == [("name", "Kit")]
    kept.full = False
    assert autosave.flush()
    assert kept.saved == [("name", "Kit")]


def test_what_the_page_fills_in_counts_as_saved(qtbot: QtBot, form: Form, kept: Kept) -> None:
    _window, name, said, autosave = form
    name.set_text("Sam")
    said.set_text("Hello")
    autosave.take("name")
    autosave.take("said")
    assert autosave.flush()
    assert kept.saved == []


def test_plain_qt_fields_can_be_bound_and_others_are_refused(qtbot: QtBot, kept: Kept) -> None:
    line, text, box = QLineEdit(), QPlainTextEdit(), QComboBox()
    for widget in (line, text, box):
        qtbot.addWidget(widget)
    autosave = Autosave(kept.save)
    autosave.bind(line, "line")
    autosave.bind(text, "text")
    with pytest.raises(TypeError):
        autosave.bind(box, "box")
    type_text(qtbot, line, "a")
    type_text(qtbot, text, "b")
    assert autosave.flush()
    assert sorted(kept.saved) == [("line", "a"), ("text", "b")]


def test_a_field_that_is_gone_is_forgotten(qtbot: QtBot, kept: Kept) -> None:
    autosave = Autosave(kept.save)
    line = QLineEdit()
    autosave.bind(line, "line")
    line.deleteLater()
    qtbot.wait(0)
    assert autosave.flush()
