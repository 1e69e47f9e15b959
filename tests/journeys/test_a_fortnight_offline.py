"""An IRO works for a fortnight without a network; then everything is shared in one go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.sharing import ROUND_MS, Office, Sharer
from tests.shared_council import SharedCouncil
from ui.parts.text_field import GrowingText
from ui.sync.lease_over import LeaseOver

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

FIRST, LATER, LAST = "Sam swims on Mondays", "Sam has a new bike", "Sam wants to see Nana Bea more"
HALF = "and so does"
RUTHS = "Ask the school for the report"


@pytest.fixture
def office(qtbot: QtBot, council: SharedCouncil, tmp_path: Path) -> Iterator[Office]:
    with Office(qtbot, council, tmp_path) as made:
        made.join("nadia", with_sam=True)
        made.join("ruth", "manager")
        yield made


def test_a_fortnight_offline(office: Office) -> None:
    nadia, ruth = office.open("nadia"), office.open("ruth")
    nadia.plug.is_out = True
    _note(office, nadia, "A5", FIRST)
    nadia.share()
    assert nadia.said == "All saved on this laptop. 1 change to share when online"
    _note(office, ruth, "A4", RUTHS)
    ruth.share()
    office.clock.on(days=12)
    _note(office, nadia, "A5", LATER)
    nadia.share()
    _she_is_told_how_long_it_goes_on(nadia)
    _note(office, nadia, "A6", LAST, half=HALF)
    office.clock.on(days=3)
    nadia.sharing.look()
    _only_sharing_is_open(nadia)
    _it_is_shared_in_one_go(office, nadia, ruth)


def _note(office: Office, person: Sharer, step: str, words: str, half: str = "") -> None:
    person.come_forward()
    person.waymark.open_review(office.family.review_id)
    person.review.go(step)
    person.click("capture_box")
    person.type(words)
    person.click("add_note")
    if half:
        person.click("capture_box")
        person.type(half)
    person.settle()


def _she_is_told_how_long_it_goes_on(nadia: Sharer) -> None:
    assert nadia.said == "All saved on this laptop. 2 changes to share when online"
    page = nadia.go_to_sync()
    assert "Connect to your council within 2 days" in nadia.told
    assert "2 changes to share when online" in page.summary.said
    assert len(page.here.waits.rows) == 2
    nadia.look("fortnight-1-lease")


def _only_sharing_is_open(nadia: Sharer) -> None:
    """The lease is over: the window is a door, which opens once the council is reached."""
    (door,) = nadia.waymark.window.findChildren(LeaseOver)
    assert nadia.waymark.window.pages.page() is None
    assert door.waiting.words.said == "3 changes wait on this laptop"
    with nadia.qtbot.waitSignal(nadia.sharing.round_ended, timeout=ROUND_MS):
        nadia.click("share_now")
    assert door.standing.said.startswith("This network does not know the computer")
    nadia.look("fortnight-2-no-network")
    nadia.plug.is_out = False
    nadia.plug.asked.clear()
    with nadia.qtbot.waitSignal(nadia.sharing.round_ended, timeout=ROUND_MS):
        nadia.click("share_now")
    nadia.settle()


def _it_is_shared_in_one_go(office: Office, nadia: Sharer, ruth: Sharer) -> None:
    asked = [name for name, _ in nadia.plug.asked]
    assert asked.count("hello") == 1
    assert nadia.said == "Shared at 3:04pm. Nothing waiting"
    assert nadia.review.step == "A6"
    box = nadia.shown("capture_box")
    assert isinstance(box, GrowingText)
    assert QApplication.focusWidget() is box
    assert (box.toPlainText(), box.textCursor().position()) == (HALF, len(HALF))
    nadia.look("fortnight-3-back")
    ruth.share()
    office.assert_equal(nadia, ruth)
    for each in (nadia, ruth):
        for words in (FIRST, LATER, LAST, RUTHS):
            assert each.one("SELECT count(*) FROM note WHERE words = ?", words) == 1
