"""Nothing of one child's own page is ever in a brother's record, letter or minutes."""

from datetime import date

import pytest
from sqlalchemy import select

from letters.papers import paper
from models.database import Database
from models.document_kind import REVIEW_PAPERS, DocumentKind
from models.open_review import OpenReview
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from models.signs import Note
from models.together import (
    begin_together,
    hold_together,
    may_be_together,
    send_note,
    write_for_child,
)
from tests import sample
from tests.letters.reading import everything, whole_text
from tests.siblings import add_brothers

WORDS = {  # one word of its own for each place of each child's page
    "wish": "{}wishes", "private": "{}whispers", "reason": "{}reasons", "one_more": "{}ladders",
    "known": "{}guesses", "alone": "{}alone", "warm": "{}warmth", "view": "{}views",
    "home": "{}homely", "own_note": "{}notes", "restricted": "{}secrets", "decision": "{}deeds",
    "answer": "{}answers", "letter": "{}letters",
}  # fmt: skip
SHARED = "Togetherness"
RAW, FOR_MAX = "Sam hit Theo; Sam is scared of Dad", "You two had a hard week."


def _word(name: str, place: str) -> str:
    return WORDS[place].format(name)


def _write_own_page(database: Database, review_id: str, name: str, iro_id: str) -> None:
    def said(place: str) -> str:
        return _word(name, place)

    with database.saving(iro_id) as session:
        review = OpenReview(session, review_id)
        review.add_wish(said("wish"), asked_for=True, answer=said("answer"))
        review.add_wish(said("private"), private=True)
        review.give_number(6, said("reason"), one_more=said("one_more"))
        review.add_note("worry", said("own_note"), step="A5", letter_words=said("letter"))
        review.add_note("worry", said("restricted"), step="A5", restricted=True)
        review.decide(said("decision"), "Samir Oakenshaw", date(2026, 9, 30))
        told = review.participation
        told.how_known, told.seen_alone, told.seen_alone_why = (
            said("known"), "declined", said("alone"),
        )  # fmt: skip
        row = review.review
        row.warm_line, row.iro_view, row.home_line = said("warm"), said("view"), said("home")


@pytest.fixture
def sheets(sam: tuple[Database, sample.Sample]) -> dict[str, ReviewSheet]:
    database, made = sam
    reviews = {"Sam": made.review_id, **add_brothers(database, made)}
    with database.reading() as connection:
        brothers = [each.id for each in may_be_together(connection, made.child_id)]
    with database.saving(made.iro_id) as session:
        hold_together(session, made.review_id, brothers, sample.calendar())
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        begin_together(session, made.review_id, sample.calendar())
    for name, review_id in reviews.items():
        _write_own_page(database, review_id, name, made.iro_id)
    with database.saving(made.iro_id) as session:
        note = OpenReview(session, made.review_id).add_note("going_well", SHARED, step="A5")
        send_note(session, note, [reviews["Max"], reviews["Theo"]])
        copies = session.scalars(select(Note).where(Note.shared_key == note)).all()
        for copy in copies:
            write_for_child(session, "note", copy.id, SHARED)
    found: dict[str, ReviewSheet] = {}
    with database.reading() as connection:
        for name, review_id in reviews.items():
            found[name] = read_review(connection, review_id)
    return found


@pytest.mark.parametrize("kind", REVIEW_PAPERS)
def test_no_document_holds_the_words_of_a_brother_or_sister(
    sheets: dict[str, ReviewSheet], kind: DocumentKind
) -> None:
    for name, sheet in sheets.items():
        made = paper(sheet, kind, sample.REVIEW_ON, draft=True)
        text, inside = whole_text(made.rendered.pdf), everything(made.rendered.pdf)
        assert SHARED in text
        assert _word(name, "wish") in text, "the search finds what is there"
        for other in sheets.keys() - {name}:
            for place in WORDS:
                word = _word(other, place)
                assert word not in text, (name, other, place)
                assert word.encode() not in inside, (name, other, place)


def test_no_sheet_holds_the_words_of_a_brother_or_sister(sheets: dict[str, ReviewSheet]) -> None:
    for name, sheet in sheets.items():
        held = repr(sheet)
        assert all(_word(name, place) in held for place in WORDS)
        for other in sheets.keys() - {name}:
            assert not [place for place in WORDS if _word(other, place) in held]


def test_a_note_sent_to_a_brother_is_in_his_letter_only_as_it_is_written_for_him(
    sam: tuple[Database, sample.Sample],
) -> None:
    database, made = sam
    max_review = add_brothers(database, made)["Max"]
    with database.reading() as connection:
        brothers = [each.id for each in may_be_together(connection, made.child_id)]
    with database.saving(made.iro_id) as session:
        hold_together(session, made.review_id, brothers, sample.calendar())
        note = OpenReview(session, made.review_id).add_note("worry", RAW, step="A8")
        send_note(session, note, [max_review])
    for told in ("", FOR_MAX):
        with database.saving(made.iro_id) as session:
            (copy,) = session.scalars(select(Note).where(Note.review_id == max_review))
            write_for_child(session, "note", copy.id, told)
        with database.reading() as connection:
            sheet = read_review(connection, max_review)
        letter = paper(sheet, DocumentKind.LETTER, sample.REVIEW_ON, draft=True)
        text = whole_text(letter.rendered.pdf)
        assert "scared" not in text
        assert "Sam hit" not in text
        assert (FOR_MAX in text) is bool(told)
