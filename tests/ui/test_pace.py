"""Keys go first: the worker waits while they come, and works again in the pause."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.pace import Pace, keys_come


@pytest.fixture(autouse=True)
def _nobody_types() -> Iterator[None]:
    Pace.last = -1_000.0
    yield
    Pace.last = -1_000.0


def test_a_key_in_any_window_is_noticed(qtbot: QtBot) -> None:
    pace, line = Pace(), QLineEdit()
    qtbot.addWidget(line)
    shown(qtbot, line)
    assert not keys_come()
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    assert keys_come(60)
    assert pace.quiet_seconds() < 60


def test_the_worker_goes_on_at_once_when_nobody_types(qapp: object) -> None:
    pace = Pace()
    pace.breathe()
    assert not keys_come()


def test_the_worker_waits_until_the_keys_have_paused(qapp: object) -> None:
    pace = Pace()
    Pace.last = time.monotonic()
    pace.breathe()
    assert not keys_come()


def test_nothing_waits_once_the_program_closes(qapp: object) -> None:
    pace = Pace()
    Pace.last = time.monotonic() + 1_000
    pace.end()
    pace.breathe()
    assert keys_come()
