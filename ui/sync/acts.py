"""What the page Sync does to the record: each act is sealed here and goes out with a round."""

from collections.abc import Callable, Collection, Mapping
from typing import Any  # an act is JSON

from ui.desk import Desk


def revoke_laptop(desk: Desk, device: str) -> None:
    """Let a laptop read nothing any more; it can still hand in. Raises: Problem."""
    seal_act(desk, {"kind": "device", "device": device, "revoke": True})


def decide_held(desk: Desk, op_id: str, *, add: bool) -> None:
    """Add work that was set aside to the record, or leave it out. Raises: Problem."""
    from models.sync.held import drop_here  # SQLAlchemy: slow to load

    with desk.database.sharing() as hand:
        if not add and drop_here(hand, op_id):
            return
    seal_act(desk, {"kind": "held", "held": op_id, "add": add})


def drop_held(desk: Desk, op_ids: Collection[str]) -> None:
    """Leave several pieces of work out at once. Raises: Problem."""
    from models.sync.held import drop_here  # SQLAlchemy: slow to load
    from models.sync.sealing import seal_acts

    with desk.database.sharing() as hand:
        sent = [op_id for op_id in op_ids if not drop_here(hand, op_id)]
        if sent:
            seal_acts(hand, [{"kind": "held", "held": op_id, "add": False} for op_id in sent])


def put_back(desk: Desk, op_id: str) -> None:
    """Put one's own words into the record again. Raises: Problem."""
    from models.sync.held_outcomes import put_back as type_again

    type_again(desk.database, op_id, desk.me.id)


def let_leave(desk: Desk, cases: Collection[str]) -> None:
    """Let these children's records leave this laptop together. Raises: Problem."""
    from models.sync.leaving import agree

    agree(desk.database, cases)


def keep_it(desk: Desk, password: str, failed: Callable[[Exception], None]) -> None:
    """Keep the password in the keyring, away from the window: it may ask its owner something."""
    from ui.sync.council_line import account_of, keep_password

    desk.background.run_aside(
        lambda: keep_password(account_of(desk), password), _nothing_more, failed
    )


def seal_act(desk: Desk, act: Mapping[str, Any]) -> int:
    """Seal one act that is no edit of a row, and give the place where it waits to be shared.

    Raises: Problem.
    """
    from models.sync.sealing import seal_acts  # SQLAlchemy: slow to load

    with desk.database.sharing() as hand:
        seal_acts(hand, [dict(act)])
        return int(hand.connection.execute("SELECT max(place) FROM outbox").fetchone()[0])


def _nothing_more(_none: object) -> None:
    """Nobody waits for it."""
