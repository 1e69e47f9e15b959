"""A laptop is put back from yesterday's copy: it goes on, and nothing of today is lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.sharing import Office, Sharer
from tests.shared_council import SharedCouncil

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

YESTERDAY, TODAY, AFTER = "Sam swims on Mondays", "Sam has a new bike", "Sam feeds the cat"
RUTHS = "Ask the school for the report"
NOTES = "SELECT group_concat(words, '|') FROM (SELECT words FROM note ORDER BY words)"
DEVICE = "SELECT json_extract(value, '$.device') FROM laptop_fact WHERE name = 'sharing'"


@pytest.fixture
def office(qtbot: QtBot, council: SharedCouncil, tmp_path: Path) -> Iterator[Office]:
    with Office(qtbot, council, tmp_path) as made:
        made.join("nadia", with_sam=True)
        made.join("ruth", "manager")
        yield made


def test_a_laptop_restored_from_yesterday(office: Office) -> None:
    with office.at_work("nadia") as nadia:
        _note(office, nadia, YESTERDAY)
    shutil.copytree(office.folder / "nadia", office.folder / "copy")
    with office.at_work("nadia") as nadia:
        nadia.share()
        _note(office, nadia, TODAY)
        nadia.share()
        device = nadia.one(DEVICE)
    shutil.rmtree(office.folder / "nadia")
    (office.folder / "copy").rename(office.folder / "nadia")
    nadia, ruth = office.open("nadia"), office.open("ruth")
    ruth.share()
    _note(office, ruth, RUTHS)
    ruth.share()
    assert nadia.one(NOTES) == YESTERDAY
    assert nadia.said == "All saved on this laptop. 1 change to share"
    _note(office, nadia, AFTER)
    nadia.share()
    _nothing_is_lost_or_twice(office, nadia, ruth, device)


def _note(office: Office, person: Sharer, words: str) -> None:
    person.come_forward()
    person.waymark.open_review(office.family.review_id)
    person.review.go("A5")
    person.click("capture_box")
    person.type(words)
    person.click("add_note")
    person.settle()


def _nothing_is_lost_or_twice(office: Office, nadia: Sharer, ruth: Sharer, device: str) -> None:
    ruth.share()
    for each in (nadia, ruth):
        assert each.one(NOTES) == "|".join(sorted((YESTERDAY, TODAY, AFTER, RUTHS)))
        assert each.said == "Shared at 3:04pm. Nothing waiting"
    assert nadia.one(DEVICE) != device, "the laptop goes on as another one"
    assert nadia.set_aside == ruth.set_aside == 0
    office.assert_equal(nadia, ruth)
    nadia.look("restored-1")
    nadia.go_to_sync()
    nadia.look("restored-2-sync")
