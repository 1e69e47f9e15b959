"""Only what is to print, to post or to e-mail; a whole run posted at once; a lost address."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.sending import NewStep, note_step
from models.sending_queue import CopyState, copies_of
from models.sending_steps import Step
from models.sync.registry import SUPPORT
from tests import released, sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from tests.ui.sync.part_of_a_record import Sam, desk_of, refused, said
from ui.appearance import appearance
from ui.desk import Desk
from ui.send.queue_acts import Act
from ui.send.queue_lists import Which
from ui.send.send_page import SendPage


@pytest.fixture
def copies(sam: Sam) -> dict[str, str]:
    """Give copies of which two came out in one run, and one in an earlier one."""
    found = released.release_all(*sam)
    found["earlier"] = released.release(*sam, "mum", kind="letter")
    found["beside"] = released.release(*sam, "mum", kind="decisions")
    for name, run in (("earlier", "run 1"), ("mum", "run 2"), ("beside", "run 2")):
        new = NewStep(Step.PRINTED, sample.NOW.date(), run_id=run)
        with sam[0].saving(sam[1].iro_id) as session:
            note_step(session, found[name], new, sam[1].iro_id)
    return found


@pytest.fixture
def page(qtbot: QtBot, sam: Sam, copies: dict[str, str], qapp: object) -> Iterator[SendPage]:
    """Show the place Send to business support."""
    with desk_of(sam, SUPPORT) as desk:
        page = SendPage(desk)
        qtbot.addWidget(page)
        page.resize(1282, 736)
        shown(qtbot, page)
        page.enter()
        yield page


def _states(desk: Desk, made: sample.Sample, *ids: str) -> list[CopyState]:
    with desk.database.reading() as connection:
        found = {each.id: each.state for each in copies_of(connection, made.earlier_review_id)}
    return [found[each] for each in ids]


def test_only_what_is_to_be_posted_is_shown_and_all_again(
    page: SendPage, copies: dict[str, str]
) -> None:
    chip = page.ways.chips.chip(CopyState.TO_POST)
    assert chip.text() == "To post 3"
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert set(page.people.rows) == {copies["mum"], copies["earlier"], copies["beside"]}
    page.ways.chips.chip(CopyState.TO_EMAIL).click()
    assert set(page.people.rows) == {copies["worker"]}
    page.ways.chips.chip(CopyState.TO_EMAIL).click()
    assert len(page.people.rows) == 5


def test_a_run_that_came_out_is_posted_in_one_press_and_undone(
    page: SendPage, copies: dict[str, str], sam: Sam
) -> None:
    run, desk = (copies["mum"], copies["beside"]), page._desk
    assert page.ways.run_button.text() == "Mark the printed run as posted: 2 copies"
    page.ways.run_button.click()
    assert _states(desk, sam[1], *run) == [CopyState.SENT] * 2
    assert _states(desk, sam[1], copies["earlier"]) == [CopyState.TO_POST]
    assert "paper_copy.state" not in refused(desk.database, SUPPORT)
    page.notices._shown["undo"].action.click()
    assert _states(desk, sam[1], *run) == [CopyState.TO_POST] * 2


def test_who_has_no_address_is_given_one_or_handed_it_over(
    page: SendPage, sam: Sam, qtbot: QtBot
) -> None:
    lost = released.release(*sam, "worker", kind="decisions", way="post", address="")
    page.reload()
    page.people.choose(lost)
    row = page.people.rows[lost]
    assert "No address stands on it." in said(page) and "No address" in row.accessibleName()
    assert page.people.buttons[Act.PRINT].reason.said == "No address stands on it."
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_N)
    form = page.people.form
    assert form.address.control.hasFocus()
    form.note_button.click()
    assert form.address.error.said == "Say where it goes."
    type_text(qtbot, form.address.control, "2 Mill Row")
    form.note_button.click()
    assert "Goes to: 2 Mill Row" in page.people.history.said
    assert "Given a new address today by " in page.people.history.said
    assert not page.people.buttons[Act.PRINT].is_off
    page.people.focus_chosen()
    QTest.keyClick(page.people.rows[lost], Qt.Key.Key_H)
    form.note_button.click()
    assert page.people.rows[lost].what.said == "Decisions. By hand"
    assert {each for each in refused(sam[0], SUPPORT) if "paper_copy" not in each} == set()


def test_who_is_to_be_invited_stands_under_its_chip(page: SendPage, qtbot: QtBot) -> None:
    page.chips.chip(Which.TO_INVITE).click()
    part = page.to_invite
    assert part is not None
    qtbot.waitUntil(part.isVisible)
    page.chips.chip(Which.TO_INVITE).setFocus()
    QTest.keyClick(page.chips.chip(Which.TO_INVITE), Qt.Key.Key_Down)
    assert part.rows[0].hasFocus() and page._which is Which.TO_INVITE
    assert not page.queue.isVisible()
    with qtbot.waitSignal(page.convening_opened):
        part.rows[0].opened.emit()


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize(("theme", "size"), [("contrast", 100), ("dark", 200)])
def test_no_words_are_cut_off(
    page: SendPage, copies: dict[str, str], theme: str, size: int
) -> None:
    appearance().apply(theme, size)
    page.people.choose(copies["worker"])
    page.people.ask(Step.NEW_ADDRESS)
    settle()
    assert cut_off(page) == []
    page.people.compare()
    page.people.look.show()
    settle()
    assert cut_off(page) == []
    assert unnamed(page) == []
