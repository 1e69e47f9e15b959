"""What noting needs to know of each kind of shared row, worked out once."""

from collections.abc import Callable
from functools import partial
from typing import Any  # a mapped field may hold anything

from sqlalchemy import inspect

from models.one_id import one_id
from models.record import MergeRule, Shared

OF_THE_ROW_ITSELF = frozenset(Shared.__annotations__) - {"removed_at", "removed_by"}
_NEVER_NOTED = (MergeRule.DERIVED, MergeRule.BY_DIGEST)
_known: dict[type[Shared], "SharedKind"] = {}


class SharedKind:
    """One mapped class: its table, the fields that are shared, and what a blank row holds."""

    def __init__(self, mapped: type[Shared]) -> None:
        fields = inspect(mapped).column_attrs
        self.table = str(inspect(mapped).local_table)
        self.noted = tuple(
            field.key
            for field in fields
            if field.key not in OF_THE_ROW_ITSELF
            and field.columns[0].info.get("merge") not in _NEVER_NOTED
        )
        self.exact = frozenset(
            field.key
            for field in fields
            if field.key in self.noted and field.columns[0].info.get("merge") is MergeRule.EXACT
        )
        self._makers = {
            field.key: _maker(field.columns[0].default)
            for field in fields
            if field.columns[0].default is not None
        }
        self.blank = {name: make() for name, make in self._makers.items() if name in self.noted}

    def fill_defaults(self, row: Shared) -> None:
        """Give a new row its defaults now, so that what is noted is what is written."""
        given = inspect(row).dict
        if "id" not in given and (found_by := self._found_by(row)):
            row.id = one_id(self.table, *found_by)
        for field, make in self._makers.items():
            if field not in given:
                setattr(row, field, make())

    def _found_by(self, row: Shared) -> tuple[Any, ...]:
        """Give what makes this row the only one of its kind; nothing where there may be more."""
        found_by = tuple(getattr(row, field) for field in row.ONE_FOR)
        return found_by if found_by and found_by[0] is not None else ()


def kind_of(row: Shared) -> SharedKind:
    """Give what is known of this row's kind."""
    mapped = type(row)
    if mapped not in _known:
        _known[mapped] = SharedKind(mapped)
    return _known[mapped]


def _maker(default: Any) -> Callable[[], Any]:
    if default.is_callable:
        return partial(default.arg, None)  # SQLAlchemy gives it a context; ours need none
    return lambda: default.arg
