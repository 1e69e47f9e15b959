"""From whom each field of a review's record is kept: its restriction tags, read in one place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final  # Any: rows of many kinds

from models.disclosure.rows import rows_of
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet

PRIVATE: Final = "R9"
_ADDRESS: Final = frozenset({"address", "phone", "email"})


@dataclass(frozen=True)
class Unresolved:
    """Something restricted of which nobody said yet from whom; a whole row has no field."""

    table: str
    row_id: str
    field: str


def tags_of(sheet: ReviewSheet, table: str, row_id: str, field: str = "") -> frozenset[str] | None:
    """The tags of a field, those of its row among them; of the row itself where no field.

    None for what is not restricted. Empty for what is restricted and nobody said from whom: it
    is left out for everybody but the council's own file.
    """
    return _joined(_said_of(sheet, table, row_id, field))


def is_cut(sheet: ReviewSheet, reader: Reader, table: str, row_id: str, field: str = "") -> bool:
    """Whether tags, or the child's wish, keep a field from this reader, or its row."""
    return cut_by(sheet, reader, table, row_id, field) is not None


def cut_by(
    sheet: ReviewSheet, reader: Reader, table: str, row_id: str, field: str = ""
) -> str | None:
    """The tag that keeps a field from this reader, "" for one not resolved, None for none."""
    if table == "person" and row_id == reader.key:
        return None
    if is_private(sheet, table, row_id):
        return PRIVATE
    tags = tags_of(sheet, table, row_id, field)
    if tags is None:
        return None
    if not tags:
        return None if reader.is_file else ""
    met = sorted(tags & reader.cuts, key=lambda tag: int(tag[1:]))
    return met[0] if met else None


def unresolved(sheet: ReviewSheet) -> tuple[Unresolved, ...]:
    """What stands on the sheet, is restricted, and nobody has said from whom."""
    here = {(table, row.id) for table, row in rows_of(sheet)}
    here |= {("matter_considered", each.matter) for each in sheet.matters}
    own = [Unresolved(table, row.id, "") for table, row in rows_of(sheet) if _marked(row) == ()]
    named = [
        Unresolved(each.of_table, each.row_id, each.field)
        for each in sheet.restrictions
        if not each.kinds and (each.of_table, each.row_id) in here
    ]
    return tuple(dict.fromkeys((*own, *named)))


def _joined(said: Iterator[tuple[str, ...]]) -> frozenset[str] | None:
    """All tags together; one that is not resolved leaves nothing resolved."""
    found = list(said)
    if not found:
        return None
    return frozenset().union(*found) if all(found) else frozenset()


def _said_of(sheet: ReviewSheet, table: str, row_id: str, field: str) -> Iterator[tuple[str, ...]]:
    """Each set of tags that meets a field."""
    for each in sheet.restrictions:
        if each.of_table == table and each.row_id == row_id and each.field in ("", field):
            yield each.kinds
    for row in _rows(sheet, table, row_id):
        marked = _marked(row)
        if marked is not None:
            yield marked
    person = sheet.person.get(row_id) if table == "person" else None
    if person is not None and person.restriction_kinds:
        yield person.restriction_kinds
    if person is not None and field in _ADDRESS and person.address_kinds:
        yield person.address_kinds
    if is_private(sheet, table, row_id):
        yield (PRIVATE,)


def _rows(sheet: ReviewSheet, table: str, row_id: str) -> Iterator[Any]:
    found: dict[str, tuple[Any, ...]] = {
        "note": (*sheet.notes, *sheet.mapped_last_time),
        "decision": (*sheet.decisions, *sheet.earlier_decisions, *sheet.carried),
    }
    return (row for row in found.get(table, ()) if row.id == row_id)


def _marked(row: Any) -> tuple[str, ...] | None:
    """The tags a note or a decision carries itself; None where it is open."""
    return tuple(row.restriction_kinds) if getattr(row, "restricted", False) else None


def is_private(sheet: ReviewSheet, table: str, row_id: str) -> bool:
    """Whether the child asked to keep it between them and who heard it."""
    if table == "wish":
        return any(each.private for each in sheet.wishes if each.id == row_id)
    if table == "scale_answer":
        answers = (*sheet.scale_answers, *sheet.earlier_scale_answers)
        return any(each.private for each in answers if each.id == row_id)
    return False
