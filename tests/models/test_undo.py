"""Undo and redo across a review, on a real encrypted record."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from models.decision import Decision, Outcome
from models.document_kind import DocumentKind
from models.editing import bring_back, put, remove
from models.issuing import Issue, issue
from models.open_review import OpenReview
from models.sittings import Stop, adjourn
from models.undo import KEPT, CannotUndo, ChangedSince, forget_undo
from models.undo_kind import Standing, StepKind
from models.undo_step import UndoStep
from tests import sample
from tests.models.undo_bench import Act, Bench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "record")
    yield made
    made.database.close()


def test_an_added_note_goes_and_comes_back(bench: Bench) -> None:
    before = bench.sheet
    note = bench.add_note()
    after = bench.sheet
    done = bench.undo()
    assert bench.sheet == before
    assert done is not None
    assert done.kind == StepKind("note", "added")
    assert done.places[0] == ("note", note, "removed_at")
    bench.redo()
    assert bench.sheet == after


def test_nothing_done_is_nothing_to_undo(bench: Bench) -> None:
    with bench.database.saving(bench.made.iro_id) as session:
        forget_undo(session, bench.made.review_id)
    assert bench.undo() is None
    assert bench.redo() is None
    assert bench.standing == Standing(None, None, 0)


def test_a_removed_note_is_brought_back(bench: Bench) -> None:
    note = bench.add_note()
    before = bench.sheet
    bench.act(lambda review: remove(review.session, "note", note))
    assert bench.standing.undo == StepKind("note", "removed")
    bench.undo()
    assert bench.sheet == before


def test_bringing_back_is_an_act_of_its_own(bench: Bench) -> None:
    note = bench.add_note()
    bench.act(lambda review: remove(review.session, "note", note))
    gone = bench.sheet
    bench.act(lambda review: bring_back(review.session, "note", note))
    assert bench.standing.undo == StepKind("note", "back")
    bench.undo()
    assert bench.sheet == gone


def test_typing_in_one_field_for_a_minute_is_one_thought(bench: Bench) -> None:
    review_id = bench.made.review_id
    before = bench.sheet
    words = "You told a good joke."
    for length in range(5, len(words) + 1):
        bench.put("review", review_id, "warm_line", words[:length], after=2)
    bench.undo()
    assert bench.sheet == before
    bench.redo()
    assert bench.sheet.warm_line == words


def test_after_a_minute_another_thought_begins(bench: Bench) -> None:
    review_id = bench.made.review_id
    bench.put("review", review_id, "warm_line", "You told a joke.")
    bench.put("review", review_id, "warm_line", "You told a joke. You laughed.", after=61)
    bench.undo()
    assert bench.sheet.warm_line == "You told a joke."


def test_another_act_between_ends_the_thought(bench: Bench) -> None:
    review_id = bench.made.review_id
    bench.put("review", review_id, "warm_line", "You told", after=1)
    bench.put("review", review_id, "home_line", "You live with Alma.", after=1)
    bench.put("review", review_id, "warm_line", "You told a joke.", after=1)
    bench.undo()
    assert bench.sheet.warm_line == "You told"


def test_two_choices_within_a_minute_are_two_steps(bench: Bench) -> None:
    review_id = bench.made.review_id
    bench.put("review", review_id, "plan_agreed", "yes", after=1)
    bench.put("review", review_id, "plan_agreed", "no", after=1)
    bench.undo()
    assert bench.sheet.plan_agreed == "yes"


def test_the_first_words_of_an_answer_go_on_with_the_row_they_made(bench: Bench) -> None:
    before = bench.sheet
    gran = bench.made.people["gran"]

    def answer(words: str) -> Act:
        return lambda review: review.give_number(7, words, person_id=gran)

    def reword(review: OpenReview) -> None:
        given = next(each for each in bench.sheet.scale_answers if each.person_id == gran)
        put(review.session, "scale_answer", given.id, "reason", "She sleeps well.")

    bench.act(answer("She"), after=1)
    bench.act(reword, after=1)
    bench.undo()
    assert bench.sheet == before
    bench.redo()
    assert [each.reason for each in bench.sheet.scale_answers] == ["She sleeps well."]
    bench.undo()
    assert bench.sheet == before


def test_rewording_a_note_at_once_does_not_join_its_adding(bench: Bench) -> None:
    note = bench.add_note("Sam sleeps.")
    bench.put("note", note, "words", "Sam sleeps well.", after=1)
    bench.undo()
    assert [each.words for each in bench.sheet.notes] == ["Sam sleeps."]


def test_typing_that_is_taken_out_again_leaves_no_step(bench: Bench) -> None:
    steps = bench.steps()
    bench.put("review", bench.made.review_id, "warm_line", "You", after=1)
    bench.put("review", bench.made.review_id, "warm_line", "", after=1)
    assert bench.steps() == steps


def test_a_fields_own_undo_takes_from_the_last_step_however_old(bench: Bench) -> None:
    review_id = bench.made.review_id
    note = bench.add_note()
    bench.put("review", review_id, "warm_line", "You told a joke.", after=200)
    bench.put("review", review_id, "warm_line", "You told", after=200, going_back=True)
    bench.put("review", review_id, "warm_line", "", after=1, going_back=True)
    assert bench.standing.undo == StepKind("note", "added")
    bench.undo()
    assert note not in {each.id for each in bench.sheet.notes}


def test_a_new_act_ends_redo(bench: Bench) -> None:
    bench.add_note("One")
    bench.undo()
    bench.add_note("Two")
    assert bench.standing.redo is None
    assert bench.redo() is None
    assert [each.words for each in bench.sheet.notes] == ["Two"]


def test_what_was_changed_since_is_not_taken_back(bench: Bench) -> None:
    note = bench.add_note("Sam sleeps.")
    with bench.database.saving("another") as session:
        put(session, "note", note, "words", "Sam sleeps badly.")
    before = bench.sheet
    with pytest.raises(ChangedSince):
        bench.undo()
    assert bench.sheet == before
    assert bench.standing.undo == StepKind("note", "added")


@pytest.mark.parametrize("words", ["adjourned", "finished"])
def test_an_act_that_moves_the_review_on_stays_done(bench: Bench, words: str) -> None:
    bench.add_note()

    def move_on(review: OpenReview) -> None:
        if words == "adjourned":
            adjourn(review, Stop("17:00", words="Ran out of time"))
        else:
            review.finish(bench.now, "17:00", sample.calendar())

    bench.act(move_on)
    before = bench.sheet
    with pytest.raises(CannotUndo) as refused:
        bench.undo()
    assert words in refused.value.what
    assert bench.sheet == before


def test_what_was_written_after_a_wall_can_be_undone(bench: Bench) -> None:
    bench.act(lambda review: adjourn(review, Stop("17:00", words="Ran out of time")))
    before = bench.sheet
    bench.put("review", bench.made.review_id, "warm_line", "You told a joke.")
    bench.undo()
    assert bench.sheet == before


def test_what_was_written_before_a_paper_was_issued_stays(bench: Bench) -> None:
    bench.add_note()
    bench.now += timedelta(minutes=5)
    with bench.database.saving(bench.made.iro_id) as session:
        issue(
            session, bench.made.review_id, Issue(DocumentKind.LETTER, b"%PDF", "Dear Sam"),
            bench.made.iro_id, bench.now,
        )  # fmt: skip
    with pytest.raises(CannotUndo):
        bench.undo()
    before = bench.sheet
    bench.put("review", bench.made.review_id, "warm_line", "You told a joke.")
    bench.undo()
    assert bench.sheet == before


def test_the_issuing_of_a_paper_is_a_wall(bench: Bench) -> None:
    new = Issue(DocumentKind.LETTER, b"%PDF", "Dear Sam")
    bench.act(
        lambda review: issue(review.session, review.review.id, new, bench.made.iro_id, bench.now)
    )
    with pytest.raises(CannotUndo):
        bench.undo()
    assert len(bench.sheet.documents) == 1


def test_the_code_follows_the_answers(bench: Bench) -> None:
    bench.act(lambda review: review.answer_participation("was_there", "in_room"))
    before = bench.sheet
    bench.act(lambda review: review.answer_participation("spoke", True))
    assert bench.sheet.participation is not None
    assert bench.sheet.participation.suggested_code == "PN1"
    bench.undo()
    assert bench.sheet == before


def test_an_answer_given_anew_does_not_bring_the_old_words_back(bench: Bench) -> None:
    bench.act(lambda review: review.answer_participation("who_spoke", "Nana Bea"))
    bench.undo()
    with bench.database.reading() as connection:
        kept = connection.execute("select count(*) from participation").fetchone()[0]
    bench.act(lambda review: review.answer_participation("spoke", True))
    told = bench.sheet.participation
    assert told is not None
    assert told.who_spoke == ""
    with bench.database.reading() as connection:
        assert connection.execute("select count(*) from participation").fetchone()[0] == kept


def test_an_earlier_decision_is_open_again(bench: Bench) -> None:
    before = bench.sheet
    decision_id = bench.made.earlier_decisions[0]
    bench.act(lambda review: review.hear_progress(decision_id, "done"))
    bench.undo()
    assert bench.sheet == before
    with bench.database.saving(bench.made.iro_id) as session:
        outcome = session.scalars(select(Decision.outcome).filter_by(id=decision_id)).one()
        assert outcome == Outcome.OPEN


def test_the_day_of_a_part_moves_the_clocks_back(bench: Bench) -> None:
    sitting = bench.sheet.sittings[0].id
    before = bench.sheet
    bench.act(
        lambda review: review.correct_sitting(
            sitting, "held_on", date(2026, 8, 10), sample.calendar()
        )
    )
    assert bench.sheet.held_on == date(2026, 8, 10)
    bench.undo()
    assert bench.sheet == before


def test_a_decision_moved_and_taken_out_comes_back_in_its_place(bench: Bench) -> None:
    ids: list[str] = []
    for what in ("Ask Nana Bea", "Book a check", "Find a quiet place"):
        bench.act(lambda review, what=what: ids.append(review.decide(what)))  # type: ignore[misc]
    whole = bench.sheet
    bench.act(lambda review: review.order_decisions([ids[2], ids[0], ids[1]]))
    assert bench.standing.undo == StepKind("decision", "moved")
    moved = bench.sheet
    bench.act(lambda review: review.take_out_decision(ids[2], [ids[0], ids[1]]))
    assert bench.standing.undo == StepKind("decision", "removed")
    bench.undo()
    assert bench.sheet == moved
    bench.undo()
    assert bench.sheet == whole


def test_the_record_of_another_review_is_not_part_of_a_step(bench: Bench) -> None:
    steps = bench.steps()
    earlier = bench.made.earlier_review_id
    bench.act(lambda review: OpenReview(review.session, earlier).add_note("worry", "Lunch"))
    assert bench.steps() == steps


def test_at_least_fifty_steps_are_kept_and_older_ones_let_go(bench: Bench) -> None:
    assert KEPT >= 50
    for number in range(KEPT + 5):
        bench.put("review", bench.made.review_id, "plan_agreed", f"{number}", after=1)
    assert bench.steps() == KEPT
    for _ in range(KEPT):
        assert bench.undo() is not None
    assert bench.undo() is None


def test_the_steps_are_erased_with_the_record(bench: Bench) -> None:
    bench.add_note()
    with bench.database.saving(bench.made.iro_id) as session:
        session.add(UndoStep(review_id="another", at=bench.now, by="", changes=[]))
    with bench.database.saving(bench.made.iro_id) as session:
        forget_undo(session, bench.made.review_id)
    assert bench.steps() == 1


def test_a_step_that_fails_keeps_nothing(bench: Bench) -> None:
    steps = bench.steps()

    def fails(review: OpenReview) -> None:
        review.add_note("worry", "Lunch is loud.")
        raise ValueError

    with pytest.raises(ValueError):
        bench.act(fails)
    assert bench.steps() == steps
