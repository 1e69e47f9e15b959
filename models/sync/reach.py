"""What the person of this laptop may read and write, as the shared database will judge it.

It answers from the register, which is loaded at the first question of a laptop that shares: one
that works alone may do everything and loads nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from models.plain_reading import Connection
from models.sync.roles import MANAGER, SELF, WORK_FOR_OTHERS
from models.sync.standing import read_standing

if TYPE_CHECKING:  # SQLAlchemy is slow to load
    from models.sync.registry import RegistryLine

COUNCILS: Final = frozenset({"council", "staff_member", "letter_template"})
"""All rows of these belong to the council and to no child."""
MADE_BY_NONE: Final = frozenset({"conflict", "council"})
"""The shared database and its administrator make these."""


@dataclass(frozen=True)
class Reach:
    """One person's reach; without a role the laptop works alone, and everything is theirs."""

    role: str = ""

    @property
    def works_for_others(self) -> bool:
        """Whether this person works with the children of everybody."""
        return self.role in WORK_FOR_OTHERS

    @property
    def sees_whole_reviews(self) -> bool:
        """Whether this person reads all that belongs to a review."""
        return not self.role or self.role in _readers_of_whole_reviews()

    def reads(self, table: str, field: str = "") -> bool:
        """Whether this person reads a field, or anything of a table."""
        return may_read(self.role, table, field)

    def writes(
        self, table: str, field: str, *, of_council: bool = False, is_own: bool = False
    ) -> bool:
        """Whether this person writes a field, of a child's record unless it is the council's."""
        return may_write(self.role, table, field, of_council=of_council, is_own=is_own)

    def makes(self, table: str) -> bool:
        """Whether this person makes new rows of a child's record in this table."""
        return not self.role or self.role in _makers(table)


def reach_of(connection: Connection) -> Reach:
    """Read whose laptop it is."""
    standing = read_standing(connection)
    return Reach() if standing is None else Reach(standing.role)


def may_read(role: str, table: str, field: str = "") -> bool:
    """Whether a role reads a field, or without one anything of a table."""
    if not role:
        return True
    lines = _lines().get(table, {})
    asked = [lines[field]] if field in lines else [] if field else lines.values()
    return any(role in line.read_by for line in asked)


def may_write(
    role: str, table: str, field: str, *, of_council: bool = False, is_own: bool = False
) -> bool:
    """Whether a role writes a field; `is_own` is for a row about the person themselves.

    In rows of the council only a manager writes, and whoever a row is about.
    """
    if not role:
        return True
    line = _lines().get(table, {}).get(field)
    if line is None:
        return False
    if of_council or table in COUNCILS:
        is_managers = role == MANAGER and MANAGER in line.write_by
        return is_managers or (is_own and SELF in line.write_by)
    return role in line.write_by


@cache
def _lines() -> Mapping[str, Mapping[str, "RegistryLine"]]:
    from models.sync.registry import registry  # SQLAlchemy is slow to load

    found: dict[str, dict[str, RegistryLine]] = {}
    for line in registry():
        found.setdefault(line.table, {})[line.field] = line
    return found


@cache
def _readers_of_whole_reviews() -> frozenset[str]:
    """The roles that read every field of every row that names the review it belongs to."""
    readers = [
        line.read_by
        for lines in _lines().values()
        if "review_id" in lines
        for line in lines.values()
    ]
    return frozenset.intersection(*(frozenset(roles) for roles in readers)) - {SELF}


@cache
def _makers(table: str) -> frozenset[str]:
    """The roles that write every field that is set only when a row is made."""
    lines = [] if table in MADE_BY_NONE else [*_lines().get(table, {}).values()]
    fixed = [line for line in lines if line.merge_rule == "fixed"]
    others = [line for line in lines if line.merge_rule != "reference"]
    writers = [frozenset(line.write_by) for line in fixed or others]
    return frozenset.intersection(*writers) - {SELF} if writers else frozenset()
