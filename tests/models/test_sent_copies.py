"""A copy in a brother's record follows only when it is asked to, and only in the same sitting."""

from datetime import date

import pytest

from models.database import Database
from models.editing import put, remove
from models.open_review import OpenReview
from models.record import Refused
from models.sent_copies import (
    CopyThere,
    also_in,
    change_there,
    copies_there,
    leave_there,
    left_there,
    open_there,
    put_back_there,
    restrict_there,
    said_otherwise,
    take_out_there,
)
from models.together import hold_together, send_decision, send_note, write_for_child
from tests import sample
from tests.siblings import Family, in_one_sitting

BY = date(2026, 9, 30)


@pytest.fixture
def family(sam: tuple[Database, sample.Sample]) -> Family:
    return in_one_sitting(*sam)


def _others(family: Family) -> list[str]:
    return [family.reviews["Max"], family.reviews["Theo"]]


@pytest.fixture
def note(family: Family) -> str:
    made = family.note("Dad shouts", restriction_kinds=["R3"])
    with family.database.saving(family.made.iro_id) as session:
        send_note(session, made, _others(family))
    return made


@pytest.fixture
def decision(family: Family) -> str:
    with family.database.saving(family.made.iro_id) as session:
        for review_id in _others(family):
            OpenReview(session, review_id).decide("His own")
        review = OpenReview(session, family.made.review_id)
        made = review.decide("Stop the visits", "Samir", BY)
        send_decision(session, made, _others(family))
        for review_id in _others(family):
            OpenReview(session, review_id).decide("His last")
    return made


def _seen(family: Family, table: str, name: str = "Sam") -> tuple[CopyThere, ...]:
    with family.database.reading() as connection:
        return copies_there(connection, table, family.reviews[name])


def _do(family: Family, act: object, *given: object) -> object:
    with family.database.saving(family.made.iro_id) as session:
        return act(session, *given)  # type: ignore[operator]  # one of the acts under test


def test_what_is_restricted_here_is_seen_to_be_open_there_until_it_is_restricted_too(
    family: Family, note: str
) -> None:
    assert not any(each.is_left_open for each in _seen(family, "note"))
    _do(family, put, "note", note, "restricted", True)
    assert [each.called for each in _seen(family, "note") if each.is_left_open] == ["Max", "Theo"]
    changed = _do(family, restrict_there, "note", note)
    assert not any(each.is_left_open for each in _seen(family, "note"))
    for name in ("Max", "Theo"):
        (copy,) = family.sheet(name).notes
        assert (copy.restricted, copy.restriction_kinds) == (True, ("R3",))
    assert _do(family, restrict_there, "note", note) == ()
    _do(family, open_there, "note", changed)
    assert len([each for each in _seen(family, "note") if each.is_left_open]) == 2


def test_a_copy_restricted_in_a_brothers_record_can_be_restricted_where_it_came_from(
    family: Family, note: str
) -> None:
    (copy,) = family.sheet("Max").notes
    _do(family, put, "note", copy.id, "restricted", True)
    _do(family, restrict_there, "note", copy.id)
    assert all(family.sheet(name).notes[0].restricted for name in family.reviews)


def test_what_is_taken_out_here_is_taken_out_there_and_brought_back(
    family: Family, note: str
) -> None:
    _do(family, remove, "note", note)
    assert [each.is_gone_here for each in _seen(family, "note")] == [True, True]
    assert also_in(_seen(family, "note")) == {}
    gone = _do(family, take_out_there, "note", note)
    assert _seen(family, "note") == ()
    assert family.sheet("Max").notes == family.sheet("Theo").notes == ()
    _do(family, put_back_there, "note", gone)
    assert len(_seen(family, "note")) == 2


def test_a_decision_taken_out_there_leaves_the_others_numbered_from_one(
    family: Family, decision: str
) -> None:
    _do(family, remove, "decision", decision)
    gone = _do(family, take_out_there, "decision", decision)
    for name in ("Max", "Theo"):
        found = [(each.number, each.what) for each in family.sheet(name).decisions]
        assert found == [(1, "His own"), (2, "His last")]
    _do(family, put_back_there, "decision", gone)
    assert [each.number for each in family.sheet("Max").decisions] == [1, 2, 3]


def test_a_copy_taken_out_and_sent_again_is_not_left_behind(family: Family, note: str) -> None:
    (copy,) = family.sheet("Max").notes
    _do(family, remove, "note", copy.id)
    _do(family, send_note, note, [family.reviews["Max"]])
    assert {each.is_gone_here for each in _seen(family, "note", "Max")} == {False}


def test_new_words_go_to_the_copies_and_out_of_letters_written_for_the_old_ones(
    family: Family, note: str
) -> None:
    (his,) = family.sheet("Max").notes
    _do(family, write_for_child, "note", his.id, "Dad is loud.")
    _do(family, put, "note", note, "words", "Visits are hard")
    assert [each.called for each in said_otherwise(_seen(family, "note"))] == ["Max", "Theo"]
    _do(family, change_there, "note", note)
    assert said_otherwise(_seen(family, "note")) == ()
    (copy,) = family.sheet("Max").notes
    assert (copy.words, copy.letter_words, copy.in_letter) == (
        "Visits are hard",
        "Dad is loud.",
        False,
    )


def test_a_changed_decision_that_names_a_child_leaves_the_letters(
    family: Family, decision: str
) -> None:
    _do(family, put, "decision", decision, "by_when", date(2026, 10, 1))
    assert len(said_otherwise(_seen(family, "decision"))) == 2
    _do(family, change_there, "decision", decision)
    copy = family.sheet("Max").decisions[1]
    assert (copy.by_when, copy.in_letter) == (date(2026, 10, 1), True)
    _do(family, put, "decision", decision, "what", "Stop Theo’s visits")
    _do(family, change_there, "decision", decision)
    assert not family.sheet("Max").decisions[1].in_letter
    assert family.sheet("Theo").decisions[1].in_letter


def test_a_copy_parted_in_two_keeps_its_halves(family: Family, note: str) -> None:
    with family.database.saving(family.made.iro_id) as session:
        other = OpenReview(session, family.reviews["Max"])
        other.add_note("worry", "The second half", step="A5", shared_key=note)
    _do(family, put, "note", note, "words", "Visits are hard")
    assert [each.called for each in said_otherwise(_seen(family, "note"))] == ["Theo"]
    _do(family, change_there, "note", note)
    assert {each.words for each in family.sheet("Max").notes} == {"Dad shouts", "The second half"}
    assert also_in(_seen(family, "note")) == {note: ("Max", "Theo")}


def test_nothing_happens_to_a_copy_outside_the_sitting(
    family: Family, note: str, decision: str
) -> None:
    theo = family.sheet("Theo").child_id
    _do(family, hold_together, family.reviews["Sam"], [theo], sample.calendar())
    _do(family, put, "note", note, "restricted", True)
    _do(family, restrict_there, "note", note)
    _do(family, take_out_there, "decision", decision)
    assert not family.sheet("Max").notes[0].restricted
    assert family.sheet("Theo").notes[0].restricted
    assert [len(family.sheet(name).decisions) for name in ("Max", "Theo")] == [3, 2]
    _do(family, hold_together, family.reviews["Sam"], [], sample.calendar())
    assert _do(family, take_out_there, "note", note) == ()


def test_what_is_left_on_purpose_is_remembered(family: Family, note: str) -> None:
    first, second = (each.id for each in _seen(family, "note"))
    for each in (first, second):
        _do(family, leave_there, family.reviews["Sam"], [each])
    with family.database.reading() as connection:
        assert left_there(connection, family.reviews["Sam"]) == {first, second}
        assert left_there(connection, family.reviews["Max"]) == frozenset()


def test_only_notes_and_decisions_have_copies(family: Family) -> None:
    with pytest.raises(Refused):
        _seen(family, "wish")
    with pytest.raises(Refused):
        _do(family, restrict_there, "child", family.made.child_id)
