"""Copies that wait are read again on a laptop that holds the record, and held with the reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from letters.disclosure.extracting import ATTACHED
from letters.disclosure.hit import Hit
from letters.disclosure.looked_for import Secret
from letters.reading_again import found_again, is_where_it_goes, looked_for_in, reader_of_copy
from letters.where_it_goes import found_in_draft, found_where_it_goes
from models.database import Database
from models.issuing import PagesNotHere
from models.plain_reading import Connection
from models.problems import N_, Problem
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from models.sending_queue import CopyLine, read_pages
from models.sync.reach import reach_of
from ui.desk import Desk
from ui.language import _

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Finds = Mapping[str, tuple[Hit, ...]]
"""By copy, what was found in it."""
Known = dict[str, int]
"""By copy, a mark of what was looked for when it was read last."""


class MustNotGo(Problem):
    """What was protected since, or where it goes, keeps a copy from going as it was released."""

    what = N_("This copy must not go as it is: something in it is now kept from this person.")
    kept = N_("It does not go out, and nothing was marked.")
    next = N_("The chair releases a new version, or says in Send why this one may go.")

    def __init__(self, found: Finds) -> None:
        super().__init__()
        self.found = dict(found)


class MustNotGoThere(MustNotGo):
    """A copy would go to a place that its reader must not learn of, or must not share."""

    what = N_("This copy must not go there: the place is kept from this person, or shared.")
    kept = N_("Nothing was marked, and nothing was sent.")
    next = N_("Look at the address again, and ask the chair.")


def refuse_what_must_not_go(database: Database, copies: Sequence[CopyLine]) -> None:
    """See that nothing stands in these copies that is kept from their readers today.

    Raises: MustNotGo.
    """
    found = found_in(database, copies)
    if found:
        raise MustNotGo(found)


def refuse_draft(
    database: Database, copies: Sequence[CopyLine], draft: bytes, file_name: str
) -> None:
    """See that nothing stands in the whole of a draft that is kept from who gets it.

    Raises: MustNotGo.
    """
    first = copies[0]
    with database.reading() as connection:
        if not reach_of(connection).sees_whole_reviews:
            return
        sheet = _sheet(connection, first)
    reader = reader_of_copy(sheet, first) if sheet else None
    if sheet is None or reader is None:
        return
    found = found_in_draft(sheet, reader, draft, file_name)
    hits = tuple(each for each in found if each.where != ATTACHED)  # that was read by itself
    if hits:
        raise MustNotGo({each.id: hits for each in copies})


def refuse_where_it_goes(database: Database, copy: CopyLine, where_to: str) -> None:
    """See that a new place to send a copy to is not kept from its reader, as far as known here.

    Raises: MustNotGoThere.
    """
    with database.reading() as connection:
        sheet = _sheet(connection, copy)
    reader = sheet and reader_of_copy(sheet, replace(copy, where_to=where_to))
    if sheet is not None and reader and found_where_it_goes(sheet, reader):
        raise MustNotGoThere({})


def found_in(
    database: Database, copies: Sequence[CopyLine], known: Known | None = None,
    breathe: Callable[[], None] = lambda: None,
) -> dict[str, tuple[Hit, ...]]:  # fmt: skip
    """What stands in which of these copies, where this laptop holds what must be known for it.

    With `known` only those are read for which something else is looked for than the last time.
    """
    with database.reading() as connection:
        if not reach_of(connection).sees_whole_reviews:
            return {}
        sheets = {each.review_id: _sheet(connection, each) for each in copies}
        read = {each.id: _pages(connection, each) for each in copies}
    found: dict[str, tuple[Hit, ...]] = {}
    for copy in copies:
        sheet, pages = sheets[copy.review_id], read[copy.id]
        if sheet is None or pages is None or not _is_new(sheet, copy, known):
            continue
        hits = found_again(sheet, copy, pages)
        if hits:
            found[copy.id] = hits
        breathe()
    return found


def hold_found(desk: Desk, found: Finds) -> None:
    """Hold these copies, so that business support sees it too."""
    if not found:
        return
    today, me = desk.today(), desk.me.id

    def act(session: "Session") -> None:
        from models.holding import hold

        for copy_id, hits in found.items():
            hold(session, copy_id, held_words(hits), today, me)

    desk.save(act)


def held_words(hits: Sequence[Hit]) -> str:
    """Say why a copy is held, without a word of what must not be told."""
    if is_where_it_goes(hits):
        return _("the place it goes to is kept from this person, or they share it with somebody.")
    return _("something in it is now kept from this person.")


def _sheet(connection: Connection, copy: CopyLine) -> ReviewSheet | None:
    if not copy.review_id:
        return None
    try:
        return read_review(connection, copy.review_id)
    except LookupError:  # a part of a review, as business support holds it
        return None


def _pages(connection: Connection, copy: CopyLine) -> bytes | None:
    try:
        return read_pages(connection, copy.id)[0]
    except (LookupError, PagesNotHere):
        return None


def _is_new(sheet: ReviewSheet, copy: CopyLine, known: Known | None) -> bool:
    """Whether something else is looked for in a copy than the last time, or goes elsewhere."""
    if known is None:
        return True
    looked_for: tuple[Secret, ...] = looked_for_in(sheet, copy)
    mark = hash((looked_for, copy.where_to, sheet.disclosure_answers, sheet.people))
    if known.get(copy.id) == mark:
        return False
    known[copy.id] = mark
    return True
