"""Which column of a council's list is which field; remembered by name and found again."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.case_list.fields import BY_NAME, FIELDS, left_out, plain


@dataclass(frozen=True)
class ColumnMapping:
    """A mapping of one list's headings: for each field taken, the number of its column from 0."""

    headings: tuple[str, ...]
    columns: tuple[tuple[str, int], ...]
    name: str = ""

    def column_of(self, field: str) -> int | None:
        """Give the column of this field, or None when it is not taken."""
        return dict(self.columns).get(field)

    def heading_of(self, field: str) -> str:
        """Give the council's own word for this field, or ours when it has no column."""
        column = self.column_of(field)
        return BY_NAME[field].title if column is None else shown_heading(self.headings, column)

    def take(self, field: str, column: int | None) -> "ColumnMapping":
        """Map the field to another column, or to none; a column serves one field only.

        Raises: ValueError for a column that is left out on purpose.
        """
        if column is not None and left_out(self.headings[column]):
            raise ValueError(f"column {column} is never taken")
        others = {
            name: at
            for name, at in self.columns
            if name != field and (column is None or at != column)
        }
        if column is not None:
            others[field] = column
        return replace(self, columns=_in_order(others))

    def called(self, name: str) -> "ColumnMapping":
        """Give the same mapping with a name to remember it by."""
        return replace(self, name=" ".join(name.split()))

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that every child needs and that have no column yet."""
        taken = dict(self.columns)
        needed = [field.name for field in FIELDS if field.is_required and field.name not in taken]
        if not taken.keys() & {"given_name", "full_name"}:
            needed.append("given_name")
        return tuple(needed)

    @property
    def left_out(self) -> tuple[tuple[str, str], ...]:
        """Each heading that is left out on purpose, with the reason."""
        found = [(heading, left_out(heading)) for heading in self.headings]
        return tuple((heading, reason) for heading, reason in found if reason)

    def to_dict(self) -> dict[str, object]:
        """Give this as plain values for JSON."""
        return {
            "name": self.name,
            "headings": list(self.headings),
            "columns": dict(self.columns),
        }

    @classmethod
    def from_dict(cls, kept: Mapping[str, object]) -> "ColumnMapping":
        """Read back what `to_dict` gave; anything in it that is not right any more is left out."""
        headings = kept.get("headings")
        columns = kept.get("columns")
        named = tuple(map(str, headings)) if isinstance(headings, list) else ()
        pairs = columns if isinstance(columns, dict) else {}
        good = {
            field: column
            for field, column in pairs.items()
            if field in BY_NAME
            and isinstance(column, int)
            and 0 <= column < len(named)
            and not left_out(named[column])
        }
        return cls(named, _in_order(good), str(kept.get("name", "")))


def fitted_to(mapping: ColumnMapping, headings: Sequence[str]) -> ColumnMapping | None:
    """Give the mapping for these headings, wherever they are now; None if one is missing."""
    wanted = [plain(heading) for heading in headings]
    if wanted == [plain(heading) for heading in mapping.headings]:
        return replace(mapping, headings=tuple(headings))
    times = Counter(wanted)
    columns = {}
    for field, column in mapping.columns:
        words = plain(mapping.headings[column])
        if times[words] != 1:
            return None
        columns[field] = wanted.index(words)
    return replace(mapping, headings=tuple(headings), columns=_in_order(columns))


def recognised(
    remembered: Iterable[ColumnMapping], headings: Sequence[str]
) -> ColumnMapping | None:
    """Give the remembered mapping that was made for these headings, the fullest if several."""
    fits = [fit for each in remembered if each.columns and (fit := fitted_to(each, headings))]
    exact = [fit for fit in fits if fit in remembered]
    return max(exact or fits, key=lambda fit: len(fit.columns), default=None)


def shown_heading(headings: Sequence[str], column: int) -> str:
    """Give the heading of a column, or its letter when the heading is blank."""
    return headings[column] or column_letter(column)


def column_letter(column: int) -> str:
    """Give the letter that a spreadsheet shows for a column counted from 0: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _in_order(columns: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((field.name, columns[field.name]) for field in FIELDS if field.name in columns)
