"""A text that no server takes is in the record: it stops nothing else, and stays readable."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.journeys.sharing import ROUND_MS, Office, Sharer
from tests.shared_council import SharedCouncil
from ui.sync.held_part import MOST_SHOWN, HeldCard
from ui.sync.sync_page import SyncPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

GOOD, POISON, SHORT = "Sam swims on Mondays", "Sam says no. " * 16_000, "Sam says no"
NOTES = "SELECT group_concat(words, '|') FROM (SELECT words FROM note ORDER BY words)"


@pytest.fixture
def office(qtbot: QtBot, council: SharedCouncil, tmp_path: Path) -> Iterator[Office]:
    with Office(qtbot, council, tmp_path) as made:
        made.join("nadia", with_sam=True)
        made.join("ruth", "manager")
        yield made


def test_a_poisoned_record(office: Office) -> None:
    nadia, ruth = office.open("nadia"), office.open("ruth")
    _note(office, nadia, "to be poisoned")
    _force_it_in(nadia)
    _note(office, nadia, GOOD, "A6")
    assert nadia.said == "All saved on this laptop. 2 changes to share"
    nadia.share()
    ruth.share()
    assert ruth.one(NOTES) == GOOD
    _its_text_is_shown_with_the_reason(nadia)
    _she_writes_it_shorter(office, nadia)
    ruth.share()
    for each in (nadia, ruth):
        assert each.one(NOTES) == f"{SHORT}|{GOOD}"
        assert each.said == "Shared at 3:04pm. Nothing waiting"
    office.assert_equal(nadia, ruth)


def _note(office: Office, person: Sharer, words: str, step: str = "A5") -> None:
    person.come_forward()
    person.waymark.open_review(office.family.review_id)
    person.review.go(step)
    person.click("capture_box")
    person.type(words)
    person.click("add_note")
    person.settle()


def _force_it_in(nadia: Sharer) -> None:
    """Something that is not this program puts a text into the file that no box would take."""
    (row_id, pending) = (
        nadia.one("SELECT id FROM note"),
        json.loads(nadia.one("SELECT pending FROM note")),
    )
    pending["words"]["new"] = POISON
    pending["in_letter"] = {"base": None, "new": False}
    with nadia.database.sharing() as hand:
        hand.connection.execute(
            "UPDATE note SET words = ?, in_letter = 0, pending = ? WHERE id = ?",
            (POISON, json.dumps(pending), row_id),
        )
        hand.changed.add("note")


def _card(page: SyncPage) -> HeldCard:
    (card,) = [each for each in page.here.held.cards if "A note" in each.what.said]
    return card


def _its_text_is_shown_with_the_reason(nadia: Sharer) -> None:
    page = nadia.go_to_sync()
    card = _card(page)
    assert card.why.said.startswith("This is longer than the shared database takes.")
    assert card.text.said == f"{POISON[:MOST_SHOWN]}…"
    assert card.rest.said.startswith("This is the beginning of 207,999 characters.")
    nadia.look("poison-1")
    nadia.click_on(card.copy_button)
    assert QGuiApplication.clipboard().text() == POISON.strip()
    assert nadia.said == "Shared at 3:04pm. Nothing waiting"


def _she_writes_it_shorter(office: Office, nadia: Sharer) -> None:
    """What could not be taken in is written again in its place, and let go of."""
    _note(office, nadia, SHORT)
    nadia.share()
    page = nadia.go_to_sync()
    with nadia.qtbot.waitSignal(nadia.sharing.round_ended, timeout=ROUND_MS):
        nadia.click_on(_card(page).drop_button)
    nadia.share()
    assert _card(page).why.said == "It was not added to the record."
    nadia.look("poison-2")
