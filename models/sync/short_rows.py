"""Rows as the shared database says them shortly, and in full: fewer bytes on a slow network."""

from collections.abc import Mapping, Sequence
from typing import Any, Final  # Any: JSON values

from models.sync.link import NotTheCouncil

SHORT: Final = "short"
_ROWS: Final = frozenset({"rows", "case", "council"})


def asked_shortly(name: str, request: Mapping[str, Any]) -> Mapping[str, Any]:
    """Ask for short rows where rows are asked for."""
    if name == "pull" and request.get("what") in _ROWS:
        return {**request, SHORT: True}
    return request


def in_full(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer with every row as it is; one that was not said shortly stays as it came.

    Raises: NotTheCouncil for an answer that is none of the shared database.
    """
    if "shapes" not in answer:
        return answer
    try:
        return _in_full(answer)
    except (LookupError, TypeError, ValueError):
        raise NotTheCouncil from None


def _in_full(answer: dict[str, Any]) -> dict[str, Any]:
    rows = _Rows(answer.pop("names"), answer.pop("shapes"))
    if "rows" in answer:
        answer["rows"] = [rows.full(row) for row in answer["rows"]]
    for told in answer.get("results", ()):
        if "row" in told:
            told["row"] = rows.full(told["row"])
        if "conflicts" in told:
            told["conflicts"] = [rows.full(row) for row in told["conflicts"]]
    return answer


class _Rows:
    """What the places in short rows stand for."""

    def __init__(self, names: Sequence[str], shapes: Sequence[Sequence[str]]) -> None:
        self._names, self._shapes = names, shapes

    def full(self, row: Sequence[Any]) -> list[Any]:
        seq, table, row_id, case, version, (shape, *held), by, at, last_by, last_at = row
        names = self._names
        return [
            *(seq, names[table], row_id, names[case], version),
            dict(zip(self._shapes[shape], held, strict=True)),
            *(names[by], at, names[last_by], last_at or at),
        ]
