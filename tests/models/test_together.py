"""One sitting, one record each: what is sent, to whom, and what never is."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from models.database import Database
from models.decision import Decision
from models.editing import put
from models.note_moves import make_decision, split
from models.open_review import OpenReview, plan_review
from models.record import Refused
from models.review_days import AlreadyWritten
from models.review_sheet import NoteOnSheet
from models.sent_copies import also_in, copies_there
from models.signs import Note
from models.sittings import end_part
from models.together import (
    NotToBeShared,
    begin_together,
    do_together,
    find_child,
    hold_together,
    in_the_sitting,
    may_be_together,
    same_people_came,
    send_decision,
    send_note,
    standing_equal,
    take_back_begin_together,
    write_for_child,
)
from tests import sample
from tests.siblings import Family, in_one_sitting

CALENDAR = sample.calendar()


@pytest.fixture
def family(sam: tuple[Database, sample.Sample]) -> Family:
    return in_one_sitting(*sam)


def test_brothers_of_the_same_iro_are_offered_and_others_are_not(family: Family) -> None:
    with family.database.reading() as connection:
        offered = may_be_together(connection, family.made.child_id)
        assert [each.called for each in offered] == ["Max", "Theo"]
    with family.database.saving(family.made.iro_id) as session:
        put(session, "child", offered[0].id, "family_name", "Oakley")
    with family.database.reading() as connection:
        assert len(may_be_together(connection, family.made.child_id)) == 1


def test_each_review_knows_the_others_of_its_sitting(family: Family) -> None:
    with family.database.reading() as connection:
        for name, review_id in family.reviews.items():
            others = {each.called for each in in_the_sitting(connection, review_id)}
            assert others == {"Sam", "Max", "Theo"} - {name}


def test_a_child_leaves_the_sitting_and_the_last_two_part(family: Family) -> None:
    theo = family.sheet("Theo").child_id
    for chosen, left in (([theo], {"Theo"}), ([], set())):
        with family.database.saving(family.made.iro_id) as session:
            hold_together(session, family.made.review_id, chosen, CALENDAR)
        with family.database.reading() as connection:
            others = in_the_sitting(connection, family.made.review_id)
        assert {each.called for each in others} == left
    assert {family.sheet(name).together_id for name in family.reviews} == {""}


def test_all_begin_at_once_and_the_same_people_came(family: Family) -> None:
    sample.begin(family.database, family.made)
    with family.database.saving(family.made.iro_id) as session:
        begin_together(session, family.made.review_id, CALENDAR)
        review = OpenReview(session, family.made.review_id)
        review.attendance_of(family.made.people["carer"]).attended = "in_room"
        review.attendance_of(family.made.people["worker"]).attended = "video"
        same_people_came(session, family.made.review_id)
    for name in ("Max", "Theo"):
        sheet = family.sheet(name)
        assert (sheet.state, sheet.held_on) == ("open", sample.REVIEW_ON)
        assert {person.short for person in sheet.who_came} == {"Alma", "Samir"}


def test_a_note_is_entered_once_and_sent_to_the_children_chosen(family: Family) -> None:
    note = family.note("Family time stops at Christmas", said_by="Samir")
    chosen = [family.reviews["Max"]]
    for _twice in range(2):
        with family.database.saving(family.made.iro_id) as session:
            send_note(session, note, chosen)
    assert [each.words for each in family.sheet("Max").notes] == ["Family time stops at Christmas"]
    assert family.sheet("Theo").notes == ()
    with family.database.reading() as connection:
        stands = {
            name: also_in(copies_there(connection, "note", review_id))
            for name, review_id in family.reviews.items()
        }
    copy = family.sheet("Max").notes[0].id
    assert stands == {"Sam": {note: ("Max",)}, "Max": {copy: ("Sam",)}, "Theo": {}}


def test_a_copy_names_the_same_person_round_the_other_child_and_has_no_letter_words(
    family: Family,
) -> None:
    worker = family.made.people["worker"]
    note = family.note(
        "Samir is leaving", said_by="Samir", person_id=worker, letter_words="For Sam only"
    )
    with family.database.saving(family.made.iro_id) as session:
        send_note(session, note, [family.reviews["Theo"]])
    sheet = family.sheet("Theo")
    (copy,) = sheet.notes
    assert sheet.person[copy.person_id or ""].name == "Samir Oakenshaw"
    assert copy.letter_words == ""
    assert copy.said_by == "Samir"
    assert not copy.in_letter, "in no letter until it is written for Theo"
    assert sheet_note(family, "Sam").in_letter


def sheet_note(family: Family, name: str) -> NoteOnSheet:
    """The one note of a child's review."""
    (note,) = family.sheet(name).notes
    return note


def test_a_copy_is_in_the_letter_once_it_is_written_for_that_child(family: Family) -> None:
    note = family.note("Sam hit Theo")
    with family.database.saving(family.made.iro_id) as session:
        send_note(session, note, [family.reviews["Max"]])
    copy = sheet_note(family, "Max")
    for words, told in (("There was a fight.", True), (" ", False)):
        with family.database.saving(family.made.iro_id) as session:
            write_for_child(session, "note", copy.id, words)
        assert (sheet_note(family, "Max").in_letter, sheet_note(family, "Max").letter_words) == (
            told,
            words,
        )
    with family.database.saving(family.made.iro_id) as session:
        write_for_child(session, "note", copy.id, "There was a fight.")
        put(session, "note", copy.id, "in_letter", False)
    with family.database.saving(family.made.iro_id) as session:
        write_for_child(session, "note", copy.id, "There was one fight.")
    assert not sheet_note(family, "Max").in_letter, "what was taken out of the letter stays out"


def test_both_halves_of_a_copy_and_a_decision_made_of_one_wait_too(family: Family) -> None:
    note = family.note("Sam hit Theo. Sam is scared")
    with family.database.saving(family.made.iro_id) as session:
        send_note(session, note, [family.reviews["Max"]])
        other = OpenReview(session, family.reviews["Max"])
        (copy,) = session.scalars(select(Note).where(Note.review_id == other.review.id))
        write_for_child(session, "note", copy.id, "There was a fight.")
        second = session.get(Note, split(other, "note", copy.id, 13))
        made = session.get(Decision, make_decision(other, second.id))
        assert (second.in_letter, second.shared_key) == (False, note)
        assert not made.in_letter


@pytest.mark.parametrize(
    ("what", "told"), [("Book one visit", True), ("Sam moves to a school without Max", False)]
)
def test_a_decision_that_names_another_child_waits_until_it_is_written(
    family: Family, what: str, told: bool
) -> None:
    with family.database.saving(family.made.iro_id) as session:
        decision = OpenReview(session, family.made.review_id).decide(what)
        send_decision(session, decision, [family.reviews["Max"]])
    (copy,) = family.sheet("Max").decisions
    assert copy.in_letter is told
    with family.database.saving(family.made.iro_id) as session:
        write_for_child(session, "decision", copy.id, "You stay at your school.")
    assert family.sheet("Max").decisions[0].in_letter


def test_a_decision_kept_out_of_one_letter_is_kept_out_of_the_others(family: Family) -> None:
    with family.database.saving(family.made.iro_id) as session:
        decision = OpenReview(session, family.made.review_id).decide("Ask", in_letter=False)
        send_decision(session, decision, [family.reviews["Max"]])
    assert not family.sheet("Max").decisions[0].in_letter


def test_what_is_restricted_stays_in_the_one_record(family: Family) -> None:
    note = family.note("Police matter", restricted=True)
    with family.database.saving(family.made.iro_id) as session:
        with pytest.raises(NotToBeShared):
            send_note(session, note, [family.reviews["Max"]])
        session.rollback()
    assert family.sheet("Max").notes == ()


def test_nothing_is_sent_outside_the_sitting(family: Family) -> None:
    note = family.note("Family time stops")
    with family.database.saving(family.made.iro_id) as session:
        hold_together(session, family.made.review_id, [], CALENDAR)
    with family.database.saving(family.made.iro_id) as session:
        for wrong in (family.reviews["Max"], family.made.review_id, "nothing"):
            with pytest.raises(Refused):
                send_note(session, note, [wrong])
        session.rollback()


def test_a_decision_is_sent_once_with_its_number_in_each_record(family: Family) -> None:
    with family.database.saving(family.made.iro_id) as session:
        review = OpenReview(session, family.made.review_id)
        review.decide("Only Sam’s", "Samir Oakenshaw")
        decision = review.decide(
            "Book a day out together",
            "Samir Oakenshaw",
            sample.REVIEW_ON,
            person_id=family.made.people["worker"],
        )
        for _twice in range(2):
            send_decision(session, decision, [family.reviews["Max"], family.reviews["Theo"]])
    for name in ("Max", "Theo"):
        (copy,) = family.sheet(name).decisions
        assert (copy.number, copy.what) == (1, "Book a day out together")


def test_the_sitting_is_kept_in_a_record_opened_again(
    family: Family, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = family.database.folder
    family.database.close()
    opened = Database.open(folder, sample.KEY, lambda: sample.NOW)
    request.addfinalizer(opened.close)
    with opened.reading() as connection:
        assert len(in_the_sitting(connection, family.made.review_id)) == 2


@pytest.fixture
def moving(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[Family, list[datetime]]:
    """The family, and a clock that a test moves by writing the moment into the list."""
    clock = [sample.NOW]
    database = sample.open_database(tmp_path / "moving", lambda: clock[0])
    request.addfinalizer(database.close)
    return in_one_sitting(database, sample.fill(database)), clock


def _begin_all(family: Family) -> None:
    with family.database.saving(family.made.iro_id) as session:
        OpenReview(session, family.made.review_id).begin(sample.REVIEW_ON, "16:04", CALENDAR)
        begin_together(session, family.made.review_id, CALENDAR)


def test_a_start_taken_back_is_taken_back_for_all_who_were_begun_with_it(
    moving: tuple[Family, list[datetime]],
) -> None:
    family, clock = moving
    before = {name: family.sheet(name).child.review_due_on for name in family.reviews}
    clock[0] += timedelta(minutes=1)
    _begin_all(family)
    clock[0] += timedelta(minutes=1)
    with family.database.saving(family.made.iro_id) as session:
        assert take_back_begin_together(session, family.made.review_id, CALENDAR) == ()
    for name, due_on in before.items():
        sheet = family.sheet(name)
        assert (sheet.state, sheet.held_on, sheet.sittings) == ("planned", None, ())
        assert sheet.child.review_due_on == due_on


def test_a_review_that_was_written_in_since_stays_begun_and_is_told(
    moving: tuple[Family, list[datetime]],
) -> None:
    family, clock = moving
    clock[0] += timedelta(minutes=1)
    _begin_all(family)
    clock[0] += timedelta(minutes=1)
    with family.database.saving(family.made.iro_id) as session:
        OpenReview(session, family.reviews["Theo"]).add_wish("I was first")
    with family.database.saving(family.made.iro_id) as session:
        stay = take_back_begin_together(session, family.made.review_id, CALENDAR)
    assert stay == (family.reviews["Theo"],)
    states = {name: family.sheet(name).state for name in family.reviews}
    assert states == {"Sam": "planned", "Max": "planned", "Theo": "open"}


def test_no_start_is_taken_back_where_this_review_holds_more_than_its_start(
    moving: tuple[Family, list[datetime]],
) -> None:
    family, clock = moving
    _begin_all(family)
    clock[0] += timedelta(minutes=1)
    family.note("Written since")
    with family.database.saving(family.made.iro_id) as session:
        with pytest.raises(AlreadyWritten):
            take_back_begin_together(session, family.made.review_id, CALENDAR)
        session.rollback()
    assert {family.sheet(name).state for name in family.reviews} == {"open"}


def test_a_review_begun_by_itself_keeps_its_start(moving: tuple[Family, list[datetime]]) -> None:
    family, clock = moving
    with family.database.saving(family.made.iro_id) as session:
        OpenReview(session, family.reviews["Max"]).begin(sample.REVIEW_ON, "15:00", CALENDAR)
    clock[0] += timedelta(minutes=1)
    _begin_all(family)
    with family.database.saving(family.made.iro_id) as session:
        assert take_back_begin_together(session, family.made.review_id, CALENDAR) == ()
    assert [family.sheet(name).state for name in ("Sam", "Max", "Theo")] == [
        "planned", "open", "planned",
    ]  # fmt: skip


def test_a_review_that_cannot_have_been_held_on_that_day_is_not_begun(family: Family) -> None:
    with family.database.saving(family.made.iro_id) as session:
        review = OpenReview(session, family.reviews["Max"])
        earlier = plan_review(session, review.child)
        earlier.number, review.review.number = 0, 2
        earlier.held_on, earlier.state = sample.REVIEW_ON, "finished"
    _begin_all(family)
    states = {name: family.sheet(name).state for name in family.reviews}
    assert states == {"Sam": "open", "Max": "planned", "Theo": "open"}


def test_those_stand_equal_whose_reviews_have_the_same_parts(family: Family) -> None:
    def equal() -> set[str]:
        with family.database.reading() as connection:
            found = standing_equal(connection, family.made.review_id)
        return {each.called for each in found}

    assert equal() == {"Max", "Theo"}
    _begin_all(family)
    assert equal() == {"Max", "Theo"}
    with family.database.saving(family.made.iro_id) as session:
        end_part(OpenReview(session, family.reviews["Max"]), "17:00")
    assert equal() == {"Theo"}
    with family.database.saving(family.made.iro_id) as session:
        own = OpenReview(session, family.made.review_id)
        do_together(own, [family.reviews["Theo"]], lambda review: end_part(review, "17:00"))
    assert equal() == {"Max", "Theo"}
    with family.database.saving(family.made.iro_id) as session:
        own = OpenReview(session, family.made.review_id)
        do_together(own, [], lambda review: review.resume(sample.REVIEW_ON, "18:00", CALENDAR))
    assert equal() == set()
    with family.database.saving(family.made.iro_id) as session:
        own = OpenReview(session, family.made.review_id)
        with pytest.raises(Refused):
            do_together(own, ["another"], lambda review: end_part(review, "17:00"))
        session.rollback()


def test_any_child_of_the_same_iro_is_found_by_two_letters_of_a_name(family: Family) -> None:
    with family.database.saving(family.made.iro_id) as session:
        theo = OpenReview(session, family.reviews["Theo"]).child
        theo.family_name, theo.chosen_name = "Oakley-Reed", "Teddy"

    def found(typed: str) -> list[str]:
        with family.database.reading() as connection:
            return [each.called for each in find_child(connection, family.made.child_id, typed)]

    assert found("te") == found("THEO") == found("oak") == ["Teddy"]
    assert found("till") == ["Max"], "the child whose review it is is never found"
    assert found("m") == found(" ") == found("zz") == []
