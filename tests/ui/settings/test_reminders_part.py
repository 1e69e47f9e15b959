"""A council changes who is reminded of what and how often, and goes back to the usual."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.rules.reminders import RULES
from tests import sample
from tests.ui.accessibility import unnamed
from tests.ui.at_desk import at_desk
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.settings.reminders_part import ReminderRow, RemindersPart


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Iterator[Desk]:
    database, made = sample.open_filled(tmp_path / "record")
    with at_desk(database, made.iro_id, sample.NOW.astimezone()) as opened:
        yield opened
    database.close()


@pytest.fixture
def part(qtbot: QtBot, desk: Desk) -> RemindersPart:
    with desk.database.reading() as connection:
        (council_id,) = connection.execute("select id from council").fetchone()
    made = RemindersPart(desk, council_id, NoticeArea())
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    return made


def kept(desk: Desk) -> dict[str, dict[str, object]]:
    with desk.database.reading() as connection:
        (words,) = connection.execute("select reminders from council").fetchone()
    found: dict[str, dict[str, object]] = json.loads(words or "{}")
    return found


def choose(row: ReminderRow, name: str, key: str) -> None:
    box = row.fields[name].control
    for _press in range(box.count()):
        if box.currentData() == key:
            break
        QTest.keyClick(box, Qt.Key.Key_Home if box.findData(key) == 0 else Qt.Key.Key_Down)
    assert box.currentData() == key
    box.activated.emit(box.currentIndex())


def test_a_rule_is_changed_by_key_kept_and_as_usual_again(part: RemindersPart, desk: Desk) -> None:
    row = part.rows["T22"]
    assert row.usual_button.isHidden()
    choose(row, "days_before", "10")
    assert kept(desk)["T22"]["days_before"] == 10
    choose(row, "escalates_to", "manager")
    assert kept(desk)["T22"]["escalates_to"] == "manager"
    assert not row.usual_button.isHidden()
    QTest.keyClick(row.usual_button, Qt.Key.Key_Space)
    assert kept(desk) == {}
    assert row.fields["days_before"].value() == str(RULES["T22"].days_before)


def test_every_rule_stands_with_its_name_and_every_control_has_one(part: RemindersPart) -> None:
    assert list(part.rows) == list(RULES)
    assert unnamed(part) == []
