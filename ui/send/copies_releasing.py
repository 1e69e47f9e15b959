"""Turns the copies that are ready into released ones, all in one change of the record."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.readers_of_papers import Reader, readers
from models.releasing import NewCopy, release
from models.review_sheet import ReviewSheet
from ui.meeting.meeting import Meeting
from ui.send.copies_standing import CopyStanding, parts_left_out

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def release_all(meeting: Meeting, ready: Sequence[CopyStanding], why_again: str) -> bool:
    """Freeze these copies; gives whether they are on the disk."""
    desk, sheet = meeting.desk, meeting.sheet
    new = [_new(sheet, each, why_again) for each in ready]

    def act(session: "Session") -> None:
        for each in new:
            release(session, sheet.id, each, desk.me.id, desk.now())

    return meeting.save(act)


def wanted_by(every: Sequence[Reader], kind: str) -> int:
    """How many people get this kind of paper, without the council's own file."""
    return sum(each.gets(kind) for each in every if not each.is_file)


def _new(sheet: ReviewSheet, standing: CopyStanding, why_again: str) -> NewCopy:
    copy, reader = standing.copy, standing.reader
    if copy is None:
        raise ValueError("a copy that is not made cannot be released")
    document = sheet.latest_document(standing.kind)
    return NewCopy(
        kind=standing.kind, reader=reader.key, reader_name=reader.name, role=reader.rule.key,
        data=copy.data, words=copy.made.words, way=reader.way, address=reader.address,
        email=reader.email, format=copy.format, language=_language(sheet, standing),
        document_id=document.id if document else None,
        due_on=copy.due_on, left_out=parts_left_out([standing], {}),
        wanted=wanted_by(readers(sheet), standing.kind),
        reason=why_again.strip() if standing.released else "",
        unanswered=tuple(hit.key for hit in copy.unanswered),
    )  # fmt: skip


def _language(sheet: ReviewSheet, standing: CopyStanding) -> str:
    is_letter = standing.kind == "letter"
    return sheet.making.letter.language if is_letter else "en-GB"
