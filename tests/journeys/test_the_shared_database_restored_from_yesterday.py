"""The council's server is put back from yesterday's backup: the laptops fill it again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.sync.server_check import check
from tests.journeys.sharing import Office, Sharer
from tests.shared_council import SharedCouncil
from tests.used_databases import back_up, put_back
from ui.commands.command_line import run

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

BEFORE, LOST, RUTHS, MEANWHILE = (
    "Sam swims on Mondays",
    "Sam has a new bike",
    "Ask the school for the report",
    "Sam feeds the cat",
)
OLDER = "The council’s shared database seems to be an older copy of itself"
NOTES = "SELECT group_concat(words, '|') FROM (SELECT words FROM note ORDER BY words)"


@pytest.fixture
def office(qtbot: QtBot, council: SharedCouncil, tmp_path: Path) -> Iterator[Office]:
    with Office(qtbot, council, tmp_path) as made:
        made.join("nadia", with_sam=True)
        made.join("ruth", "manager")
        council.person("steward", "steward")
        yield made


def test_the_shared_database_restored_from_yesterday(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    nadia, ruth = office.open("nadia"), office.open("ruth")
    _note(office, nadia, BEFORE)
    nadia.share()
    ruth.share()
    back_up(office.council.admin)
    _note(office, nadia, LOST)
    nadia.share()
    _note(office, ruth, RUTHS)
    ruth.share()
    nadia.share()
    put_back(office.council.admin)
    _nobody_goes_on_before_it_is_known(nadia)
    _recover(office.council, "begin")
    _note(office, nadia, MEANWHILE)
    for each in (nadia, ruth):
        each.share()
        assert each.state.waiting == (1 if each is nadia else 0)
        _it_helps_to_fill_it(each)
    _recover(office.council, "replay")
    _recover(office.council, "close")
    assert "everybody can share" in capsys.readouterr().out
    for each in (nadia, ruth, nadia):
        each.share()
    _all_is_as_it_was(office, nadia, ruth)


def _note(office: Office, person: Sharer, words: str) -> None:
    person.come_forward()
    person.waymark.open_review(office.family.review_id)
    person.review.go("A5")
    person.click("capture_box")
    person.type(words)
    person.click("add_note")
    person.settle()


def _recover(council: SharedCouncil, stage: str) -> None:
    """The steward types the command."""
    login = council.people["steward"].login
    url = council.url.replace("//", f"//{login}@")
    assert run(["shared-database", "recover", url, stage, "--without-tls"]) == 0


def _nobody_goes_on_before_it_is_known(nadia: Sharer) -> None:
    nadia.share()
    assert OLDER in nadia.told
    assert nadia.review.step == "A5"
    assert nadia.state.waiting == 0
    nadia.look("backup-1-older")


def _it_helps_to_fill_it(person: Sharer) -> None:
    person.go_to_sync()
    assert "The shared database was put back from a backup" in person.told
    person.look(f"backup-2-{person.login}")


def _all_is_as_it_was(office: Office, nadia: Sharer, ruth: Sharer) -> None:
    for each in (nadia, ruth):
        assert each.one(NOTES) == "|".join(sorted((BEFORE, LOST, RUTHS, MEANWHILE)))
        assert each.said == "Shared at 3:04pm. Nothing waiting"
        assert each.set_aside == 0
        assert each.told == []
    office.assert_equal(nadia, ruth)
    assert check(office.council.admin) == []
    nadia.look("backup-3-after")
