"""An earlier decision keeps its history when it is carried forward, from review to review."""

from datetime import date

import pytest

from models.carrying_forward import carry_forward, hear_new_date
from models.database import Database
from models.decisions_before import (
    carried_here,
    chain,
    drift_of,
    first_by_when,
    heard_before,
)
from models.disputes import open_dispute
from models.editing import put
from models.open_review import OpenReview, plan_review
from models.reading_a_review import read_review
from models.record import Refused
from models.review_sheet import ReviewSheet
from models.rules.drift import Drift
from tests import sample

Sam = tuple[Database, sample.Sample]
NEXT = date(2026, 9, 30)


def _carry(database: Database, made: sample.Sample) -> str:
    sample.begin(database, made)
    earlier = made.earlier_decisions[0]
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.hear_progress(earlier, "not_done", "The form was lost", NEXT)
        return carry_forward(review, earlier, NEXT)


def _next_review(database: Database, made: sample.Sample) -> ReviewSheet:
    with database.saving(made.iro_id) as session:
        child = OpenReview(session, made.review_id).child
        following = plan_review(session, child).id
    with database.reading() as connection:
        return read_review(connection, following)


def test_a_decision_carried_forward_is_one_of_this_reviews_and_keeps_its_words(sam: Sam) -> None:
    database, made = sam
    new = _carry(database, made)
    sheet = sample.sheet(database, made)
    earlier = next(one for one in sheet.earlier_decisions if one.id == made.earlier_decisions[0])
    here = carried_here(sheet, earlier.id)
    assert here is not None
    assert (here.id, here.what, here.who, here.by_when) == (new, earlier.what, earlier.who, NEXT)


def test_the_next_review_asks_once_and_shows_what_was_heard(sam: Sam) -> None:
    database, made = sam
    new = _carry(database, made)
    sheet = _next_review(database, made)
    assert made.earlier_decisions[0] not in {one.id for one in sheet.earlier_decisions}
    carried = next(one for one in sheet.earlier_decisions if one.id == new)
    assert [one.id for one in chain(sheet, carried)] == [made.earlier_decisions[0], new]
    heard = [(one.review_number, one.outcome, one.why) for one in heard_before(sheet, carried)]
    assert heard == [(3, "not_done", "The form was lost")]
    assert first_by_when(sheet, carried) == date(2026, 4, 30)
    reasons = [one.reason for one in drift_of(sheet, carried, NEXT)]
    assert reasons == [Drift.LONG_PAST]


def test_the_review_that_carried_it_forward_still_shows_the_old_one_afterwards(sam: Sam) -> None:
    database, made = sam
    _carry(database, made)
    _next_review(database, made)
    sheet = sample.sheet(database, made)
    assert made.earlier_decisions[0] in {one.id for one in sheet.earlier_decisions}


def test_not_done_at_two_reviews_drifts(sam: Sam) -> None:
    database, made = sam
    new = _carry(database, made)
    following = _next_review(database, made)
    with database.saving(made.iro_id) as session:
        OpenReview(session, following.id).hear_progress(new, "partly", "Half of it")
    with database.reading() as connection:
        sheet = read_review(connection, following.id)
    carried = next(one for one in sheet.earlier_decisions if one.id == new)
    reasons = {one.reason: one.count for one in drift_of(sheet, carried, date(2026, 5, 1))}
    assert reasons == {Drift.NOT_DONE_AGAIN: 2}


def test_a_new_date_typed_after_carrying_moves_both_until_the_chair_changes_one(sam: Sam) -> None:
    database, made = sam
    earlier, own = made.earlier_decisions[0], date(2026, 12, 1)
    carried = _carry(database, made)

    def carried_by() -> date | None:
        here = carried_here(sample.sheet(database, made), earlier)
        assert here is not None
        return here.by_when

    for day in (date(2026, 10, 14), None, NEXT):
        with database.saving(made.iro_id) as session:
            hear_new_date(OpenReview(session, made.review_id), earlier, day)
        assert carried_by() == day
    with database.saving(made.iro_id) as session:
        put(session, "decision", carried, "by_when", own)
    with database.saving(made.iro_id) as session:
        hear_new_date(OpenReview(session, made.review_id), earlier, date(2026, 10, 14))
    assert carried_by() == own
    heard = sample.sheet(database, made).progress_of(earlier)
    assert heard is not None
    assert (heard.outcome, heard.new_by_when) == ("not_done", date(2026, 10, 14))


def test_a_new_date_needs_an_answer_first(sam: Sam) -> None:
    database, made = sam
    with pytest.raises(Refused), database.saving(made.iro_id) as session:
        hear_new_date(OpenReview(session, made.review_id), made.earlier_decisions[0], NEXT)


def test_only_an_earlier_decision_is_carried_forward(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    own = sample.sheet(database, made).decisions[0].id
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        for wrong in (own, "nothing"):
            with pytest.raises(Refused):
                carry_forward(review, wrong, NEXT)
        session.rollback()


def test_a_dispute_is_kept_with_its_decision_and_needs_words(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        with pytest.raises(Refused):
            open_dispute(review, sample.REVIEW_ON, " ")
        open_dispute(
            review, sample.REVIEW_ON, "Nobody asked", "An answer", made.earlier_decisions[1]
        )
    (dispute,) = sample.sheet(database, made).disputes
    assert (dispute.what, dispute.outcome_sought) == ("Nobody asked", "An answer")
    assert dispute.decision_id == made.earlier_decisions[1]
