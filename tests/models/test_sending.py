"""What becomes of a copy: who may note what, in which order, and which clock it meets."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.database import Database
from models.held_copies import HeldByAnother
from models.issuing import PagesNotHere, TamperedDocument
from models.papers_sent import late_sending, say_why_late
from models.sending import (
    LookIsMissing,
    NewStep,
    NoAddress,
    NotOnThatDay,
    NotPrinted,
    NotSentYet,
    NotToBeSent,
    OnlyTheNewest,
    OwnLook,
    SayWhy,
    SentAlready,
    copy_pages,
    note_step,
    queue,
    take_back,
)
from models.sending_queue import CopyLine, CopyState, Group, StepLine, copies_of, state_of
from models.sending_steps import Step
from tests import released, sample

Sam = tuple[Database, sample.Sample]
TODAY = sample.NOW.date()
BUSINESS = "019a0000-0000-7000-8000-00000000bea0"


def _note(sam: Sam, copy_id: str, step: Step, by: str = BUSINESS, **more: object) -> str:
    new = NewStep(step, **{"on": TODAY, **more})  # type: ignore[arg-type]
    with sam[0].saving(by) as session:
        return note_step(session, copy_id, new, by)


def _post(sam: Sam, copy_id: str, **more: object) -> str:
    """Print it and post it."""
    _note(sam, copy_id, Step.PRINTED, **more)
    return _note(sam, copy_id, Step.POSTED, **more)


def _state(sam: Sam, copy_id: str) -> CopyState:
    with sam[0].reading() as connection:
        copies = copies_of(connection, sam[1].earlier_review_id)
    return next(each.state for each in copies if each.id == copy_id)


def _met(sam: Sam, clock: str) -> str | None:
    with sam[0].reading() as connection:
        row = connection.execute(
            "select met_on from milestone where clock = ? and review_id = ?"
            " and removed_at is null",
            (clock, sam[1].earlier_review_id),
        ).fetchone()
    return None if row is None else str(row[0])


@pytest.fixture
def copies(sam: Sam) -> dict[str, str]:
    """Give the copies of Sam's earlier review, whose clocks of sending still run."""
    with sam[0].sharing() as hand:
        hand.connection.execute("delete from milestone")
    return released.release_all(*sam)


def test_a_copy_by_post_is_printed_then_posted_then_sent(sam: Sam, copies: dict[str, str]) -> None:
    mum = copies["mum"]
    seen = [_state(sam, mum)]
    for step in (Step.PRINTED, Step.POSTED):
        _note(sam, mum, step)
        seen.append(_state(sam, mum))
    assert seen == [CopyState.TO_PRINT, CopyState.TO_POST, CopyState.SENT]


def test_each_way_waits_for_its_own_step(sam: Sam, copies: dict[str, str]) -> None:
    filed = released.release(*sam, "mum", reader_name="", way="file", version=1, kind="decisions")
    found = {name: _state(sam, each) for name, each in {**copies, "file": filed}.items()}
    assert found == {
        "child": CopyState.TO_PRINT, "mum": CopyState.TO_PRINT,
        "worker": CopyState.TO_EMAIL, "file": CopyState.TO_FILE,
    }  # fmt: skip
    _note(sam, copies["child"], Step.PRINTED)
    assert _state(sam, copies["child"]) is CopyState.TO_HAND
    _note(sam, copies["child"], Step.HANDED, note="Sam, at Alma’s")
    _note(sam, filed, Step.FILED)
    assert {_state(sam, copies["child"]), _state(sam, filed)} == {CopyState.SENT}


def test_the_queue_is_sorted_by_days_left_and_says_whose_it_is(
    sam: Sam, copies: dict[str, str]
) -> None:
    database, made = sam
    released.release(database, made, "mum", review_id=made.review_id, due_on=date(2026, 8, 10))
    with database.reading() as connection:
        late, today = queue(connection, TODAY, sample.calendar())
    assert (late.group, late.days_late, today.group) == (Group.LATE, 2, Group.TODAY)
    assert (today.name, today.called, today.number, today.chair) == (
        "Samantha Tillbrook", "Sam", 2, "Nadia Brightwell")  # fmt: skip
    assert [each.id for each in today.waiting] == list(copies.values())
    assert late.review_id == made.review_id


def test_what_went_out_long_ago_is_no_longer_in_the_queue_but_what_came_back_is(
    sam: Sam, copies: dict[str, str]
) -> None:
    for reader in ("mum", "worker"):
        _post(sam, copies[reader])
    _note(sam, copies["worker"], Step.RETURNED, note="Gone away")
    with sam[0].reading() as connection:
        (now,) = queue(connection, TODAY, sample.calendar())
        (later,) = queue(connection, date(2026, 10, 1), sample.calendar())
    assert len(now.copies) == 3
    assert {each.id for each in later.copies} == {copies["child"], copies["worker"]}


def test_days_that_the_calendar_does_not_know_are_counted_as_days(sam: Sam) -> None:
    released.release(*sam, "mum", due_on=date(2026, 8, 1))
    with sam[0].reading() as connection:
        (line,) = queue(connection, date(2190, 1, 1), sample.calendar())
    assert line.days_late > 50_000


def test_a_copy_waits_for_a_second_person_who_did_not_release_it(
    sam: Sam, copies: dict[str, str]
) -> None:
    database, made = sam
    released.want_second_look(database)
    mum = copies["mum"]
    for step in (Step.PRINTED, Step.POSTED):
        with pytest.raises(LookIsMissing):
            _note(sam, mum, step)
    with pytest.raises(OwnLook):
        _note(sam, mum, Step.CHECKED, by=made.iro_id)
    assert _state(sam, mum) is CopyState.TO_CHECK
    _note(sam, mum, Step.CHECKED)
    _post(sam, mum)
    assert _state(sam, mum) is CopyState.SENT


def test_a_look_that_is_said_to_be_anothers_does_not_count(
    sam: Sam, copies: dict[str, str]
) -> None:
    """Whoever wrote it down is what counts, not whom they named."""
    database, made = sam
    released.want_second_look(database)
    with database.saving(made.iro_id) as session:
        note_step(session, copies["mum"], NewStep(Step.CHECKED, TODAY), BUSINESS)
    assert _state(sam, copies["mum"]) is CopyState.TO_CHECK


def test_the_second_person_gives_a_copy_back_with_why(sam: Sam, copies: dict[str, str]) -> None:
    mum = copies["mum"]
    with pytest.raises(SayWhy):
        _note(sam, mum, Step.STOPPED)
    _note(sam, mum, Step.STOPPED, note="Alma’s street is on page 2")
    assert _state(sam, mum) is CopyState.STOPPED
    with pytest.raises(NotToBeSent):
        _note(sam, mum, Step.POSTED)
    _note(sam, mum, Step.CHECKED)
    assert _state(sam, mum) is CopyState.TO_PRINT


def test_what_came_back_is_sent_again_to_a_new_address_with_why(
    sam: Sam, copies: dict[str, str]
) -> None:
    mum = copies["mum"]
    with pytest.raises(NotSentYet):
        _note(sam, mum, Step.RETURNED, note="Gone away")
    _post(sam, mum)
    _note(sam, mum, Step.PROOF, note="RM 1234")
    _note(sam, mum, Step.RETURNED, note="Gone away")
    assert _state(sam, mum) is CopyState.RETURNED
    _note(sam, mum, Step.SENT_AGAIN, note="She moved", address="2 Mill Row")
    assert _state(sam, mum) is CopyState.TO_PRINT
    with sam[0].reading() as connection:
        found = {each.id: each for each in copies_of(connection, sam[1].earlier_review_id)}
    assert found[mum].where_to == "2 Mill Row"
    assert found[mum].noted(Step.POSTED) is None


def test_a_new_address_is_looked_at_again(sam: Sam, copies: dict[str, str]) -> None:
    released.want_second_look(sam[0])
    mum = copies["mum"]
    _note(sam, mum, Step.CHECKED)
    _post(sam, mum)
    _note(sam, mum, Step.SENT_AGAIN, note="She moved", address="2 Mill Row")
    assert _state(sam, mum) is CopyState.TO_CHECK
    _note(sam, mum, Step.CHECKED)
    assert _state(sam, mum) is CopyState.TO_CHECK  # by whoever typed the address
    _note(sam, mum, Step.CHECKED, by="019a0000-0000-7000-8000-00000000cafe")
    assert _state(sam, mum) is CopyState.TO_PRINT


def test_what_was_never_printed_or_goes_nowhere_is_not_marked_as_sent(
    sam: Sam, copies: dict[str, str]
) -> None:
    with pytest.raises(NotPrinted):
        _note(sam, copies["mum"], Step.POSTED)
    nowhere = released.release(*sam, "mum", kind="decisions", address=" ")
    _note(sam, nowhere, Step.PRINTED)
    with pytest.raises(NoAddress):
        _note(sam, nowhere, Step.POSTED)
    for bad in ("", "head of school", "a@b.org, c@d.org", "a@b.org\nBcc: all@b.org"):
        version = 2 + len(bad)
        unreached = released.release(*sam, "worker", email=bad, version=version)
        with pytest.raises(NoAddress):
            _note(sam, unreached, Step.EMAILED)


def test_a_copy_without_an_address_is_given_one_and_looked_at_and_printed_anew(
    sam: Sam, copies: dict[str, str]
) -> None:
    released.want_second_look(sam[0])
    copy_id = released.release(*sam, "mum", kind="decisions", address="")
    colleague = "019a0000-0000-7000-8000-00000000cafe"
    _note(sam, copy_id, Step.CHECKED)
    _note(sam, copy_id, Step.PRINTED)
    with pytest.raises(NoAddress):
        _note(sam, copy_id, Step.NEW_ADDRESS)
    _note(sam, copy_id, Step.NEW_ADDRESS, address="2 Mill Row")
    assert _state(sam, copy_id) is CopyState.TO_CHECK
    _note(sam, copy_id, Step.CHECKED, by=colleague)
    assert _state(sam, copy_id) is CopyState.TO_PRINT  # what came out had no address
    _post(sam, copy_id)
    with pytest.raises(SentAlready):
        _note(sam, copy_id, Step.NEW_ADDRESS, address="3 Mill Row")


def test_a_copy_is_handed_over_instead_and_looked_at_again(
    sam: Sam, copies: dict[str, str]
) -> None:
    released.want_second_look(sam[0])
    worker = copies["worker"]
    _note(sam, worker, Step.NEW_ADDRESS, address="sam.oakenshaw@example.org")
    slip = _note(sam, worker, Step.BY_HAND)
    assert _state(sam, worker) is CopyState.TO_CHECK
    _note(sam, worker, Step.CHECKED, by="019a0000-0000-7000-8000-00000000cafe")
    _note(sam, worker, Step.PRINTED)
    with sam[0].reading() as connection:
        found = {each.id: each for each in copies_of(connection, sam[1].earlier_review_id)}
    assert (found[worker].state, found[worker].way) == (CopyState.TO_HAND, "hand")
    assert found[worker].where_to == "14 Quarry Lane\nPenhallow\nPE1 4QQ"
    assert slip in {each.id for each in found[worker].steps}


def test_a_withdrawn_copy_and_one_with_a_newer_version_do_not_go(
    sam: Sam, copies: dict[str, str]
) -> None:
    newer = released.release(*sam, "mum", version=2)
    assert (_state(sam, copies["mum"]), _state(sam, newer)) == (
        CopyState.REPLACED, CopyState.TO_PRINT)  # fmt: skip
    _note(sam, copies["worker"], Step.WITHDRAWN, note="Wrong worker")
    for gone in (copies["mum"], copies["worker"]):
        with pytest.raises(NotToBeSent):
            _note(sam, gone, Step.EMAILED)


@pytest.mark.parametrize("day", [date(2026, 8, 3), date(2026, 8, 13)])
def test_a_day_before_the_release_or_to_come_is_no_day(
    sam: Sam, copies: dict[str, str], day: date
) -> None:
    with pytest.raises(NotOnThatDay):
        _note(sam, copies["mum"], Step.POSTED, on=day)


def test_the_clock_is_met_when_the_last_person_was_sent_their_copy(
    sam: Sam, copies: dict[str, str]
) -> None:
    _post(sam, copies["mum"], on=date(2026, 8, 10))
    assert _met(sam, "T36") is None
    _note(sam, copies["worker"], Step.EMAILED, on=date(2026, 8, 11))
    assert (_met(sam, "T36"), _met(sam, "T37"), _met(sam, "T33")) == ("2026-08-11", None, None)
    slip = _note(sam, copies["child"], Step.HANDED, note="Sam")
    assert _met(sam, "T37") == "2026-08-12"
    with sam[0].saving(BUSINESS) as session:
        take_back(session, slip)
    assert _met(sam, "T37") is None
    assert _state(sam, copies["child"]) is CopyState.TO_PRINT


def test_the_clock_waits_for_people_whose_copy_is_not_released_yet(sam: Sam) -> None:
    with sam[0].sharing() as hand:
        hand.connection.execute("delete from milestone")
    first = released.release(*sam, "mum", wanted=2)
    _post(sam, first)
    assert _met(sam, "T36") is None
    _note(sam, released.release(*sam, "worker", wanted=2), Step.EMAILED)
    assert _met(sam, "T36") == "2026-08-12"


def test_papers_that_went_late_say_why(sam: Sam, copies: dict[str, str]) -> None:
    _post(sam, copies["mum"])
    _note(sam, copies["worker"], Step.EMAILED)
    with sam[0].saving(BUSINESS) as session:
        late = late_sending(session, copies["mum"], sample.calendar())
        assert late is not None
        assert (late.clock, late.due_on, late.met_on, late.why) == (
            "T36", date(2026, 3, 16), TODAY, "")  # fmt: skip
        say_why_late(session, sam[1].earlier_review_id, late.clock, " Staff were ill ")
    with sam[0].saving(BUSINESS) as session:
        again = late_sending(session, copies["mum"], sample.calendar())
        assert again is not None and again.why == "Staff were ill"
        assert late_sending(session, copies["child"], sample.calendar()) is None


def test_only_the_newest_step_is_taken_back(sam: Sam, copies: dict[str, str]) -> None:
    first = _note(sam, copies["mum"], Step.PRINTED)
    _note(sam, copies["mum"], Step.POSTED)
    with sam[0].saving(BUSINESS) as session, pytest.raises(OnlyTheNewest):
        take_back(session, first)
    assert _state(sam, copies["mum"]) is CopyState.SENT


def test_pages_that_are_not_here_or_were_changed_are_never_shown(
    sam: Sam, copies: dict[str, str]
) -> None:
    database = sam[0]
    with database.reading() as connection:
        assert copy_pages(connection, copies["mum"]) == released.pages()
    with database.sharing() as hand:
        hand.connection.execute("update paper_copy set pages = ?", (b"other",))
    with database.reading() as connection, pytest.raises(TamperedDocument):
        copy_pages(connection, copies["mum"])
    with database.sharing() as hand:
        hand.connection.execute("update paper_copy set pages = null")
    with database.reading() as connection, pytest.raises(PagesNotHere):
        copy_pages(connection, copies["mum"])
    with database.reading() as connection, pytest.raises(LookupError):
        copy_pages(connection, "nowhere")


def _line(steps: list[tuple[Step, str]], way: str, version: int) -> CopyLine:
    taken = [
        StepLine(f"{at}", "copy", step, TODAY, maker, "x", "", "", maker, "")
        for at, (step, maker) in enumerate(steps)
    ]
    return CopyLine(
        "copy", "case", "review", "reader", "", "", "minutes", "pdf", version, "en-GB", way, "",
        "", None, 0, released.RELEASED_AT, "iro", "", "iro", True, "", 1, tuple(taken),
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(list(Step)), st.sampled_from(["iro", "bea"])), max_size=7),
    st.sampled_from(["post", "email", "hand", "file", "", "by owl"]),
    st.booleans(),
)
def test_whatever_happened_a_copy_stands_somewhere(
    steps: list[tuple[Step, str]], way: str, second_look: bool
) -> None:
    line = _line(steps, way, 1)
    state = state_of(line, second_look=second_look)
    taken = {step for step, _maker in steps}
    assert (state is CopyState.WITHDRAWN) == (Step.WITHDRAWN in taken)
    if state in (CopyState.TO_PRINT, CopyState.TO_POST, CopyState.TO_EMAIL) and second_look:
        assert (Step.CHECKED, "bea") in steps
    if not taken & {Step.POSTED, Step.EMAILED, Step.HANDED, Step.FILED}:
        assert state not in (CopyState.SENT, CopyState.RETURNED)


def test_what_the_chair_withdrew_is_not_brought_back_by_the_desk(
    sam: Sam, copies: dict[str, str]
) -> None:
    _note(sam, copies["mum"], Step.PRINTED)
    with sam[0].saving(sam[1].iro_id) as session:
        new = NewStep(Step.WITHDRAWN, TODAY, "The wrong day is in it.")
        word = note_step(session, copies["mum"], new, sam[1].iro_id)
    with pytest.raises(HeldByAnother), sam[0].saving(BUSINESS) as session:
        take_back(session, word)
    assert _state(sam, copies["mum"]) is CopyState.WITHDRAWN
    with sam[0].saving(sam[1].iro_id) as session:
        take_back(session, word)
    assert _state(sam, copies["mum"]) is CopyState.TO_POST


def test_what_a_colleague_has_sent_is_not_sent_once_more(sam: Sam, copies: dict[str, str]) -> None:
    _note(sam, copies["child"], Step.HANDED, note="Sam")
    with pytest.raises(SentAlready):
        _note(sam, copies["child"], Step.HANDED, note="somebody else")
