"""The mappings of this laptop, remembered by name; they are never shared."""

import json
from typing import TYPE_CHECKING

from models.case_list.mapping import ColumnMapping
from models.plain_reading import Connection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MAPPINGS = "case list mappings"  # the laptop_fact that holds them


def remembered(connection: Connection) -> list[ColumnMapping]:
    """Give the remembered mappings, the last used first."""
    sql = "select value from laptop_fact where name = ?"
    row = connection.execute(sql, (MAPPINGS,)).fetchone()
    return _read(json.loads(row[0])) if row else []


def remember(session: "Session", mapping: ColumnMapping) -> None:
    """Remember this mapping by its name, in place of an earlier one of that name.

    Raises: ValueError for a mapping without a name.
    """
    from models.council import LaptopFact  # loads SQLAlchemy, which reading does not need

    if not mapping.name:
        raise ValueError("a mapping is remembered by its name")
    fact = session.get(LaptopFact, MAPPINGS)
    if fact is None:
        fact = LaptopFact(name=MAPPINGS, value={})
        session.add(fact)
    others = [each for each in _read(fact.value) if each.name != mapping.name]
    fact.value = {"mappings": [each.to_dict() for each in (mapping, *others)]}


def _read(kept: dict[str, object]) -> list[ColumnMapping]:
    mappings = kept.get("mappings")
    values = mappings if isinstance(mappings, list) else []
    return [ColumnMapping.from_dict(each) for each in values if isinstance(each, dict)]
