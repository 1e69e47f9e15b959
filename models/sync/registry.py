"""The register of the shared database: how each field is merged, and who may read and write it.

In `read_by` and `write_by` stand roles, and SELF: whoever the row is about (a member of staff
and their own row, and what names them as its `staff_id`). In rows of the council itself, which
belong to no child, only MANAGER and SELF of `write_by` count; in rows of a child SELF does not.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final  # Any: a column of any type

from sqlalchemy import JSON, Boolean, Date, Integer, Numeric, String, TypeDecorator, inspect

from models.every_record import SHARED
from models.record import MergeRule, Moment, Shared
from models.sync.roles import IRO as IRO
from models.sync.roles import MANAGER as MANAGER
from models.sync.roles import ROLES as ROLES
from models.sync.roles import SELF as SELF
from models.sync.roles import STEWARD as STEWARD
from models.sync.roles import SUPPORT as SUPPORT
from models.sync.support_reach import support_reads, support_writes

SCHEMA: Final = 1  # of the rows that laptops send; models/sync sends it as "schema"
NOT_SHARED: Final = (MergeRule.DERIVED, MergeRule.BY_DIGEST)

CHAIRS: Final = (IRO, MANAGER)
EVERYBODY: Final = (IRO, MANAGER, SUPPORT)
SETTLING: Final = frozenset({"outcome", "settled_by", "settled_at"})
COUNCILS_OWN: Final = frozenset({"council", "letter_template"})
ISSUED: Final = frozenset(
    {"document", "paper_copy"}
)  # never taken away, and what signs them is set once

_OF_THE_ROW_ITSELF: Final = frozenset(Shared.__annotations__) - {"removed_at", "removed_by"}


class FieldKind(StrEnum):
    """What a field holds; days and moments travel as text in ISO 8601."""

    TEXT = "text"
    DATE = "date"
    MOMENT = "moment"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    LIST = "list"
    JSON = "json"


_KINDS: Final[tuple[tuple[Any, FieldKind], ...]] = (
    (Moment, FieldKind.MOMENT),
    (Date, FieldKind.DATE),
    (Boolean, FieldKind.BOOLEAN),
    (Integer, FieldKind.INTEGER),
    (Numeric, FieldKind.NUMBER),
    (String, FieldKind.TEXT),
)


@dataclass(frozen=True)
class RegistryLine:
    """One field of one table. Words without `max_length` are free text.

    `once` says that it does not change any more when it holds something, whoever signs.
    """

    table: str
    field: str
    merge_rule: MergeRule
    kind: FieldKind
    max_length: int | None
    once: bool
    read_by: tuple[str, ...]
    write_by: tuple[str, ...]
    schema_v: int = SCHEMA

    @property
    def is_text(self) -> bool:
        """Whether it holds words."""
        return self.kind is FieldKind.TEXT


class NoRule(LookupError):
    """A mapped column does not say how it is merged. A fault of the program."""


@cache
def registry() -> tuple[RegistryLine, ...]:
    """Give a line for every field that is shared, by table and field.

    Raises: NoRule for a column without a rule.
    """
    return tuple(line for kind in SHARED for line in _lines_of(kind))


def reads(table: str, field: str) -> tuple[str, ...]:
    """Give the roles that may read this field."""
    if support_reads(table, field):
        return EVERYBODY
    return (*CHAIRS, SELF) if table == "letter_picture" else CHAIRS


def writes(table: str, field: str, rule: MergeRule) -> tuple[str, ...]:
    """Give the roles that may write this field; nobody writes what the database itself makes."""
    if table == "conflict" and field not in SETTLING:
        return ()
    if table in ISSUED and field in ("removed_at", "removed_by"):
        return ()
    if rule is MergeRule.REFERENCE or table in COUNCILS_OWN:
        return (MANAGER,)
    if table == "staff_member":
        return (MANAGER,) if rule in (MergeRule.EXACT, MergeRule.FIXED) else (SELF,)
    support = (SUPPORT,) if support_writes(table, field) else ()
    own = (SELF,) if table == "letter_picture" else ()
    return (*CHAIRS, *support, *own)


def _lines_of(kind: type[Shared]) -> list[RegistryLine]:
    table = str(inspect(kind).local_table)
    found = []
    for attribute in inspect(kind).column_attrs:
        if attribute.key in _OF_THE_ROW_ITSELF:
            continue
        rule = rule_of(table, attribute.key, attribute.columns[0])
        if rule not in NOT_SHARED:
            found.append(_line(table, attribute.key, attribute.columns[0], rule))
    return found


def rule_of(table: str, field: str, column: Any) -> MergeRule:
    """Give the rule that stands beside this column.

    Raises: NoRule where none does.
    """
    rule = column.info.get("merge")
    if not isinstance(rule, MergeRule):
        raise NoRule(f"{table}.{field} does not say how it is merged")
    return rule


def kind_of(column: Any, rule: MergeRule) -> FieldKind:
    """Give what a column holds.

    Raises: TypeError for a type that does not travel.
    """
    if isinstance(column.type, JSON):
        return FieldKind.LIST if rule is MergeRule.MEMBER else FieldKind.JSON
    plain = column.type
    if isinstance(plain, TypeDecorator) and not isinstance(plain, Moment):
        plain = plain.impl
    for kind, found in _KINDS:
        if isinstance(plain, kind):
            return found
    raise TypeError(f"no kind of field for a {column.type!r}")


def _line(table: str, field: str, column: Any, rule: MergeRule) -> RegistryLine:
    kind = kind_of(column, rule)
    return RegistryLine(
        table=table,
        field=field,
        merge_rule=rule,
        kind=kind,
        max_length=column.type.length if kind is FieldKind.TEXT else None,
        once=table in ISSUED and rule is MergeRule.EXACT,
        read_by=reads(table, field),
        write_by=writes(table, field, rule),
    )
