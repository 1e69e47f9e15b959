"""What a row holds that the council has not acknowledged yet, field by field (pure)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any  # a field may hold any JSON value

BASE, NEW, TYPED, SEEN, SEALED = "base", "new", "typed", "seen", "sealed"
CHOSEN = "chosen"
_NEVER: Any = object()


def with_change(
    pending: Mapping[str, Any],
    field: str,
    base: Any,
    new: Any,
    typed: int | None = None,
    seen: int = 0,
) -> dict[str, Any]:
    """Note a change: the base is what was seen when the field was first changed, and stays.

    `typed` is the number in the journal of the text that is saved by this change. `seen` is the
    version of the row that was on the screen then; one that was never shared has none.
    """
    before = pending.get(field, {})
    change = {**before, BASE: before.get(BASE, plain(base)), NEW: plain(new)}
    numbers = [number for number in (before.get(TYPED), typed) if number is not None]
    if numbers:
        change[TYPED] = max(numbers)
    if not before and seen > 0:
        change[SEEN] = seen
    return {**pending, field: change}


def is_dirty(change: Mapping[str, Any]) -> bool:
    """Whether what was typed last is in no sealed batch yet."""
    return SEALED not in change or change[SEALED] != change[NEW]


def base_to_send(change: Mapping[str, Any]) -> Any:
    """What the typist had before them: their own sealed words, or what they began from."""
    return change.get(SEALED, change[BASE])


def as_chosen(change: Mapping[str, Any], base: Any, new: Any, seen: int) -> dict[str, Any]:
    """The change once somebody chose what the record should say, having seen `base` there.

    It goes out though it says the same as what was sent before, for that was not taken in; no
    answer to what is on its way is an answer to it.
    """
    kept = {name: value for name, value in change.items() if name in (TYPED,)}
    return {**kept, BASE: base, NEW: plain(new), CHOSEN: True, **({SEEN: seen} if seen else {})}


def is_chosen(change: Mapping[str, Any]) -> bool:
    """Whether it is a choice between two versions that is in no sealed batch yet."""
    return bool(change.get(CHOSEN))


def is_other_away(change: Mapping[str, Any]) -> bool:
    """Whether other words than the last are in a sealed batch, perhaps not yet answered."""
    return SEALED in change and change[SEALED] != change[NEW]


def as_sealed(change: Mapping[str, Any]) -> dict[str, Any]:
    """The change once what it holds is in a sealed batch."""
    left = {name: value for name, value in change.items() if name != CHOSEN}
    return {**left, SEALED: change[NEW]}


def after_acknowledging(change: Mapping[str, Any], sent: Any) -> dict[str, Any] | None:
    """What is left of a change once the council has what was sent; nothing, if that was all.

    Words typed after sealing stay, and what they were typed over is what was sent; so do words
    that went back to what was sent while others are on their way. A change that began after all
    of its batches were answered knows nothing of what was sent.
    """
    if is_chosen(change):
        return dict(change)
    if change[NEW] == sent and not is_other_away(change):
        return None
    if SEALED not in change:
        return dict(change)
    left = {**change, BASE: sent}
    if change[SEALED] == sent:
        del left[SEALED]
    return left


def unsealed(change: Mapping[str, Any], sent: Any) -> dict[str, Any]:
    """The change once what was sent was not taken in: what it began from stays."""
    left = dict(change)
    if left.get(SEALED, _NEVER) == sent:
        del left[SEALED]
    return left


def is_sealed(change: Mapping[str, Any]) -> bool:
    """Whether any of it ever was in a sealed batch that was not taken in or answered yet."""
    return SEALED in change


def never_sealed(change: Mapping[str, Any]) -> dict[str, Any]:
    """The change as if nothing of it had ever been sent."""
    return {name: value for name, value in change.items() if name != SEALED}


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
