"""A laptop is lost: the manager revokes it; whoever finds it hands in and keeps nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.security import unlock
from tests.decrypted import search
from tests.journeys.sharing import ROUND_MS, Office, Sharer
from tests.real_program import PASSPHRASE
from tests.shared_council import SharedCouncil
from ui.parts.dialog import Question
from ui.sync.lease_over import LeaseOver
from ui.sync.sync_page import SyncPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

TYPED = "Sam hides her drawings under the bed"
NAMES = ["Samantha", "Tillbrook", "Holm Oak", "Nana Bea", "hides her drawings"]


@pytest.fixture
def office(qtbot: QtBot, council: SharedCouncil, tmp_path: Path) -> Iterator[Office]:
    with Office(qtbot, council, tmp_path) as made:
        made.join("nadia", with_sam=True)
        made.join("ruth", "manager")
        yield made


def test_a_lost_laptop(office: Office) -> None:
    lost, ruth = office.open("nadia"), office.open("ruth")
    lost.plug.is_out = True
    _type_a_note(office, lost)
    _revoke_it(ruth)
    lost.plug.is_out = False
    lost.plug.asked.clear()
    lost.share()
    _it_handed_in_and_read_nothing(office, lost)
    _nothing_of_a_child_is_left(lost)
    _the_manager_decides_on_what_came(office, ruth)


def _type_a_note(office: Office, lost: Sharer) -> None:
    lost.waymark.open_review(office.family.review_id)
    lost.review.go("A5")
    lost.click("capture_box")
    lost.type(TYPED)
    lost.click("add_note")
    lost.settle()
    assert lost.said == "All saved on this laptop. 1 change to share"


def _revoke_it(ruth: Sharer) -> None:
    """The manager finds the laptop in the list, and revokes it after being asked."""
    page = ruth.go_to_sync()
    ruth.press_named("Laptops")
    ruth.qtbot.waitUntil(lambda: "Nadia’s laptop" in _laptops(page))
    ruth.look("lost-1-laptops")
    ruth.press_named("Revoke Nadia’s laptop, Nadia")
    (question,) = ruth.waymark.window.findChildren(Question)
    ruth.look("lost-2-question")
    with ruth.qtbot.waitSignal(ruth.sharing.round_ended, timeout=ROUND_MS):
        question.do_button.click()
    ruth.settle()
    ruth.qtbot.waitUntil(lambda: "Revoked: it hands in and reads nothing" in _laptops(page))


def _laptops(page: SyncPage) -> str:
    rows = page.managing["laptops"].card.findChildren(QWidget)
    return " ".join(each.accessibleName() for each in rows)


def _it_handed_in_and_read_nothing(office: Office, lost: Sharer) -> None:
    """It said hello and handed in; the window is a door that says why."""
    asked = {name for name, _ in lost.plug.asked}
    assert asked - {"receipt"} == {"hello", "push"}
    held = "SELECT op->'set'->>'words' FROM waymark.held WHERE op->>'table' = 'note' AND why = %s"
    assert office.council.one(held, "revoked") == TYPED
    (door,) = lost.waymark.window.findChildren(LeaseOver)
    assert door.title.said == "This laptop may not read the shared record any more"
    assert "handed in for a manager to look at" in door.why.said
    assert lost.waymark.window.pages.page() is None
    lost.look("lost-4-door")


def _nothing_of_a_child_is_left(lost: Sharer) -> None:
    folder = lost.program.folder
    key = bytes(unlock.unlock(folder, PASSPHRASE))
    assert search(folder, key, NAMES) == {}
    with lost.qtbot.waitSignal(lost.sharing.round_ended, timeout=ROUND_MS):
        lost.click("share_now")
    assert "pull" not in [name for name, _ in lost.plug.asked]


def _the_manager_decides_on_what_came(office: Office, ruth: Sharer) -> None:
    ruth.share()
    page = ruth.go_to_sync()
    ruth.press_named("This laptop")
    ruth.qtbot.waitUntil(lambda: bool(page.here.held.cards))
    ruth.look("lost-5-held")
    (card,) = page.here.held.cards
    assert card.text.said == TYPED
    assert card.why.said.startswith("Handed in under Nadia’s name, ")
    with ruth.qtbot.waitSignal(ruth.sharing.round_ended, timeout=ROUND_MS):
        ruth.press_named("Add to the record")
    ruth.settle()
    assert ruth.one("SELECT count(*) FROM note WHERE words = ?", TYPED) == 1
    office.assert_equal(ruth)
