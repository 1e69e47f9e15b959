"""There is one door by which a letter is issued, and it lets nothing through that waits."""

from pytestqt.qtbot import QtBot

from letters.giving_out import StillToLookAt
from models.document_kind import DocumentKind
from tests import source
from tests.typing_keys import type_text
from tests.ui.letter.conftest import Compose, Read
from ui.letter.composer_page import ComposerPage
from ui.letter.issuing import issue_letter

MAY_FREEZE = {
    "ui/demo_papers.py",  # invented letters of the demo council
    "ui/letter/letter_in_hand.py",
    "ui/letter/other_letter.py",
    "ui/meeting/minutes_card.py",
}


def test_whoever_calls_the_door_is_refused_while_a_warning_waits(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page, failures = compose(finished=True), list[Exception]()
    issue_letter(page.meeting, "", lambda _kept: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], StillToLookAt)
    assert read().documents == ()


def test_what_is_written_while_the_pages_are_made_is_in_what_is_issued(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page, kept = compose(finished=True), list[bool]()
    _answer_all(page)
    issue_letter(page.meeting, "", kept.append, _raise)
    page.meeting.put("review", page.meeting.review_id, "warm_line", "You sang to us all.")
    qtbot.waitUntil(lambda: bool(kept))
    with page.meeting.desk.database.reading() as connection:
        (words,) = connection.execute("select words from document").fetchone()
    assert "You sang to us all." in words
    assert read().latest_document(DocumentKind.LETTER) is not None


def test_a_warning_that_comes_while_the_pages_are_made_stops_them(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page, failures = compose(finished=True), list[Exception]()
    _answer_all(page)
    issue_letter(page.meeting, "", lambda _kept: None, failures.append)
    page.meeting.put("review", page.meeting.review_id, "warm_line", "You sang on 3/5/2026.")
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], StillToLookAt)
    assert read().documents == ()


def test_a_correction_says_why_and_names_the_old_one(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose(finished=True)
    _answer_all(page)
    page.check()
    card = page.finish.issue
    with qtbot.waitSignal(card.issued):
        card.issue_button.click()
    _answer_all(page)
    card.issue_button.click()
    assert card.reason.has_error
    type_text(qtbot, card.reason.control, "The day was wrong")
    with qtbot.waitSignal(card.issued):
        card.issue_button.click()
    first, second = read().documents
    assert (second.version, second.replaces_id) == (2, first.id)
    assert second.reason == "The day was wrong"


def test_a_letter_with_a_gap_is_not_issued(qtbot: QtBot, compose: Compose, read: Read) -> None:
    page = compose(finished=True)
    page.meeting.put("review", page.meeting.review_id, "warm_line", "")
    page.check()
    _answer_all(page)
    button = page.finish.issue.issue_button
    assert button.is_off
    assert button.reason.said == "The letter still has 1 gap."
    page.finish.issue.issue()
    qtbot.wait(0)
    assert read().documents == ()


def test_nothing_else_in_the_windows_issues_a_letter() -> None:
    assert _importers("models.issuing.issue", "models.issuing.issue_letter") == MAY_FREEZE
    assert _importers("ui.letter.issuing.issue_letter") == {"ui/letter/issue_card.py"}
    freezing = [path for path in source.files("ui") if ".freeze(" in path.read_text("utf-8")]
    assert {source.name(path) for path in freezing} == {
        "ui/letter/issuing.py",
        "ui/quiet_loading.py",  # of the collector, not of a letter
    }


def _importers(*names: str) -> set[str]:
    """Which files of the windows import one of these."""
    last = {name.rpartition(".")[2] for name in names}
    mentioning = (
        path for path in source.files("ui") if any(one in path.read_text("utf-8") for one in last)
    )
    return {
        source.name(path)
        for path in mentioning
        if any(name in names for _line, name in source.imports(path))
    }


def _answer_all(page: ComposerPage) -> None:
    page.finish.show_letter(page.meeting.composed())
    for key, row in list(page.finish.rows.items()):
        if row.is_waiting:
            page.meeting.set_aside(key, "It is so.")


def _raise(failure: Exception) -> None:
    raise failure
