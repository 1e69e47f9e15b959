"""The papers of the played review for grown-ups: a cut copy, and what calls to a meeting."""

from collections.abc import Iterator
from typing import Final

from letters.copies import copy_of
from letters.out.word import docx_of
from models.convening_list import invitation_list, read_convened
from models.convening_queue import ToDo, to_convene
from models.document_kind import DocumentKind, copy_file_name
from models.people import Role
from models.plain_reading import Connection
from models.readers_of_papers import readers
from models.reading_a_review import read_review
from models.sending import copy_pages
from models.sending_queue import copies_of
from ui.convening.making_papers import PapersWanted, make_calendars, make_papers
from ui.desk import Desk

Papers = Iterator[tuple[str, bytes]]
CUT_FOR: Final = "parent_with_pr"
CALLED: Final = frozenset({ToDo.INVITE, ToDo.FORMS_BACK})


def cut_copy(connection: Connection, review_id: str, desk: Desk) -> Papers:
    """The parent's copy of the record as it was released, and the same as a Word file."""
    released = copies_of(connection, review_id)
    wanted = next(
        each for each in released
        if each.role == CUT_FOR and each.kind == DocumentKind.MINUTES
    )  # fmt: skip
    yield copy_file_name("copy", review_id), copy_pages(connection, wanted.id)
    sheet = read_review(connection, review_id)
    reader = next(each for each in readers(sheet) if each.key == wanted.reader)
    made = copy_of(sheet, wanted.kind, reader, desk.today())
    yield copy_file_name("copy", review_id, "docx"), docx_of(made.document)


def call_to_a_meeting(connection: Connection, desk: Desk) -> Papers:
    """An invitation and a calendar entry for a parent, of a review whose list is in."""
    line = next(
        each for each in to_convene(connection, desk.me.id, desk.today(), desk.calendar)
        if each.to_do in CALLED
    )  # fmt: skip
    convened = read_convened(connection, line.review.id)
    if convened is None:
        raise LookupError(line.review.id)
    lines = invitation_list(connection, convened)
    parent = next(each for each in lines if each.role == Role.PARENT)
    wanted = PapersWanted(
        read_review(connection, convened.id), lines, "", desk.today(), desk.calendar,
        stamped=desk.now(), readers=frozenset({parent.reader}),
    )  # fmt: skip
    for made in (make_papers(wanted), make_calendars(wanted)):
        for paper in made.may_leave[:1]:
            yield paper.file_name, paper.data
