"""What the record already holds of the children on its lists, read in plain SQL."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any  # a connection of the driver; it has no types

from models.case_list.case_line import Value
from models.case_list.fields import FIELDS

ON_CHILD = (
    "given_name", "family_name", "chosen_name", "born_on", "pronouns", "legal_status",
    "legal_status_from", "lives_with", "lives_there_since", "placement_code", "school",
    "social_worker", "team", "first_language", "interpreter",
)  # fmt: skip
_DATES = frozenset(field.name for field in FIELDS if field.kind == "date")

_CHILDREN = f"""
    SELECT child.id, child.identifier, child.removed_at, child.iro_typed, staff_member.name, {
    ", ".join(f"child.{name}" for name in ON_CHILD)
}
    FROM child LEFT JOIN staff_member ON staff_member.id = child.iro_id
"""  # noqa: S608 the names are those of this file
_CARE = """
    SELECT child_id, began_on, told_on, ended_on FROM care_period
    WHERE removed_at IS NULL ORDER BY began_on
"""
_REVIEWS = """
    SELECT child_id, state, held_on, booked_on FROM review
    WHERE removed_at IS NULL ORDER BY held_on, booked_on DESC
"""


@dataclass(frozen=True, slots=True, repr=False)
class KnownChild:
    """A child in the record: the values a list may tell of, and those the IRO typed herself."""

    child_id: str
    values: Mapping[str, Value]
    typed: frozenset[str] = frozenset()
    reviewed_on: tuple[date, ...] = ()
    is_removed: bool = False

    def value_of(self, name: str) -> Value:
        """Give what the record holds for this field; nothing is never an empty string here."""
        return self.values.get(name) or None


def known_children(connection: Any) -> dict[str, KnownChild]:  # the driver has no types
    """Give every child in the record by the council's identifier."""
    values: dict[str, dict[str, Value]] = defaultdict(dict)
    for child_id, began_on, told_on, ended_on in connection.execute(_CARE):
        values[child_id].update(
            care_began_on=_day(began_on), told_on=_day(told_on), care_ended_on=_day(ended_on)
        )
    held: dict[str, list[date]] = defaultdict(list)
    for child_id, state, held_on, booked_on in connection.execute(_REVIEWS):
        if day := _day(held_on):
            held[child_id].append(day)
        elif state == "planned" and booked_on:
            values[child_id]["booked_on"] = _day(booked_on)
    found = {}
    for child_id, identifier, removed_at, typed, iro, *columns in connection.execute(_CHILDREN):
        for name, value in zip(ON_CHILD, columns, strict=True):
            values[child_id][name] = _day(value) if name in _DATES else value
        values[child_id]["iro"] = iro or ""
        found[identifier] = KnownChild(
            child_id=child_id,
            values=values[child_id],
            typed=frozenset(json.loads(typed or "[]")),
            reviewed_on=tuple(held[child_id]),
            is_removed=removed_at is not None,
        )
    return found


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
