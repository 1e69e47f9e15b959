"""The papers of the demo council: issued, released, sent, and one of them came back."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

from models.database import Database
from models.document_kind import DocumentKind
from models.rules.working_days import WorkingDays
from models.sending import copy_pages
from models.sending_queue import CopyState, Group, queue
from tests.demo_record import TODAY
from ui.demo_papers import make_papers


def test_there_is_something_to_print_something_late_and_something_came_back(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    calendar = WorkingDays.of_england_and_wales()
    make_papers(demo, demo_made[1], TODAY, calendar)
    with demo.reading() as connection:
        lines = queue(connection, TODAY, calendar)
        kinds = Counter(kind for (kind,) in connection.execute("select kind from document"))
        pages = [copy_pages(connection, each.id) for line in lines for each in line.copies]
    states = Counter(copy.state for line in lines for copy in line.copies)
    assert {line.group for line in lines} == {Group.LATE, Group.LATER}
    assert states[CopyState.TO_PRINT] > 1
    assert states[CopyState.RETURNED] == 1
    assert states[CopyState.SENT] > 1
    assert all(
        copy.sent_on is None or copy.sent_on >= TODAY - timedelta(days=7)
        for line in lines
        for copy in line.copies
    )
    assert kinds == {DocumentKind.DECISIONS: 6, DocumentKind.MINUTES: 3}
    assert all(each.startswith(b"%PDF-") for each in pages)
