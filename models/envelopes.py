"""The envelope with a window that this laptop's desk uses, where it is not the usual one."""

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from models.plain_reading import Connection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FACT: Final = "envelope"


class Measures(NamedTuple):
    """An envelope as measured with a ruler. Units: millimetres.

    `folded_high` is the height of the folded sheet; the window is measured from the left and
    from the bottom of the envelope.
    """

    wide: float
    high: float
    folded_high: float
    window_left: float
    window_bottom: float
    window_wide: float
    window_high: float


def measured(connection: Connection) -> Measures | None:
    """The envelope that was measured; None where the usual one is used."""
    row = connection.execute("select value from laptop_fact where name = ?", (_FACT,)).fetchone()
    kept = json.loads(row[0]).get("mm") if row else None
    return Measures(*kept) if kept else None


def keep_measures(session: "Session", measures: Measures | None) -> None:
    """Use this envelope from now on, or the usual one again."""
    from models.council import LaptopFact

    fact = session.get(LaptopFact, _FACT)
    if fact is None:
        fact = LaptopFact(name=_FACT, value={})
        session.add(fact)
    fact.value = {"mm": list(measures)} if measures else {}
