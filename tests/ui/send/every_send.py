"""The place Send in each of its states, for the tests that look at every window."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from models.papers_late import LateSending
from tests import released, sample
from tests.real_program import Program
from ui.send.run_card import GivenSet
from ui.send.send_page import SendPage


def send(program: Program, sam: sample.Sample) -> Iterator[tuple[str, QWidget]]:
    """Show it with copies, with a form, a run, a jam, late papers, and with nothing."""
    window, desk = program.waymark.window, program.waymark.desk
    assert desk is not None
    copies = released.release_all(desk.database, sam)
    page = window.go("send")
    assert isinstance(page, SendPage)
    program.at_rest()
    yield "send", window
    page.people.choose(copies["child"])
    page.act("sent", copies["child"])
    page.people.form.note()
    yield "send, handing over", window
    page.people.close_form()
    page.run.ask_whether_out([GivenSet(1, "Rosa Tillbrook, parent", 3)])
    yield "send, a run", window
    page.run.ask_which()
    yield "send, a jam", window
    page.run.finish()
    page.why_late.ask(sam.review_id, LateSending("T36", sample.REVIEW_ON, sample.REVIEW_ON, ""))
    yield "send, why it was late", window
    page.why_late.hide()
    page.show_list("to_invite")
    yield "send, to invite", window
    page.show_list("came_back")
    yield "send, with nothing", window
