"""All that business support can use in the windows is taken by the real shared database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from models.database import Database
from models.settings import Settings
from models.sync.changes import waiting_tables
from models.sync.registry import IRO, SUPPORT
from tests import laptop as laptops
from tests import sample
from tests.shared_council import SharedCouncil
from tests.ui.at_desk import at_desk
from tests.ui.shown import shown
from tests.ui.sync.part_of_a_record import refused
from tests.ui.sync.press_everything import press_everything
from ui.caseload.children_page import ChildrenPage
from ui.caseload.today_page import TodayPage
from ui.child.child_page import ChildPage
from ui.desk import Desk
from ui.meeting.part_of_review_page import PartOfReviewPage
from ui.page import Page
from ui.settings.settings_dialog import SettingsDialog

WRITTEN = {"review", "person", "attendance", "child", "staff_member", "rearranged"}


@pytest.fixture
def laptop(
    council: SharedCouncil, tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[laptops.Laptop]:
    """Give the laptop of business support, which shares with the real shared database."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_told: ("", ""))
    council.person("ruth", IRO)
    council.person("joan", SUPPORT)
    first, _sam = laptops.with_sam(council, "ruth", tmp_path / "ruth")
    first.round()
    second = laptops.empty(council, "joan", tmp_path / "joan")
    while second.round().more_waits:
        pass
    yield second
    first.close()
    second.close()


def _pages(laptop: laptops.Laptop, desk: Desk, folder: Path) -> Iterator[Page | SettingsDialog]:
    """Make each page that business support comes to, one after the other."""
    yield ChildPage(desk, laptop.one("SELECT id FROM child"))
    for review_id in laptop.one("SELECT group_concat(id) FROM review").split(","):
        yield PartOfReviewPage(desk, review_id)
    yield TodayPage(desk)
    yield ChildrenPage(desk)
    yield SettingsDialog(Settings(folder), None, desk)


def _waiting(database: Database) -> set[str]:
    with database.reading() as connection:
        return {
            table
            for table in waiting_tables(connection)
            if connection.execute(f"SELECT 1 FROM {table} WHERE pending <> '{{}}'").fetchone()  # noqa: S608
        }


def test_everything_that_can_be_used_is_taken_by_the_shared_database(
    qtbot: QtBot, laptop: laptops.Laptop, tmp_path: Path
) -> None:
    used = []
    with at_desk(laptop.database, laptop.person, sample.NOW) as desk:
        for page in _pages(laptop, desk, tmp_path):
            page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
            qtbot.addWidget(page)
            shown(qtbot, page)
            for part in page.parts if isinstance(page, SettingsDialog) else [page]:
                used += press_everything(part)
            assert page.flush()
            page.close()
            QApplication.processEvents()
    assert len(used) > 30
    assert _waiting(laptop.database) == WRITTEN
    assert refused(laptop.database, SUPPORT) == []
    report = laptop.round()
    assert report.sent
    assert (report.held, report.refused, report.conflicts) == (0, 0, 0)
    assert laptop.one("SELECT count(*) FROM held_work") == 0
    assert _waiting(laptop.database) == set()
