"""A mother is in refuge; the father, who has parental responsibility, gets the record."""

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
from tests.journeys.read_back import all_of, holds

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

REFUGE = "Rowan House"
TOLD = ("Rowan House", "RowanHouse", "Rowan Hse", "Elmstead", "07700 900 321", "07700900321",
        "EL4 9ZZ", "Larch Close", "solicitor’s letter")  # fmt: skip
NOTES = (
    ("going_well", "Rosa rang Sam from Rowan House. They talked about the garden."),
    ("worry", "The bus from Elmstead takes an hour, so family time begins late."),
    ("worry", "Rosa can be reached on 07700-900321 at any time."),
    ("worry", "A parcel for Rosa came back from 7 Larch Close, EL4 9ZZ."),
)
RESTRICTED = "Rosa showed a solicitor’s letter about the house."


def _write(review: OpenReview, made: sample.Sample) -> None:
    for column, words in NOTES:
        review.add_note(column, words, step="A5", life_area="family_time")
    review.add_note("worry", RESTRICTED, step="A5", life_area="family_time", restricted=True)
    review.decide(
        "Samir brings Sam to see her Mum near Rowan Hse each week",
        "Samir Oakenshaw",
        date(2026, 9, 11),
    )
    mum = review.session.get_one(Person, made.people["mum"])
    mum.address, mum.phone = "7 Larch Close\nElmstead\nEL4 9ZZ", "07700 900321"
    mum.parental_responsibility = True
    add_person(
        review, made, "dad", name="Karl Tillbrook", called="Dad", role=Role.PARENT,
        parental_responsibility=True, address="3 High Street\nPenhallow\nPH1 1AB",
    )  # fmt: skip


def test_a_father_gets_the_record_and_nothing_that_leads_to_the_refuge(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, clock = tmp_path / "record", Clock()
    with written(folder, clock, invited=("mum",), write=_write) as (_database, made):
        pass
    with at_work(folder, clock, made, qtbot) as at:
        at.open_child()
        at.protect("Family in refuge", REFUGE, "Mum")
        at.protect("Town, area or route", "Elmstead", "Mum")
        at.keep_from("mum", "address_kinds")
        at.finish()
        at.agree()
        at.to_copies()
        _somebody_is_named_for_what_is_restricted(at)
        at.show_copy("dad")
        at.look("refuge-2-copy")
        at.release()
        _read_and_send(AtSend(at, tmp_path / "stick", monkeypatch), made)


def _somebody_is_named_for_what_is_restricted(at: AfterTheReview) -> None:
    """A note was restricted in the meeting and nobody said from whom: that is asked first."""
    waits = "1 part is restricted and nobody said from whom."
    assert waits in at.copies.pane.release.reasons.said
    at.click("show_unresolved")
    assert at.at.objectName() == "chip_R1", "the keyboard is where the kind is chosen"
    at.look("refuge-1-unresolved")
    at.click("chip_R4")
    at.back_to_copies()
    assert waits not in at.copies.pane.release.reasons.said


def _read_and_send(send: AtSend, made: sample.Sample) -> None:
    rows, mum, dad = send.rows(), made.people["mum"], made.people["dad"]
    his = {kind: send.save(rows[dad, kind]) for kind in ("minutes", "decisions")}
    for kind, file in his.items():
        assert not [words for words in TOLD if holds(file, words)], kind
    record = all_of(his["minutes"])
    for words in ("They talked about the garden.", "Rosa Tillbrook parent", "10 February 2027"):
        assert words in record, words
    assert re.findall(r" (\d) [AF]\w+ .{20,40} (?:Samir|Joan)", all_of(his["decisions"])) == [
        "1",
        "2",
    ]
    assert send.printed(rows[dad, "minutes"]) == "Printed, to post"
    assert send.send(rows[dad, "minutes"]) == "Posted today"
    hers = send.save(rows[mum, "minutes"])
    for words in ("Rowan House", "Rowan Hse", "Elmstead", "07700900321", "Larch Close"):
        assert holds(hers, words), words
