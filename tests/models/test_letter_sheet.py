"""What a letter for another moment is read from: the last review held, or the child alone."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from models.child import Child
from models.council import StaffMember
from models.database import Database
from models.document_kind import DocumentKind
from models.issuing import Issue, NoReason, issue_letter
from models.letter_moments import read_moments
from models.letter_sheet import read_letter_sheet
from models.letters_written import begin_letter, write_line
from models.reading_letters import NoSuchLetter, letters_of
from models.review import Milestone, Review
from models.review_sheet import ReviewSheet
from tests import sample

Sam = tuple[Database, sample.Sample]
CHECKED_ON = date(2026, 5, 12)


def begun(sam: Sam, template: str = "hello", review_id: str | None = None) -> str:
    database, made = sam
    with database.saving(made.iro_id) as session:
        return begin_letter(session, made.child_id, template, None, review_id)


def read(sam: Sam, letter_id: str) -> ReviewSheet:
    with sam[0].reading() as connection:
        return read_letter_sheet(connection, letter_id)


def someone_else(session: Session) -> str:
    other = StaffMember(authority_id=sample.AUTHORITY, case_id="", name="Ruth Candleford")
    session.add(other)
    session.flush()
    return other.id


def test_it_is_the_sheet_of_the_last_review_that_was_held(sam: Sam) -> None:
    sheet = read(sam, begun(sam))
    assert sheet.id == sam[1].earlier_review_id
    assert len(sheet.decisions) == 2
    assert (sheet.chair.name, sheet.covering_for) == ("Nadia Brightwell", "")
    assert sheet.making.letter.template == "hello"


def test_a_letter_about_a_review_keeps_to_it(sam: Sam) -> None:
    sheet = read(sam, begun(sam, "decisions", sam[1].review_id))
    assert sheet.id == sam[1].review_id


def test_the_next_meeting_is_the_one_that_is_booked(sam: Sam) -> None:
    sheet = read(sam, begun(sam))
    assert (sheet.next_review_on, sheet.next_review_time) == (sample.REVIEW_ON, "16:00")


def test_a_review_under_way_gives_way_to_one_that_is_finished(sam: Sam) -> None:
    sample.begin(*sam)
    assert read(sam, begun(sam)).id == sam[1].earlier_review_id


def test_a_child_without_any_review_has_a_sheet_with_what_is_known(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        for review in session.query(Review):
            review.remove(made.iro_id, sample.NOW)
        child = session.get(Child, made.child_id)
        assert child is not None
        child.booked_on = None
    sheet = read(sam, begun(sam))
    assert (sheet.id, sheet.held_on, sheet.decisions) == ("", None, ())
    assert (sheet.child.called, sheet.council.name) == ("Sam", "Penhallow Council")
    assert sheet.people[0].name == "Rosa Tillbrook"
    assert sheet.care_began_on == sample.CARE_BEGAN_ON
    with database.reading() as connection:
        assert read_moments(connection, made.child_id).review_id is None


def test_a_colleague_who_writes_is_the_writer_and_says_whose_place_they_take(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        other = someone_else(session)
    with database.saving(other) as session:
        letter_id = begin_letter(session, made.child_id, "thanks")
    sheet = read(sam, letter_id)
    assert (sheet.chair.name, sheet.covering_for) == ("Ruth Candleford", "Nadia Brightwell")


def test_its_documents_are_its_own_and_a_second_one_says_why(sam: Sam) -> None:
    database, made = sam
    letter_id = begun(sam)
    new = Issue(DocumentKind.OTHER_LETTER, b"pages", "words")
    with database.saving(made.iro_id) as session:
        write_line(session, letter_id, "ask/when_i_come", "On Monday.", "")
        issue_letter(session, letter_id, new, made.iro_id, sample.NOW)
    sheet = read(sam, letter_id)
    assert [document.version for document in sheet.documents] == [1]
    assert sheet.making.line["ask/when_i_come"].words == "On Monday."
    assert read(sam, begun(sam)).documents == ()
    with pytest.raises(NoReason), database.saving(made.iro_id) as session:
        issue_letter(session, letter_id, new, made.iro_id, sample.NOW)
    with database.reading() as connection:
        listed = {each.id: each.issued_at for each in letters_of(connection, made.child_id)}
    assert listed[letter_id] == sample.NOW
    assert list(listed.values()).count(None) == 1


def test_the_day_of_the_midpoint_is_that_of_the_last_review(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        session.add(
            Milestone(
                authority_id=sample.AUTHORITY, case_id=made.child_id,
                review_id=made.earlier_review_id, clock="T50", met_on=CHECKED_ON,
            )
        )  # fmt: skip
    with database.reading() as connection:
        moments = read_moments(connection, made.child_id)
    assert (moments.review_id, moments.midpoint_on) == (made.earlier_review_id, CHECKED_ON)


def test_a_letter_that_is_not_there_is_said_to_be_so(sam: Sam) -> None:
    with pytest.raises(NoSuchLetter):
        read(sam, "none")
