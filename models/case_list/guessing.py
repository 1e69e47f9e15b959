"""A first guess at which column is which, from the headings and from what the cells look like."""

from collections.abc import Callable, Sequence

from models.case_list.cleaning import cleaned
from models.case_list.codes import legal_status, placement, says_nothing
from models.case_list.dates import is_month_first, read_date
from models.case_list.faults import Fault
from models.case_list.fields import (
    BY_NAME,
    FIELDS,
    Field,
    Kind,
    field_called,
    left_out,
    looks_like_an_address,
    plain,
)
from models.case_list.mapping import ColumnMapping
from models.case_list.records import RawRow


def guess(headings: Sequence[str], samples: Sequence[RawRow]) -> ColumnMapping:
    """Guess a mapping; every part of it can be changed by a person."""
    cells = [_cells(samples, column) for column in range(len(headings))]
    columns: dict[str, int] = {}
    for field in FIELDS:
        best = _best_column(field, headings, cells)
        if best is not None:
            columns[field.name] = best
    if "given_name" in columns and "full_name" in columns:
        del columns["full_name"]
    _guess_by_shape(columns, headings, cells)
    pairs = tuple((name, columns[name]) for name in BY_NAME if name in columns)
    return ColumnMapping(tuple(headings), pairs)


def _cells(samples: Sequence[RawRow], column: int) -> list[str]:
    texts = [cleaned(row.cells[column]) for row in samples if column < len(row.cells)]
    return [text for text in texts if not says_nothing(text)]


def _best_column(
    field: Field, headings: Sequence[str], cells: Sequence[Sequence[str]]
) -> int | None:
    """Give the column whose heading this field has, the likeliest heading and fullest first."""
    candidates = [
        column
        for column, heading in enumerate(headings)
        if field_called(heading) == field.name and _could_be(field, cells[column])
    ]
    likely = [plain(heading) for heading in field.headings]

    def order(column: int) -> tuple[int, int, int]:
        words = plain(headings[column])
        rank = likely.index(words) if words in likely else len(likely)
        return (0 if cells[column] else 1, rank, column)

    return min(candidates, key=order, default=None)


def _could_be(field: Field, texts: Sequence[str]) -> bool:
    """Tell whether most of the cells can be read as this kind; empty columns can be anything."""
    fits = _FITS.get(field.kind)
    if not texts or fits is None:
        return True
    return sum(map(fits, texts)) * 2 >= len(texts)


def _is_date(text: str) -> bool:
    return not isinstance(read_date(text), Fault) or is_month_first(text) or _is_serial(text)


def _is_serial(text: str) -> bool:
    return text.isdigit() and len(text) == 5


def _is_name(text: str) -> bool:
    return not any(character.isdigit() for character in text)


def _is_place(text: str) -> bool:
    return placement(text) is not None or not looks_like_an_address(text)


_FITS: dict[Kind, Callable[[str], bool]] = {
    Kind.DATE: _is_date,
    Kind.NAME: _is_name,
    Kind.NUMBER: str.isdigit,
    Kind.LEGAL_STATUS: lambda text: legal_status(text) is not None,
    Kind.PLACEMENT: _is_place,
    Kind.TEXT: lambda text: not looks_like_an_address(text),
}


def _guess_by_shape(
    columns: dict[str, int], headings: Sequence[str], cells: Sequence[Sequence[str]]
) -> None:
    """Fill what the headings did not tell, where the cells leave one column only."""
    free = [
        column
        for column, heading in enumerate(headings)
        if column not in columns.values() and not left_out(heading) and len(cells[column]) > 1
    ]
    for name, fits in _SHAPES:
        if name in columns:
            continue
        found = [column for column in free if fits(cells[column])]
        if len(found) == 1:
            columns[name] = found[0]
            free.remove(found[0])


def _are_identifiers(texts: Sequence[str]) -> bool:
    is_code = all(text.isascii() and text.replace("-", "").isalnum() for text in texts)
    has_digits = all(any(character.isdigit() for character in text) for text in texts)
    is_long = all(3 <= len(text) <= 20 and _is_no_day(text) for text in texts)
    return is_code and has_digits and is_long and len(set(texts)) == len(texts)


def _is_no_day(text: str) -> bool:
    """Tell whether the text is no day of any calendar."""
    return isinstance(read_date(text), Fault)


def _are_legal_statuses(texts: Sequence[str]) -> bool:
    return all(legal_status(text) is not None for text in texts)


_SHAPES: tuple[tuple[str, Callable[[Sequence[str]], bool]], ...] = (
    ("identifier", _are_identifiers),
    ("legal_status", _are_legal_statuses),
)
