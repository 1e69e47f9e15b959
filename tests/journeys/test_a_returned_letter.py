"""A record comes back from an old address, and goes again, with a reason, to the new one only."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.sending_queue import CopyState, one_copy
from tests import released
from tests.journeys import shared_folders
from tests.journeys.keyboard import KEY
from tests.journeys.playing import Clock
from tests.journeys.sending import Sending
from tests.real_program import running
from ui.child.child_page import ChildPage
from ui.send.queue_lists import Which

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

OLD, NEW = "14 Quarry Lane", "2 Mill Row\nPenhallow\nPE1 9ZZ"
ME = "Nadia Brightwell"
GONE, WHY = "Not known at this address", "She moved in July and rang us"


def test_a_record_comes_back_and_goes_to_the_new_address(qtbot: QtBot, tmp_path: Path) -> None:
    folder, clock = tmp_path / "record", Clock()
    made = shared_folders.sam(folder)
    with shared_folders.opened(folder, clock) as database:
        copy_id = released.release(database, made, "mum")
    with running(qtbot, folder, clock) as program:
        at = Sending(program, tmp_path / "tray")
        _print_and_post(at, copy_id)
        clock.on(days=12)
        _note_that_it_came_back(at, copy_id)
        clock.on(days=1)
        _send_again(at, copy_id)
        _print_for_the_new_address(at, copy_id)
        _the_pane_tells_all_of_it(at, copy_id)
        program.waymark.open_child(made.child_id)
        page = program.page
        assert isinstance(page, ChildPage)
        at.look("returned-4-timeline")
        told = [entry.happening.sentence for entry in page.timeline.entries]
        for words in (
            f"Record on its way again, today. To Rosa Tillbrook, parent, review 2: {WHY}",
            f"Record came back, Monday 24 August. From Rosa Tillbrook, parent, review 2: {GONE}",
        ):
            assert words in told, told


def _state(at: Sending, copy_id: str) -> CopyState:
    with at.database.reading() as connection:
        return one_copy(connection, copy_id).state


def _print_and_post(at: Sending, copy_id: str) -> None:
    at.choose_printer()
    at.press(KEY.Key_P, ctrl=True)
    at.is_asked()
    at.press(KEY.Key_Return)
    assert OLD in at.sheets[0]
    at.go_to(copy_id)
    at.press(KEY.Key_S, KEY.Key_Return)
    assert _state(at, copy_id) is CopyState.SENT


def _note_that_it_came_back(at: Sending, copy_id: str) -> None:
    page = at.go()
    assert page.nothing.isVisible()
    at.click(page.chips.chip(Which.SENT))
    at.go_to(copy_id)
    at.look("returned-1-sent")
    at.press(KEY.Key_B)
    at.press(KEY.Key_Return)
    assert page.people.form.words.error.said == "Say why it came back."
    at.type(GONE)
    at.press(KEY.Key_Return)
    assert _state(at, copy_id) is CopyState.RETURNED
    assert page.chips.chip(Which.CAME_BACK).text() == "Came back 1"


def _send_again(at: Sending, copy_id: str) -> None:
    page = at.go()
    at.click(page.chips.chip(Which.CAME_BACK))
    at.go_to(copy_id)
    at.press(KEY.Key_A)
    at.type(WHY)
    at.press(KEY.Key_Tab)
    assert at.at is page.people.form.address.control
    at.type(NEW)
    at.look("returned-2-again")
    at.press(KEY.Key_Tab, KEY.Key_Space)
    assert _state(at, copy_id) is CopyState.TO_PRINT


def _print_for_the_new_address(at: Sending, copy_id: str) -> None:
    at.click(at.page.chips.chip(Which.TO_SEND))
    at.go_to(copy_id)
    before = len(at.sheets)
    at.press(KEY.Key_P, ctrl=True)
    at.is_asked()
    at.press(KEY.Key_Return)
    envelope, *paper = at.sheets[before:]
    assert "2 Mill Row" in envelope and "PE1 9ZZ" in envelope and "Rosa Tillbrook" in envelope
    assert OLD not in "\n".join([envelope, *paper])
    assert paper == at.sheets[1:before], "the same pages went again"
    at.go_to(copy_id)
    at.press(KEY.Key_S, KEY.Key_Return)
    assert _state(at, copy_id) is CopyState.SENT


def _the_pane_tells_all_of_it(at: Sending, copy_id: str) -> None:
    at.click(at.page.chips.chip(Which.SENT))
    at.go_to(copy_id)
    at.look("returned-3-told")
    assert at.page.people.history.said.split("\n") == [
        "Goes to: 2 Mill Row, Penhallow, PE1 9ZZ",
        f"Printed Wednesday 12 August by {ME}",
        f"Posted Wednesday 12 August by {ME}",
        f"Came back Monday 24 August, noted by {ME}: {GONE}",
        f"To be sent again today, asked by {ME}: {WHY}",
        f"Printed today by {ME}",
        f"Posted today by {ME}",
    ]
