"""What is done in one review, through its door."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from models.child import Child
from models.database import Database
from models.decision import Decision
from models.open_review import OpenReview
from models.record import Refused
from models.review import Review, ReviewState
from models.review_days import AlreadyWritten
from models.rules.working_days import WorkingDays
from models.signs import Note
from models.sittings import Stop, adjourn
from tests import sample
from tests.sample import Sample

CALENDAR = WorkingDays.of_england_and_wales()
Sam = tuple[Database, Sample]
FINISHED_AT = datetime(2026, 8, 12, 16, 20, tzinfo=UTC)


def test_a_review_that_begins_keeps_its_clock_and_sets_the_next_one(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    begun = sample.sheet(database, made)
    assert (begun.state, begun.held_on) == ("open", date(2026, 8, 12))
    assert (begun.due_on, begun.due_clock) == (date(2026, 8, 16), "T12")
    assert begun.child.review_due_on == date(2027, 2, 12)
    assert [(part.number, part.began_at) for part in begun.sittings] == [(1, "16:04")]


def test_a_review_begins_once(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    with pytest.raises(Refused):
        sample.begin(database, made)


def test_notes_words_and_decisions_carry_the_case_and_keep_their_order(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        for words in ("first", "second", "third"):
            review.add_note("going_well", words)
            review.decide(words)
            review.add_wish(f"  {words}  ")
    written = sample.sheet(database, made)
    assert [note.words for note in written.notes] == ["first", "second", "third"]
    assert [decision.number for decision in written.decisions] == [1, 2, 3]
    assert [wish.words for wish in written.wishes] == ["  first  ", "  second  ", "  third  "]
    with database.saving(made.iro_id) as session:
        assert {note.case_id for note in session.scalars(select(Note))} == {made.child_id}


def test_empty_words_are_refused(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        with pytest.raises(Refused):
            review.add_note("worry", "   ")
        with pytest.raises(Refused):
            review.add_wish("")
        with pytest.raises(Refused):
            review.decide(" ")
        session.rollback()


def test_a_number_given_again_corrects_the_first_and_nobody_elses(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.give_number(4, "bad week")
        review.give_number(8, person_id=made.people["carer"])
        review.give_number(5, "better", one_more="A trip")
        review.give_number(None, person_id=made.people["worker"], answered="rather_not")
    written = sample.sheet(database, made)
    assert [(a.number, a.reason, a.one_more) for a in written.scale_answers if a.is_child] == [
        (5, "better", "A trip")
    ]
    assert {a.answered for a in written.scale_answers} == {"number", "rather_not"}
    assert len(written.scale_answers) == 3


def test_a_number_without_a_number_is_refused(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            OpenReview(session, made.review_id).give_number(None)
        session.rollback()


def test_how_an_earlier_decision_went_is_kept_with_the_review_that_heard_it(sam: Sam) -> None:
    database, made = sam
    first, second = made.earlier_decisions
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.hear_progress(first, "done")
        review.hear_progress(second, "not_done", "no answer", date(2026, 10, 1))
        review.hear_progress(second, "partly", "booked", date(2026, 10, 1))
    written = sample.sheet(database, made)
    assert {each.id for each in written.earlier_decisions} == {first, second}
    heard = written.progress_of(second)
    assert heard is not None
    assert (heard.outcome, heard.why, heard.new_by_when) == ("partly", "booked", date(2026, 10, 1))
    assert written.progress_of("nobody") is None


def test_the_answers_work_the_code_out_and_the_council_may_count_video(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        assert review.answer_participation("was_there", "in_room") == ""
        assert review.answer_participation("spoke", True) == "PN1"
        assert review.answer_participation("chosen_code", "PN2") == "PN2"
        assert review.participation.suggested_code == "PN1"
        with pytest.raises(Refused):
            review.answer_participation("suggested_code", "PN7")
        session.rollback()


def test_an_adjourned_review_is_resumed_as_its_next_part_and_then_finished(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        with pytest.raises(Refused):
            adjourn(review, Stop("17:00", words=" "))
        adjourn(review, Stop("17:00", words="No plan on the day"))
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            OpenReview(session, made.review_id).finish(FINISHED_AT, "17:00", CALENDAR)
        session.rollback()
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.resume(date(2026, 8, 20), "10:00", CALENDAR)
        review.finish(FINISHED_AT, "10:40", CALENDAR)
    written = sample.sheet(database, made)
    assert (written.held_on, written.completed_on) == (date(2026, 8, 12), date(2026, 8, 20))
    assert [(part.adjourned, part.ended_at) for part in written.sittings] == [
        (True, "17:00"),
        (False, "10:40"),
    ]


def test_finishing_puts_the_next_review_in_the_diary_and_starts_its_clocks(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).finish(FINISHED_AT, "16:50", CALENDAR)
    with database.saving(made.iro_id) as session:
        finished = session.get_one(Review, made.review_id)
        assert finished.clocks_open
        planned = session.scalars(select(Review).where(Review.state == ReviewState.PLANNED)).one()
        assert (planned.number, planned.booked_on) == (4, date(2027, 2, 10))
        child = session.get_one(Child, made.child_id)
        assert (child.reviews_held, child.booked_on) == (3, date(2027, 2, 10))


def test_somebody_added_in_the_meeting_is_round_the_child_and_in_the_review(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        person_id = OpenReview(session, made.review_id).add_person("Tolu Merrivale")
    written = sample.sheet(database, made)
    assert written.people[-1].id == person_id
    assert person_id in {each.person_id for each in written.attendances}


def test_a_review_that_is_not_there_is_refused(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            OpenReview(session, "no such")
        session.rollback()


def test_a_decision_is_never_reworded_to_nothing(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            session.get_one(Decision, made.earlier_decisions[0]).what = "  "
        session.rollback()


def test_an_older_review_does_not_overwrite_what_a_later_one_heard_of_a_decision(sam: Sam) -> None:
    database, made = sam
    decision_id = made.earlier_decisions[0]
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).hear_progress(decision_id, "partly", "half of it")
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.earlier_review_id).hear_progress(decision_id, "done")
    with database.saving(made.iro_id) as session:
        assert session.get_one(Decision, decision_id).outcome == "partly"
        OpenReview(session, made.review_id).hear_progress(decision_id, "overtaken")
        assert session.get_one(Decision, decision_id).outcome == "overtaken"


def test_the_planned_review_follows_the_day_chosen_after_finishing(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).finish(FINISHED_AT, "16:50", CALENDAR)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.put_next("next_review_on", date(2027, 1, 20), CALENDAR)
        review.put_next("next_review_time", "15:30", CALENDAR)
        review.put_next("next_review_place", "Holm Oak Primary", CALENDAR)
    with database.saving(made.iro_id) as session:
        planned = session.scalars(select(Review).where(Review.state == ReviewState.PLANNED)).one()
        assert (planned.booked_on, planned.booked_time) == (date(2027, 1, 20), "15:30")
        assert planned.place == "Holm Oak Primary"
        assert session.get_one(Child, made.child_id).booked_on == date(2027, 1, 20)


def test_a_next_day_chosen_while_the_review_is_under_way_books_nothing_yet(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).put_next("next_review_on", date(2027, 1, 20), CALENDAR)
        assert not session.scalars(
            select(Review).where(Review.state == ReviewState.PLANNED)
        ).first()


def test_a_review_older_than_the_last_one_held_moves_nothing_in_the_diary(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        session.get_one(Review, made.review_id).state = ReviewState.OPEN
        OpenReview(session, made.earlier_review_id).put_next(
            "next_review_on", date(2026, 9, 1), CALENDAR
        )
        assert not session.scalars(
            select(Review).where(Review.state == ReviewState.PLANNED)
        ).first()


def test_a_review_is_completed_on_the_day_of_its_last_part_whenever_it_is_finished(
    sam: Sam,
) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    later = datetime(2026, 8, 14, 9, 0, tzinfo=UTC)
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).finish(later, "", CALENDAR)
    written = sample.sheet(database, made)
    assert (written.completed_on, written.finished_at) == (date(2026, 8, 12), later)
    assert written.sittings[0].ended_at == ""


def test_correcting_a_part_moves_the_review_and_the_childs_clocks(sam: Sam) -> None:
    database, made = sam
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).finish(FINISHED_AT, "16:50", CALENDAR)
    part = sample.sheet(database, made).sittings[0]
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).correct_sitting(
            part.id, "held_on", date(2026, 8, 10), CALENDAR
        )
    written = sample.sheet(database, made)
    assert (written.held_on, written.completed_on) == (date(2026, 8, 10), date(2026, 8, 10))
    assert written.child.review_due_on == date(2027, 2, 10)
    assert written.child.last_reviewed_on == date(2026, 8, 10)


def test_a_start_by_mistake_is_taken_back_to_the_planned_review(sam: Sam) -> None:
    database, made = sam
    before = sample.sheet(database, made)
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).take_back_begin(CALENDAR)
    after = sample.sheet(database, made)
    assert (after.state, after.held_on, after.sittings) == ("planned", None, ())
    assert (after.due_on, after.due_clock, after.counted_from) == (None, "", None)
    assert after.child == before.child
    sample.begin(database, made)
    assert [part.number for part in sample.sheet(database, made).sittings] == [1]


def test_a_start_is_not_taken_back_once_something_was_recorded(sam: Sam) -> None:
    database, made = sam
    sample.begin(database, made)
    later = sample.NOW + timedelta(minutes=5)
    with database.saving(made.iro_id, later) as session:
        OpenReview(session, made.review_id).add_note("worry", "Lunch time is hard")
    with pytest.raises(AlreadyWritten), database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).take_back_begin(CALENDAR)
    assert sample.sheet(database, made).state == "open"
