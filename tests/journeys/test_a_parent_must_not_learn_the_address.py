"""A mother gets the record of a review; where the carer lives is nowhere in what she gets."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.open_review import OpenReview
from models.people import Person
from tests import sample
from tests.journeys.after_the_review import AfterTheReview, at_work, written
from tests.journeys.at_send import AtSend
from tests.journeys.keyboard import KEY
from tests.journeys.playing import Clock
from tests.journeys.read_back import all_of, holds
from ui.send.copies_page import CutBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups

ADDRESS = "4 Holm Lane, Penhallow, PH2 2BB"
TOLD = ("4 Holm Lane", "Holm Lane", "Hlom Lane", "PH2 2BB", "01632 960 177", "01632960177")
NOTE = "Sam likes the garden at 4 Holm Lane. She feeds the birds there."


def _write(review: OpenReview, made: sample.Sample) -> None:
    review.add_note("going_well", NOTE, step="A4", life_area="home")
    review.add_note("worry", "Ring Alma first, on 01632-960177.", step="A4", life_area="home")
    row = review.review
    row.place = review.last_sitting.place = "At Alma’s, 4 Holm Lane"
    row.next_review_place = "4 Holm Lane, Penhallow PH22BB"
    row.iro_view = "The plan meets Sam’s needs. The school bus now stops in Hlom Lane."
    mum = review.session.get_one(Person, made.people["mum"])
    mum.parental_responsibility, mum.address = True, "1 Low Road\nPenhallow\nPH1 1AA"
    carer = review.session.get_one(Person, made.people["carer"])
    carer.address, carer.phone = "4 Holm Lane\nPenhallow\nPH2 2BB", "01632 960 177"


def test_a_parent_must_not_learn_where_the_carer_lives(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, clock = tmp_path / "record", Clock()
    with written(folder, clock, invited=("mum", "carer"), write=_write) as (_database, made):
        pass
    with at_work(folder, clock, made, qtbot) as at:
        at.open_child()
        at.protect("Address", ADDRESS, "Alma")
        at.keep_from("carer", "address_kinds")
        at.finish()
        at.agree()
        at.to_copies()
        at.show_copy("mum")
        at.look("parent-1-copy")
        _what_is_left_out_is_shown(at)
        at.release()
        _read_and_send(AtSend(at, tmp_path / "stick", monkeypatch), made)


def _what_is_left_out_is_shown(at: AfterTheReview) -> None:
    """Each of the five places stands in the margin, which only she sees; none waits for her."""
    row = at.copies.pane.people.rows[at.made.people["mum"]].accessibleName()
    assert "Decisions and record, 5 parts left out. Post." in row
    page = at.copies.side.preview.page
    page.setFocus()
    assert sum(len(_boxes(at)) for _page in range(page.pages)) == 5
    at.show_copy("carer")
    assert "left out" not in at.copies.pane.people.rows[at.made.people["carer"]].accessibleName()


def _boxes(at: AfterTheReview) -> list[CutBox]:
    """What stands in the margin of this page; then turns to the next."""
    boxes = at.copies.side.preview.page.boxes
    assert {each.words.said for each in boxes} <= {"Left out: about the carer’s home or family"}
    at.press(KEY.Key_Right)
    return boxes


def _read_and_send(send: AtSend, made: sample.Sample) -> None:
    rows, mum, carer = send.rows(), made.people["mum"], made.people["carer"]
    hers = {kind: send.save(rows[mum, kind]) for kind in ("minutes", "decisions")}
    for kind, file in hers.items():
        assert not [words for words in TOLD if holds(file, words)], kind
        assert re.fullmatch(rf"{kind}-[0-9a-f]{{8}}-[0-9a-f]{{4}}\.pdf", file.name)
    record = all_of(hers["minutes"])
    for words in ("She feeds the birds there.", "The plan meets Sam's needs.", "10 February 2027"):
        assert words in record, words
    assert send.printed(rows[mum, "minutes"]) == "Printed, to post"
    assert send.send(rows[mum, "minutes"]) == "Posted today"
    theirs = send.save(rows[carer, "minutes"])
    for words in ("4 Holm Lane", "Hlom Lane", "PH22BB", "01632 960 177"):
        assert holds(theirs, words), words
