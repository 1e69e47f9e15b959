"""A copy made ready to be released: its finished file, read again against its reader."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from letters.copies import Document, MadeCopy, PaperCopyWords, copy_of
from letters.disclosure.checking import check
from letters.disclosure.codes import drawn_codes
from letters.disclosure.hit import Hit
from letters.disclosure.looked_for import secrets_for
from letters.letter import Letter
from letters.out.word import docx_of
from letters.where_it_goes import found_where_it_goes
from models.document_kind import DocumentKind
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from models.rules.deadlines import after_completion
from models.rules.timescales import DECISIONS_SENT, LETTER_SENT, RECORD_SENT
from models.rules.working_days import BeyondCalendar, WorkingDays

_SENT_BY = {
    DocumentKind.DECISIONS: DECISIONS_SENT.id,
    DocumentKind.MINUTES: RECORD_SENT.id,
    DocumentKind.LETTER: LETTER_SENT.id,
}


@dataclass(frozen=True)
class CheckedCopy:
    """The finished file, all that was found in it, and what nobody has answered for yet.

    `format` is "pdf" or "docx", and `data` the file that goes out. `due_on` is the last day for
    sending it; None before the meeting was held.
    """

    made: MadeCopy
    hits: tuple[Hit, ...]
    unanswered: tuple[Hit, ...]
    format: str = "pdf"
    data: bytes = field(default=b"", repr=False)
    due_on: date | None = None


def ready_copy(  # noqa: PLR0913 what a copy is made of, and what it follows
    sheet: ReviewSheet,
    kind: str,
    reader: Reader,
    today: date,
    calendar: WorkingDays,
    *,
    before: PaperCopyWords | None = None,
    reason: str = "",
) -> CheckedCopy:
    """Make the finished file of this reader's copy, and search it for what they must not find.

    Raises: LetterHasGaps for a letter that lacks something; what letters.copies.copy_of raises.
    """
    earlier = replace(before, reason=reason or before.reason) if before else None
    made = copy_of(sheet, kind, reader, today, before=earlier)
    data, media = made.rendered.pdf, "pdf"
    if reader.as_word:
        data, media = docx_of(made.document), "docx"
        made = replace(made, file_name=made.file_name.removesuffix(".pdf") + ".docx")
    hits = check(
        data, media, made.file_name, secrets_for(sheet, reader, sheet.making.other_children),
        codes=drawn_codes(made.document), address_lines=_address(made.document),
    )  # fmt: skip
    hits = (*hits, *found_where_it_goes(sheet, reader))
    waiting = not_answered(sheet, reader, kind, hits)
    return CheckedCopy(made, hits, waiting, media, data, _due_on(sheet, kind, calendar))


def not_answered(
    sheet: ReviewSheet, reader: Reader, kind: str, hits: Sequence[Hit]
) -> tuple[Hit, ...]:
    """The finds of this reader's paper for which nobody has said why they may stand."""
    answered = {
        each.hit
        for each in sheet.disclosure_answers
        if each.reader == reader.key and each.document == str(kind)
    }
    return tuple(each for each in hits if each.key not in answered)


def _address(document: Document) -> tuple[str, ...] | None:
    """What may show in the window of the envelope, for a letter that is posted in one."""
    if isinstance(document, Letter) and document.setting.address:
        return document.setting.address
    return None


def _due_on(sheet: ReviewSheet, kind: str, calendar: WorkingDays) -> date | None:
    if sheet.completed_on is None:
        return None
    try:
        limits = after_completion(sheet.completed_on, calendar)
    except BeyondCalendar:
        return None
    return limits.get(_SENT_BY.get(DocumentKind(kind), ""))
