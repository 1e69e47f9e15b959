"""The laptop comes back with a PIN or the passphrase, and a child who guesses waits."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.database import Database
from models.security import unlock
from models.security.give_back import (
    MOST_WRONG,
    PIN_FACT,
    WAIT_SECONDS,
    GiveBack,
    WeakPin,
    birth_years,
    refuse_weak,
)
from models.security.key_file import Cost
from tests import sample

QUICK = Cost(times=1, memory_kib=64, lanes=1)
PASSPHRASE = "blue horse seven lamp"
PIN = "4071"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 16, 4, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def record(tmp_path: Path, clock: Clock) -> Iterator[Database]:
    folder = tmp_path / "record"
    key = unlock.create(folder, PASSPHRASE, QUICK)
    database = Database.create(folder, key, clock)
    yield database
    database.close()


@pytest.fixture
def giver(record: Database, clock: Clock) -> GiveBack:
    made = GiveBack(record, "me", clock)
    made.set_pin(PIN, QUICK)
    return made


def test_without_a_pin_only_the_passphrase_gives_back(record: Database, clock: Clock) -> None:
    giver = GiveBack(record, "me", clock)
    assert not giver.standing().has_pin
    assert not giver.try_pin("4071").was_right
    assert giver.try_passphrase(PASSPHRASE).was_right


def test_the_pin_gives_back_and_another_does_not(giver: GiveBack) -> None:
    assert giver.standing().takes_pin
    assert not giver.try_pin("4072").was_right
    assert giver.try_pin(PIN).was_right
    assert giver.try_pin(" ٤٠٧١ ").was_right


def test_the_digits_are_nowhere_in_the_record(record: Database, giver: GiveBack) -> None:
    with record.reading() as connection:
        sql = "select value from laptop_fact where name = ?"
        ((value,),) = connection.execute(sql, (PIN_FACT,)).fetchall()
    assert PIN not in value
    assert len(json.loads(value)["salt"]) >= 20


def test_the_same_pin_is_kept_differently_each_time(record: Database, giver: GiveBack) -> None:
    def kept() -> str:
        with record.reading() as connection:
            sql = "select value from laptop_fact where name = ?"
            return str(connection.execute(sql, (PIN_FACT,)).fetchone()[0])

    before = kept()
    giver.set_pin(PIN, QUICK)
    assert kept() != before


def test_wrong_tries_wait_longer_and_longer_and_then_only_the_passphrase_helps(
    giver: GiveBack, clock: Clock
) -> None:
    waits = []
    for _try in range(MOST_WRONG - 1):
        standing = giver.try_pin("9183")
        waits.append(standing.wait_seconds)
        clock.on(standing.wait_seconds)
    assert waits == [0, 0, *WAIT_SECONDS.values()]
    assert waits[2:] == sorted(set(waits[2:]))
    assert giver.try_pin("9183").only_passphrase
    clock.on(10 * 24 * 3600)
    assert not giver.try_pin(PIN).was_right
    assert giver.standing().only_passphrase
    assert giver.try_passphrase(PASSPHRASE).was_right
    assert giver.try_pin(PIN).was_right


def test_the_right_pin_does_not_help_before_the_wait_is_over(
    giver: GiveBack, clock: Clock
) -> None:
    for _try in range(3):
        giver.try_pin("9183")
    clock.on(WAIT_SECONDS[3] - 0.5)
    assert not giver.try_pin(PIN).was_right
    assert giver.standing().wait_seconds == 1
    clock.on(0.5)
    assert giver.try_pin(PIN).was_right
    assert giver.try_pin("9183").wait_seconds == 0


def test_putting_the_clock_back_does_not_shorten_the_wait(giver: GiveBack, clock: Clock) -> None:
    for _try in range(3):
        giver.try_pin("9183")
    clock.on(-3600)
    assert giver.standing().wait_seconds == WAIT_SECONDS[3]


def test_the_wait_is_kept_when_the_program_is_started_again(
    record: Database, giver: GiveBack, clock: Clock, tmp_path: Path
) -> None:
    for _try in range(4):
        giver.try_pin("9183")
        clock.on(11)
    record.close()
    folder = tmp_path / "record"
    again = Database.open(folder, unlock.unlock(folder, PASSPHRASE), clock, check=False)
    assert GiveBack(again, "me", clock).standing().wait_seconds == WAIT_SECONDS[4] - 11
    again.close()


def test_a_wrong_passphrase_does_not_give_back(giver: GiveBack) -> None:
    assert not giver.try_passphrase("green cow nine chair").was_right
    assert not giver.try_passphrase("").was_right


def test_a_removed_pin_gives_nothing_back(giver: GiveBack) -> None:
    giver.remove_pin()
    giver.remove_pin()
    assert not giver.standing().has_pin
    assert not giver.try_pin(PIN).was_right


@pytest.mark.parametrize(
    "pin",
    ["", "407", "407140714", "abcd", "40 71", "1111", "00000000", "1234", "87654", "7890", "2468"],
)
def test_a_pin_that_is_easy_to_guess_is_refused(pin: str) -> None:
    with pytest.raises(WeakPin) as refused:
        refuse_weak(pin, ())
    assert pin not in str(refused.value) or not pin


def test_the_year_in_which_a_child_was_born_is_refused(tmp_path: Path, clock: Clock) -> None:
    database = sample.open_database(tmp_path / "sam")
    sample.fill(database)
    with database.reading() as connection:
        years = birth_years(connection)
    assert years
    giver = GiveBack(database, "me", clock)
    for year in years:
        for pin in (str(year), f"07{year}"):
            with pytest.raises(WeakPin):
                giver.set_pin(pin, QUICK)
    assert not giver.standing().has_pin
    database.close()


@given(st.from_regex(r"[0-9]{4,8}", fullmatch=True))
def test_a_pin_is_refused_only_where_its_digits_go_in_even_steps(pin: str) -> None:
    steps = {(int(pin[i + 1]) - int(pin[i])) % 10 for i in range(len(pin) - 1)}
    if len(steps) == 1:
        with pytest.raises(WeakPin):
            refuse_weak(pin, ())
    else:
        refuse_weak(pin, ())
