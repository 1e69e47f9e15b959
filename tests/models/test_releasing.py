"""A copy is released only when it may go; a later version says why and takes its place."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from models.database import Database
from models.editing import put
from models.issuing import NoReason
from models.open_review import OpenReview
from models.paper_copy import Delivery, PaperCopy
from models.record import Refused
from models.releasing import (
    DecisionsNotFinal,
    HitsWait,
    NewCopy,
    NotTheirs,
    TagsWait,
    WordsHaveChanged,
    release,
    withdraw,
)
from models.review import Review
from models.sending_queue import CopyState, copies_of
from models.sending_steps import Step
from models.settling_readers import Place, leave_out
from tests import sample

PAGES = b"%PDF pages of one reader"
Sam = tuple[Database, sample.Sample]


@pytest.fixture
def sam(tmp_path: Path) -> Iterator[Sam]:
    """Give Sam's review with everything written."""
    database, made = sample.open_written(tmp_path / "sam")
    yield database, made
    database.close()


def of_carer(sam: Sam, kind: str = "decisions", **more: object) -> NewCopy:
    """A copy for Alma."""
    new = NewCopy(kind, sam[1].people["carer"], "Alma Dunmore", "carer", PAGES, "words\n", "hand")
    return replace(new, **more)  # type: ignore[arg-type]


def released(sam: Sam, new: NewCopy) -> str:
    """Release it."""
    with sam[0].saving(sam[1].iro_id) as session:
        return release(session, sam[1].review_id, new, sam[1].iro_id, sample.NOW)


def make_final(sam: Sam) -> None:
    """Make the decisions of the review final."""
    with sam[0].saving(sam[1].iro_id) as session:
        review = session.get(Review, sam[1].review_id)
        assert review is not None
        review.finalised_on = date(2026, 8, 24)


def test_a_released_copy_is_frozen_with_its_words_and_its_digest(sam: Sam) -> None:
    copy_id = released(sam, of_carer(sam, wanted=4, left_out=2))
    with sam[0].saving(sam[1].iro_id) as session:
        held = session.get(PaperCopy, copy_id)
        assert held is not None
        assert (held.version, held.words, held.pages) == (1, "words\n", PAGES)
        assert held.digest == hashlib.sha256(PAGES).hexdigest()
        assert (held.wanted, held.left_out) == (4, 2)


def test_the_record_and_the_letter_wait_until_the_decisions_are_final(sam: Sam) -> None:
    for kind in ("minutes", "letter"):
        with pytest.raises(DecisionsNotFinal):
            released(sam, of_carer(sam, kind))
    make_final(sam)
    released(sam, of_carer(sam, "minutes"))


def test_a_find_that_nobody_answered_for_stops_it(sam: Sam) -> None:
    with pytest.raises(HitsWait):
        released(sam, of_carer(sam, unanswered=("ab" * 32,)))


def test_what_is_restricted_and_not_said_from_whom_stops_it(sam: Sam) -> None:
    with sam[0].saving(sam[1].iro_id) as session:
        (note_id, *_rest) = [each.id for each in sample.sheet(*sam).notes]
        put(session, "note", note_id, "restricted", True)
    with pytest.raises(TagsWait):
        released(sam, of_carer(sam))
    with sam[0].saving(sam[1].iro_id) as session:
        put(session, "note", note_id, "restriction_kinds", ["R7"])
    released(sam, of_carer(sam))


def test_words_left_out_by_hand_that_have_changed_stop_it(sam: Sam) -> None:
    place = Place("review", sam[1].review_id, "iro_view")
    with sam[0].saving(sam[1].iro_id) as session:
        put(session, *place, "The plan is right.")
        review = OpenReview(session, sam[1].review_id)
        leave_out(review, sam[1].people["carer"], place, "words that stood there once")
    with pytest.raises(WordsHaveChanged):
        released(sam, of_carer(sam))


def test_a_paper_that_somebody_does_not_get_is_not_released_to_them(sam: Sam) -> None:
    with pytest.raises(NotTheirs):
        released(sam, of_carer(sam, "minutes", reader=sam[1].people["teacher"]))
    with pytest.raises(NotTheirs):
        released(sam, of_carer(sam, reader="019a-nobody"))


def test_a_later_version_says_why_and_takes_the_place_of_the_first(sam: Sam) -> None:
    first = released(sam, of_carer(sam))
    with pytest.raises(NoReason):
        released(sam, of_carer(sam))
    second = released(sam, of_carer(sam, reason="The manager objected."))
    with sam[0].reading() as connection:
        states = {each.id: each.state for each in copies_of(connection, sam[1].review_id)}
    assert states[first] is CopyState.REPLACED
    assert states[second] is CopyState.TO_PRINT


def test_a_copy_is_withdrawn_with_a_reason_until_it_has_gone(sam: Sam) -> None:
    copy_id = released(sam, of_carer(sam))
    with sam[0].saving(sam[1].iro_id) as session:
        with pytest.raises(NoReason):
            withdraw(session, copy_id, sam[1].iro_id, date(2026, 8, 25), " ")
        withdraw(session, copy_id, sam[1].iro_id, date(2026, 8, 25), "Wrong day.")
        notes = session.scalars(select(Delivery.note).where(Delivery.copy_id == copy_id)).all()
    assert notes == ["Wrong day."]
    other = released(sam, of_carer(sam, reason="The day is right now."))
    with sam[0].saving(sam[1].iro_id) as session:
        session.add(_gone(session.get(PaperCopy, other), sam[1].iro_id))
        session.flush()
        with pytest.raises(Refused):
            withdraw(session, other, sam[1].iro_id, date(2026, 8, 26), "Too late.")


def _gone(copy: PaperCopy | None, by: str) -> Delivery:
    assert copy is not None
    return Delivery(
        authority_id=copy.authority_id, case_id=copy.case_id, copy_id=copy.id, step=Step.HANDED,
        on=date(2026, 8, 25), by=by, note="Alma",
    )  # fmt: skip
