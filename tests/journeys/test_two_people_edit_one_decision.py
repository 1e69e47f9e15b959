"""Two people change one decision at the same time: both versions are kept, and one chooses."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.sharing import ROUND_MS, Office, Sharer
from tests.shared_council import SharedCouncil
from ui.meeting.decision_slot import DecisionSlot
from ui.meeting.decisions_page import DecisionsPage
from ui.parts.text_field import GrowingText
from ui.sync.needs_you_page import NeedsYouPage
from ui.sync.version_card import VersionCard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

DECIDED = "Sam sleeps at Nana Bea’s"
HERS, RUTHS = " every other Saturday", " for one night"
WHAT = "SELECT what FROM decision WHERE id = ?"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(qtbot: QtBot, council: SharedCouncil, tmp_path: Path) -> Iterator[Office]:
    with Office(qtbot, council, tmp_path) as made:
        made.join("nadia", with_sam=True)
        made.join("ruth", "manager")
        yield made


def test_two_people_edit_one_decision(office: Office) -> None:
    nadia, ruth = office.open("nadia"), office.open("ruth")
    decision = _decide(office, nadia)
    ruth.share()
    _open_decisions(office, ruth)
    for each, words in ((nadia, HERS), (ruth, RUTHS)):
        _type_at_the_end(each, decision, words)
    ruth.share()
    nadia.share()
    _nothing_moved_under_her_cursor(nadia, decision)
    _ruths_words_are_shown_beside_hers(nadia)
    _choose_both(nadia, decision)
    nadia.share()
    ruth.share()
    _ruth_leaves_hers(ruth, decision)
    _all_is_settled(office, nadia, ruth, decision)


def _open_decisions(office: Office, person: Sharer) -> None:
    person.come_forward()
    person.waymark.open_review(office.family.review_id)
    person.review.go("A11")
    person.settle()


def _decide(office: Office, nadia: Sharer) -> str:
    """Write a decision as it is made in the meeting, and share it."""
    _open_decisions(office, nadia)
    nadia.click("capture_box")
    nadia.type(f"{DECIDED}\t")
    nadia.type("Alma\t")
    nadia.type("4/9/2026\t")
    nadia.click("add_decision")
    nadia.settle()
    nadia.share()
    return str(nadia.one("SELECT id FROM decision WHERE what = ?", DECIDED))


def _slot(person: Sharer, decision: str) -> DecisionSlot:
    page = person.review.page()
    assert isinstance(page, DecisionsPage)
    return page.decisions.slots[decision]


def _type_at_the_end(person: Sharer, decision: str, words: str) -> None:
    """Open the decision, type behind its words, and wait until that is in the record."""
    slot = _slot(person, decision)
    person.click_on(slot.edit_button)
    person.type(words)
    person.qtbot.waitUntil(
        lambda: person.one(WHAT, decision) == f"{DECIDED}{words}", timeout=ROUND_MS
    )
    person.settle()


def _box(person: Sharer, decision: str) -> GrowingText:
    box = _slot(person, decision).editor().what.control
    assert isinstance(box, GrowingText)
    return box


def _nothing_moved_under_her_cursor(nadia: Sharer, decision: str) -> None:
    box = _box(nadia, decision)
    assert QApplication.focusWidget() is box
    assert box.toPlainText() == f"{DECIDED}{HERS}"
    assert box.textCursor().position() == len(f"{DECIDED}{HERS}")
    assert nadia.said == "1 needs you. Both versions are safe"
    assert any(each.startswith("Ruth changed this at ") for each in nadia.told)


def _ruths_words_are_shown_beside_hers(nadia: Sharer) -> None:
    nadia.look("two-1-told")
    nadia.click("show_theirs")
    assert "What Ruth wrote" in nadia.told
    nadia.look("two-2-theirs")


def _choose_both(nadia: Sharer, decision: str) -> None:
    """Go from the row to both versions, keep both, and be back at the decision."""
    nadia.press_named("Show both")
    page = nadia.program.page
    assert isinstance(page, NeedsYouPage)
    versions = {each.words.said for each in page.findChildren(VersionCard)}
    assert versions == {f"{DECIDED}{HERS}", f"{DECIDED}{RUTHS}"}
    nadia.look("two-3-versions")
    nadia.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    nadia.look("two-4-both")
    nadia.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    nadia.settle()
    nadia.look("two-5-used")
    assert nadia.state.waiting == 2, "the decision and the choice wait to be shared"
    nadia.press_named("Back", page.nothing)
    nadia.settle()
    assert nadia.review.step == "A11"
    assert nadia.said == "All saved on this laptop. 2 changes to share"


def _ruth_leaves_hers(ruth: Sharer, decision: str) -> None:
    """Ruth sees that it was changed while hers is open, and leaves it."""
    assert _box(ruth, decision).toPlainText() == f"{DECIDED}{RUTHS}"
    assert any(each.startswith("Nadia changed this at ") for each in ruth.told)
    ruth.come_forward()
    ruth.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    ruth.settle()


def _shows(person: Sharer, decision: str, words: str) -> bool:
    return _slot(person, decision).what.said == words


def _all_is_settled(office: Office, nadia: Sharer, ruth: Sharer, decision: str) -> None:
    both = f"{DECIDED}{RUTHS}\n{DECIDED}{HERS}"
    for each in (nadia, ruth):
        assert each.one(WHAT, decision) == both
        each.qtbot.waitUntil(partial(_shows, each, decision, both), timeout=ROUND_MS)
        assert each.said == "Shared at 3:04pm. Nothing waiting"
    ruth.look("two-6-ruth")
    office.assert_equal(nadia, ruth)
    typed = office.council.admin.execute(
        "SELECT c.patch->'what'->>1 FROM waymark.change c WHERE c.row_id = %s ORDER BY c.seq",
        (decision,),
    ).fetchall()
    assert [words for (words,) in typed] == [DECIDED, f"{DECIDED}{RUTHS}", both]
    assert office.council.one("SELECT data->>'mine' FROM waymark.row"
                              " WHERE table_name = 'conflict'") == f"{DECIDED}{HERS}"  # fmt: skip
