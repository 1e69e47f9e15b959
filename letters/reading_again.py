"""A released copy that still waits, read again against today's facts, tags and names."""

from collections.abc import Sequence

from letters.disclosure.checking import check
from letters.disclosure.hit import Hit
from letters.disclosure.looked_for import Secret, secrets_for
from letters.releasing import not_answered
from letters.where_it_goes import PLACES_TO_GO, found_where_it_goes, going_to
from models.document_kind import copy_file_name
from models.readers_of_papers import Reader, reader_of
from models.review_sheet import ReviewSheet
from models.sending_queue import CopyLine


def reader_of_copy(sheet: ReviewSheet, copy: CopyLine) -> Reader | None:
    """Whose copy it is, in the way and to the place that it goes; None for nobody known here."""
    reader = reader_of(sheet, copy.reader)
    return None if reader is None else going_to(reader, copy.way, copy.where_to)


def looked_for_in(sheet: ReviewSheet, copy: CopyLine) -> tuple[Secret, ...]:
    """What must not be found in this copy today."""
    reader = reader_of_copy(sheet, copy)
    return () if reader is None else secrets_for(sheet, reader, sheet.making.other_children)


def found_again(sheet: ReviewSheet, copy: CopyLine, pages: bytes) -> tuple[Hit, ...]:
    """What stands in a released copy or where it goes, and that nobody has answered for.

    `pages` is the file just as it was released.
    """
    reader = reader_of_copy(sheet, copy)
    if reader is None:
        return ()
    secrets = secrets_for(sheet, reader, sheet.making.other_children)
    name = copy_file_name(copy.kind, copy.id, copy.format)
    hits = (*check(pages, copy.format, name, secrets), *found_where_it_goes(sheet, reader))
    return not_answered(sheet, reader, copy.kind, hits)


def is_where_it_goes(hits: Sequence[Hit]) -> bool:
    """Whether all that was found is the place that a copy goes to, and nothing in the paper."""
    return bool(hits) and all(each.where in PLACES_TO_GO for each in hits)
