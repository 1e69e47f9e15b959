"""Undo and redo across a review, on a real encrypted record."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any  # a strategy draws any kind of value

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.database import Database
from models.decision import Decision, Outcome
from models.document_kind import DocumentKind
from models.editing import bring_back, put, remove
from models.issuing import Issue, issue
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.signs import Note
from models.sittings import Stop, adjourn
from models.undo import KEPT, CannotUndo, ChangedSince, Done, forget_undo, keep_step, redo, undo
from models.undo_kind import Standing, StepKind, standing
from models.undo_step import UndoStep
from tests import sample

Act = Callable[[OpenReview], object]


class Bench:
    """Sam's review, a clock, and the ways of acting in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = sample.NOW
        self.database = sample.open_database(folder, lambda: self.now)
        self.made = sample.fill(self.database)
        sample.begin(self.database, self.made)

    def act(self, act: Act, *, after: float = 120, going_back: bool = False) -> None:
        """Do something so many seconds later, as one step."""
        self.now += timedelta(seconds=after)
        review_id = self.made.review_id
        with self.database.saving(self.made.iro_id) as session:
            keep_step(
                session, review_id, lambda s: act(OpenReview(s, review_id)), going_back=going_back
            )

    def put(self, table: str, row_id: str, field: str, value: Any, **how: Any) -> None:
        """Type into one field."""
        self.act(lambda review: put(review.session, table, row_id, field, value), **how)

    def undo(self) -> Done | None:
        """Take the last act back."""
        with self.database.saving(self.made.iro_id) as session:
            return undo(session, self.made.review_id, sample.calendar())

    def redo(self) -> Done | None:
        """Do it again."""
        with self.database.saving(self.made.iro_id) as session:
            return redo(session, self.made.review_id, sample.calendar())

    def add_note(self, words: str = "Sam sleeps well.") -> str:
        """Add a note as one step; gives its id."""
        ids: list[str] = []
        self.act(lambda review: ids.append(review.add_note("going_well", words)))
        return ids[0]

    @property
    def sheet(self) -> ReviewSheet:
        """The review as the record has it."""
        return sample.sheet(self.database, self.made)

    @property
    def standing(self) -> Standing:
        """What can be undone and redone."""
        with self.database.reading() as connection:
            return standing(connection, self.made.review_id)

    def steps(self) -> int:
        """How many steps are kept."""
        with self.database.reading() as connection:
            return int(connection.execute("select count(*) from undo_step").fetchone()[0])

    def reopen(self) -> None:
        """Close the record and open it again, as after a restart."""
        self.database.close()
        self.database = Database.open(self.folder, sample.KEY, lambda: self.now)


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


def _note_in(session: Session, review: OpenReview, at: int) -> Note | None:
    wanted = select(Note).where(Note.review_id == review.review.id, Note.removed_at.is_(None))
    notes = session.scalars(wanted.order_by(Note.position, Note.id)).all()
    return notes[at % len(notes)] if notes else None


WORDS = st.text(min_size=1, max_size=8).filter(lambda words: bool(words.strip()))
DAYS = st.dates(date(2026, 8, 13), date(2027, 8, 13))
ACTS = st.one_of(
    st.tuples(st.just("note"), WORDS),
    st.tuples(st.just("reword"), WORDS, st.integers(0, 9)),
    st.tuples(st.just("restrict"), st.booleans(), st.integers(0, 9)),
    st.tuples(st.just("kinds"), st.lists(st.sampled_from("abc"), unique=True), st.integers(0, 9)),
    st.tuples(st.just("drop"), st.integers(0, 9)),
    st.tuples(st.just("decide"), WORDS, DAYS),
    st.tuples(st.just("order"), st.randoms(use_true_random=False)),
    st.tuples(st.just("number"), st.sampled_from([0, 2.5, 7, 7.5, 10]), WORDS),
    st.tuples(st.just("rather_not")),
    st.tuples(st.just("right"), st.booleans(), WORDS),
    st.tuples(st.just("spoke"), st.booleans()),
    st.tuples(st.just("heard"), st.sampled_from(["done", "partly", "not_done"]), DAYS),
    st.tuples(st.just("warm_line"), WORDS),
    st.tuples(st.just("next_review_on"), st.one_of(st.none(), DAYS)),
    st.tuples(st.just("came"), st.sampled_from(["in_room", "no", "video"])),
    st.tuples(st.just("person"), WORDS),
)


def _do(review: OpenReview, made: sample.Sample, told: tuple[Any, ...]) -> None:
    kind, *given_ = told
    session = review.session
    if kind in ("reword", "restrict", "kinds", "drop"):
        note = _note_in(session, review, given_[-1])
        fields = {"reword": "words", "restrict": "restricted", "kinds": "restriction_kinds"}
        if note is not None and kind == "drop":
            remove(session, "note", note.id)
        elif note is not None:
            put(session, "note", note.id, fields[kind], given_[0])
    elif kind == "order":
        order = list(session.scalars(select(Decision.id).filter_by(review_id=review.review.id)))
        given_[0].shuffle(order)
        review.order_decisions(order)
    elif kind in ("warm_line", "next_review_on"):
        put(session, "review", review.review.id, kind, given_[0])
    else:
        _answer(review, made, kind, given_)


def _answer(review: OpenReview, made: sample.Sample, kind: str, told: list[Any]) -> None:
    acts: dict[str, Callable[..., object]] = {
        "note": lambda words: review.add_note("worry", words),
        "decide": lambda what, day: review.decide(what, by_when=day),
        "number": lambda number, why: review.give_number(number, why),
        "rather_not": lambda: review.give_number(None, answered="rather_not"),
        "right": lambda done, note: review.explain_right("complain", done=done, note=note),
        "spoke": lambda spoke: review.answer_participation("spoke", spoke),
        "heard": lambda outcome, day: review.hear_progress(
            made.earlier_decisions[0], outcome, new_by_when=day
        ),
        "came": lambda how: setattr(
            review.attendance_of(made.people["gran"]), "attended", how
        ),
        "person": lambda name: review.add_person(name),
    }  # fmt: skip
    acts[kind](*told)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACTS, min_size=1, max_size=10), seconds=st.sampled_from([2, 120]))
def test_as_many_undos_give_the_review_as_it_was_and_redos_give_it_back(
    acts: list[tuple[Any, ...]], seconds: int
) -> None:
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder) / "record")
        try:
            _there_and_back(bench, acts, seconds)
        finally:
            bench.database.close()


def _there_and_back(bench: Bench, acts: list[tuple[Any, ...]], seconds: int) -> None:
    sheets, last = [bench.sheet], bench.standing.last
    for told in acts:
        bench.act(lambda review, told=told: _do(review, bench.made, told), after=seconds)  # type: ignore[misc]
        if bench.standing.last > last:
            sheets.append(bench.sheet)
        elif bench.standing.last == last and len(sheets) > 1:
            sheets[-1] = bench.sheet
        else:  # what was joined came to nothing
            del sheets[bench.standing.last - last :]
        last = bench.standing.last
    bench.reopen()
    for sheet in reversed(sheets[:-1]):
        assert bench.undo() is not None
        assert bench.sheet == sheet
    bench.reopen()
    for sheet in sheets[1:]:
        assert bench.redo() is not None
        assert bench.sheet == sheet
    assert bench.redo() is None
