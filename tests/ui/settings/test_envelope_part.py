"""The envelope in the settings: the usual one, or one that is measured and kept once right."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from letters.out.window import DL, WindowEnvelope
from models.envelopes import Measures, measured
from models.problems import Problem
from tests import sample
from tests.letters.reading import whole_text
from tests.ui.accessibility import unnamed
from tests.ui.at_desk import at_desk
from tests.ui.shown import shown
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.send.run_making import envelope_here
from ui.settings.envelope_part import LABELS, OTHER, TEST_SHEET, USUAL, EnvelopePart

C5 = Measures(229, 162, 148.5, 24, 60, 102, 38)


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Iterator[Desk]:
    database, made = sample.open_filled(tmp_path / "record")
    with at_desk(database, made.iro_id, sample.NOW.astimezone()) as opened:
        yield opened
    database.close()


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> EnvelopePart:
    made = EnvelopePart(desk, NoticeArea())
    qtbot.addWidget(made)
    shown(qtbot, made)
    return made


def _kept(desk: Desk) -> Measures | None:
    with desk.database.reading() as connection:
        return measured(connection)


def _choose(part: EnvelopePart, which: str) -> None:
    part.which.set_value(which)
    part.which.control.activated.emit(part.which.control.currentIndex())


def _type(qtbot: QtBot, part: EnvelopePart, name: str, words: str) -> None:
    field = part.findChild(QLineEdit, f"envelope_{name}")
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_usual_envelope_needs_nothing(desk: Desk, part: EnvelopePart) -> None:
    assert part.which.value() == USUAL
    assert not any(field.isVisible() for field in part.fields.values())
    assert envelope_here(desk.database) == DL
    assert unnamed(part) == []


def test_another_is_kept_as_it_is_measured_and_the_run_uses_it(
    qtbot: QtBot, desk: Desk, part: EnvelopePart
) -> None:
    _choose(part, OTHER)
    for name in LABELS:
        _type(qtbot, part, name, f"{getattr(C5, name):g}".replace(".", ","))
    assert _kept(desk) == C5
    assert envelope_here(desk.database) == WindowEnvelope(*C5)
    again = EnvelopePart(desk, NoticeArea())
    qtbot.addWidget(again)
    assert again.which.value() == OTHER and again.envelope == WindowEnvelope(*C5)
    _choose(part, USUAL)
    assert _kept(desk) is None and envelope_here(desk.database) == DL


@pytest.mark.parametrize("words", ["30", "", "wide"])
def test_measures_that_cannot_be_right_are_said_and_not_used(
    qtbot: QtBot, desk: Desk, part: EnvelopePart, words: str
) -> None:
    _choose(part, OTHER)
    before = _kept(desk)
    field = part.findChild(QLineEdit, "envelope_window_wide")
    field.clear()
    _type(qtbot, part, "window_wide", words)
    assert part.flush()
    assert _kept(desk) == before
    assert "no room for an address" in part.stands.text()
    assert not part.test_button.isEnabled()


def test_a_test_sheet_is_saved_and_draws_what_the_window_shows(
    desk: Desk, part: EnvelopePart, tmp_path: Path
) -> None:
    part.save_test_sheet_into(tmp_path)
    assert "always shows this" in whole_text((tmp_path / TEST_SHEET).read_bytes())
    assert TEST_SHEET in part.stands.text()


def test_a_folder_that_is_gone_is_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[Problem] = []
    notices = NoticeArea()
    qtbot.addWidget(notices)
    notices.tell = told.append  # type: ignore[method-assign]  # what it is told is all we ask
    part = EnvelopePart(desk, notices)
    qtbot.addWidget(part)
    part.save_test_sheet_into(tmp_path / "pulled-out")
    assert len(told) == 1
