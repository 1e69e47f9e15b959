"""An issued paper is saved under a name that tells nothing, and says when the record moved on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from letters.papers import paper
from models.database import Database
from models.document_kind import DocumentKind, file_name
from models.editing import put
from models.issuing import Issue, issue
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests import sample
from ui.desk import Desk
from ui.meeting.paper_card import PaperCard
from ui.meeting.review_page import ReviewPage
from ui.meeting.summing_up_page import SummingUpPage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]


@pytest.fixture
def cards(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: sample.Sample
) -> dict[DocumentKind, PaperCard]:
    """Both papers of a finished review, issued."""
    sample.write_whole_review(database, sam)
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).finish(sample.NOW, "17:10", sample.calendar())
    page = open_review("A12").page()
    assert isinstance(page, SummingUpPage)
    made = paper(read(), DocumentKind.LETTER, sample.REVIEW_ON)
    new = Issue(DocumentKind.LETTER, made.rendered.pdf, made.words)
    page.meeting.save(lambda session: issue(session, sam.review_id, new, sam.iro_id, sample.NOW))
    page.minutes.act_button.click()
    qtbot.waitUntil(lambda: len(read().documents) == len(page.papers))
    return page.papers


def test_the_file_is_named_as_from_the_terminal(
    cards: dict[DocumentKind, PaperCard], tmp_path: Path, sam: sample.Sample
) -> None:
    for kind, card in cards.items():
        file = card.save_into(tmp_path)
        assert file is not None
        assert file.name == file_name(kind, sam.review_id, 1)
        assert not any(word in file.name for word in ("Sam", "Tillbrook", "1001", "2026"))


def test_a_paper_says_when_the_record_has_changed_since(
    qtbot: QtBot,
    cards: dict[DocumentKind, PaperCard],
    desk: Desk,
    sam: sample.Sample,
    read: Read,
) -> None:
    qtbot.waitUntil(lambda: not desk.background.is_busy)
    qtbot.wait(0)
    assert all(card.has_changed.isHidden() for card in cards.values())
    meeting = cards[DocumentKind.LETTER].meeting
    before = read().warm_line
    meeting.save(lambda session: put(session, "review", sam.review_id, "warm_line", "You sang."))
    letter = cards[DocumentKind.LETTER].has_changed
    qtbot.waitUntil(letter.isVisible)
    assert letter.said == "The record has changed since this was issued."
    meeting.save(lambda session: put(session, "review", sam.review_id, "warm_line", before))
    qtbot.waitUntil(letter.isHidden)
