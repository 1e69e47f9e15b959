"""Map first, then scale, then decide: reminded in a sentence, never stopped."""

from dataclasses import replace

import pytest

from models.database import Database
from models.map_first import reminder
from models.numbers_given import Given, give
from models.open_review import OpenReview
from tests import sample
from tests.sample import Sample

Sam = tuple[Database, Sample]


@pytest.mark.parametrize(
    ("noted", "numbered", "step", "reminds"),
    [
        (False, False, "A10", "Nothing is noted yet"),
        (False, False, "A11", "Nothing is noted yet"),
        (False, True, "A11", "Nothing is noted yet"),
        (True, False, "A10", ""),
        (True, False, "A11", "No number is given yet"),
        (True, True, "A11", ""),
        (True, True, "A10", ""),
        (False, False, "A8", ""),
        (False, False, "A12", ""),
    ],
)
def test_a_reminder_is_one_sentence_where_something_came_too_soon(
    sam: Sam, noted: bool, numbered: bool, step: str, reminds: str
) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        if noted:
            review.add_note("going_well", "Sleeps")
        if numbered:
            give(review, Given("overall_child", number=4))
    said = reminder(sample.sheet(*sam), step)
    assert said.startswith(reminds)
    assert bool(said) == bool(reminds)
    assert said.count(".") <= 1


def test_the_childs_own_words_are_a_map_and_not_being_asked_is_no_number(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.add_wish("I like my bed")
        give(review, Given("overall_child", answered="not_asked"))
    assert reminder(sample.sheet(*sam), "A11").startswith("No number")


def test_a_finished_review_is_not_reminded(sam: Sam) -> None:
    assert reminder(replace(sample.sheet(*sam), state="finished"), "A11") == ""
