"""What is protected after a release holds the copies that wait, on every laptop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from letters.disclosure.hit import Hit
from letters.out.print_run import WhyNot
from letters.where_it_goes import ON_ADDRESS_SHEET
from models.held_copies import HeldByAnother, HoldStands
from models.people import Person
from models.protected import ProtectedFact
from models.protecting import protect
from models.readers_of_papers import reader_of
from models.sending import NewStep, note_step, take_back
from models.sending_queue import CopyLine, CopyState, one_copy, queue
from models.sending_steps import Step
from models.sync.registry import SUPPORT
from tests import released, sample
from tests.typing_keys import type_text
from tests.ui.shown import shown
from tests.ui.sync.part_of_a_record import Sam, desk_of, said
from ui.caseload.sending_part import sending_lines
from ui.desk import Desk
from ui.send.copies_hits import HitRow, HitShown
from ui.send.copies_watch import CopiesWatch
from ui.send.queue_acts import Act
from ui.send.queue_step_form import Filled
from ui.send.reading_again import found_in, hold_found
from ui.send.run_making import prepare
from ui.send.send_page import SendPage

FACT = "Friends come on Fridays"
BUSINESS = "019a0000-0000-7000-8000-00000000bea0"
HELD = "Held today: something in it is now kept from this person."


@pytest.fixture
def mums(sam: Sam) -> str:
    """Give the id of her mother's copy of the record, which says this and waits to be printed."""
    return released.release(*sam, "mum", pages=released.pages(FACT))


@pytest.fixture
def desk(sam: Sam, mums: str, qapp: object) -> Iterator[Desk]:
    """Give the desk of the chair."""
    with desk_of(sam, "") as desk:
        yield desk


def _protect(sam: Sam, words: str = FACT) -> None:
    with sam[0].saving(sam[1].iro_id) as session:
        fact = protect(session, sam[1].child_id, "other", words)
        session.get_one(ProtectedFact, fact).tag = "R1"


def _copy(sam: Sam, copy_id: str) -> CopyLine:
    with sam[0].reading() as connection:
        return one_copy(connection, copy_id)


def _page(qtbot: QtBot, desk: Desk) -> SendPage:
    page = SendPage(desk)
    qtbot.addWidget(page)
    page.resize(1282, 736)
    shown(qtbot, page)
    page.enter()
    return page


def _is_held(qtbot: QtBot, sam: Sam, copy_id: str) -> None:
    qtbot.waitUntil(lambda: _copy(sam, copy_id).state is CopyState.STOPPED)


def test_a_change_on_the_chairs_laptop_holds_what_waits_and_every_row_says_why(
    qtbot: QtBot, sam: Sam, desk: Desk, mums: str
) -> None:
    watch = CopiesWatch(desk)
    watch.read()
    _protect(sam)
    watch.read()  # both are one after the other on the worker
    qtbot.waitUntil(lambda: not desk.background.is_busy)
    watch.read()
    _is_held(qtbot, sam, mums)
    watch.end()
    page = _page(qtbot, desk)
    assert HELD in said(page)
    assert page.people.take_back.isHidden()
    assert {Act.PRINT, Act.NEW_ADDRESS, Act.SENT, Act.SAVE, Act.RIGHT}.isdisjoint(
        page.people.buttons
    )


def test_nobody_else_takes_the_hold_back_or_says_that_it_is_right(sam: Sam, mums: str,
                                                                 desk: Desk) -> None:  # fmt: skip
    _protect(sam)
    page = SendPage(desk)
    page.noting.note(_copy(sam, mums), Filled(Step.PRINTED, desk.today(), "", ""))
    copy = _copy(sam, mums)
    assert copy.state is CopyState.STOPPED and copy.last is not None
    for act in (
        lambda session: take_back(session, copy.last.id),
        lambda session: note_step(session, mums, NewStep(Step.CHECKED, desk.today()), BUSINESS),
    ):
        with pytest.raises(HeldByAnother), sam[0].saving(BUSINESS) as session:
            act(session)
    with pytest.raises(HoldStands), sam[0].saving(sam[1].iro_id) as session:
        take_back(session, copy.last.id)
    page.deleteLater()


def test_the_chair_says_why_it_may_go_and_it_is_not_held_again(
    qtbot: QtBot, sam: Sam, desk: Desk, mums: str
) -> None:
    _protect(sam)
    page = _page(qtbot, desk)
    page.noting.note(_copy(sam, mums), Filled(Step.PRINTED, desk.today(), "", ""))
    page.people.buttons[Act.LET_GO].click()
    type_text(qtbot, page.people.form.words.control, "Rosa asks them herself.")
    QTest.keyClick(page.people.form.words.control, Qt.Key.Key_Return)
    assert _copy(sam, mums).state is CopyState.TO_PRINT
    assert found_in(sam[0], (_copy(sam, mums),)) == {}
    _protect(sam, "Friends come")
    assert found_in(sam[0], (_copy(sam, mums),))


def test_today_says_that_a_copy_is_held_and_a_printed_one_is_to_be_destroyed(
    sam: Sam, desk: Desk, mums: str
) -> None:
    with sam[0].saving(BUSINESS) as session:
        note_step(session, mums, NewStep(Step.PRINTED, desk.today()), BUSINESS)
    _protect(sam)
    hold_found(desk, found_in(sam[0], (_copy(sam, mums),)))
    with sam[0].reading() as connection:
        lines = queue(connection, desk.today(), desk.calendar)
    assert sending_lines(lines, BUSINESS)[0].task == "1 copy is held"
    copy = _copy(sam, mums)
    assert copy.is_to_destroy and copy.last is not None
    assert copy.last.note in HELD


def test_a_find_where_a_copy_goes_is_not_left_out_of_any_words(qtbot: QtBot, sam: Sam) -> None:
    sheet = sample.sheet(*sam)
    reader = reader_of(sheet, sam[1].people["mum"])
    assert reader is not None
    hit = Hit("k" * 64, "f", "address", "4 Holm Lane", None, (), ON_ADDRESS_SHEET, "exact", "")
    row = HitRow(HitShown((hit,), reader, "Sam", None))
    qtbot.addWidget(row)
    row.show()
    assert not row.out_button.isVisible()
    assert row.stand_button.isVisible()
    assert any(each.startswith("Change the way or the address") for each in said(row))


def test_no_file_is_written_of_what_must_not_go(
    qtbot: QtBot, sam: Sam, desk: Desk, mums: str, tmp_path: Path
) -> None:
    _protect(sam)
    page = _page(qtbot, desk)
    page.out.save_into(tmp_path, _copy(sam, mums))
    _is_held(qtbot, sam, mums)
    assert [each for each in tmp_path.iterdir() if each.suffix == ".pdf"] == []


def test_a_print_run_leaves_it_out_and_says_so(sam: Sam, desk: Desk, mums: str) -> None:
    other = released.release(*sam, "mum", kind="decisions")
    _protect(sam)
    with sam[0].reading() as connection:
        lines = queue(connection, desk.today(), desk.calendar)
    run = prepare(sam[0], lines, (mums, other))
    assert [one.copy_ids for one in run.sets] == [(other,)]
    assert run.not_in_it == {mums: WhyNot.HELD}
    assert set(run.held) == {mums}


def test_business_support_holds_no_facts_but_sees_a_new_address_that_is_kept_from_her(
    qtbot: QtBot, sam: Sam, mums: str, qapp: object
) -> None:
    with sam[0].saving(sam[1].iro_id) as session:
        carer = session.get_one(Person, sam[1].people["carer"])
        carer.address, carer.address_kinds = "4 Holm Lane\nPenhallow\nPH2 2BB", ["R1"]
    with sam[0].saving(BUSINESS) as session:
        for step in (Step.PRINTED, Step.POSTED):
            note_step(session, mums, NewStep(step, released.RELEASED_AT.date()), BUSINESS)
    with desk_of(sam, SUPPORT) as desk:
        assert found_in(desk.database, (_copy(sam, mums),)) == {}
        page = _page(qtbot, desk)
        again = Filled(Step.SENT_AGAIN, desk.today(), "Gone away", "4 Holm Lane, PH2 2BB")
        assert not page.noting.note(_copy(sam, mums), again)
        elsewhere = Filled(Step.SENT_AGAIN, desk.today(), "Gone away", "9 Ferry Road, PH1 4AA")
        assert page.noting.note(_copy(sam, mums), elsewhere)
