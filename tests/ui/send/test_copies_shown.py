"""Where a cut would stand, what a find is part of, and why copies cannot be released yet."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from letters.copies import MadeCopy
from letters.disclosure.hit import Hit
from letters.engine import Place
from letters.paragraph import Source
from letters.pdf import Rendered
from letters.releasing import CheckedCopy
from models.copy_of_sheet import Cut
from models.database import Database
from models.open_review import OpenReview
from models.readers_of_papers import Reader, readers
from models.review_sheet import ReviewSheet
from models.sending_queue import CopyLine, CopyState
from models.sending_steps import SendingWay
from tests import sample
from ui.send.copies_cuts import TOP_PT, cuts_of_paper, places_of_cuts
from ui.send.copies_list import person_shown
from ui.send.copies_release import ReleaseBox, ReleaseShown
from ui.send.copies_sources import grouped, text_at, where_it_stands
from ui.send.copies_standing import (
    CopyStanding,
    Waits,
    ready_to_release,
    reason_lines,
    state_of,
)
from ui.send.copies_words import cut_words, hit_words, papers_words, release_words, who_words

READY = Waits(is_final=True, unresolved=0, why_again="")


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> ReviewSheet:
    database, made = sample.open_filled(tmp_path_factory.mktemp("copies") / "record")
    try:
        return _written(database, made)
    finally:
        database.close()


def _written(database: Database, made: sample.Sample) -> ReviewSheet:
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.add_note("worry", "A second worry.", step="A7", life_area="learning")
    return sample.sheet(database, made)


def _reader(sheet: ReviewSheet, key: str = "child") -> Reader:
    return next(each for each in readers(sheet) if key in (each.key, each.name))


def _made(words: str = "words", *, as_before: bool = False, places: Any = None) -> MadeCopy:
    rendered = Rendered(b"", 1, places or {})
    document = cast("Any", None)
    return MadeCopy(document, rendered, words, (), "a.pdf", (), is_as_before=as_before)


def _hit(key: str, box: tuple[float, float, float, float], found: str = "Holm") -> Hit:
    return Hit(key, "", "place", found, 1, (box,), "", "exact", "")


def _standing(sheet: ReviewSheet, **fields: Any) -> CopyStanding:
    copy = fields.pop("copy", CheckedCopy(_made(), (), ()))
    usual = CopyStanding(
        "Sam", _reader(sheet), "letter", copy, None, is_fresh=True, is_looked_at=True,
        released=None,
    )  # fmt: skip
    return replace(usual, **fields)


def _released(state: CopyState = CopyState.TO_PRINT, **fields: Any) -> CopyLine:
    usual: dict[str, Any] = {
        "id": "c", "case_id": "", "review_id": "", "reader": "child", "reader_name": "",
        "role": "child", "kind": "letter", "format": "pdf", "version": 1, "language": "en-GB",
        "way": SendingWay.HAND, "address": "", "email": "", "due_on": None, "wanted": 1,
        "released_at": datetime(2026, 8, 21, tzinfo=UTC), "released_by": "", "digest": "",
        "maker": "", "is_here": True, "releaser": "",
    }  # fmt: skip
    return CopyLine(**{**usual, **fields}, state=state)


def test_a_sentence_that_is_gone_stands_beside_the_rest_of_its_note(sheet: ReviewSheet) -> None:
    note = sheet.notes[0]
    own = {Source("note", note.id, "words"): (Place(2, 60, 100, 400, 20),)}
    cut = Cut("note", note.id, "words", "A sentence.", "R1")
    assert places_of_cuts([cut], own, sheet) == ((2, 110.0),)


def test_a_row_that_is_gone_stands_below_the_one_before_it_of_its_kind(sheet: ReviewSheet) -> None:
    first, second = (each for each in sheet.notes if each.step == "A7")
    own = {Source("note", first.id, "words"): (Place(1, 60, 200, 400, 14),)}
    assert places_of_cuts([Cut("note", second.id, "", "x", "R5")], own, sheet) == ((1, 214.0),)
    own = {Source("note", second.id, "words"): (Place(3, 60, 50, 400, 14),)}
    assert places_of_cuts([Cut("note", first.id, "", "x", "R5")], own, sheet) == ((3, 50.0),)
    assert places_of_cuts([Cut("person", "gone", "", "x", "R5")], own, sheet) == ((1, TOP_PT),)


def test_only_what_the_paper_would_show_counts_as_left_out(sheet: ReviewSheet) -> None:
    note = sheet.notes[0]
    here = Cut("note", note.id, "", "Said.", "R5")
    elsewhere = Cut("sitting", "s", "reason", "A bell", "R1")
    by_hand = replace(elsewhere, by_hand=True)
    empty = Cut("person", "p", "email", "", "R1")
    whole = {Source("note", note.id, "words"): (Place(1, 0, 0, 9, 9),)}
    cuts = (here, elsewhere, by_hand, empty)
    assert cuts_of_paper(cuts, {}, whole) == (here, by_hand)
    assert cuts_of_paper(cuts, {}, None) == (here, elsewhere, by_hand)


def test_a_place_counts_as_left_out_where_its_line_names_the_day(sheet: ReviewSheet) -> None:
    cut = Cut("review", sheet.id, "next_review_place", "4 Holm Lane", "R1")
    line = {Source("review", sheet.id, "next_review_on"): (Place(4, 60, 100, 400, 20),)}
    assert cuts_of_paper([cut], {}, line) == (cut,)
    assert places_of_cuts([cut], line, sheet) == ((4, 110.0),)


def test_the_files_annexe_and_a_row_gone_with_its_words_do_not_count_again() -> None:
    told = (("note", "n", "words"), ("person", "p", "phone"), ("person", "p", "name"))
    whole = {Source(*each): (Place(1, 60, 100, 400, 20),) for each in told}
    words = Cut("note", "n", "words", "Ring her.", "R1")
    row, phone = replace(words, field=""), Cut("person", "p", "phone", "01632 960 300", "R1")
    who = Cut("person", "p", "", "Tom Ashgrove", "R3")
    assert cuts_of_paper((words, row, phone, who), {}, whole) == (words, who)
    assert cuts_of_paper((row,), {}, whole) == (row,)


def test_a_find_within_another_is_one_thing_to_check() -> None:
    short, long = _hit("a", (60, 100, 90, 112)), _hit("b", (60, 100, 150, 112), "Holm Lane")
    other = _hit("c", (60, 300, 90, 312))
    assert grouped([short, long, other]) == ((long, short), (other,))


def test_a_find_is_led_back_to_the_sentence_that_was_typed(sheet: ReviewSheet) -> None:
    note = next(each for each in sheet.notes if "Nana Bea" in each.words)
    large = Source("review", sheet.id, "iro_view")
    places = {
        large: (Place(1, 0, 0, 600, 800),),
        Source("note", note.id, "words"): (Place(1, 60, 95, 400, 20),),
    }
    hit = _hit("a", (100, 100, 150, 112), "Nana  Bea")
    found = where_it_stands(hit, _made(places=places), sheet)
    assert found is not None
    assert tuple(found.place) == ("note", note.id, "words")
    assert found.words == note.words
    in_word = replace(hit, page=None, boxes=(), around=f"… {note.words}")
    assert where_it_stands(in_word, _made(), sheet) == found
    assert where_it_stands(replace(in_word, found="nowhere"), _made(), sheet) is None
    assert text_at(sheet, "note", note.id, "nothing") == ""


def test_a_copy_waits_until_it_is_made_checked_and_looked_at(sheet: ReviewSheet) -> None:
    hit = _hit("a", (1, 1, 2, 2))
    found = CheckedCopy(_made(), (hit,), (hit,))
    assert _standing(sheet, copy=None).state == "making"
    assert _standing(sheet, is_fresh=False).state == "making"
    assert _standing(sheet, copy=found).state == "check"
    assert _standing(sheet, is_looked_at=False).state == "look"
    assert _standing(sheet).state == "ready"
    assert state_of([]) == "nothing"
    assert state_of([_standing(sheet), _standing(sheet, copy=found)]) == "check"


def test_what_was_released_stands_until_its_words_or_its_way_change(sheet: ReviewSheet) -> None:
    same = CheckedCopy(_made(as_before=True), (), ())
    assert _standing(sheet, copy=same, released=_released()).state == "released"
    assert _standing(sheet, released=_released()).state == "ready"
    moved = _released(way=SendingWay.POST, address="1 Low Road")
    assert _standing(sheet, copy=same, released=moved).state == "ready"
    for state in (CopyState.STOPPED, CopyState.WITHDRAWN):
        assert _standing(sheet, copy=same, released=_released(state)).state == "ready"


def test_every_reason_against_a_release_is_said_and_holds_only_its_paper(
    sheet: ReviewSheet,
) -> None:
    letter = _standing(sheet)
    decisions = _standing(sheet, kind="decisions", reader=_reader(sheet, "Alma Dunmore"))
    waits = Waits(is_final=False, unresolved=0, why_again="")
    assert ready_to_release([letter, decisions], waits) == [decisions]
    (said,) = reason_lines([letter, decisions], waits)
    assert said.startswith("The decisions are not final yet.")
    assert ready_to_release([letter, decisions], READY) == [letter, decisions]
    unseen = replace(decisions, is_looked_at=False)
    assert ready_to_release([letter, unseen], READY) == [letter]
    assert reason_lines([letter, unseen], READY) == ["1 copy has not been looked at."]
    tags = replace(READY, unresolved=2)
    assert ready_to_release([letter], tags) == []
    assert reason_lines([letter], tags) == ["2 parts are restricted and nobody said from whom."]
    posted = replace(letter, reader=replace(letter.reader, way=SendingWay.POST, address=" "))
    assert reason_lines([posted], READY) == ["There is no address for Sam."]
    assert ready_to_release([posted], READY) == []
    again = replace(letter, released=_released())
    assert reason_lines([again], READY) == ["Say why there is a new version."]
    assert ready_to_release([again], replace(READY, why_again="A slip")) == [again]


def test_words_say_what_is_left_out_and_never_the_words_themselves(sheet: ReviewSheet) -> None:
    cut = Cut("note", "n", "words", "The street", "R2")
    assert cut_words(cut, sheet) == "Left out: where Sam lives or goes"
    assert cut_words(replace(cut, why_tag=""), sheet) == "Left out: restricted"
    assert cut_words(replace(cut, by_hand=True), sheet) == "Left out by you"
    title, why = hit_words(_hit("a", (1, 1, 2, 2)), _reader(sheet, "Alma Dunmore"), "Sam")
    assert title == "“Holm” is still in this copy"
    assert why == "Alma must not know this place. Page 1."
    assert who_words(_reader(sheet, "file"), "Sam") == "File copy, Reviewing Service"


def test_while_copies_are_made_it_is_said_whose_are_made_already(sheet: ReviewSheet) -> None:
    letter, other = _standing(sheet), _standing(sheet, reader=_reader(sheet, "Alma Dunmore"))
    making = replace(other, copy=None)
    assert reason_lines([letter, making], READY) == [
        "1 copy is being made.", "Made so far: Sam.",
    ]  # fmt: skip
    none = [replace(letter, copy=None), making]
    assert reason_lines(none, READY) == ["2 copies are being made.", "None is made yet."]


def test_the_release_says_which_papers_go() -> None:
    assert release_words(["decisions"] * 5, 5) == "Release 5 decisions sheets"
    assert release_words(["letter"], 1) == "Release 1 letter"
    assert release_words(["minutes", "decisions"], 2) == "Release 2 copies"
    assert release_words([], 4) == "Release 4 copies"
    which = ["letter", "decisions", "minutes", "decisions"]
    assert papers_words(which) == "1 letter, 2 decisions sheets and 1 record"


def test_the_release_stands_apart_from_what_waits(qtbot: QtBot) -> None:
    box = ReleaseBox()
    qtbot.addWidget(box)
    shown = ReleaseShown(
        7, 7, 5, ("4 things to check, for Rosa.",), asks_why=False, asks_whom=False,
        which=("decisions",) * 5,
    )  # fmt: skip
    box.show_standing(shown)
    assert box.release_button.text() == "Release 5 decisions sheets"
    assert not box.waits.isHidden()
    assert box.which.isHidden()
    box.show_standing(replace(shown, ready=2, which=("letter", "minutes")))
    assert box.which.said == "1 letter and 1 record"
    box.show_standing(replace(shown, ready=7, reasons=()))
    assert box.waits.isHidden()


def test_a_released_copy_that_is_out_of_date_says_that_it_must_not_go(sheet: ReviewSheet) -> None:
    reader = _reader(sheet)
    other = CheckedCopy(_made("other words"), (), ())
    old = _standing(sheet, copy=other, released=_released(), is_looked_at=False)
    said = person_shown(reader, [old], {}, "Sam").to_do
    assert said == "What was released is out of date and must not go. To look at"
    hit = _hit("a", (1, 1, 2, 2))
    found = replace(old, copy=CheckedCopy(_made(as_before=True), (hit,), (hit,)))
    said = person_shown(reader, [found], {}, "Sam").to_do
    assert said == "What was released must not go. 1 thing to check"
    same = CheckedCopy(_made(as_before=True), (), ())
    stands = replace(old, copy=same, released=_released())
    assert person_shown(reader, [stands], {}, "Sam").to_do == "It waits to be printed."
    sent = replace(old, released=_released(CopyState.SENT))
    assert person_shown(reader, [sent], {}, "Sam").to_do == "To look at"
