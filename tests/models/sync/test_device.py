"""A laptop that was copied, or put back from a backup, is told from the one it was."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from models.database import Database
from models.editing import put, remove
from models.open_review import OpenReview
from models.recovery import recover
from models.sync import device, sealing
from models.sync.sealing import opened
from models.sync.standing import standing_of
from tests import laptop as laptops
from tests.laptop import Laptop
from tests.models.sync.alone import (
    DEVICE,
    answer,
    batch_of,
    everything_accepted,
    seal_all,
)
from tests.models.sync.conftest import Pair
from tests.record_copy import copy_record
from tests.sample import KEY, NOW, Sample

Shared = tuple[Database, Sample]


@pytest.fixture
def shared(sam: Shared) -> Iterator[Shared]:
    """Sam's record, all of it accepted by the council; two batches are sealed, one is away."""
    everything_accepted(*sam)
    yield sam


def _say(database: Database, sam: Sample, words: str) -> None:
    with database.saving(sam.iro_id) as session:
        put(session, "review", sam.review_id, "place", words)


def _device(database: Database) -> str:
    with database.reading() as connection:
        return standing_of(connection).device


def _numbers(database: Database) -> list[tuple[str, int]]:
    with database.reading() as connection:
        rows = connection.execute("SELECT device_id, n FROM outbox ORDER BY place").fetchall()
    return [(each[0], each[1]) for each in rows]


def test_a_new_device_sends_what_was_not_answered_again_with_the_same_ids(
    shared: Shared,
) -> None:
    database, made = shared
    for words in ("one", "two", "three"):
        _say(database, made, words)
        seal_all(database)
    answer(database, batch_of(database))
    before = batch_of(database).sent
    with database.sharing() as hand:
        new = device.take_new(hand)
    assert _numbers(database) == [(DEVICE, 1), (new, 1), (new, 2)]
    sent = batch_of(database).sent
    assert sent == {**before, "device": new, "n": 1, "was": [[DEVICE, 1]]}
    _say(database, made, "four")
    seal_all(database)
    with database.reading() as connection:
        standing = standing_of(connection)
        last = connection.execute("SELECT payload FROM outbox ORDER BY place DESC").fetchone()
    assert (standing.next_n, standing.former) == (4, ((DEVICE, 1),))
    assert opened(last[0])["was"] == [[DEVICE, 1]]


def test_batches_that_the_council_has_lost_are_sent_again(shared: Shared) -> None:
    database, made = shared
    for words in ("one", "two"):
        _say(database, made, words)
        seal_all(database)
        answer(database, batch_of(database))
    with database.sharing() as hand:
        assert device.send_from(hand, 2)
        assert not device.send_from(hand, 3)
    assert batch_of(database).n == 2


def test_batches_that_are_not_all_here_any_more_cannot_be_sent_again(shared: Shared) -> None:
    database, made = shared
    for words in ("one", "two"):
        _say(database, made, words)
        seal_all(database)
        answer(database, batch_of(database))
    with database.sharing() as hand:
        hand.connection.execute("DELETE FROM outbox WHERE n = 1")
        assert not device.send_from(hand, 1)


def test_both_copies_of_a_laptop_keep_their_work(pair: Pair, tmp_path: Path) -> None:
    ruth, _bea, sam, council = pair
    first = _device(ruth.database)
    ruth.close()
    copy_record(tmp_path / "ruth", tmp_path / "copy")
    one = laptops.again(council, "ruth", tmp_path / "ruth")
    two = laptops.again(council, "ruth", tmp_path / "copy")
    with one.database.saving(one.person) as session:
        put(session, "review", sam.review_id, "place", "At school")
    with two.database.saving(two.person) as session:
        put(session, "review", sam.review_id, "what_for", "Ask Gran")
    reports = [laptop.round() for laptop in (one, two, one, two)]
    assert any(report.new_device for report in reports)
    assert len({first, _device(one.database), _device(two.database)}) > 1
    kept = council.one("SELECT data FROM waymark.row WHERE id = %s", sam.review_id)
    assert (kept["place"], kept["what_for"]) == ("At school", "Ask Gran")
    for laptop in (one, two):
        place = laptop.one("SELECT place || what_for FROM review WHERE id = ?", sam.review_id)
        assert place == "At schoolAsk Gran"
        laptop.close()


def test_a_laptop_put_back_from_yesterday_goes_on_as_a_new_device(
    pair: Pair, tmp_path: Path
) -> None:
    ruth, bea, sam, council = pair
    with ruth.database.saving(ruth.person) as session:
        put(session, "review", sam.review_id, "what_for", "Yesterday")
    backup = ruth.database.back_up()
    with ruth.database.saving(ruth.person) as session:
        put(session, "review", sam.review_id, "place", "At school")
    ruth.round()
    before = _device(ruth.database)
    ruth.close()
    recover(tmp_path / "ruth", KEY, lambda: NOW, backup)
    again = laptops.again(council, "ruth", tmp_path / "ruth")
    assert _device(again.database) != before
    report = again.round()
    assert (report.held, report.conflicts) == (0, 0)
    assert _both(again, sam) == ("At school", "Yesterday")
    bea.round()
    assert _both(bea, sam)[0] == "At school"
    again.close()


def test_a_folder_put_back_by_hand_is_noticed_by_its_counter(pair: Pair, tmp_path: Path) -> None:
    ruth, _bea, sam, council = pair
    ruth.close()
    copy_record(tmp_path / "ruth", tmp_path / "yesterday")
    ruth = laptops.again(council, "ruth", tmp_path / "ruth")
    with ruth.database.saving(ruth.person) as session:
        put(session, "review", sam.review_id, "place", "At school")
    ruth.round()
    before = _device(ruth.database)
    ruth.close()
    again = laptops.again(council, "ruth", tmp_path / "yesterday")
    assert again.round().new_device
    assert _device(again.database) != before
    assert _both(again, sam)[0] == "At school"
    again.close()


def test_a_copied_laptop_takes_away_what_rests_on_its_own_unsent_words(
    pair: Pair, tmp_path: Path
) -> None:
    ruth, _bea, sam, council = pair
    with ruth.database.saving(ruth.person) as session:
        note = OpenReview(session, sam.review_id).add_note("well", "She sleeps")
    ruth.round()
    for words in ("She sleeps through", "She sleeps well"):
        with ruth.database.saving(ruth.person) as session:
            put(session, "note", note, "words", words)
        with ruth.database.sharing() as hand:
            sealing.seal(hand, [sam.child_id])
    with ruth.database.saving(ruth.person) as session:
        remove(session, "note", note)
    ruth.link.after = _stop_after_two_pushes(ruth)
    with pytest.raises(_Lost):
        ruth.round()
    ruth.link.after = lambda _name, _request: None
    with ruth.database.sharing() as hand:
        device.take_new(hand)
    report = ruth.round()
    assert (report.refused, report.conflicts) == (0, 0)
    kept = council.one("SELECT data FROM waymark.row WHERE id = %s", note)
    assert kept["words"] == "She sleeps well"
    assert kept["removed_at"]


class _Lost(Exception):
    """The answer does not come."""


def _stop_after_two_pushes(laptop: Laptop) -> Callable[[str, object], None]:
    """Answer one push; the answer to the next is lost on its way."""

    def lose(name: str, _request: object) -> None:
        if name == "push" and laptop.link.asked.count("push") == before + 2:
            raise _Lost

    before = laptop.link.asked.count("push")
    return lose


def test_a_record_that_is_not_shared_is_put_back_as_ever(sam: Shared) -> None:
    database, _ = sam
    folder, backup = database.folder, database.back_up()
    database.close()
    recover(folder, KEY, lambda: NOW, backup)
    with Database.open(folder, KEY, lambda: NOW).reading() as connection:
        facts = connection.execute("SELECT count(*) FROM laptop_fact").fetchone()
    assert facts == (0,)


def _both(laptop: Laptop, sam: Sample) -> tuple[Any, Any]:
    with laptop.database.reading() as connection:
        found: tuple[Any, Any] = connection.execute(
            "SELECT place, what_for FROM review WHERE id = ?", (sam.review_id,)
        ).fetchone()
    return found
