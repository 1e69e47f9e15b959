"""What is saved and printed is what is shown: the issued version until something is changed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.document_kind import file_name
from models.issuing import issued_pdf
from tests import sample
from tests.typing_keys import type_text
from tests.ui.letter.conftest import Compose
from ui.letter.composer_page import ComposerPage
from ui.letter.issuing import issue_letter


@pytest.fixture
def issued(qtbot: QtBot, compose: Compose) -> ComposerPage:
    """Open the composer on a letter that was issued once."""
    page, kept = compose(finished=True), list[bool]()
    page.finish.show_letter(page.meeting.composed())
    waiting = [key for key, row in page.finish.rows.items() if row.is_waiting]
    page.meeting.set_all_aside(waiting, "It is so.")
    issue_letter(page.meeting, "", kept.append, _raise)
    qtbot.waitUntil(lambda: bool(kept))
    _wait(qtbot, page)
    return page


def test_the_issued_version_is_shown_and_given_out_until_something_changes(
    qtbot: QtBot, issued: ComposerPage, tmp_path: Path, sam: sample.Sample
) -> None:
    page, name = issued, file_name("letter", sam.review_id, 1)
    assert page.preview.heading.said == "Version 1, as it was issued"
    assert page.preview.live.paper is not None
    assert page.preview.live.paper.places, "a click on its words leads to their line"
    assert _saved(qtbot, page, tmp_path) == f"Version 1 is saved as {name}."
    latest = page.meeting.latest
    assert latest is not None
    with page.meeting.desk.database.reading() as connection:
        assert (tmp_path / name).read_bytes() == issued_pdf(connection, latest.id)

    row = page.lines.rows()[3]
    row.enter()
    type_text(qtbot, row.editor.control, " Well done.")
    page.flush()
    page.meeting.catch_up()
    _wait(qtbot, page)
    assert page.preview.heading.said == "Draft of version 2, which is not issued"
    draft = file_name("letter", sam.review_id, 2, draft=True)
    assert draft.endswith("-version-2-draft.pdf")
    assert _saved(qtbot, page, tmp_path) == f"A draft of version 2 is saved as {draft}."

    page.preview.version_button.click()
    _wait(qtbot, page)
    assert page.preview.heading.said == "Version 1, as it was issued"
    assert _saved(qtbot, page, tmp_path) == f"Version 1 is saved as {name}."
    page.preview.version_button.click()
    _wait(qtbot, page)
    assert page.preview.heading.said.startswith("Draft of version 2")


def test_another_look_of_the_same_words_is_a_change(qtbot: QtBot, issued: ComposerPage) -> None:
    page = issued
    page.meeting.choose("text_size", "24")
    _wait(qtbot, page)
    assert page.preview.heading.said.startswith("Draft of version 2")
    page.meeting.choose("text_size", "usual")
    _wait(qtbot, page)
    assert page.preview.heading.said == "Version 1, as it was issued"
    assert page.preview.version_button.isHidden()


def _wait(qtbot: QtBot, page: ComposerPage) -> None:
    live, background = page.preview.live, page.meeting.desk.background
    live.draw_soon()
    qtbot.waitUntil(lambda: live.is_at_rest and not background.is_busy)


def _saved(qtbot: QtBot, page: ComposerPage, folder: Path) -> str:
    with qtbot.waitSignal(page.out.told) as told:
        page.out.save_into(folder)
    return str(told.args[0]) if told.args else ""


def _raise(failure: Exception) -> None:
    raise failure
