"""Where in the record something stands that was found on a finished page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any  # a sheet holds rows of many kinds

from letters.copies import MadeCopy
from letters.disclosure.hit import Box, Hit
from letters.engine import Place as PageBox
from letters.paragraph import Source
from letters.where_it_goes import PLACES_TO_GO
from models.disclosure.rows import NAMES, rows_of, text_fields
from models.disclosure.sentences import sentences
from models.review_sheet import ReviewSheet
from models.settling_readers import Place

MAIN_FIELDS = {"note": "words", "wish": "words", "decision": "what"}
"""The field that holds what a row says, for places that name the row alone."""


@dataclass(frozen=True)
class Stands:
    """A place of the record, and the sentence there; no words where the whole field is meant."""

    place: Place
    words: str


def grouped(hits: Sequence[Hit]) -> tuple[tuple[Hit, ...], ...]:
    """Finds that stand in the same place together, the longest of them first."""
    groups: list[list[Hit]] = []
    for hit in sorted(hits, key=lambda each: -len(each.found)):
        home = next((own for own in groups if _is_within(hit, own[0])), None)
        if home is None:
            groups.append([hit])
        else:
            home.append(hit)
    order = {hit.key: number for number, hit in reversed(list(enumerate(hits)))}
    return tuple(tuple(own) for own in sorted(groups, key=lambda own: order[own[0].key]))


def _is_within(hit: Hit, other: Hit) -> bool:
    """Whether every box of a find lies in one of another's."""
    if hit.page != other.page or hit.page is None or not hit.boxes:
        return False
    return all(any(_lies_in(one, each) for each in other.boxes) for one in hit.boxes)


def _lies_in(box: Box, other: Box) -> bool:
    sides = zip(box, other, (1, 1, -1, -1), strict=True)
    return all((inner - outer) * sign >= -1 for inner, outer, sign in sides)


def where_it_stands(hit: Hit, made: MadeCopy, sheet: ReviewSheet) -> Stands | None:
    """The place that the words of a find come from; None where no typed field holds them."""
    if hit.where in PLACES_TO_GO:  # nothing is left out of an address: it is another, or it stands
        return None
    for source in _sources_at(hit, made) or _sources_with(hit, sheet):
        field = source.field or MAIN_FIELDS.get(source.table, "")
        text = text_at(sheet, source.table, source.row_id, field)
        if text:
            place = Place(source.table, source.row_id, field)
            return Stands(place, _sentence_with(text, hit.found))
    return None


def text_at(sheet: ReviewSheet, table: str, row_id: str, field: str) -> str:
    """What is typed in one field of a review's record; nothing for what is no text."""
    for own_table, row in rows_of(sheet):
        if own_table == table and _is_row(own_table, row, row_id):
            found: Any = getattr(row, field, "")
            return found if isinstance(found, str) else ""
    return ""


def _is_row(table: str, row: Any, row_id: str) -> bool:
    return row.id == row_id or (table in ("review", "child") and not row_id)


def _sources_with(hit: Hit, sheet: ReviewSheet) -> list[Source]:
    """The fields that hold the words of a find, where a file has no pages to point at.

    Those with the words round it too come first.
    """
    words, around = _pattern(hit.found), _pattern(hit.around.strip(" …"))
    found = [
        (not around.search(getattr(row, field)), number, Source(table, row.id, field))
        for number, (table, row) in enumerate(rows_of(sheet))
        for field in text_fields(type(row), table)
        if field not in NAMES and words.search(getattr(row, field))
    ]
    return [source for _less, _number, source in sorted(found, key=lambda each: each[:2])]


def _pattern(found: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, found.split())) or r"(?!)", re.IGNORECASE)


def _sources_at(hit: Hit, made: MadeCopy) -> list[Source]:
    """The sources whose words lie under a find, the smallest first."""
    if hit.page is None or not hit.boxes:
        return []
    left, top, right, bottom = hit.boxes[0]
    return sources_under(made, hit.page, (left + right) / 2, (top + bottom) / 2)


def sources_under(made: MadeCopy, page: int, across: float, down: float) -> list[Source]:
    """The sources whose words lie at a point of a page, the smallest first. Units: points."""
    under = [
        (box.width * box.height, number, source)
        for number, (source, boxes) in enumerate(made.rendered.places.items())
        for box in boxes
        if box.page == page and _holds(box, across, down)
    ]
    return [source for _size, _number, source in sorted(under, key=lambda each: each[:2])]


def _holds(box: PageBox, across: float, down: float) -> bool:
    inside = box.left - 1 <= across <= box.left + box.width + 1
    return inside and box.top - 1 <= down <= box.top + box.height + 1


def _sentence_with(text: str, found: str) -> str:
    """The sentence of a field in which something stands; nothing where it is in none."""
    at = _pattern(found).search(text)
    if at is None:
        return ""
    for sentence in sentences(text):
        if sentence.start <= at.start() and at.end() <= sentence.end:
            return text[sentence.start : sentence.end].strip()
    return ""
