"""A list of words that one owner wants: added, changed and removed by keyboard, and undone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.whose_words import AVOID, KEEP, WhoseWords, way_of, words_of
from tests.sample import NOW, Sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.at_desk import at_desk
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.desk import Desk
from ui.parts.notices import Notice
from ui.plain.own_words import OwnWords
from ui.plain.word_form import WordForm


@pytest.fixture
def desk(sam: tuple[Database, Sample]) -> Iterator[Desk]:
    database, made = sam
    with at_desk(database, made.iro_id, NOW) as desk:
        yield desk


@pytest.fixture
def whose(sam: tuple[Database, Sample]) -> WhoseWords:
    return WhoseWords("child", sam[1].child_id)


@pytest.fixture
def words(qtbot: QtBot, desk: Desk, whose: WhoseWords) -> OwnWords:
    made = OwnWords(desk, whose, "What Sam calls things")
    qtbot.addWidget(made)
    made.resize(700, 600)
    shown(qtbot, made)
    return made


def _kept(desk: Desk, whose: WhoseWords) -> list[tuple[str, str, str]]:
    with desk.database.reading() as connection:
        found = words_of(connection, whose)
    return [(each.term, each.instead, way_of(each)) for each in found]


def _form(words: OwnWords) -> WordForm:
    assert words.form is not None
    return words.form


def _add(qtbot: QtBot, words: OwnWords, term: str, instead: str) -> None:
    qtbot.keyClick(words.add_button, Qt.Key.Key_Return)
    type_text(qtbot, _form(words).term.control, term)
    type_text(qtbot, _form(words).instead.control, f"{instead}\n")


def test_a_word_is_added_changed_and_left_as_it_is_by_keyboard(
    qtbot: QtBot, words: OwnWords, desk: Desk, whose: WhoseWords
) -> None:
    told: list[bool] = []
    words.changed.connect(lambda: told.append(True))
    _add(qtbot, words, "contact", "family time")
    assert _kept(desk, whose) == [("contact", "family time", "swap")]
    assert words.form is None
    assert QApplication.focusWidget() is words.add_button
    (row,) = words.rows.values()
    assert row.accessibleName() == "contact: say family time"
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is _form(words).term.control
    type_text(qtbot, _form(words).term.control, "s")
    _form(words).way.set_value(KEEP)
    _form(words).way.chosen.emit(KEEP)
    assert _form(words).instead.isHidden()
    qtbot.keyClick(_form(words).keep_button, Qt.Key.Key_Return)
    assert _kept(desk, whose) == [("contacts", "", KEEP)]
    assert row.accessibleName() == "contacts: leave it as it is"
    assert QApplication.focusWidget() is row
    assert len(told) == 2
    assert unnamed(words) == []


def test_a_bad_entry_is_told_at_its_field_and_stays(
    qtbot: QtBot, words: OwnWords, desk: Desk, whose: WhoseWords
) -> None:
    _add(qtbot, words, "placement", "")
    form = _form(words)
    assert form.instead.error.said == (
        "Type what to say instead. Or choose to leave the word as it is."
    )
    assert _kept(desk, whose) == [], "an empty field is not taken for leaving the word as it is"
    assert form.way.hint.isHidden()
    form.way.set_value(KEEP)
    form.way.chosen.emit(KEEP)
    assert form.way.hint.said.startswith("The word stays in letters as it is typed.")
    assert QApplication.focusWidget() is form.instead.control
    form.way.set_value(AVOID)
    form.way.chosen.emit(AVOID)
    assert form.instead.label.said == "What to say, or what helps"
    type_text(qtbot, form.instead.control, "home\n")
    assert _kept(desk, whose) == [("placement", "home", AVOID)]
    _add(qtbot, words, "Placement", "house")
    assert _form(words).term.error.said.startswith("This word is in the list already.")
    assert not words.flush(), "what cannot be kept is not left behind in silence"
    qtbot.keyClick(_form(words).term.control, Qt.Key.Key_Escape)
    assert words.form is None
    assert words.flush()


def test_a_removed_word_comes_back_with_undo(
    qtbot: QtBot, words: OwnWords, desk: Desk, whose: WhoseWords
) -> None:
    _add(qtbot, words, "contact", "family time")
    _add(qtbot, words, "placement", "home")
    first = next(iter(words.rows.values()))
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert _kept(desk, whose) == [("placement", "home", "swap")]
    assert QApplication.focusWidget() is next(iter(words.rows.values()))
    (notice,) = words.notices.findChildren(Notice)
    qtbot.keyClick(notice.action, Qt.Key.Key_Return)
    assert [term for term, _instead, _way in _kept(desk, whose)] == ["contact", "placement"]


def test_what_is_half_written_is_kept_when_another_is_opened_and_on_leaving(
    qtbot: QtBot, words: OwnWords, desk: Desk, whose: WhoseWords
) -> None:
    _add(qtbot, words, "contact", "family time")
    (word_id,) = words.rows
    qtbot.keyClick(words.add_button, Qt.Key.Key_Return)
    type_text(qtbot, _form(words).term.control, "placement")
    type_text(qtbot, _form(words).instead.control, "home")
    words.change(word_id)
    assert len(_kept(desk, whose)) == 2
    assert _form(words).word_id == word_id
    type_text(qtbot, _form(words).instead.control, "!")
    assert words.flush()
    assert ("contact", "family time!", "swap") in _kept(desk, whose)


def test_it_fits_a_narrow_column_at_twice_the_size(qtbot: QtBot, words: OwnWords) -> None:
    _add(qtbot, words, "foster placement", "home, the house with the blue door")
    appearance().apply("light", 200)
    words.resize(420, 900)
    qtbot.wait(0)
    (row,) = words.rows.values()
    for part in (row.term, row.instead, row.change_button, row.remove_button):
        assert part.isVisible()
        assert row.rect().contains(part.mapTo(row, part.rect().bottomRight()))
    words.change(row.word.id)
    qtbot.wait(0)
    assert words.minimumSizeHint().width() <= 420
