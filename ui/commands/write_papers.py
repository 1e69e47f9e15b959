"""`letter`, `decisions` and `minutes`: the same PDF as the window makes, byte for byte."""

import argparse
from pathlib import Path

from letters.giving_out import paper_to_give
from letters.papers import paper
from letters.pdf import LetterHasGaps
from models.atomic_file import write_whole
from models.document_kind import DocumentKind, file_name
from models.issuing import issued_pdf
from models.plain_reading import Connection
from models.problems import N_, Problem
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays
from ui.commands.command_line import PROBLEM, say
from ui.language import _
from ui.record_place import now, open_from_terminal


class ReviewNotFound(Problem):
    """No review in the record is called so."""

    what = N_("There is no such review in your record.")
    kept = N_("Nothing was written.")
    next = N_("Name it by the child's identifier and the review's number, such as W040210/4.")


class CannotWriteThere(Problem):
    """The folder for the paper cannot be written to."""

    what = N_("The PDF could not be written to that folder.")
    kept = N_("The review itself is unchanged.")
    next = N_("Choose a folder that you may write to, with room in it.")


def write_paper(asked: argparse.Namespace) -> int:
    """Write one paper of one review to a folder; gives the exit code."""
    database = open_from_terminal(asked.folder, demo=asked.demo)
    try:
        with database.reading() as connection:
            sheet = read_review(connection, find_review(connection, asked.review))
            kind = DocumentKind(asked.command)
            pdf = _pages(connection, sheet, kind, draft=asked.draft)
    except LetterHasGaps:
        for gap in paper(sheet, kind, now().date(), draft=True).missing:
            say(_("Still needed: {what}").format(what=gap.words))
        raise
    finally:
        database.close()
    written = save_paper(asked.to, sheet, kind, pdf, draft=asked.draft)
    say(_("Written: {file}").format(file=written))
    return 0 if pdf else PROBLEM


def find_review(connection: Connection, words: str) -> str:
    """The id of a review named by its id, or by identifier and number.

    Raises: ReviewNotFound.
    """
    identifier, _slash, number = words.rpartition("/")
    found = connection.execute(
        "select r.id from review r join child c on c.id = r.child_id where r.removed_at is null"
        " and (r.id = ?1 or (c.identifier = ?2 and r.number = cast(?3 as integer)))",
        (words, identifier, number if number.isdecimal() else "-1"),
    ).fetchone()
    if found is None:
        raise ReviewNotFound
    return str(found[0])


def _pages(
    connection: Connection, sheet: ReviewSheet, kind: DocumentKind, *, draft: bool
) -> bytes:
    """The issued pages where there are any, else those that would be issued today.

    Raises: what paper_to_give raises for a letter that may not go out yet.
    """
    issued = sheet.latest_document(kind)
    if issued is not None and not draft:
        return issued_pdf(connection, issued.id)
    today = now().date()
    if draft:
        return paper(sheet, kind, today, draft=True).rendered.pdf
    return paper_to_give(sheet, kind, today, WorkingDays.of_england_and_wales()).rendered.pdf


def save_paper(
    folder: Path, sheet: ReviewSheet, kind: DocumentKind, pdf: bytes, *, draft: bool = False
) -> Path:
    """Write the pages under a name that says nothing of the child; a draft has its own.

    Raises: CannotWriteThere.
    """
    issued = sheet.latest_document(kind)
    version = issued.version + int(draft) if issued else 1
    path = folder / file_name(kind, sheet.id, version, draft=draft)
    make_output_folder(folder)
    try:
        write_whole(path, pdf)
    except OSError as error:
        raise CannotWriteThere from error
    return path


def make_output_folder(folder: Path) -> None:
    """Make the folder for papers, unless it is there.

    Raises: CannotWriteThere.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteThere from error
