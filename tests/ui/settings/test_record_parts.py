"""You and your council, typed in the settings: kept as typed, and used by every page at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.council import LaptopFact
from models.database import Database
from models.open_review import OpenReview
from models.own_council import OwnCouncil, council_of
from models.problems import DiskFull
from models.settings import Settings
from models.staff_on_sheet import StaffOnSheet, read_staff
from models.whose import OWNER
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.at_desk import at_desk
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.desk import Desk
from ui.parts.notices import Notice
from ui.settings.council_part import CouncilPart
from ui.settings.settings_dialog import SettingsDialog
from ui.settings.you_part import YouPart


@pytest.fixture
def desk(sam: tuple[Database, sample.Sample], qapp: object) -> Iterator[Desk]:
    database, made = sam
    value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
    with database.saving(made.iro_id) as session:
        session.add(LaptopFact(name=OWNER, value=value))
    with at_desk(database, made.iro_id, sample.NOW.astimezone()) as opened:
        yield opened


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, tmp_path: Path) -> SettingsDialog:
    made = SettingsDialog(Settings(tmp_path), None, desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    shown(qtbot, made)
    return made


def _you(dialog: SettingsDialog) -> YouPart:
    (part,) = dialog.findChildren(YouPart)
    return part


def _council_part(dialog: SettingsDialog) -> CouncilPart:
    (part,) = dialog.findChildren(CouncilPart)
    return part


def _me(desk: Desk) -> StaffOnSheet:
    with desk.database.reading() as connection:
        return read_staff(connection, desk.me.id)


def _council(desk: Desk) -> OwnCouncil:
    with desk.database.reading() as connection:
        council = council_of(connection, desk.me.id)
    assert council is not None
    return council


def _type(qtbot: QtBot, control: QWidget, words: str) -> None:
    control.setFocus()
    control.selectAll()
    type_text(qtbot, control, words)


def test_each_line_shows_what_the_record_holds(dialog: SettingsDialog, desk: Desk) -> None:
    for field, line in _you(dialog).fields.items():
        assert line.text() == getattr(desk.me, field)
    for field, line in _council_part(dialog).fields.items():
        assert line.text() == getattr(_council(desk), field)
    assert unnamed(dialog) == []


def test_a_line_left_is_in_the_record_and_in_the_journal(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    lines = _you(dialog).fields
    _type(qtbot, lines["phone"].control, "07700 900 461\t")
    _type(qtbot, lines["days"].control, "Tuesday to Friday\t")
    assert (_me(desk).phone, _me(desk).days) == ("07700 900 461", "Tuesday to Friday")
    assert desk.me.phone == "07700 900 461", "every page knows the number at once"
    typed = {(each.table, each.field): each.text for each in desk.database.journal.newest()}
    assert typed["staff_member", "phone"] == "07700 900 461"
    assert desk.database.unsaved() == []


def test_closing_saves_what_is_half_typed(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    _type(qtbot, _council_part(dialog).fields["complaints_phone"].control, "01632 960 199")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert _council(desk).complaints_phone == "01632 960 199"


def test_a_name_cannot_be_emptied(qtbot: QtBot, dialog: SettingsDialog, desk: Desk) -> None:
    name = _you(dialog).fields["name"]
    name.control.setFocus()
    name.control.selectAll()
    qtbot.keyClick(name.control, Qt.Key.Key_Backspace)
    assert dialog.flush()
    assert name.error.said == "Type your name. Letters are from you."
    assert _me(desk).name == "Nadia Brightwell"
    assert desk.database.unsaved() == []


def test_what_cannot_be_saved_is_told_and_keeps_the_dialog_open(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(desk.database, "saving", full)
        _type(qtbot, _you(dialog).fields["email"].control, "nadia@penhallow.example")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        (notice,) = dialog.notices.findChildren(Notice)
        assert "disk is full" in notice.accessibleName()
        _council_part(dialog).video.click()
        assert not _council_part(dialog).video.isChecked()
    assert dialog.flush()
    assert _me(desk).email == "nadia@penhallow.example"


def test_ticking_live_video_works_the_codes_out_again(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, sam: tuple[Database, sample.Sample]
) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.answer_participation("was_there", "video")
        review.answer_participation("spoke", True)
    assert not _council_part(dialog).video.isChecked()
    qtbot.keyClick(_council_part(dialog).video, Qt.Key.Key_Space)
    assert _council(desk).video_counts_as_attending
    told = sample.sheet(database, made).participation
    assert told is not None
    assert told.suggested_code == "PN1"


def test_an_adjourned_first_meeting_counts_as_in_time_unless_it_is_unticked(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    tick = _council_part(dialog).adjourned
    assert tick.isChecked()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not _council(desk).adjourned_counts
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert _council(desk).adjourned_counts


def test_decisions_stand_without_an_answer_unless_it_is_unticked(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    tick = _council_part(dialog).silence
    assert tick.isChecked()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not _council(desk).silence_stands
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert _council(desk).silence_stands


def test_the_keyboard_goes_to_the_field_that_was_asked_for(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    appearance().apply(text_size=200)
    dialog.resize(1000, 580)
    dialog.go_to("council", "complaints_phone")
    control = _council_part(dialog).fields["complaints_phone"].control
    qtbot.waitUntil(lambda: QApplication.focusWidget() is control)
    settle()
    assert not control.visibleRegion().isEmpty()


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_in_the_smallest_window(
    dialog: SettingsDialog, size: int, qtbot: QtBot
) -> None:
    appearance().apply(text_size=size)
    dialog.resize(1000, 580)
    settle()
    assert cut_off(dialog) == []


def test_the_dialog_of_an_open_record_is_freed(
    desk: Desk, freed: Callable[[Callable[[], QWidget]], None]
) -> None:
    freed(lambda: SettingsDialog(Settings(), None, desk))
