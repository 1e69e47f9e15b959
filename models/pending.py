"""What a row holds that the council has not acknowledged yet, field by field (pure)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any  # a field may hold any JSON value

BASE, NEW, TYPED = "base", "new", "typed"


def with_change(
    pending: Mapping[str, Any], field: str, base: Any, new: Any, typed: int | None = None
) -> dict[str, Any]:
    """Note a change: the base is what was seen when the field was first changed, and stays.

    `typed` is the number in the journal of the text that is saved by this change.
    """
    before = pending.get(field, {})
    change = {BASE: before.get(BASE, plain(base)), NEW: plain(new)}
    numbers = [number for number in (before.get(TYPED), typed) if number is not None]
    if numbers:
        change[TYPED] = max(numbers)
    return {**pending, field: change}


def typed_number(pending: Mapping[str, Any], field: str) -> int:
    """Give the number in the journal up to which this field is saved; 0 where none is known."""
    return int(pending.get(field, {}).get(TYPED, 0))


def plain(value: Any) -> Any:
    """Give a value as JSON can keep it: days and moments as ISO 8601 text."""
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, date):  # a moment is a day too
        return _as_text(value)
    if isinstance(value, Mapping):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        parts = [plain(part) for part in value]
        return sorted(parts) if isinstance(value, (set, frozenset)) else parts
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise TypeError(f"a field cannot hold a {type(value).__name__}")


def _as_text(value: date) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat()


def readable(text: str) -> str:
    """Show a mark for what cannot be written as UTF-8 instead of losing the sentence round it."""
    return text.encode("utf-8", "replace").decode("utf-8")
