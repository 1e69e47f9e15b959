"""The place Send, by keys and clicks: the queue, the people, the pages, and what is noted."""

from collections.abc import Iterator
from datetime import date
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.drafts import read_drafts
from models.releasing import withdraw
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
    """Give the copies of Sam's earlier review, whose clocks of sending still run."""
    with sam[0].sharing() as hand:
        hand.connection.execute("delete from milestone")
    return released.release_all(*sam)


@pytest.fixture
def desk(sam: Sam, copies: dict[str, str], qapp: object) -> Iterator[Desk]:
    """Give the desk of business support."""
    with desk_of(sam, SUPPORT) as desk:
        yield desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SendPage:
    """Show the place Send."""
    return _page(qtbot, desk)


def _page(qtbot: QtBot, desk: Desk) -> SendPage:
    page = SendPage(desk)
    qtbot.addWidget(page)
    page.resize(1282, 736)
    shown(qtbot, page)
    page.enter()
    return page


def _state(database: Database, made: sample.Sample, copy_id: str) -> CopyState:
    with database.reading() as connection:
        found = copies_of(connection, made.earlier_review_id)
    return next(each.state for each in found if each.id == copy_id)


def _folder(beside: Path) -> Path:
    folder = beside / "a stick"
    folder.mkdir(exist_ok=True)
    return folder


def _printed(page: SendPage) -> None:
    """Note by keys that the copy shown was printed elsewhere."""
    _press(page, Qt.Key.Key_M)
    form = page.people.form
    form.day.control.selectAll()
    QTest.keyClicks(form.day.control, "11 august")
    QTest.keyClick(form.day.control, Qt.Key.Key_Return)


def _press(page: SendPage, key: Qt.Key) -> None:
    focused = page.window().focusWidget()
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, key)


def test_it_says_what_waits_and_how_late_it_is(page: SendPage, sam: Sam, desk: Desk) -> None:
    released.release(*sam, "mum", review_id=sam[1].review_id, due_on=date(2026, 8, 10))
    page.reload()
    settle()
    assert page.summary.said == "4 copies to send, 1 late."
    words = said(page)
    assert {"Late", "Due today", "2 days late", "Today"} <= {*words}
    assert "Letter and record, 3 people" in words
    assert page.chips.chip(Which.TO_SEND).text() == "To send 4"
    assert unnamed(page) == []


def test_arrows_go_from_the_queue_to_the_people_to_the_pages_and_back(
    page: SendPage, copies: dict[str, str], qtbot: QtBot
) -> None:
    (row,) = page.queue.rows.values()
    assert row.hasFocus()
    _press(page, Qt.Key.Key_Right)
    assert page.people.rows[copies["child"]].hasFocus()
    _press(page, Qt.Key.Key_Down)
    assert page.people.rows[copies["mum"]].hasFocus()
    assert page.preview.copy_id == copies["mum"]
    assert page.preview.title.said == "The copy for Rosa Tillbrook, parent"
    _press(page, Qt.Key.Key_Right)
    assert page.preview.view.hasFocus()
    qtbot.waitUntil(lambda: page.preview.page.said == "Page 1 of 2")
    for _back in range(2):
        _press(page, Qt.Key.Key_Left)
    assert row.hasFocus()


def test_a_copy_is_marked_as_posted_by_keys_and_taken_back(
    page: SendPage, copies: dict[str, str], sam: Sam, desk: Desk, qtbot: QtBot
) -> None:
    page.people.rows[copies["mum"]].setFocus()
    _press(page, Qt.Key.Key_S)  # it was never printed
    assert page.people.form.isHidden()
    assert page.people.buttons[Act.SENT].reason.said.endswith("when it is printed.")
    _printed(page)
    _press(page, Qt.Key.Key_S)
    assert page.people.form.isVisible() and page.people.form.day.control.hasFocus()
    page.people.form.day.control.selectAll()
    type_text(qtbot, page.people.form.day.control, "11 august")
    QTest.keyClick(page.people.form.day.control, Qt.Key.Key_Return)
    assert _state(*sam, copies["mum"]) is CopyState.SENT
    assert page.people.form.isHidden()
    assert "Rosa Tillbrook, parent: Posted today" not in said(page)
    assert page.people.rows[copies["mum"]].state.said == "Posted Tuesday 11 August"
    assert refused(desk.database, SUPPORT) == []
    assert "Posted Tuesday 11 August by" in page.people.history.said
    page.people.take_back.click()
    assert _state(*sam, copies["mum"]) is CopyState.TO_POST
    assert refused(desk.database, SUPPORT) == []


def test_handing_over_asks_to_whom_and_esc_leaves_it(
    page: SendPage, copies: dict[str, str], sam: Sam, qtbot: QtBot
) -> None:
    page.people.rows[copies["child"]].setFocus()
    _press(page, Qt.Key.Key_S)
    form = page.people.form
    assert form.words.control.hasFocus()
    QTest.keyClick(form.words.control, Qt.Key.Key_Return)
    assert form.words.error.said == "Say who it was handed to."
    QTest.keyClick(form.words.control, Qt.Key.Key_Escape)
    assert form.isHidden() and page.people.rows[copies["child"]].hasFocus()
    _press(page, Qt.Key.Key_S)
    type_text(qtbot, form.words.control, "Sam, at school")
    QTest.keyClick(form.words.control, Qt.Key.Key_Return)
    assert _state(*sam, copies["child"]) is CopyState.SENT
    assert page.people.rows[copies["child"]].state.said == "Handed over today to Sam, at school"


def test_a_copy_cannot_be_marked_as_sent_while_its_second_look_is_missing(
    qtbot: QtBot, sam: Sam, copies: dict[str, str]
) -> None:
    released.want_second_look(sam[0])
    with desk_of(sam, "") as desk:
        page = _page(qtbot, desk)
        page.people.rows[copies["mum"]].setFocus()
        _press(page, Qt.Key.Key_S)
        assert page.people.form.isHidden()
        button = page.people.buttons[Act.SENT]
        assert button.is_off
        assert button.reason.said.startswith("You released this copy.")
        assert Act.RIGHT not in page.people.buttons
        assert page.print_button.is_off
        assert page.why_off.isVisible()
        assert page.why_off.said == "Nothing to print: 3 copies wait for a second look."


def test_a_colleague_looks_and_says_right_words_right_person(
    qtbot: QtBot, sam: Sam, copies: dict[str, str]
) -> None:
    released.want_second_look(sam[0])
    with sam[0].sharing() as hand:
        hand.connection.execute(
            "update paper_copy set created_by = 'x', released_by = 'x', left_out = 2"
        )
    with desk_of(sam, "") as desk:
        page = _page(qtbot, desk)
        page.people.rows[copies["mum"]].setFocus()
        _press(page, Qt.Key.Key_C)
        type_text(qtbot, page.people.form.words.control, "Alma’s street is in it")
        QTest.keyClick(page.people.form.words.control, Qt.Key.Key_Return)
        assert _state(*sam, copies["mum"]) is CopyState.STOPPED
        page.people.rows[copies["mum"]].setFocus()
        _press(page, Qt.Key.Key_R)
        assert _state(*sam, copies["mum"]) is CopyState.STOPPED  # nothing was compared yet
        look = page.people.look
        assert look.isVisible()
        assert look.compared.said == (
            "For: Rosa Tillbrook, parent\nPost: 14 Quarry Lane, Penhallow, PE1 4QQ\n"
            "2 parts are left out."
        )
        qtbot.waitUntil(look.pages.isVisible)
        right = page.people.buttons[Act.RIGHT]
        assert (right.is_off, right.reason.said) == (True, "1 page is not seen yet.")
        page.preview.focus_pages()
        _press(page, Qt.Key.Key_R)
        assert _state(*sam, copies["mum"]) is CopyState.STOPPED
        for _down in range(9):
            QTest.keyClick(page.preview.view, Qt.Key.Key_PageDown)
        assert look.is_done and not right.is_off
        QTest.keyClick(page.preview.view, Qt.Key.Key_R)
        assert _state(*sam, copies["mum"]) is CopyState.TO_PRINT
        assert not look.isVisible()


def test_what_came_back_stands_in_its_list_and_is_sent_again(
    page: SendPage, copies: dict[str, str], sam: Sam, desk: Desk, qtbot: QtBot
) -> None:
    page.people.rows[copies["mum"]].setFocus()
    _printed(page)
    for key, words in (
        (Qt.Key.Key_S, ""), (Qt.Key.Key_B, "Gone away"), (Qt.Key.Key_A, "She moved"),
    ):  # fmt: skip
        _press(page, key)
        form = page.people.form
        if words:
            type_text(qtbot, form.words.control, words)
        if key == Qt.Key.Key_A:
            type_text(qtbot, form.address.control, "2 Mill Row")
        if key == Qt.Key.Key_B:
            QTest.keyClick(form.words.control, Qt.Key.Key_Return)
            assert page.chips.chip(Which.CAME_BACK).text() == "Came back 1"
            page.chips.chip(Which.CAME_BACK).click()
            page.people.rows[copies["mum"]].setFocus()
            continue
        form.note_button.click()
    assert _state(*sam, copies["mum"]) is CopyState.TO_PRINT
    page.chips.chip(Which.TO_SEND).click()
    page.people.choose(copies["mum"])
    assert "Goes to: 2 Mill Row" in page.people.history.said
    assert refused(desk.database, SUPPORT) == []


def test_the_last_copy_meets_the_clock_and_late_papers_are_asked_why(
    page: SendPage, copies: dict[str, str], sam: Sam, desk: Desk, qtbot: QtBot
) -> None:
    for reader in ("mum", "worker"):
        assert page.why_late.isHidden()
        page.people.choose(copies[reader])
        page.people.focus_chosen()
        if reader == "mum":
            _printed(page)
        page.act(Act.SENT, copies[reader])
        page.people.form.note_button.click()
    assert page.why_late.isVisible()
    assert page.why_late.title.words.said.startswith("The record was due to everybody by Monday")
    QTest.keyClick(page.why_late.why.control, Qt.Key.Key_Return)
    assert page.why_late.why.has_error
    type_text(qtbot, page.why_late.why.control, "The printer was broken")
    QTest.keyClick(page.why_late.why.control, Qt.Key.Key_Return)
    assert page.why_late.isHidden()
    with desk.database.reading() as connection:
        row = connection.execute("select clock, met_on, note from milestone").fetchall()
    assert row == [("T36", "2026-08-12", "The printer was broken")]
    assert refused(desk.database, SUPPORT) == []


def test_an_e_mail_draft_holds_the_pages_and_nobodys_name(
    page: SendPage, copies: dict[str, str], sam: Sam, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page.people.choose(copies["worker"])
    copy = page.people.copy
    assert copy is not None
    with qtbot.waitSignal(page.out.told):
        page.out.draft_into(_folder(tmp_path), (copy,))
    (file,) = _folder(tmp_path).iterdir()
    message = BytesParser(policy=policy.default).parsebytes(file.read_bytes())
    assert message["To"] == "samir@example.org"
    assert message["X-Unsent"] == "1"
    (paper,) = message.iter_attachments()
    assert paper.get_content() == released.pages()
    for name in ("Sam", "Samir", "Tillbrook"):
        assert name not in f"{file.name} {message['Subject']} {paper.get_filename()}"
    assert page.people.rows[copy.id].state.said == "The e-mail draft is made; it is to be sent"


def test_the_file_is_saved_as_released_and_one_that_was_changed_is_not(
    page: SendPage, copies: dict[str, str], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page.people.choose(copies["mum"])
    copy = page.people.copy
    assert copy is not None
    with qtbot.waitSignal(page.out.told):
        page.out.save_into(_folder(tmp_path), copy)
    (file,) = _folder(tmp_path).iterdir()
    assert file.read_bytes() == released.pages()
    with desk.database.sharing() as hand:
        hand.connection.execute("update paper_copy set pages = ?", (b"other",))
    with qtbot.waitSignal(page.out.troubled):
        page.out.save_into(_folder(tmp_path), copy)
    settle()
    assert "The stored pages do not match the digest taken when they were issued" in said(page)


def test_pages_that_have_not_come_are_said_in_words_and_asked_for(
    qtbot: QtBot, sam: Sam, desk: Desk
) -> None:
    with desk.database.sharing() as hand:
        hand.connection.execute("update paper_copy set pages = null")
    page = _page(qtbot, desk)
    qtbot.waitUntil(page.preview.trouble.isVisible)
    assert "have not come to this laptop yet" in page.preview.trouble.said
    with desk.database.reading() as connection:
        wanted = connection.execute("select value from laptop_fact where name = 'sharing wanted'")
        assert "paper_copy" in str(wanted.fetchall())


def test_with_nothing_to_send_it_says_so(qtbot: QtBot, sam: Sam, qapp: object) -> None:
    with desk_of(sam, SUPPORT) as desk:
        page = _page(qtbot, desk)
        assert page.nothing.title.said == "Nothing waits to be sent"
        assert page.summary.said == "0 copies to send, 0 late."


@pytest.mark.parametrize(("theme", "size"), [("light", 200), ("contrast", 100)])
def test_no_words_are_cut_off(
    qtbot: QtBot, desk: Desk, theme: str, size: int, long_words: None
) -> None:
    appearance().apply(theme, size)
    page = _page(qtbot, desk)
    page.act(Act.SENT, page.people.copy.id if page.people.copy else "")
    settle()
    assert cut_off(page) == []


def test_what_is_half_typed_for_a_step_is_found_again_until_it_is_noted(
    page: SendPage, copies: dict[str, str], desk: Desk, sam: Sam, qtbot: QtBot
) -> None:
    page.show_line(next(iter(page.queue.rows)))
    page.people.choose(copies["mum"])
    page.people.ask(Step.WITHDRAWN)
    type_text(qtbot, page.people.form.words.control, "Rosa has moved")
    again = _page(qtbot, desk)  # the journal alone has it yet, as after a cut
    page.flush()
    with sam[0].reading() as connection:
        (draft,) = read_drafts(connection, sam[1].child_id).values()
    assert draft == {"words": "Rosa has moved", "address": ""}
    again.people.choose(copies["child"])
    again.people.ask(Step.WITHDRAWN)
    assert again.people.form.words.text() == ""
    again.people.choose(copies["mum"])
    assert "Half typed and not noted yet: Do not send it any more" in again.people.history.said
    again.people.ask(Step.WITHDRAWN)
    assert again.people.form.words.text() == "Rosa has moved"
    again.people.form.note()
    assert _state(*sam, copies["mum"]) is CopyState.WITHDRAWN
    with sam[0].reading() as connection:
        assert read_drafts(connection, sam[1].child_id) == {}
    assert page.people.form.half_typed.found(page._copy(copies["child"])) == {}
    assert desk.database.journal.newest()[-1].text == ""


def test_what_is_printed_and_withdrawn_stays_until_it_is_taken_out_and_destroyed(
    desk: Desk, copies: dict[str, str], sam: Sam, qtbot: QtBot
) -> None:
    database, made = sam
    mums, today = copies["mum"], desk.today()
    printed = NewStep(Step.PRINTED, today)
    desk.save(lambda session: note_step(session, mums, printed, desk.me.id))
    with database.saving(made.iro_id) as session:
        withdraw(session, mums, made.iro_id, today, "The wrong day is in it.")
    page = _page(qtbot, desk)
    page.people.choose(mums)
    assert page.people.rows[mums].state.said == (
        "Printed, and not to go: take it out and destroy it"
    )
    assert [*page.people.buttons] == [Act.DESTROYED]
    page.people.buttons[Act.DESTROYED].click()
    assert mums not in page.people.rows
    assert _state(*sam, mums) is CopyState.WITHDRAWN
    assert refused(database, SUPPORT) == []


def test_what_two_desks_printed_before_they_heard_of_each_other_says_so(
    desk: Desk, copies: dict[str, str], sam: Sam, qtbot: QtBot
) -> None:
    for run in ("one", "other"):
        new = NewStep(Step.PRINTED, desk.today(), run_id=run)
        desk.save(lambda session, new=new: note_step(session, copies["mum"], new, desk.me.id))
    page = _page(qtbot, desk)
    state = page.people.rows[copies["mum"]].state.said
    assert state == f"Printed 2 times, by {desk.me.name}: send one and destroy the rest"
