"""What every page says of the work, in the words of the design."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.sync.link import HostNotFound, LoginRefused, NoConnection, NotTheCouncil, ServerTooNew
from models.sync.state import SharingState
from ui.sync.saved_words import Going, Reach, is_lease_over, said_of
from ui.sync.sharing import LEAST_WAIT_MS, LONGEST_WAIT_MS, reach_after, wait_after

NOW = datetime(2026, 11, 12, 15, 4, tzinfo=UTC)


def _state(**facts: object) -> SharingState:
    return SharingState(**{"alone": False, "last_shared_at": NOW - timedelta(minutes=32), **facts})


def _lines(state: SharingState, going: Going | None = None) -> tuple[str, str]:
    said = said_of(state, going or Going(Reach.ONLINE), NOW)
    assert said is not None
    return said.title, said.detail


def test_a_record_that_works_alone_says_nothing_of_sharing() -> None:
    assert said_of(SharingState(alone=True), Going(), NOW) is None


def test_what_waits_is_counted_and_told_for_what_it_waits() -> None:
    saved = "All saved on this laptop"
    offline, out = Going(Reach.OFFLINE), Going(Reach.SIGNED_OUT)
    assert _lines(_state(waiting=3), offline) == (saved, "3 changes to share when online")
    assert _lines(_state(waiting=1), offline) == (saved, "1 change to share when online")
    assert _lines(_state(waiting=3), out) == (saved, "3 changes to share when signed in")
    assert _lines(_state(waiting=3)) == (saved, "3 changes to share")


def test_while_a_round_runs_it_says_how_far_it_is_and_that_one_can_carry_on() -> None:
    going = Going(Reach.ONLINE, step=(2, 3))
    assert _lines(_state(waiting=3), going) == ("Sharing 2 of 3", "You can carry on")
    many = Going(Reach.ONLINE, step=(1_200, 1_470))
    assert _lines(_state(waiting=1_470), many)[0] == "Sharing 1,200 of 1,470"


def test_a_first_fetch_counts_what_has_come() -> None:
    going = Going(Reach.ONLINE, step=(0, 0))
    state = _state(first_fetch=(500, 16_000))
    assert _lines(state, going) == ("Fetching 500 of 16,000", "You can carry on")


def test_a_poll_with_nothing_to_send_changes_no_words() -> None:
    going = Going(Reach.ONLINE, step=(0, 0))
    assert _lines(_state(), going) == ("Shared at 2:32pm", "Nothing waiting")


def test_what_is_shared_is_told_with_its_time_and_a_day_where_it_was_another() -> None:
    assert _lines(_state()) == ("Shared at 2:32pm", "Nothing waiting")
    before = _state(last_shared_at=NOW - timedelta(days=2))
    assert _lines(before)[1] == "Last shared Tuesday 10 November at 3:04pm"
    assert _lines(_state(last_shared_at=None))[1] == "Not shared yet"


def test_two_versions_come_before_everything_else() -> None:
    both = ("2 need you", "Both versions are safe")
    assert _lines(_state(needs_you=2, waiting=3), Going(Reach.OFFLINE, step=(1, 3))) == both
    assert _lines(_state(needs_you=1))[0] == "1 needs you"


@settings(max_examples=40)
@given(
    waiting=st.integers(0, 5),
    has_receipt=st.booleans(),
    reach=st.sampled_from(Reach),
    is_sharing=st.booleans(),
)
def test_shared_is_said_only_with_nothing_waiting_and_a_receipt_in_the_record(
    waiting: int, has_receipt: bool, reach: Reach, is_sharing: bool
) -> None:
    state = _state(waiting=waiting, last_shared_at=NOW if has_receipt else None)
    going = Going(reach, step=(0, waiting) if is_sharing else None)
    title, _detail = _lines(state, going)
    assert ("Shared" in title) == (has_receipt and not waiting)


def test_the_lease_is_over_when_no_day_is_left_and_never_for_one_who_works_alone() -> None:
    assert [is_lease_over(_state(lease_left_days=days)) for days in (None, 1, 0, -4)] == [
        *(False, False, True, True)
    ]
    assert not is_lease_over(SharingState(alone=True))


@pytest.mark.parametrize(
    ("problem", "reach"),
    [
        (HostNotFound(), Reach.OFFLINE),
        (NoConnection(), Reach.OFFLINE),
        (LoginRefused(), Reach.SIGNED_OUT),
        (NotTheCouncil(), Reach.REFUSED),
        (ServerTooNew(), Reach.REFUSED),
    ],
)
def test_a_failed_round_says_how_the_council_can_be_reached(
    problem: NoConnection, reach: Reach
) -> None:
    assert reach_after(problem) is reach


@given(st.integers(1, 200))
@settings(max_examples=40)
def test_waits_grow_from_two_seconds_and_never_pass_five_minutes(failures: int) -> None:
    wait = wait_after(failures, Reach.OFFLINE)
    assert LEAST_WAIT_MS / 2 <= wait <= LONGEST_WAIT_MS
    assert failures < 9 or wait >= LONGEST_WAIT_MS / 2
