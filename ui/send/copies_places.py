"""The words of one reader's copy that can be chosen on its pages, and what is typed there."""

from dataclasses import dataclass
from typing import Any, Final  # a sheet holds rows of many kinds

from letters.copies import MadeCopy
from letters.engine import Place as PageBox
from letters.paragraph import Source
from models.disclosure.rows import ALWAYS_THERE, rows_of
from models.review_sheet import ReviewSheet
from models.settling_readers import Place
from ui.send.copies_sources import MAIN_FIELDS, sources_under

_ITSELF: Final = {"review": "id", "child": "child_id"}


@dataclass(frozen=True)
class Chosen:
    """Words of a copy: where they stand on it, their place in the record, and what is there.

    Of words that are not typed no stretch can be chosen: `is_typed` is false.
    """

    source: Source
    place: Place
    words: str
    is_typed: bool


def chosen_at(source: Source, made: MadeCopy, sheet: ReviewSheet) -> Chosen | None:
    """What is left out where these words are chosen; None where the program wrote them."""
    row_id = source.row_id or getattr(sheet, _ITSELF.get(source.table, ""), "")
    row = _row(sheet, source.table, row_id)
    if row is None:
        return None
    field = source.field or MAIN_FIELDS.get(source.table, "")
    if (field and not hasattr(row, field)) or (source.table in ALWAYS_THERE and not field):
        return None
    typed = getattr(row, field, "") if field else ""
    is_typed = isinstance(typed, str) and " " in typed.strip()
    words = typed if is_typed else _as_told(made, source) or str(typed or "")
    return Chosen(source, Place(source.table, row_id, field), words, is_typed)


def choices(made: MadeCopy, sheet: ReviewSheet) -> tuple[Chosen, ...]:
    """Everything that can be chosen on a copy, in the order in which it is read."""
    places = made.rendered.places
    found = [
        (min(map(_order, boxes)), number, chosen)
        for number, (source, boxes) in enumerate(places.items())
        if boxes and (chosen := chosen_at(source, made, sheet)) is not None
    ]
    return tuple(chosen for _box, _number, chosen in sorted(found, key=lambda each: each[:2]))


def chosen_on_page(
    made: MadeCopy, sheet: ReviewSheet, page: int, at: tuple[float, float]
) -> Chosen | None:
    """What stands at a point of a page, the smallest first. Units: points from the top left."""
    found = (chosen_at(each, made, sheet) for each in sources_under(made, page, *at))
    return next((each for each in found if each is not None), None)


def _row(sheet: ReviewSheet, table: str, row_id: str) -> Any | None:
    return next((row for own, row in rows_of(sheet) if own == table and row.id == row_id), None)


def _as_told(made: MadeCopy, source: Source) -> str:
    told = (each.text for each in made.document.every_paragraph() if each.source == source)
    return "\n".join(dict.fromkeys(told))


def _order(box: PageBox) -> tuple[int, float, float]:
    return box.page, box.top, box.left
