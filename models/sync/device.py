"""The device id and its counter: a laptop that was copied or put back takes a new one."""

from dataclasses import replace
from typing import Final

from models.hand import Hand
from models.plain_reading import Connection
from models.record import new_id
from models.sync.sealing import ACKNOWLEDGED, SEALED, closed, opened
from models.sync.standing import Standing, read_standing, standing_of, write_standing

MOST: Final = 20


def take_new(hand: Hand) -> str:
    """Take a new device id and seal what was not acknowledged again, in order; give the id.

    Each operation keeps its id, so that one which did arrive is not taken in twice. What was
    acknowledged under the id of before stays this laptop's own.
    """
    standing = standing_of(hand.connection)
    device, n, former = new_id(), 1, _former(hand.connection, standing)
    waiting = hand.connection.execute(
        "SELECT place, payload FROM outbox WHERE state = ? ORDER BY place", (SEALED,)
    )
    for place, payload in waiting.fetchall():
        sent = {**opened(payload), "device": device, "n": n, "was": former}
        hand.connection.execute(
            "UPDATE outbox SET device_id = ?, n = ?, payload = ? WHERE place = ?",
            (device, n, closed(sent), place),
        )
        n += 1
    write_standing(hand.connection, replace(standing, device=device, next_n=n, former=former))
    return device


def _former(connection: Connection, standing: Standing) -> tuple[tuple[str, int], ...]:
    """The ids of before and this one, up to the last batch that nobody else can have sent.

    A sealed batch that was not answered may stand under its number with the words of a copy.
    """
    waits = connection.execute(
        "SELECT min(n) FROM outbox WHERE device_id = ? AND state = ?", (standing.device, SEALED)
    ).fetchone()
    known = (waits[0] or standing.next_n) - 1
    return (*standing.former, (standing.device, known))[-MOST:] if known else standing.former


def send_from(hand: Hand, n: int) -> bool:
    """Send this device's batches from number `n` on again; false where they are not all here."""
    standing = standing_of(hand.connection)
    if n >= standing.next_n:
        return False
    waits = hand.connection.execute(
        "SELECT n FROM outbox WHERE device_id = ? AND n >= ? ORDER BY n", (standing.device, n)
    )
    if [each for (each,) in waits.fetchall()] != list(range(n, standing.next_n)):
        return False
    hand.connection.execute(
        "UPDATE outbox SET state = ? WHERE device_id = ? AND n >= ? AND state = ?",
        (SEALED, standing.device, n, ACKNOWLEDGED),
    )
    return True


def take_new_after_restoring(hand: Hand) -> None:
    """Take a new device id in a record that was put back from a backup, if it is shared."""
    if read_standing(hand.connection) is not None:
        take_new(hand)
