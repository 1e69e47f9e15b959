"""A plan of adoption: the birth mother gets the record, and an adopter theirs as a Word file."""

import re
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.open_review import OpenReview
from models.people import Person, Role
from tests import sample
from tests.journeys.after_the_review import AfterTheReview, add_person, at_work, written
from tests.journeys.at_send import AtSend
from tests.journeys.playing import Clock
from tests.journeys.read_back import all_of, holds, names, properties

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

TOLD = ("Ashgrove", "Priya", "Thomas", "Tom", "Ivy", "Saltmarsh", "Mill Lane", "SM7 3QX")
NOTES = (
    "Tom and Priya read to Sam every evening. Sam sleeps well there.",
    "Sam likes to be called Ivy now.",
    "The nursery in Saltmarsh has a place for Sam.",
    "Cards from Nana Bea go to 2 Mill Lane, SM7 3QX.",
)
HERS = "Rosa lives at 9 Canal Row now."


def _write(review: OpenReview, made: sample.Sample) -> None:
    for words in (*NOTES, HERS):
        review.add_note("going_well", words, step="A4", life_area="home")
    review.decide(
        "The Ashgroves and Samir write the first life story book",
        "Priya Ashgrove",
        date(2026, 9, 30),
    )
    review.review.iro_view = "The plan meets Sam’s needs. Mr Ashgrove has thought of everything."
    mum = review.session.get_one(Person, made.people["mum"])
    mum.parental_responsibility, mum.address = True, "9 Canal Row\nPenhallow\nPH1 1AA"
    home = "2 Mill Lane\nSaltmarsh\nSM7 3QX"
    add_person(
        review, made, "tom", name="Thomas Ashgrove", called="Tom", role=Role.ADOPTER, address=home,
        email="tom@example.org", send_by="email",
    )  # fmt: skip
    add_person(
        review, made, "priya", name="Priya Ashgrove", role=Role.ADOPTER, address=home,
        is_invited=False,
    )  # fmt: skip


def test_adopters_and_a_new_name_are_in_their_copies_and_not_in_the_birth_mothers(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, clock = tmp_path / "record", Clock()
    with written(folder, clock, invited=("mum",), write=_write) as (_database, made):
        pass
    with at_work(folder, clock, made, qtbot) as at:
        at.open_child()
        at.protect("Name, or new name", "Ivy Ashgrove", "Sam")
        at.protect("Town, area or route", "Saltmarsh", "Tom")
        for adopter in ("tom", "priya"):
            at.keep_from(adopter, "restriction_kinds")
        at.keep_from("mum", "address_kinds")
        at.finish()
        at.agree()
        at.to_copies()
        _they_get_their_own_things(at)
        at.show_copy("mum")
        at.look("adoption-2-copy")
        at.release()
        _read_and_send(AtSend(at, tmp_path / "stick", monkeypatch), made)


def _they_get_their_own_things(at: AfterTheReview) -> None:
    """The agency agreed to the record; what the rule keeps of the adopters is theirs to read."""
    at.turn_to("tom")
    at.click("chip_gets")
    at.click("agreed_box")
    at.type("The adoption agency, 10 August\t")
    at.click("R3")
    at.look("adoption-1-gets")
    at.type("It is their own name and home\n")
    at.click("as_word")
    at.click("chip_copy")


def _read_and_send(send: AtSend, made: sample.Sample) -> None:
    rows, mum, tom = send.rows(), made.people["mum"], made.people["tom"]
    for kind in ("minutes", "decisions"):
        hers = send.save(rows[mum, kind])
        assert not [words for words in TOLD if names(hers, words)], kind
        assert "Find a quiet place at lunch" in all_of(hers)
        assert holds(hers, HERS) == (kind == "minutes")
    assert send.printed(rows[mum, "minutes"]) == "Printed, to post"
    assert send.send(rows[mum, "minutes"]) == "Posted today"
    theirs = send.save(rows[tom, "minutes"])
    assert re.fullmatch(r"minutes-[0-9a-f]{8}-[0-9a-f]{4}\.docx", theirs.name)
    assert not holds(theirs, "Canal Row")
    assert not [
        name for name in ("Nadia", "Sam", "Tillbrook", "Ivy") if name in properties(theirs)
    ]
    kept = ("Tom and Priya read to Sam", "called Ivy now", "nursery in Saltmarsh",
            "SM7 3QX", "Mr Ashgrove",
            "life story book", "prospective adopter")  # fmt: skip
    for words in kept:
        assert holds(theirs, words), words
    assert send.send(rows[tom, "minutes"]) == "E-mailed today"
