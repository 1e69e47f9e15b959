"""The facts of a review: answered, corrected, and beside them what was said last time."""

from datetime import UTC, date, datetime

import pytest

from models.considered import StepFact
from models.database import Database
from models.facts_on_sheet import FactNow, facts_for
from models.open_review import OpenReview
from models.record import Refused, new_id
from models.step_facts import put_fact
from tests import sample

Sam = tuple[Database, sample.Sample]
TODAY = sample.REVIEW_ON


def _put(
    sam: Sam, key: str, answer: str | date | None, review_id: str = "", row_id: str = ""
) -> str:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, review_id or made.review_id)
        return put_fact(review, key, answer, row_id)


def _fact(sam: Sam, step: str, key: str) -> FactNow:
    facts = facts_for(sample.sheet(*sam), step, TODAY)
    return next(each for each in facts if each.asked.key == key)


def test_each_kind_of_answer_is_kept_in_its_own_place(sam: Sam) -> None:
    _put(sam, "dentist", date(2026, 6, 1))
    _put(sam, "jabs", "yes")
    _put(sam, "medicines", "None")
    held = {each.fact: each for each in sample.sheet(*sam).facts}
    assert held["dentist"].day == date(2026, 6, 1)
    assert held["jabs"].choice == "yes"
    assert held["medicines"].words == "None"
    assert _fact(sam, "A6", "dentist").answer == date(2026, 6, 1)


def test_answering_again_corrects_the_one_record(sam: Sam) -> None:
    wanted = new_id()
    first = _put(sam, "jabs", "yes", row_id=wanted)
    again = _put(sam, "jabs", "no", row_id=new_id())
    assert first == again == wanted
    assert [each.choice for each in sample.sheet(*sam).facts] == ["no"]
    _put(sam, "jabs", None)
    assert not _fact(sam, "A6", "jabs").is_filled


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("jabs", "perhaps"),
        ("life_story", "later"),
        ("dentist", "in June"),
        ("medicines", date(2026, 6, 1)),
        ("shoe_size", "4"),
    ],
)
def test_an_answer_of_the_wrong_kind_is_refused(sam: Sam, key: str, answer: str | date) -> None:
    with pytest.raises(Refused):
        _put(sam, key, answer)
    assert sample.sheet(*sam).facts == ()


def test_last_time_is_the_newest_review_that_said_anything(sam: Sam) -> None:
    database, made = sam
    with database.reading() as connection:
        found = connection.execute("select id from review where number = 1").fetchone()
    _put(sam, "attendance", "91%", found[0])
    _put(sam, "attendance", "95%", made.earlier_review_id)
    _put(sam, "clubs", "Swimming", found[0])
    _put(sam, "clubs", "  ", made.earlier_review_id)
    attendance, clubs = _fact(sam, "A7", "attendance"), _fact(sam, "A7", "clubs")
    assert (attendance.answer, attendance.last_answer) == ("", "95%")
    assert attendance.before_on == sample.EARLIER_ON
    assert (clubs.last_answer, clubs.before_on) == ("Swimming", sample.FIRST_REVIEW_ON)
    assert _fact(sam, "A7", "pep_on").before is None


def test_a_fact_answered_although_it_is_not_asked_is_still_shown(sam: Sam) -> None:
    assert "passport" not in {
        fact.asked.key for fact in facts_for(sample.sheet(*sam), "A9", TODAY)
    }
    _put(sam, "passport", "yes")
    assert _fact(sam, "A9", "passport").is_filled


def test_a_removed_answer_that_is_given_again_begins_empty(sam: Sam) -> None:
    database, made = sam
    row_id = _put(sam, "clubs", "Swimming")
    with database.saving(made.iro_id) as session:
        session.get_one(StepFact, row_id).remove(made.iro_id, datetime(2026, 8, 12, tzinfo=UTC))
    assert sample.sheet(*sam).facts == ()
    assert _put(sam, "clubs", "Judo") == row_id
    assert _fact(sam, "A7", "clubs").answer == "Judo"
