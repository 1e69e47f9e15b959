"""Reads what a letter for another moment is made from: a review where there is one, or none."""

from dataclasses import fields, replace
from typing import Any  # Any: the fields of a sheet are of many kinds

from models.checked_on_sheet import DocumentOnSheet
from models.form import form_of
from models.people_on_sheet import CouncilOnSheet
from models.plain_reading import Connection, read_all, read_one
from models.reading_a_review import read_care, read_child, read_people, read_review
from models.reading_letters import making_of
from models.review_sheet import ReviewFacts, ReviewSheet
from models.staff_on_sheet import read_staff

ALIVE = "removed_at is null"
_NOTHING: dict[Any, object] = {str: "", bool: False, int: 0}
_NO_LISTS = (
    "sittings", "attendances", "wishes", "notes", "scale_answers", "earlier_scale_answers",
    "decisions", "earlier_decisions", "progress", "step_marks", "rights", "milestones",
    "documents", "earlier_reviews",
)  # fmt: skip


def read_letter_sheet(connection: Connection, letter_id: str) -> ReviewSheet:
    """The sheet of one letter for another moment.

    It is that of the review the letter is about, or of the child's latest review that was held;
    without any, a sheet with nothing but the child, the council and the people. The chair on it
    is the one who writes, the next review is the one that is booked, and its documents are the
    issued versions of this letter.

    Raises: NoSuchLetter.
    """
    making = making_of(connection, letter_id)
    child_id, review_id = connection.execute(
        "select child_id, review_id from child_letter where id = ?", (letter_id,)
    ).fetchone()
    review_id = review_id or latest_held(connection, child_id)
    if review_id:
        sheet = read_review(connection, review_id)
    else:
        sheet = _without_review(connection, child_id)
    return replace(
        _with_next(connection, _from(connection, sheet, making.letter.writer_id)),
        making=making,
        documents=_issued(connection, letter_id),
    )


def latest_held(connection: Connection, child_id: str) -> str | None:
    """The child's latest review that was held: one that is finished before one that is not."""
    row = connection.execute(
        "select id from review where child_id = ? and held_on is not null "  # noqa: S608
        f"and {ALIVE} order by state in ('finished', 'known') desc, number desc limit 1",
        (child_id,),
    ).fetchone()
    return str(row[0]) if row else None


def _without_review(connection: Connection, child_id: str) -> ReviewSheet:
    (authority_id, case_id, iro_id) = connection.execute(
        "select authority_id, case_id, iro_id from child where id = ?", (child_id,)
    ).fetchone()
    council = read_one(
        connection, CouncilOnSheet, "council", "where authority_id = ?", (authority_id,)
    )
    return blank_sheet(
        id="",
        case_id=case_id,
        child_id=child_id,
        chair_id=iro_id,
        chair=read_staff(connection, iro_id),
        council=council,
        form=form_of(council.meeting_form if council else ""),
        child=read_child(connection, child_id),
        people=read_people(connection, child_id),
        **read_care(connection, child_id),
    )


def blank_sheet(**known: Any) -> ReviewSheet:
    """A sheet of no review that holds just what is known."""
    nothing = {field.name: _NOTHING.get(field.type) for field in fields(ReviewFacts)}
    lists: dict[str, Any] = dict.fromkeys(_NO_LISTS, ())
    rest = {"kind": "first", "participation": None, "care_began_on": None, "people": ()}
    return ReviewSheet(**{**nothing, **lists, **rest, **known})


def _from(connection: Connection, sheet: ReviewSheet, writer_id: str) -> ReviewSheet:
    """The sheet with the writer in the chair; a colleague says whose place they take."""
    own_iro = sheet.child.iro_id
    writer = read_staff(connection, writer_id or own_iro)
    covered = read_staff(connection, own_iro).name if writer.id != own_iro else ""
    return replace(sheet, chair=writer, chair_id=writer.id, covering_for=covered)


def _with_next(connection: Connection, sheet: ReviewSheet) -> ReviewSheet:
    """The sheet with the day of the review that is booked, which may since have been moved."""
    row = connection.execute(
        "select booked_on, booked_time, place from review where child_id = ? "  # noqa: S608
        f"and state = 'planned' and booked_on is not null and {ALIVE} order by booked_on limit 1",
        (sheet.child.id,),
    ).fetchone()
    if row is None or sheet.child.booked_on is None:
        return sheet
    _day, time, place = row
    return replace(
        sheet, next_review_on=sheet.child.booked_on, next_review_time=time,
        next_review_place=place,
    )  # fmt: skip


def _issued(connection: Connection, letter_id: str) -> tuple[DocumentOnSheet, ...]:
    rest = f"where letter_id = ? and {ALIVE} order by version, id"
    return read_all(connection, DocumentOnSheet, "document", rest, (letter_id,))
