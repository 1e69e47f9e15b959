"""Any run of acts, taken back and done again, after reopening the record too."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any  # a strategy draws any kind of value

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.decision import Decision
from models.editing import put, remove
from models.open_review import OpenReview
from models.signs import Note
from tests import sample
from tests.models.undo_bench import Bench


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


@settings(max_examples=18, deadline=None, suppress_health_check=list(HealthCheck))
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
