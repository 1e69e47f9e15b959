"""The copies of a review that are opened from Send lead back to Send."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.real_program import make_sam, running
from tests.released import release_all
from ui.send.after_meeting_page import AfterMeetingPage
from ui.send.send_page import SendPage


def test_copies_opened_from_send_go_back_to_send_and_are_found_there_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    sam = make_sam(tmp_path / "record")
    with running(qtbot, tmp_path / "record") as program:
        program.unlock()
        places = program.waymark.places
        release_all(program.waymark.desk.database, sam)
        places.open_send()
        page = program.page
        assert isinstance(page, SendPage)
        page.people.review_asked.emit()
        copies = program.page
        assert isinstance(copies, AfterMeetingPage)
        assert copies.step == "copies"
        where = places.where()
        places.go_back(where)
        copies = program.page
        assert isinstance(copies, AfterMeetingPage)
        copies.leave()
        assert program.page is page
