"""A letter is begun by its first choice; its lines keep what was proposed and can be undone."""

import pytest

from models.database import Database
from models.letter_making import LetterMaking
from models.letters_written import (
    NoReasonGiven,
    begin_letter,
    choose,
    heed_again,
    leave_out,
    letter_of_review,
    put_back,
    say_to_child,
    waive,
    write_line,
)
from models.reading_letters import last_address
from models.record import new_id
from models.undo import keep_step, redo, undo
from tests import sample

Sam = tuple[Database, sample.Sample]


def _making(sam: Sam) -> LetterMaking:
    return sample.sheet(*sam).making


def _letter(sam: Sam) -> str:
    with sam[0].saving(sam[1].iro_id) as session:
        return letter_of_review(session, sam[1].review_id)


def test_the_first_choice_begins_the_letter_once(sam: Sam) -> None:
    first = _letter(sam)
    assert _letter(sam) == first
    with sam[0].saving(sam[1].iro_id) as session:
        choose(session, first, "band", "C")
    assert _making(sam).letter.band == "C"


def test_the_next_letter_is_set_like_the_last_but_is_given_as_nobody_has_said_yet(
    sam: Sam,
) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        first = begin_letter(session, made.child_id, "thanks")
        for field, value in (("band", "C"), ("is_posted", True), ("address", "1 Old Home")):
            choose(session, first, field, value)
    unchosen = _making(sam).letter
    with database.saving(made.iro_id) as session:
        letter_of_review(session, made.review_id)
    begun = _making(sam).letter
    for letter in (unchosen, begun):
        assert (letter.band, letter.is_posted, letter.address) == ("C", False, "")
    with database.reading() as connection:
        assert last_address(connection, made.child_id, begun.id) == "1 Old Home"
        assert last_address(connection, made.child_id, first) == ""


def test_a_line_keeps_the_id_it_was_typed_under(sam: Sam) -> None:
    letter, row_id = _letter(sam), new_id()
    with sam[0].saving(sam[1].iro_id) as session:
        assert write_line(session, letter, "L3/why", "Hello.", "We met.", row_id) == row_id
        assert write_line(session, letter, "L3/why", "Hi.", "We met.", new_id()) == row_id
    line = _making(sam).line["L3/why"]
    assert (line.words, line.proposed) == ("Hi.", "We met.")


def test_what_is_said_to_the_child_stands_in_the_note_and_the_proposal_beside_it(sam: Sam) -> None:
    sample.write_whole_review(*sam)
    letter, note = _letter(sam), sample.sheet(*sam).notes[0]
    key = f"note/{note.id}"
    with sam[0].saving(sam[1].iro_id) as session:
        say_to_child(session, letter, ("note", note.id), key, "You sleep well.", note.words)
    sheet = sample.sheet(*sam)
    assert sheet.notes[0].letter_words == "You sleep well."
    assert sheet.making.line[key].proposed == note.words
    with sam[0].saving(sam[1].iro_id) as session:
        say_to_child(session, letter, ("note", note.id), key, "", note.words)
    sheet = sample.sheet(*sam)
    assert (sheet.notes[0].letter_words, sheet.making.line[key].proposed) == ("", "")


def test_a_line_is_left_out_and_a_warning_set_aside_only_with_a_reason(sam: Sam) -> None:
    letter = _letter(sam)
    with sam[0].saving(sam[1].iro_id) as session:
        with pytest.raises(NoReasonGiven):
            leave_out(session, letter, "L3/who", " ")
        with pytest.raises(NoReasonGiven):
            waive(session, letter, "dates//", "")
        leave_out(session, letter, "L3/who", "Sam knows.")
        waive(session, letter, "dates//", "It is so.")
    assert _making(sam).line["L3/who"].left_out_why == "Sam knows."
    assert _making(sam).waived["dates//"].why == "It is so."
    with sam[0].saving(sam[1].iro_id) as session:
        put_back(session, letter, "L3/who")
        heed_again(session, letter, "dates//")
    line = _making(sam).line["L3/who"]
    assert (line.left_out, line.taken_in) == (False, True)
    assert _making(sam).waived == {}


def test_a_line_that_was_undone_comes_back_empty(sam: Sam) -> None:
    letter, (database, made) = _letter(sam), sam
    with database.saving(made.iro_id) as session:
        keep_step(
            session, made.review_id,
            lambda session: write_line(session, letter, "L3/why", "Hello.", "We met."),
        )  # fmt: skip
    with database.saving(made.iro_id) as session:
        assert undo(session, made.review_id, sample.calendar()) is not None
    assert _making(sam).lines == ()
    with database.saving(made.iro_id) as session:
        assert redo(session, made.review_id, sample.calendar()) is not None
    assert _making(sam).line["L3/why"].words == "Hello."
    with database.saving(made.iro_id) as session:
        undo(session, made.review_id, sample.calendar())
    with database.saving(made.iro_id) as session:
        leave_out(session, letter, "L3/why", "Sam knows.")
    line = _making(sam).line["L3/why"]
    assert (line.words, line.left_out) == ("", True)
