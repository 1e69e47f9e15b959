"""What was typed for the council before joining is let go where the council has an answer."""

import json
from typing import Final

from models.hand import Hand
from models.sync.words_kept import COUNCIL_SETS_THIS

_BLANK: Final = (None, "", "[]", "{}")


def let_go_of_answered(hand: Hand) -> None:
    """Keep of such words only those for which the council's own row holds nothing.

    Words that somebody typed since and that were not taken have an author, and stay.
    """
    lines = hand.connection.execute(
        "SELECT op_id, row_id, fields FROM held_work WHERE table_name = 'council'"
        " AND why = ? AND author_id = '' AND state = 'held'",
        (COUNCIL_SETS_THIS,),
    ).fetchall()
    for op_id, row_id, fields in lines:
        typed = json.loads(fields)
        rest = {name: words for name, words in typed.items() if not _answers(hand, row_id, name)}
        if rest == typed:
            continue
        hand.changed.add("held_work")
        if rest:
            hand.connection.execute(
                "UPDATE held_work SET fields = ? WHERE op_id = ?", (json.dumps(rest), op_id)
            )
        else:
            hand.connection.execute("DELETE FROM held_work WHERE op_id = ?", (op_id,))


def _answers(hand: Hand, row_id: str, name: str) -> bool:
    row = hand.connection.execute(
        f'SELECT "{name}" FROM council WHERE id = ?',  # noqa: S608 - a column that joining named
        (row_id,),
    ).fetchone()
    return row is not None and row[0] not in _BLANK
