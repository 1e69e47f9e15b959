"""Between a row as it travels, in JSON, and the columns of the local tables, by their types."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final  # Any: a column may hold any kind of value

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    Numeric,
    String,
    TypeDecorator,
    inspect,
)

from models.every_record import BY_TABLE
from models.record import MergeRule, Moment, Record
from models.sync.shared_kind import OF_THE_ROW_ITSELF, SharedKind

Cell = Any  # what the driver is given for one column
_MOST: Final = 2**63 - 1  # that a column of SQLite holds
_EMPTY: Final[dict[type, Cell]] = {
    str: "",
    date: "0001-01-01",
    datetime: "0001-01-01T00:00:00+00:00",
    bool: 0,
    int: 0,
    float: 0,
}


class CannotPlace(ValueError):
    """A row has no place here: a newer program knows more. No value is in the words."""


@dataclass(frozen=True)
class Field:
    """One shared field: its column, what stands there unsaid, and the table it names a row of."""

    name: str
    to_cell: Callable[[Any], Cell]
    blank: Cell
    refers_to: str
    is_needed: bool
    may_be_absent: bool = True

    def cell(self, value: Any) -> Cell:
        """What the column holds for a value of JSON; an absent one gives the default.

        Raises: CannotPlace.
        """
        if value is None:
            if not self.may_be_absent:
                raise CannotPlace(self.name)
            return self.blank
        try:
            return self.to_cell(value)
        except (TypeError, ValueError, AttributeError, OverflowError):
            raise CannotPlace(self.name) from None


@dataclass(frozen=True)
class TableShape:
    """How rows of one shared table are written: the shared fields, and the rest of the columns.

    `derived` are worked out here: the columns and what they hold in a new row. `digests` are the
    large columns that come by their digest.
    """

    name: str
    fields: tuple[Field, ...]
    derived: tuple[tuple[str, Cell], ...]
    digests: tuple[str, ...]

    @property
    def references(self) -> tuple[Field, ...]:
        """The fields that name a row of another table, or of this one."""
        return tuple(field for field in self.fields if field.refers_to)


_known: dict[str, TableShape] = {}


def shape_of(table: str) -> TableShape:
    """How rows of this table are written, worked out once.

    Raises: CannotPlace for a table that this program does not know.
    """
    if table not in _known:
        if table not in BY_TABLE:
            raise CannotPlace(table)
        _known[table] = _shape(table)
    return _known[table]


@cache
def tables_in_order() -> tuple[str, ...]:
    """Every shared table, each after those that its rows name."""
    return tuple(table.name for table in Record.metadata.sorted_tables if table.name in BY_TABLE)


def moment_cell(value: Any) -> Cell:
    """A moment of the wire as the local file holds it: ISO 8601 in UTC."""
    if value is None:
        return None
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).isoformat()


def _shape(table: str) -> TableShape:
    mapped = BY_TABLE[table]
    noted = SharedKind(mapped).noted
    columns = [attribute.columns[0] for attribute in inspect(mapped).column_attrs]
    derived = [
        (column.name, _default(column))
        for column in columns
        if column.name not in noted
        and column.name not in OF_THE_ROW_ITSELF
        and column.info["merge"] is MergeRule.DERIVED
    ]
    digests = [column.name for column in columns if column.info["merge"] is MergeRule.BY_DIGEST]
    fields = [_field(column) for column in columns if column.name in noted]
    return TableShape(table, tuple(fields), tuple(derived), tuple(digests))


def _field(column: "Column[Any]") -> Field:
    refers_to = next((key.column.table.name for key in column.foreign_keys), "")
    blank = _default(column)
    is_said = column.nullable or column.default is not None or blank == ""
    turn = _turn(column.type)
    return Field(column.name, turn, blank, refers_to, not column.nullable, is_said)


def _default(column: "Column[Any]") -> Cell:
    """What the column of a new row holds when nobody has said anything."""
    default: Any = column.default  # a scalar or a callable one
    if default is not None:
        value = default.arg(None) if default.is_callable else default.arg
        return _turn(column.type)(value)
    if column.nullable:
        return None
    kind: Any = column.type  # a decorated type does not say what it is in Python
    plain: Any = kind.impl if isinstance(kind, TypeDecorator) else kind
    return _EMPTY[plain.python_type]


def _turn(kind: Any) -> Callable[[Any], Cell]:  # a type of SQLAlchemy
    """How a value of this type is turned; each is strict, so that nothing odd is written."""
    if isinstance(kind, Moment):
        return moment_cell
    if isinstance(kind, JSON):
        return json.dumps
    plain = kind.impl if isinstance(kind, TypeDecorator) else kind
    for of, turn in _TURNS:
        if isinstance(plain, of):
            return turn
    raise TypeError(f"no way to write a {kind!r}")


def _as_text(value: Any) -> Cell:
    if not isinstance(value, str):
        raise TypeError("text is wanted")
    return str(value)


def _as_day(value: Any) -> Cell:
    return date.fromisoformat(_as_text(value)).isoformat()


def _as_truth(value: Any) -> Cell:
    if not isinstance(value, bool):
        raise TypeError("true or false is wanted")
    return int(value)


def _as_number(value: Any) -> Cell:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError("a number is wanted")
    return int(value) if value == int(value) else value


def _as_whole(value: Any) -> Cell:
    number = _as_number(value)
    if not isinstance(number, int) or abs(number) > _MOST:
        raise TypeError("a whole number is wanted")
    return number


_TURNS: Final[tuple[tuple[Any, Callable[[Any], Cell]], ...]] = (
    (Date, _as_day),
    (Boolean, _as_truth),
    (Integer, _as_whole),
    (Numeric, _as_number),
    (LargeBinary, bytes),
    (String, _as_text),
)
