"""Where on a reader's page something that was left out would stand."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any  # a sheet holds rows of many kinds

from letters.engine import Place
from letters.paragraph import Source
from models.copy_of_sheet import Cut
from models.disclosure.rows import rows_of
from models.review_sheet import ReviewSheet

TOP_PT = 40.0
_TOLD_WITH = {
    ("review", "next_review_place"): "next_review_on",
    ("sitting", "place"): "reason",
}
"""Fields that stand in the line of another field of their row."""
_ON_ENVELOPES = frozenset({("person", "address"), ("person", "phone"), ("person", "email")})
"""Fields that stand in the file’s own annexe, and in nobody’s paper."""
_GROUPED_BY = ("column", "life_area", "step", "sort")
Places = Mapping[Source, tuple[Place, ...]]


def cuts_of_paper(cuts: Sequence[Cut], own: Places, whole: Places | None) -> tuple[Cut, ...]:
    """The cuts that this paper would show: those whose words stand in the whole of it.

    `whole` is where everything stands in the copy from which nothing is left out.
    """
    single = {(each.table, each.row_id, each.words) for each in cuts if each.field}
    with_words = tuple(each for each in cuts if _is_one_part(each, single))
    if whole is None:
        return with_words
    told = (*whole, *own)
    return tuple(
        each for each in with_words if each.by_hand or any(_is_of(one, each) for one in told)
    )


def _is_one_part(cut: Cut, single: Collection[tuple[str, str, str]]) -> bool:
    """Whether it has words, stands in papers, and is not a row gone for a field that counts."""
    if not cut.words.strip() or (cut.table, cut.field) in _ON_ENVELOPES:
        return cut.by_hand and bool(cut.words.strip())
    return bool(cut.field) or (cut.table, cut.row_id, cut.words) not in single


def places_of_cuts(
    cuts: Sequence[Cut], own: Places, sheet: ReviewSheet
) -> tuple[tuple[int, float], ...]:
    """The page and the height of each cut, by what stands round it. Units: points from the top."""
    rows: dict[str, list[Any]] = {}
    for table, row in rows_of(sheet):
        rows.setdefault(table, []).append(row)
    return tuple(
        _of_row(cut, own) or _by_neighbour(cut, own, rows.get(cut.table, [])) for cut in cuts
    )


def _of_row(cut: Cut, own: Places) -> tuple[int, float] | None:
    """Beside the rest of its row, where only a part of it is gone."""
    if cut.table == "review":
        fields = (cut.field, _TOLD_WITH.get((cut.table, cut.field), cut.field))
        found = tuple(
            place
            for field in dict.fromkeys(fields)
            for place in own.get(Source(cut.table, cut.row_id, field), ())
        )
    else:
        found = _places_of(own, cut.table, cut.row_id)
    if not found or not cut.row_id:
        return None
    first = min(found, key=_height)
    return first.page, first.top + first.height / 2


def _by_neighbour(cut: Cut, own: Places, rows: Sequence[Any]) -> tuple[int, float]:
    """Below the row before it that is still there, of the same kind first; else above the next."""
    at = next((number for number, row in enumerate(rows) if row.id == cut.row_id), None)
    if at is None:
        return 1, TOP_PT
    group = _group(rows[at])
    before, after = rows[:at][::-1], rows[at + 1 :]
    for is_alike in (True, False):
        for row in before:
            found = _places_of(own, cut.table, row.id)
            if found and (not is_alike or _group(row) == group):
                last = max(found, key=_height)
                return last.page, last.top + last.height
        for row in after:
            found = _places_of(own, cut.table, row.id)
            if found and (not is_alike or _group(row) == group):
                first = min(found, key=_height)
                return first.page, first.top
    return 1, TOP_PT


def _places_of(own: Places, table: str, row_id: str) -> tuple[Place, ...]:
    return tuple(
        place
        for source, found in own.items()
        if (source.table, source.row_id) == (table, row_id)
        for place in found
    )


def _group(row: Any) -> tuple[object, ...]:
    return tuple(getattr(row, name, "") for name in _GROUPED_BY)


def _height(place: Place) -> tuple[int, float]:
    return place.page, place.top


def _is_of(source: Source, cut: Cut) -> bool:
    same_row = (source.table, source.row_id) == (cut.table, cut.row_id)
    fields = ("", cut.field, _TOLD_WITH.get((cut.table, cut.field), cut.field))
    return same_row and (not cut.field or source.field in fields)
