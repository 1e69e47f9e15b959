"""Where on a reader's page something that was left out would stand."""

from collections.abc import Mapping, Sequence

from letters.engine import Place
from letters.paragraph import Source
from models.copy_of_sheet import Cut

TOP_PT = 40.0
Places = Mapping[Source, tuple[Place, ...]]


def places_of_cuts(
    cuts: Sequence[Cut], own: Places, whole: Places | None = None
) -> tuple[tuple[int, float], ...]:
    """The page and the height of each cut, by what stands round it. Units: points from the top.

    `whole` is where everything stands in the copy from which nothing is left out.
    """
    order = _in_order(whole or {})
    return tuple(_of_row(cut, own) or _after_neighbour(cut, own, order) for cut in cuts)


def _of_row(cut: Cut, own: Places) -> tuple[int, float] | None:
    """Beside the rest of its row, where only a part of it is gone."""
    field = Source(cut.table, cut.row_id, cut.field)
    same = [field] if own.get(field) else [each for each in own if _is_of(each, cut)]
    found = [place for each in same for place in own[each]]
    if not found or not cut.row_id or (cut.table == "review" and not own.get(field)):
        return None
    first = min(found, key=lambda place: (place.page, place.top))
    return first.page, first.top + first.height / 2


def _after_neighbour(cut: Cut, own: Places, order: Sequence[Source]) -> tuple[int, float]:
    """Below what stands before it in the whole copy and is still in this one."""
    at = next((number for number, each in enumerate(order) if _is_of(each, cut)), None)
    before = order[:at][::-1] if at is not None else ()
    for each in before:
        if own.get(each):
            last = max(own[each], key=lambda place: (place.page, place.top))
            return last.page, last.top + last.height
    return 1, TOP_PT


def _in_order(whole: Places) -> list[Source]:
    """The places of the record as a reader comes to them."""
    stands = {each: min((p.page, p.top, p.left) for p in found) for each, found in whole.items()
              if found}  # fmt: skip
    return sorted(stands, key=lambda each: stands[each])


def _is_of(source: Source, cut: Cut) -> bool:
    same_row = (source.table, source.row_id) == (cut.table, cut.row_id)
    return same_row and (not cut.field or not source.field or source.field == cut.field)
