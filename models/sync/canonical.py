"""A value as PostgreSQL writes it, so that laptops and the shared database hash the same."""

import hashlib
import json
import math
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final  # Any: any JSON value

_NOT_JSONB: Final = re.compile("[\x00\ud800-\udfff]")
_AS_JSON: Final = json.JSONEncoder(ensure_ascii=False).encode


class NotJson(ValueError):
    """A value that PostgreSQL's jsonb cannot hold."""


def jsonb_text(value: Any) -> str:
    """Write a JSON value byte for byte as PostgreSQL's jsonb::text does.

    Raises: NotJson for what jsonb refuses: U+0000, half a surrogate pair, a number that is none.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(jsonb_text(part) for part in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(_pair(name, value[name]) for name in _in_order(value))}}}"
    raise NotJson(f"a {type(value).__name__} is not JSON")


def row_content(row_id: str, version: int, data: Mapping[str, Any]) -> str:
    """Write what a row holds at this version; what is null counts as absent."""
    return f"{row_id}|{version}|{jsonb_text(without_nulls(data))}"


def row_digest(row_id: str, version: int, data: Mapping[str, Any]) -> int:
    """Give the first 8 bytes of the SHA-256 of a row's content, as PostgreSQL's bigint."""
    digest = hashlib.sha256(row_content(row_id, version, data).encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def content_hash(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> str:
    """Give the SHA-256, in hexadecimal, of the rows (id and data) of a whole: what is signed."""
    in_order = sorted(rows, key=lambda row: row[0])
    lines = (f"{row_id}|{jsonb_text(without_nulls(data))}\n" for row_id, data in in_order)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def without_nulls(data: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out the fields that are null; deeper nulls stay."""
    return {name: value for name, value in data.items() if value is not None}


def is_same(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal as jsonb compares them: 1 is 1.0 and is not true."""
    return bool(_comparable(one) == _comparable(other))


def _comparable(value: Any) -> Any:
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return (type(value).__name__, value)
    if isinstance(value, (int, float)):
        return ("number", Decimal(repr(value)))
    if isinstance(value, Mapping):
        return ("object", {name: _comparable(part) for name, part in value.items()})
    return ("array", [_comparable(part) for part in value])


def _number(value: float) -> str:
    if isinstance(value, int):
        return str(int(value))
    if not math.isfinite(value):
        raise NotJson("a number that is none is not JSON")
    return "0.0" if value == 0 else format(Decimal(repr(value)), "f")  # jsonb has no minus nought


def _text(value: str) -> str:
    if _NOT_JSONB.search(value):
        raise NotJson("jsonb holds neither U+0000 nor half a surrogate pair")
    return _AS_JSON(value)


def _in_order(value: Mapping[str, Any]) -> list[str]:
    """Give the names as jsonb orders them: the shorter first, then by their bytes."""

    def place(name: str) -> tuple[int, bytes]:
        in_bytes = name.encode("utf-8", "surrogatepass")
        return len(in_bytes), in_bytes

    return sorted(value, key=place)


def _pair(name: str, value: Any) -> str:
    return f"{_text(name)}: {jsonb_text(value)}"
