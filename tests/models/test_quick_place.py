"""A quick line lands where the chair of a review expects it."""

from datetime import date

import pytest

from models.database import Database
from models.open_review import OpenReview
from models.quick_note import Kind, QuickNote, read_line
from models.quick_place import Placed, known_in, place, usual_kind, write
from models.review_sheet import ReviewSheet
from tests import sample
from tests.sample import Sample

Sam = tuple[Database, Sample]
TODAY = sample.REVIEW_ON


def _sheet(sam: Sam) -> ReviewSheet:
    sample.begin(*sam)
    return sample.sheet(*sam)


def _placed(sheet: ReviewSheet, step: str, typed: str) -> Placed:
    words = {area.key: area.name for area in sheet.form.areas}
    known = known_in(sheet, TODAY, words)
    return place(read_line(typed, known, usual_kind(sheet.form, step)), sheet, step)


@pytest.mark.parametrize(
    ("step", "typed", "table", "lands", "column", "area"),
    [
        ("A6", "sleeps", "note", "A6", "going_well", "health"),
        ("A6", "- lunch #lea", "note", "A6", "worry", "learning"),
        ("A8", "online", "note", "A8", "worry", "safety"),
        ("A9", "a home", "note", "A9", "next", ""),
        ("A1", "- tired #lea", "note", "A7", "worry", "learning"),
        ("A1", "- tired", "note", "A3", "worry", ""),
        ("A10", "> find out", "note", "A9", "next", ""),
        ("A12", "+ kind", "note", "A3", "going_well", ""),
        ("A2", "- said", "note", "A3", "worry", ""),
        ("A2", "I like it", "wish", "A2", "", ""),
        ("A4", '"I like it', "wish", "A4", "", "home"),
        ("A12", '"I like it', "wish", "A2", "", ""),
        ("A4", "-@sam too cold", "wish", "A4", "worry", "home"),
        ("A4", "@sam nice", "wish", "A4", "", "home"),
        ("A11", "Book it by fri @alma", "decision", "A11", "", ""),
        ("A4", "! Book it #he", "decision", "A11", "", "health"),
    ],
)  # fmt: skip
def test_a_line_lands(
    sam: Sam, step: str, typed: str, table: str, lands: str, column: str, area: str
) -> None:
    placed = _placed(_sheet(sam), step, typed)
    assert (placed.table, placed.step, placed.column, placed.life_area) == (
        table, lands, column, area,
    )  # fmt: skip


def test_a_note_is_said_by_the_word_the_child_uses_and_a_decision_is_for_the_whole_name(
    sam: Sam,
) -> None:
    sheet = _sheet(sam)
    note, decision = _placed(sheet, "A4", "@bea yes"), _placed(sheet, "A4", "!@bea ask")
    gran = sam[1].people["gran"]
    assert (note.who, note.person_id) == ("Nana Bea", gran)
    assert (decision.who, decision.person_id) == ("Beatrice Tillbrook", gran)
    chair = _placed(sheet, "A4", "! ring @nadia")
    assert (chair.who, chair.person_id) == ("Nadia Brightwell", None)
    assert _placed(sheet, "A4", "! ring @sam").who == "Sam"


def test_a_day_before_the_review_stays_in_the_words(sam: Sam) -> None:
    placed = _placed(_sheet(sam), "A11", "Book it by 1 may 2026")
    assert (placed.words, placed.by_when) == ("Book it by 1 may 2026", None)


def test_each_kind_of_line_is_written_with_what_it_says(sam: Sam) -> None:
    database, made = sam
    sheet = _sheet(sam)
    typed = ("-@mum tired #he", '"I am  cold "', "! book it @alma by fri")
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        for line in typed:
            write(review, _placed(sheet, "A6", line))
        hidden = QuickNote(Kind.VOICE, "do not tell", is_marked=True)
        write(review, place(hidden, sheet, "A6", restricted=True))
        secret = QuickNote(Kind.WORRY, "address", is_marked=True)
        write(review, place(secret, sheet, "A6", restricted=True))
    fresh = sample.sheet(database, made)
    note, restricted = fresh.notes
    assert (note.words, note.column, note.said_by, note.step) == ("tired", "worry", "Mum", "A6")
    assert (restricted.words, restricted.restricted) == ("address", True)
    assert [(wish.words, wish.private) for wish in fresh.wishes] == [
        ("I am  cold ", False), ("do not tell", True),
    ]  # fmt: skip
    decision = fresh.decisions[0]
    assert (decision.what, decision.who, decision.by_when) == (
        "book it", "Alma Dunmore", date(2026, 8, 14),
    )  # fmt: skip


def test_a_sentence_about_the_child_is_no_quotation_of_theirs(sam: Sam) -> None:
    sheet = _sheet(sam)
    about = _placed(sheet, "A4", "> @sam wants to go")
    assert (about.table, about.words, about.who) == ("note", "Sam wants to go", "")
    assert _placed(sheet, "A4", "@sam I want to go").table == "wish"
    assert _placed(sheet, "A11", "@mum will ring").who == sheet.person[_mum(sheet)].name


def _mum(sheet: ReviewSheet) -> str:
    return next(person.id for person in sheet.people if person.short == "Mum")
