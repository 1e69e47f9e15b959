"""Notes are moved, split and made into decisions, and none is lost or doubled on the way."""

from collections import Counter
from collections.abc import Callable
from typing import Any  # Any: what is moved gives what it gives

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.database import Database
from models.editing import remove
from models.note_moves import Spot, make_decision, move_to, split
from models.open_review import OpenReview
from models.record import Refused
from models.review_sheet import ReviewSheet
from models.signs import Note
from tests import sample
from tests.sample import Sample

Sam = tuple[Database, Sample]
COLUMNS, STEPS = ("going_well", "worry", "next"), ("A4", "A5")


def _act(sam: Sam, act: Callable[[OpenReview], Any]) -> Any:
    database, made = sam
    with database.saving(made.iro_id) as session:
        return act(OpenReview(session, made.review_id))


def _sheet(sam: Sam) -> ReviewSheet:
    return sample.sheet(*sam)


def _move(sam: Sam, note: str, spot: Spot) -> None:
    _act(sam, lambda review: move_to(review, "note", note, spot))


def _words(sam: Sam, column: str = "worry") -> list[str]:
    return [note.words for note in _sheet(sam).notes if note.column == column]


def _three(sam: Sam) -> list[str]:
    sample.begin(*sam)
    return [
        _act(sam, lambda review, words=words: review.add_note("worry", words, step="A4"))
        for words in ("one", "two", "three")
    ]


def test_a_note_goes_before_and_after_another(sam: Sam) -> None:
    one, two, three = _three(sam)
    _move(sam, three, Spot("A4", "worry", beside=two))
    assert _words(sam) == ["one", "three", "two"]
    _move(sam, one, Spot("A4", "worry", beside=two, is_after=True))
    assert _words(sam) == ["three", "two", "one"]
    assert [note.position for note in _sheet(sam).notes] == [1, 2, 3]


def test_a_note_stays_where_it_is_beside_itself_or_with_nowhere_to_go(sam: Sam) -> None:
    one = _three(sam)[0]
    _move(sam, one, Spot("A4", "worry", beside=one))
    _move(sam, one, Spot("A4", "worry"))
    assert _words(sam) == ["one", "two", "three"]


def test_in_another_step_a_note_comes_last(sam: Sam) -> None:
    one = _three(sam)[0]
    _act(sam, lambda review: review.add_note("worry", "there", step="A5"))
    _move(sam, one, Spot("A5", "worry"))
    assert [note.words for note in _sheet(sam).notes if note.step == "A5"] == ["there", "one"]


def test_in_another_column_a_kind_of_answer_it_does_not_have_is_taken_off(sam: Sam) -> None:
    sample.begin(*sam)
    note = _act(sam, lambda review: review.add_note("worry", "x", step="A4", sort="harm"))
    _move(sam, note, Spot("A5", "worry"))
    assert _sheet(sam).notes[0].sort == "harm"
    _move(sam, note, Spot("A5", "next"))
    assert _sheet(sam).notes[0].sort == ""


def test_a_note_of_another_review_cannot_be_moved(sam: Sam) -> None:
    _three(sam)
    with pytest.raises(Refused):
        _move(sam, "not here", Spot("A4", "worry"))


def test_both_halves_of_a_split_note_keep_whose_and_where(sam: Sam) -> None:
    sample.begin(*sam)
    mum = sam[1].people["mum"]
    fields = {"step": "A4", "life_area": "home", "said_by": "Mum", "person_id": mum,
              "restricted": True, "restriction_kinds": ["address"], "sort": "harm"}  # fmt: skip
    whole = _act(sam, lambda review: review.add_note("worry", "He shouts. Then he goes", **fields))
    _act(sam, lambda review: review.add_note("worry", "after", step="A4"))
    second = _act(sam, lambda review: split(review, "note", whole, 11))
    first, half, after = _sheet(sam).notes
    assert (first.id, half.id, after.words) == (whole, second, "after")
    assert (first.words, half.words) == ("He shouts.", "Then he goes")
    for note in (first, half):
        assert (note.column, note.said_by, note.person_id) == ("worry", "Mum", mum)
        assert (note.life_area, note.restricted) == ("home", True)
        assert (note.restriction_kinds, note.sort) == (("address",), "harm")


def test_the_childs_words_are_split_without_touching_a_letter(sam: Sam) -> None:
    sample.begin(*sam)
    own = _act(sam, lambda review: review.add_wish("I like  it  here", step="A4", private=True))
    _act(sam, lambda review: split(review, "wish", own, 8))
    first, second = _sheet(sam).wishes
    assert (first.words, second.words) == ("I like  ", "it  here")
    assert first.private
    assert second.private


@pytest.mark.parametrize("at", [0, 3, 99])
def test_a_half_without_words_is_refused(sam: Sam, at: int) -> None:
    one = _three(sam)[0]
    with pytest.raises(Refused):
        _act(sam, lambda review: split(review, "note", one, at))
    assert _words(sam) == ["one", "two", "three"]


def test_a_decision_is_made_of_a_note_and_the_note_stays(sam: Sam) -> None:
    sample.begin(*sam)
    note = _act(
        sam,
        lambda review: review.add_note(
            "next", "Find a club", step="A7", life_area="friends_and_fun", restricted=True
        ),
    )
    _act(sam, lambda review: make_decision(review, note))
    sheet = _sheet(sam)
    decision = sheet.decisions[0]
    assert (decision.what, decision.note_id) == ("Find a club", note)
    assert (decision.life_area, decision.restricted) == ("friends_and_fun", True)
    assert [each.words for each in sheet.notes] == ["Find a club"]


MOVES = st.lists(
    st.one_of(
        st.tuples(
            st.just("to"), st.integers(0, 9), st.sampled_from(COLUMNS), st.sampled_from(STEPS),
            st.one_of(st.none(), st.integers(0, 9)), st.booleans(),
        ),
        st.tuples(st.just("split"), st.integers(0, 9), st.integers(1, 6)),
        st.tuples(st.just("remove"), st.integers(0, 9)),
    ),
    max_size=12,
)  # fmt: skip


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(moves=MOVES)
def test_however_they_are_moved_no_note_is_lost_or_doubled(
    begun_once: Sam, moves: list[tuple[Any, ...]]
) -> None:
    database, made = begun_once
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        for note in sample.sheet(database, made).notes:
            remove(session, "note", note.id)
        ids = [
            review.add_note(COLUMNS[place % 3], f"note {place}", step=STEPS[place % 2])
            for place in range(5)
        ]
        gone = 0
        for move in moves:
            gone += _do(review, ids, move)
    notes = sample.sheet(database, made).notes
    assert Counter(note.id for note in notes) == Counter(ids)
    letters = "".join(sorted("".join(note.words for note in notes).replace(" ", "")))
    assert len(letters) == 5 * 5 - gone
    assert [note.position for note in notes] == sorted({note.position for note in notes})


def _do(review: OpenReview, ids: list[str], move: tuple[Any, ...]) -> int:
    """Do one move; gives how many letters went with a note that was removed."""
    kind, place = move[0], move[1]
    if not ids:
        return 0
    note = ids[place % len(ids)]
    if kind == "to":
        beside = "" if move[4] is None else ids[move[4] % len(ids)]
        move_to(review, "note", note, Spot(move[3], move[2], beside, move[5]))
    elif kind == "split":
        try:
            ids.append(split(review, "note", note, move[2]))
        except Refused:
            return 0
    else:
        ids.remove(note)
        words = review.session.get_one(Note, note).words
        remove(review.session, "note", note)
        return len(words.replace(" ", ""))
    return 0


@pytest.fixture(scope="module")
def begun_once(tmp_path_factory: pytest.TempPathFactory) -> Any:
    database = sample.open_database(tmp_path_factory.mktemp("moves") / "record")
    made = sample.fill(database)
    sample.begin(database, made)
    yield database, made
    database.close()
