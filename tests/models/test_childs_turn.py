"""What the child makes is kept as theirs, to the last letter and the last byte."""

import hashlib
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.childs_turn import (
    HOUSES,
    MOST_BYTES,
    Drawn,
    Made,
    change,
    draw_again,
    make,
    put_back,
    see_more,
    take_out,
)
from models.database import Database
from models.editing import put
from models.open_review import OpenReview
from models.record import Refused
from models.review_sheet import ReviewSheet, WishOnSheet
from models.wishes import HOPE, Question, Way
from tests import sample

ON = date(2026, 8, 12)
Sam = tuple[Database, sample.Sample]


def png(width: int = 4, height: int = 3, filler: bytes = b"") -> bytes:
    """A small whole PNG picture of this size, white."""

    def piece(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return len(content).to_bytes(4, "big") + name + content + check.to_bytes(4, "big")

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\xff" * width) * height)
    pieces = [piece(b"IHDR", head), piece(b"IDAT", rows), piece(b"IEND", b"")]
    if filler:
        pieces.insert(1, piece(b"tEXt", filler))
    return b"\x89PNG\r\n\x1a\n" + b"".join(pieces)


@contextmanager
def review_of(sam: Sam) -> Iterator[OpenReview]:
    database, made = sam
    with database.saving(made.iro_id) as session:
        yield OpenReview(session, made.review_id)


def read(sam: Sam) -> ReviewSheet:
    return sample.sheet(*sam)


def only(sam: Sam) -> WishOnSheet:
    (wish,) = read(sam).wishes
    return wish


def worry(words: str = "Lunch time is too loud.") -> Made:
    return Made(question=Question.HOUSE, column="worry", words=words)


@given(words=st.text(min_size=1).filter(lambda words: words.strip()))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_childs_words_are_kept_to_the_last_letter(sam: Sam, words: str) -> None:
    with review_of(sam) as review:
        wish_id = make(review, worry(words), ON)
    kept = next(wish for wish in read(sam).wishes if wish.id == wish_id)
    assert kept.words == words
    with review_of(sam) as review:
        change(review, wish_id, words=words + " and more")
    kept = next(wish for wish in read(sam).wishes if wish.id == wish_id)
    assert kept.words == words + " and more"


@pytest.mark.parametrize("column", HOUSES)
def test_a_thing_stands_in_its_house_as_the_childs_own(sam: Sam, column: str) -> None:
    with review_of(sam) as review:
        make(review, Made(question=Question.HOUSE, column=column, words="Mine"), ON)
    wish = only(sam)
    assert (wish.column, wish.question, wish.way) == (column, Question.HOUSE, Way.WROTE)
    assert wish.made_by_child
    assert wish.heard_on == ON


def test_a_chosen_picture_needs_no_words(sam: Sam) -> None:
    with review_of(sam) as review:
        make(review, Made(question=Question.KNOW, picture="dog"), ON)
    assert (only(sam).picture, only(sam).words, only(sam).way) == ("dog", "", Way.SHOWED)


def test_a_drawing_is_kept_byte_for_byte_with_its_digest(sam: Sam) -> None:
    drawn = Drawn(png(), 4, 3)
    with review_of(sam) as review:
        make(review, Made(question=Question.HOUSE, column=HOPE, drawing=drawn), ON)
    wish = only(sam)
    (drawing,) = read(sam).drawings
    assert (wish.way, wish.drawing_id) == (Way.DREW, drawing.id)
    assert drawing.png == drawn.png
    assert drawing.digest == hashlib.sha256(drawn.png).hexdigest()
    assert (drawing.width, drawing.height, drawing.made_on) == (4, 3, ON)


BROKEN = {
    "no picture at all": Drawn(b"GIF89a", 4, 3),
    "cut off": Drawn(png()[:-6], 4, 3),
    "one byte changed": Drawn(png().replace(b"IDAT", b"IDAt"), 4, 3),
    "another size": Drawn(png(), 5, 3),
    "only its beginning": Drawn(png()[:8], 4, 3),
    "too large": Drawn(png(filler=b"x" * MOST_BYTES), 4, 3),
}


@pytest.mark.parametrize("drawn", BROKEN.values(), ids=BROKEN.keys())
def test_a_drawing_that_is_broken_or_too_large_is_refused(sam: Sam, drawn: Drawn) -> None:
    with pytest.raises(Refused), review_of(sam) as review:
        make(review, Made(question=Question.KNOW, drawing=drawn), ON)
    assert not read(sam).wishes
    assert not read(sam).drawings


REFUSED = {
    "nothing at all": Made(question=Question.KNOW),
    "only spaces": worry("  \n "),
    "in no house": Made(question=Question.HOUSE, words="Mine"),
    "in a house that is none": Made(question=Question.HOUSE, column="next", words="Mine"),
    "another answer in a house": Made(question=Question.KNOW, column="worry", words="Mine"),
    "a picture that cannot be": Made(question=Question.KNOW, picture="../dog"),
}


@pytest.mark.parametrize("made", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_is_refused(sam: Sam, made: Made) -> None:
    with pytest.raises(Refused), review_of(sam) as review:
        make(review, made, ON)
    assert not read(sam).wishes


def test_the_child_says_who_may_see_it_and_moves_it(sam: Sam) -> None:
    with review_of(sam) as review:
        wish_id = make(review, worry(), ON)
        change(review, wish_id, private=True, in_letter=False, column=HOPE)
    wish = only(sam)
    assert (wish.private, wish.in_letter, wish.column) == (True, False, HOPE)


@pytest.mark.parametrize("fields", [{"words": " "}, {"column": "next"}, {"made_by_child": False}])
def test_a_change_that_cannot_be_is_refused(sam: Sam, fields: dict[str, object]) -> None:
    with review_of(sam) as review:
        wish_id = make(review, worry(), ON)
    with pytest.raises(Refused), review_of(sam) as review:
        change(review, wish_id, **fields)
    assert (only(sam).words, only(sam).column) == ("Lunch time is too loud.", "worry")


def test_a_changed_drawing_takes_the_place_of_the_one_before(sam: Sam) -> None:
    first, second = Drawn(png(), 4, 3), Drawn(png(6, 2), 6, 2)
    with review_of(sam) as review:
        made = Made(question=Question.HOUSE, column="worry", drawing=first, private=True)
        wish_id = make(review, made, ON)
        make(review, worry(), ON)
    with review_of(sam) as review:
        again = draw_again(review, wish_id, second, ON)
    drawn, written = read(sam).wishes
    assert (drawn.id, drawn.private, drawn.column) == (again, True, "worry")
    assert written.words == "Lunch time is too loud."
    (drawing,) = read(sam).drawings
    assert drawing.png == second.png


def test_what_was_taken_out_can_be_put_back_with_its_drawing(sam: Sam) -> None:
    with review_of(sam) as review:
        made = Made(question=Question.KNOW, drawing=Drawn(png(), 4, 3))
        wish_id = make(review, made, ON)
        take_out(review, wish_id)
    assert not read(sam).wishes
    assert not read(sam).drawings
    with review_of(sam) as review:
        put_back(review, wish_id)
    assert only(sam).drawing_id == read(sam).drawings[0].id


def test_only_what_the_child_made_is_changed_or_taken_out(sam: Sam) -> None:
    with review_of(sam) as review:
        wish_id = review.add_wish("I like my room.")
    for act in (lambda r: take_out(r, wish_id), lambda r: change(r, wish_id, words="Other")):
        with pytest.raises(Refused), review_of(sam) as review:
            act(review)
    assert only(sam).words == "I like my room."


def test_whom_the_child_wants_to_see_more_is_a_request_and_stands_once(sam: Sam) -> None:
    with review_of(sam) as review:
        first = see_more(review, "Nana Bea", ON)
        again = see_more(review, "Nana Bea", ON)
        typed = see_more(review, "My friend Zoë", ON, typed=True)
    assert first == again
    chosen, written = read(sam).wishes
    assert (chosen.words, chosen.way, chosen.asked_for) == ("Nana Bea", Way.SHOWED, True)
    assert (written.id, written.way) == (typed, Way.WROTE)


@pytest.mark.parametrize("field", ["words", "column", "question", "picture", "way", "step"])
def test_nobody_else_changes_what_the_child_made(sam: Sam, field: str) -> None:
    with review_of(sam) as review:
        wish_id = make(review, worry(), ON)
    with pytest.raises(Refused), review_of(sam) as review:
        put(review.session, "wish", wish_id, field, "other")
    assert only(sam).words == "Lunch time is too loud."


@pytest.mark.parametrize(
    ("field", "value"), [("private", True), ("in_letter", False), ("life_area", "learning")]
)
def test_the_chair_still_says_who_may_see_it_and_what_it_is_about(
    sam: Sam, field: str, value: object
) -> None:
    with review_of(sam) as review:
        wish_id = make(review, worry(), ON)
        put(review.session, "wish", wish_id, field, value)
    assert getattr(only(sam), field) == value
