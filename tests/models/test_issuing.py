"""Documents are frozen when issued; a correction is a new version that names the old."""

import hashlib
from datetime import UTC, datetime

import pytest

from models.database import Database
from models.document_kind import DocumentKind
from models.issuing import Issue, NoReason, TamperedDocument, issue, issued_pdf
from models.open_review import OpenReview
from models.record import Refused
from models.rules.working_days import WorkingDays
from tests import sample

AT = datetime(2026, 8, 14, 9, 30, tzinfo=UTC)
Sam = tuple[Database, sample.Sample]
LETTER = Issue(DocumentKind.LETTER, b"%PDF one", "Dear Sam,")


def issue_it(database: Database, made: sample.Sample, new: Issue) -> str:
    with database.saving(made.iro_id) as session:
        return issue(session, made.review_id, new, made.iro_id, AT)


def test_an_issued_document_keeps_its_pages_and_digest(sam: Sam) -> None:
    database, made = sam
    document_id = issue_it(database, made, LETTER)
    with database.reading() as connection:
        assert issued_pdf(connection, document_id) == b"%PDF one"
    latest = sample.sheet(database, made).latest_document("letter")
    assert latest is not None
    assert latest.digest == hashlib.sha256(b"%PDF one").hexdigest()
    assert (latest.version, latest.replaces_id, latest.issued_at) == (1, None, AT)


def test_a_correction_says_why_and_names_the_version_it_replaces(sam: Sam) -> None:
    database, made = sam
    first = issue_it(database, made, LETTER)
    with pytest.raises(NoReason):
        issue_it(database, made, Issue(DocumentKind.LETTER, b"%PDF two", "Dear Sam"))
    corrected = Issue(DocumentKind.LETTER, b"%PDF two", "Dear Sam", reason="A wrong date")
    second = issue_it(database, made, corrected)
    letters = sample.sheet(database, made).documents
    assert [(each.id, each.version, each.replaces_id) for each in letters] == [
        (first, 1, None),
        (second, 2, first),
    ]
    with database.reading() as connection:
        assert issued_pdf(connection, first) == b"%PDF one"


def test_pages_that_were_changed_behind_its_back_are_not_given_out(sam: Sam) -> None:
    database, made = sam
    document_id = issue_it(database, made, LETTER)
    database._writer.execute(
        "update document set pdf = ? where id = ?", (b"%PDF other", document_id)
    )
    database._writer.commit()
    with database.reading() as connection, pytest.raises(TamperedDocument):
        issued_pdf(connection, document_id)


def test_minutes_of_a_finished_review_meet_the_clock_of_the_record(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    minutes = Issue(DocumentKind.MINUTES, b"%PDF", "Record", reason="again")
    issue_it(database, made, minutes)
    assert sample.sheet(database, made).milestones == ()
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).finish(AT, "16:50", WorkingDays.of_england_and_wales())
    issue_it(database, made, minutes)
    issue_it(database, made, minutes)
    met = sample.sheet(database, made).milestones
    assert [(each.clock, each.met_on) for each in met] == [("T35", AT.date())]


def test_nothing_is_issued_for_a_review_that_is_not_there(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            issue(session, "nobody", LETTER, made.iro_id, AT)
        session.rollback()
    with database.reading() as connection, pytest.raises(LookupError):
        issued_pdf(connection, "nobody")
