"""A laptop shows what it holds for so many days after it was last in touch, whatever its clock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.database import Database
from models.sync.greeting import Greeting
from models.sync.lease import begin, lease_left, look_at_clock
from models.sync.standing import REVOKED, Standing, standing_of, write_standing
from tests import sample

AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
BLANK = Standing(990, "me", "iro", "council", "device")
TOLD = Greeting(
    server_time=AT, authority=990, council_id="council", council="Wyrdale", person="me",
    role="iro", epoch="e", seq=1, head="aa", witness="none", device_state="ok", last_n=0,
    state="open", is_revoked=False, lease_days=14, cases_hash="", cases=None, held_news=0,
)  # fmt: skip


def _looked(standing: Standing, now: datetime) -> Standing:
    """Do what `look_at_clock` does, without a file."""
    spent = standing.lease_until - (standing.last_server_time or now) - lease_left(standing, now)
    return replace(standing, latest_local_time=now, lease_spent_seconds=spent.total_seconds())


def test_a_lease_lasts_as_many_days_as_the_council_says() -> None:
    leased = begin(BLANK, TOLD, AT)
    assert lease_left(leased, AT) == 14 * DAY
    assert lease_left(leased, AT + 13 * DAY) == DAY
    assert lease_left(leased, AT + 14 * DAY) <= timedelta(0)


def test_a_laptop_whose_clock_is_wrong_has_the_same_days() -> None:
    wrong = AT - 3650 * DAY
    leased = begin(BLANK, TOLD, wrong)
    assert lease_left(leased, wrong + DAY) == 13 * DAY
    assert leased.clock_ahead_seconds == -3650 * DAY.total_seconds()


def test_nobody_who_was_never_in_touch_or_is_revoked_has_a_lease() -> None:
    assert lease_left(BLANK, AT) <= timedelta(0)
    leased = begin(BLANK, TOLD, AT)
    assert lease_left(replace(leased, state=REVOKED), AT) <= timedelta(0)


@given(steps=st.lists(st.tuples(st.integers(-3650, 3650), st.integers(0, 20)), max_size=8))
@settings(max_examples=60)
def test_no_step_of_the_clock_makes_a_lease_longer(steps: list[tuple[int, int]]) -> None:
    leased, now, passed = begin(BLANK, TOLD, AT), AT, timedelta(0)
    for step, days in steps:
        now += step * DAY  # the clock is put on or back, and looked at
        leased = _looked(leased, now)
        now += days * DAY  # time that truly passes
        passed += days * DAY
        leased = _looked(leased, now)
        assert lease_left(leased, now) <= 14 * DAY - passed


def test_the_clock_is_noted_in_the_record(sam: tuple[Database, sample.Sample]) -> None:
    database, _ = sam
    with database.sharing() as hand:
        write_standing(hand.connection, begin(BLANK, TOLD, AT))
    for now in (AT + DAY, AT - DAY, AT):
        with database.sharing() as hand:
            look_at_clock(hand.connection, now)
    with database.reading() as connection:
        assert lease_left(standing_of(connection), AT) == 12 * DAY


@pytest.mark.parametrize("seconds", [0, 5])
def test_the_clock_is_not_written_at_every_glance(
    sam: tuple[Database, sample.Sample], seconds: int
) -> None:
    database, _ = sam
    leased = begin(BLANK, TOLD, AT)
    with database.sharing() as hand:
        write_standing(hand.connection, leased)
        look_at_clock(hand.connection, AT + timedelta(seconds=seconds))
        assert standing_of(hand.connection) == leased
