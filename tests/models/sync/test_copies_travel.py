"""A released copy travels to business support whole, and what became of it comes back."""

import hashlib
from datetime import date

import pytest

from models.issuing import PagesNotHere
from models.sending import NewStep, copy_pages, note_step, queue, take_back
from models.sending_queue import CopyState, copies_of
from models.sending_steps import Step
from tests import released, sample
from tests.laptop import Laptop
from tests.models.sync.conftest import Pair

BIG = b"".join(hashlib.sha256(bytes([n % 256, n // 256])).digest() for n in range(20_000))


def _state(laptop: Laptop, review_id: str, copy_id: str) -> CopyState:
    with laptop.database.reading() as connection:
        return next(each.state for each in copies_of(connection, review_id) if each.id == copy_id)


def _release(pair: Pair, **given: object) -> str:
    return released.release(pair.ruth.database, pair.sam, "mum", **given)


def _both(pair: Pair) -> None:
    pair.ruth.round()
    for _twice in range(2):
        pair.bea.round()


def _note(laptop: Laptop, copy_id: str, step: Step, note: str = "") -> str:
    with laptop.database.saving(laptop.person) as session:
        new = NewStep(step, sample.NOW.date(), note)
        return note_step(session, copy_id, new, laptop.person)


def test_the_pages_come_whole_without_what_is_the_chairs(pair: Pair) -> None:
    copy_id = _release(pair, pages=BIG, reason="The manager objected", left_out=3)
    _both(pair)
    with pair.bea.database.reading() as connection:
        assert copy_pages(connection, copy_id) == BIG
        row = connection.execute(
            "select address, reader_name, reason, left_out, words, document_id from paper_copy"
        ).fetchone()
        (line,) = queue(connection, sample.NOW.date(), sample.calendar())
    assert row == ("14 Quarry Lane\nPenhallow\nPE1 4QQ", "Rosa Tillbrook", "", 0, "", None)
    assert (line.name, line.number) == ("Samantha Tillbrook", 2)


def test_what_business_support_noted_comes_back_with_the_clock(pair: Pair) -> None:
    with pair.ruth.database.saving(pair.ruth.person) as session:
        from models.review import Milestone

        for each in session.query(Milestone).filter(Milestone.clock == "T36"):
            each.remove(session.info["by"], session.info["at"])
    copy_id = _release(pair)
    _both(pair)
    _note(pair.bea, copy_id, Step.PRINTED)
    slip = _note(pair.bea, copy_id, Step.POSTED)
    pair.bea.round()
    pair.ruth.round()
    review_id = pair.sam.earlier_review_id
    assert _state(pair.ruth, review_id, copy_id) is CopyState.SENT
    met = "select met_on from milestone where clock = 'T36' and removed_at is null"
    assert pair.ruth.one(met) == "2026-08-12"
    maker = "select created_by from delivery where id = ?"
    assert pair.ruth.one(maker, slip) == pair.bea.person
    with pair.bea.database.saving(pair.bea.person) as session:
        take_back(session, slip)
    pair.bea.round()
    pair.ruth.round()
    assert _state(pair.ruth, review_id, copy_id) is CopyState.TO_POST
    assert pair.ruth.one(met) is None
    assert pair.bea.one("select count(*) from held_work") == 0


def test_a_second_look_counts_by_the_login_that_handed_it_in(pair: Pair) -> None:
    released.want_second_look(pair.ruth.database)
    released.want_second_look(pair.bea.database)
    copy_id = _release(pair)
    with pair.ruth.database.saving(pair.ruth.person) as session:
        note_step(session, copy_id, NewStep(Step.CHECKED, sample.NOW.date()), pair.bea.person)
    _both(pair)
    review_id = pair.sam.earlier_review_id
    for laptop in (pair.ruth, pair.bea):
        assert _state(laptop, review_id, copy_id) is CopyState.TO_CHECK
    _note(pair.bea, copy_id, Step.CHECKED)
    pair.bea.round()
    pair.ruth.round()
    for laptop in (pair.ruth, pair.bea):
        assert _state(laptop, review_id, copy_id) is CopyState.TO_PRINT


def test_a_copy_that_went_out_long_ago_is_fetched_only_when_wanted(pair: Pair) -> None:
    copy_id = _release(pair, review_id=pair.sam.earlier_review_id)
    for step in (Step.PRINTED, Step.POSTED):
        _note(pair.ruth, copy_id, step)
    with pair.bea.database.sharing() as hand:  # no review of Sam's is near
        hand.connection.execute("update child set booked_on = null, review_due_on = '2030-01-01'")
    pair.ruth.round()
    pair.bea.round()
    with pair.bea.database.sharing() as hand:
        hand.connection.execute("update paper_copy set pages = null")
        hand.connection.execute("update child set booked_on = null, review_due_on = '2030-01-01'")
    with pair.bea.database.reading() as connection, pytest.raises(PagesNotHere):
        copy_pages(connection, copy_id)
    from models.sync.parts import want, wanted_soon

    with pair.bea.database.reading() as connection:
        assert wanted_soon(connection, str(date(2026, 8, 20))) == []
    want(pair.bea.database, "paper_copy", copy_id)
    pair.bea.round()
    with pair.bea.database.reading() as connection:
        assert copy_pages(connection, copy_id) == released.pages()
