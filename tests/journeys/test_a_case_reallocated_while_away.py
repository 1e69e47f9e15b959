"""A child goes to another IRO while the first is away: what was typed there is not lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from models.security import unlock
from tests.decrypted import search
from tests.journeys.sharing import ROUND_MS, Office, Sharer
from tests.real_program import PASSPHRASE
from tests.shared_council import SharedCouncil
from ui.child.child_page import ChildPage
from ui.sync.held_part import HeldCard
from ui.sync.sync_page import SyncPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

TYPED = "Sam hides her drawings under the bed"
NAMES = ["Tillbrook", "Holm Oak", "Nana Bea", "Dunmore"]


@pytest.fixture
def office(qtbot: QtBot, council: SharedCouncil, tmp_path: Path) -> Iterator[Office]:
    with Office(qtbot, council, tmp_path) as made:
        made.join("mo", role="manager")
        made.join("nadia", with_sam=True)
        made.join("omar")
        yield made


def test_a_case_reallocated_while_away(office: Office) -> None:
    nadia, omar = office.open("nadia"), office.open("omar")
    nadia.plug.is_out = True
    _type_a_note(office, nadia)
    _the_manager_gives_sam_to_omar(office)
    omar.share()
    assert omar.one("SELECT count(*) FROM child") == 1
    nadia.plug.is_out = False
    nadia.share()
    _her_words_are_set_aside_and_the_child_has_left(nadia)
    _omar_adds_them_to_the_record(omar)
    _she_hears_of_it(nadia)
    omar.share()
    office.assert_equal(omar)


def _the_manager_gives_sam_to_omar(office: Office) -> None:
    mo = office.open("mo")
    mo.share()
    mo.waymark.open_child(office.family.child_id)
    mo.settle()
    page = mo.program.page
    assert isinstance(page, ChildPage)
    card = page.who_has_it
    assert card.whose.said == "Nadia is Sam’s IRO."
    mo.click("give_child")
    who = mo.shown("who_box")
    assert isinstance(who, QComboBox)
    assert [who.itemText(at) for at in range(who.count())] == ["Choose somebody", "Omar"]
    assert card.do_button.text() == "Give Sam to this IRO"
    assert card.what_follows.said.startswith("The whole record goes to their laptop.")
    who.setFocus()
    mo.qtbot.keyClick(who, Qt.Key.Key_Down)
    mo.click("why_box")
    mo.type("Nadia is away")
    mo.click("do_it")
    assert card.done.said == "Noted. It is done when this laptop next shares."
    mo.look("moved-0-manager")
    mo.share()
    assert card.whose.said == "Omar is Sam’s IRO."
    assert not card.done.isVisible(), "it is done, and no longer to be done"
    mo.look("moved-0-given")


def _type_a_note(office: Office, nadia: Sharer) -> None:
    nadia.waymark.open_review(office.family.review_id)
    nadia.review.go("A5")
    nadia.click("capture_box")
    nadia.type(TYPED)
    nadia.click("add_note")
    nadia.share()
    assert nadia.said == "All saved on this laptop. 1 change to share when online"


def _card(page: SyncPage) -> HeldCard:
    """What is set aside about Sam, beside what the council itself sets."""
    (card,) = [each for each in page.here.held.cards if "A note" in each.what.said]
    return card


def _her_words_are_set_aside_and_the_child_has_left(nadia: Sharer) -> None:
    assert nadia.program.page.objectName() == "children_page"
    assert "Sam is not among your children any more" in nadia.told
    nadia.look("moved-1-children")
    page = nadia.go_to_sync()
    card = _card(page)
    assert (card.what.said, card.text.said) == ("Sam: A note", TYPED)
    assert card.why.said.startswith("Sam is not among your children any more. You wrote it today")
    assert nadia.said == "Shared at 3:04pm. Nothing waiting"
    nadia.look("moved-2-set-aside")
    folder = nadia.program.folder
    assert search(folder, bytes(unlock.unlock(folder, PASSPHRASE)), NAMES) == {}


def _omar_adds_them_to_the_record(omar: Sharer) -> None:
    page = omar.go_to_sync()
    omar.share()
    omar.qtbot.waitUntil(lambda: bool(page.here.held.cards))
    card = _card(page)
    assert card.text.said == TYPED
    assert card.why.said.startswith("Nadia wrote this ")
    assert card.why.said.endswith("before the record went to somebody else: add to the record?")
    omar.look("moved-3-omar")
    with omar.qtbot.waitSignal(omar.sharing.round_ended, timeout=ROUND_MS):
        omar.press_named("Add to the record")
    omar.settle()
    assert omar.one("SELECT count(*) FROM note WHERE words = ?", TYPED) == 1
    assert page.here.held.cards == []


def _she_hears_of_it(nadia: Sharer) -> None:
    nadia.share()
    card = _card(nadia.go_to_sync())
    assert card.why.said == "It was added to the record."
    assert not card.drop_button.isVisible()
    nadia.look("moved-5-added")
