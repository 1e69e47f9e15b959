"""What waits in two versions is known to the review, and nothing is signed over it."""

import pytest

from models.agenda import lacking
from models.conflicts_on_sheet import TwoVersionsWait, read_conflicts
from models.database import Database
from models.document_kind import DocumentKind
from models.issuing import Issue, issue
from models.open_review import OpenReview
from models.sync.settling import settle
from tests import sample
from tests.sample import Sample
from tests.two_versions import keep_two

Sam = tuple[Database, Sample]


def _note_in_two(sam: Sam) -> tuple[str, str]:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        note = review.add_note("going_well", "Before", step="A7")
    return note, keep_two(database, made, ("note", note, "words"), ("Before", "Hers", "Mine"))


def test_it_is_asked_for_where_it_is_written_and_no_reason_is_enough(sam: Sam) -> None:
    note, conflict = _note_in_two(sam)
    sheet = sample.sheet(*sam)
    assert [(each.id, each.row) for each in sheet.conflicts] == [(conflict, ("note", note))]
    found = lacking(sheet, sample.REVIEW_ON, sample.calendar())
    (asked,) = [each for each in found if each.is_never_left]
    assert (asked.step, asked.row_id) == ("A7", conflict)
    assert not asked.is_asked_at_the_end


def test_nothing_is_finished_or_issued_before_somebody_chose(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    _note, conflict = _note_in_two(sam)
    days, pages = sample.calendar(), Issue(DocumentKind.MINUTES, b"%PDF", "words")
    with pytest.raises(TwoVersionsWait), database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).finish(sample.NOW, "17:10", days)
    with pytest.raises(TwoVersionsWait), database.saving(made.iro_id) as session:
        issue(session, made.review_id, pages, made.iro_id, sample.NOW)
    with database.saving(made.iro_id) as session:
        settle(session, conflict, "mine", "Mine", days)
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).finish(sample.NOW, "17:10", days)
        assert issue(session, made.review_id, pages, made.iro_id, sample.NOW)


def test_what_all_reviews_of_the_child_share_waits_in_each_of_them(sam: Sam) -> None:
    database, made = sam
    place = ("child", made.child_id, "school")
    conflict = keep_two(database, made, place, ("", "The Oak", "Oakfield"), review_id="")
    assert [each.id for each in sample.sheet(database, made).conflicts] == [conflict]
    with database.reading() as connection:
        earlier = read_conflicts(connection, made.child_id, made.earlier_review_id)
    assert [each.id for each in earlier] == [conflict]


def test_a_choice_of_another_review_stands_in_no_way(sam: Sam) -> None:
    database, made = sam
    place = ("review", made.earlier_review_id, "warm_line")
    keep_two(database, made, place, ("", "One", "Two"), review_id=made.earlier_review_id)
    assert sample.sheet(database, made).conflicts == ()
