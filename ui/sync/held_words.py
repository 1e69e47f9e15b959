"""The words of one piece of work that was set aside, as a person typed them."""

from collections.abc import Sequence
from typing import Any, Final  # Any: a field may hold any JSON value

from models.sync.sharing_lines import HeldLine
from models.sync.two_versions import FieldKind, is_field, kind_of_field
from ui.language import _
from ui.sync.line_words import field_in_words

_WRITTEN: Final = frozenset({FieldKind.TEXT, FieldKind.LINE, FieldKind.DAY, FieldKind.TIME})


def held_text(line: HeldLine) -> str:
    """Give the words that were typed, each under the name of its field where there are several.

    Where no words were typed, what was chosen stands for them.
    """
    written = [one for one in line.fields if _kind(line.table, one[0]) in _WRITTEN]
    others = [one for one in line.fields if _kind(line.table, one[0]) is not FieldKind.ROW]
    said = _said(line, written) or _said(line, others)
    if len(said) == 1:
        return said[0][1]
    named = _("{field}: {words}")
    return "\n".join(
        named.format(field=name, words=value) if name else value for name, value in said
    )


def _said(line: HeldLine, fields: Sequence[tuple[str, Any]]) -> list[tuple[str, str]]:
    said = [(field_in_words(line.table, name), _plain(value)) for name, value in fields]
    return [(name, value) for name, value in said if value]


def _kind(table: str, field: str) -> FieldKind:
    """What a field holds; one that this program does not know, or of a draft, holds words."""
    return kind_of_field(table, field) if is_field(table, field) else FieldKind.TEXT


def _plain(value: Any) -> str:
    """Give what a person typed; ids, ticks and numbers of the program say nothing to them."""
    if isinstance(value, list):
        return ", ".join(str(each) for each in value if isinstance(each, str))
    return value.strip() if isinstance(value, str) else ""
