"""Reading rows into frozen values through the plain driver: fast, and safe to keep."""

import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Protocol, TypeVar, get_type_hints  # Any: a cell may hold anything

T = TypeVar("T")


class Connection(Protocol):
    """What a plain database connection offers here."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Any:  # driver's cursor
        """Run one statement."""
        ...


def _names(cell: Any) -> tuple[str, ...]:
    return tuple(json.loads(cell)) if cell else ()


_TURNED: dict[Any, Callable[[Any], Any]] = {  # what an empty cell is left out of
    date: date.fromisoformat,
    date | None: date.fromisoformat,
    datetime: datetime.fromisoformat,
    datetime | None: datetime.fromisoformat,
    bool: bool,
    bool | None: bool,
    dict[str, object]: json.loads,
}


class Shape:
    """How one frozen kind is filled: its columns, and the cells that need turning."""

    def __init__(self, kind: Any) -> None:  # any frozen dataclass
        hints = get_type_hints(kind)
        self._sql = {field.name: field.metadata.get("sql") for field in fields(kind)}
        kinds = [hints[name] for name in self._sql]
        self._turns = [(at, _TURNED[kind]) for at, kind in enumerate(kinds) if kind in _TURNED]
        self._names = [at for at, kind in enumerate(kinds) if kind == tuple[str, ...]]
        self._maybe = [at for at, kind in enumerate(kinds) if kind == tuple[str, ...] | None]

    def columns(self, table: str) -> str:
        """The select list."""
        return ", ".join(sql or f'{table}."{name}"' for name, sql in self._sql.items())

    def filled(self, kind: type[T], row: Sequence[Any]) -> T:
        """One value; its fields are set at once, a quarter of what a frozen `__init__` costs."""
        cells = list(row)
        for at, turn in self._turns:
            cell = cells[at]
            if cell is not None:
                cells[at] = turn(cell)
        for at in self._names:
            cells[at] = _names(cells[at])
        for at in self._maybe:
            cells[at] = None if cells[at] is None else _names(cells[at])
        made = kind.__new__(kind)
        made.__dict__.update(zip(self._sql, cells, strict=True))
        return made


_SHAPES: dict[Any, Shape] = {}


def shape_of(kind: Any) -> Shape:  # any frozen dataclass
    """How this kind is filled, worked out once."""
    if kind not in _SHAPES:
        _SHAPES[kind] = Shape(kind)
    return _SHAPES[kind]


def read_all(
    connection: Connection, kind: type[T], table: str, rest: str = "", given: Sequence[Any] = ()
) -> tuple[T, ...]:
    """Every row of `table` that `rest` (joins, where, order) picks, as values of `kind`.

    A field of `kind` is a column of `table` unless its metadata gives the `sql` for it.
    """
    shape = shape_of(kind)
    statement = f"select {shape.columns(table)} from {table} {rest}"  # noqa: S608 our own names
    return tuple(shape.filled(kind, row) for row in connection.execute(statement, given))


def read_one(
    connection: Connection, kind: type[T], table: str, rest: str, given: Sequence[Any] = ()
) -> T | None:
    """The first such row, or None."""
    found = read_all(connection, kind, table, rest + " limit 1", given)
    return found[0] if found else None
