"""Calling a review together: each act is one change of the record, by whoever convenes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final  # Any: a field may hold a day, a mark or words

from sqlalchemy import select

from models.convening import Convening, Invitation, ReturnedForm
from models.convening_on_sheet import THE_CHILD, TOLD_CANCELLED, InviteAnswer, Invited, told_of
from models.one_of_review import one_of_review
from models.open_review import OpenReview
from models.people import Attendance, Person
from models.problems import N_, Problem
from models.record import Refused
from models.rules.forms import FORMS, childs_form, usual_form
from models.sending_steps import SendingWay
from models.wishes import Way

PDF, PNG = "application/pdf", "image/png"
MOST_SCAN_MB: Final = 10
MOST_SCAN_BYTES: Final = MOST_SCAN_MB * 1_000_000
_OF_ATTENDANCE: Final = frozenset({"invited", "not_invited_why"})
_OF_FORM: Final = frozenset({"room", "travel", "access_needs", "interpreter", "risk"})


class ListNotComplete(Problem):
    """Of somebody on the list it is not said why they are not invited."""

    what = N_("Of somebody on the list it is not said why they are not invited.")
    kept = N_("Everything that was written is kept.")
    next = N_("Write beside each one who is not invited why not, then try again.")


class NeedsWhy(Problem):
    """Something was to be done that needs a reason."""

    what = N_("This needs a reason, so that the social worker knows what to do.")
    kept = N_("Nothing was changed.")
    next = N_("Write why, then try again.")


class RemindedTwice(Problem):
    """The social worker was reminded twice already."""

    what = N_("The social worker was reminded twice already.")
    kept = N_("Both reminders are kept.")
    next = N_("Put the list in when it comes, or hand the review back to the social worker.")


class NothingCameBack(Problem):
    """A form was to be noted as back with neither words nor a scan."""

    what = N_("There are neither words nor a scan of this form.")
    kept = N_("Nothing was changed.")
    next = N_("Type what it says, or attach a scan of it.")


class ScanTooLarge(Problem):
    """A scan is larger than the record takes."""

    what = N_("This scan is larger than {most} MB.")
    kept = N_("Nothing was changed.")
    next = N_("Scan it again with a lower resolution, or type what it says.")


class NotAScan(Problem):
    """A file is neither a PDF nor a picture."""

    what = N_("This file is neither a PDF nor a picture.")
    kept = N_("Nothing was changed.")
    next = N_("Attach a PDF, PNG or JPEG.")


@dataclass(frozen=True)
class CameBack:
    """What came back of a form: its words, or a scan, or both. `media` is PDF or PNG."""

    back_on: date
    way: str = ""
    words: str = ""
    media: str = ""
    scan: bytes = field(default=b"", repr=False)


def put_convening(review: OpenReview, name: str, words: str) -> None:
    """Write one field of the convening form that is words."""
    if name not in _OF_FORM:
        raise Refused("that is not written in the convening form")
    _set(_form(review), name, words)


def list_is_in(review: OpenReview, on: date) -> None:
    """Note that the invitation list is here and complete (T22).

    Raises: ListNotComplete while it is not said of somebody why they are not invited.
    """
    unsaid = select(Attendance.id).where(
        Attendance.review_id == review.review.id,
        Attendance.invited.is_(False),
        Attendance.not_invited_why == "",
        Attendance.removed_at.is_(None),
    )
    if review.session.scalars(unsaid).first() is not None:
        raise ListNotComplete
    form = _form(review)
    form.list_in_on, form.handed_back_on, form.handed_back_why = on, None, ""


def list_is_not_in(review: OpenReview) -> None:
    """Take back that the invitation list is here."""
    _form(review).list_in_on = None


def note_reminder(review: OpenReview, on: date) -> None:
    """Note that the social worker was reminded, the first or the second time.

    Raises: RemindedTwice. Source: domain reference 7.1.
    """
    form = _form(review)
    if form.reminded_again_on is not None:
        raise RemindedTwice
    _set(form, "reminded_again_on" if form.reminded_on else "reminded_on", on)


def take_back_reminder(review: OpenReview) -> None:
    """Take back the last reminder that was noted."""
    form = _form(review)
    _set(form, "reminded_again_on" if form.reminded_again_on else "reminded_on", None)


def hand_back(review: OpenReview, why: str, on: date) -> None:
    """Hand a review back to the social worker, who has to arrange it: we cannot convene.

    Raises: NeedsWhy. Source: domain reference 7.1 (two reminders, then they do not convene).
    """
    if not why.strip():
        raise NeedsWhy
    form = _form(review)
    form.handed_back_on, form.handed_back_why = on, why.strip()


def take_back_handing_back(review: OpenReview) -> None:
    """Convene a review after all that was handed back."""
    form = _form(review)
    form.handed_back_on, form.handed_back_why = None, ""


def cancel(review: OpenReview, on: date) -> None:
    """Note that the meeting as invited to does not take place; its limit stands."""
    _set(_form(review), "cancelled_on", on)


def take_back_cancelling(review: OpenReview) -> None:
    """Let the meeting take place after all."""
    _set(_form(review), "cancelled_on", None)


def put_invitation(review: OpenReview, reader: str, name: str, value: Any) -> None:
    """Set one field of somebody's line on the list, invited or not among them.

    Raises: Refused for a field that nobody sets, or a form or way that is not known.
    """
    if name in _OF_ATTENDANCE and reader != THE_CHILD:
        _set(review.attendance_of(reader), name, value)
        review.session.flush()
        return
    known = {"form": {"", *FORMS}, "invited_way": {"", *SendingWay}, "answer": {*InviteAnswer}}
    if name not in Invitation.TYPED or value not in known.get(name, {value}):
        raise Refused("that is not set in a line of the invitation list")
    if name == "invited_on":
        _note_invited(review, reader, value)
    else:
        _set(_invitation(review, reader), name, value)
    review.session.flush()


def note_invited(review: OpenReview, readers: Iterable[str], on: date | None) -> None:
    """Note on which day these were invited, to what stands now; or take it back."""
    for reader in readers:
        _note_invited(review, reader, on)
    review.session.flush()


def put_back(review: OpenReview, lines: Iterable[Invited]) -> None:
    """Let these have been invited, told and sent their forms as it stood before."""
    for line in lines:
        begun = _invitation(review, line.reader)
        for name in ("invited_on", "told", "told_on", "told_time", "form_sent_on"):
            _set(begun, name, getattr(line, name))
    review.session.flush()


def note_told_cancelled(review: OpenReview, readers: Iterable[str]) -> None:
    """Note that these know that the meeting does not take place."""
    for reader in readers:
        _set(_invitation(review, reader), "told", TOLD_CANCELLED)
    review.session.flush()


def _note_invited(review: OpenReview, reader: str, on: date | None) -> None:
    line, own = _invitation(review, reader), review.review
    place = "" if line.hide_place else own.place
    _set(line, "invited_on", on)
    _set(line, "told_on", own.booked_on if on else None)
    _set(line, "told_time", own.booked_time if on else "")
    _set(line, "told", told_of(own.booked_on, own.booked_time, place) if on else "")


def note_forms_sent(review: OpenReview, readers: Iterable[str], on: date | None) -> None:
    """Note on which day these were sent their forms, or take it back."""
    for reader in readers:
        _set(_invitation(review, reader), "form_sent_on", on)
    review.session.flush()


def note_form_back(review: OpenReview, reader: str, came: CameBack) -> str:
    """Keep a form that came back: its words as typed, or a scan of it. Gives its id.

    Raises: NothingCameBack, ScanTooLarge, NotAScan.
    """
    if not came.words.strip() and not came.scan:
        raise NothingCameBack
    if len(came.scan) > MOST_SCAN_BYTES:
        raise ScanTooLarge(values={"most": str(MOST_SCAN_MB)})
    if came.scan and came.media not in {PDF, PNG}:
        raise NotAScan
    line = _invitation(review, reader)
    made = ReturnedForm(
        authority_id=review.review.authority_id,
        case_id=review.review.case_id,
        review_id=review.review.id,
        reader=reader,
        form=line.form,
        back_on=came.back_on,
        way=came.way,
        words=came.words,
        media_type=came.media if came.scan else "",
        digest=hashlib.sha256(came.scan).hexdigest() if came.scan else "",
        scan=came.scan or None,
    )
    review.session.add(made)
    _set(line, "form_back_on", came.back_on)
    review.session.flush()
    return made.id


def take_out_form(review: OpenReview, returned_id: str) -> None:
    """Remove a form that was noted as back by mistake; its day goes with the last of them."""
    form = _returned(review, returned_id)
    form.remove(review.session.info["by"], review.session.info["at"])
    review.session.flush()
    others = select(ReturnedForm.id).where(
        ReturnedForm.review_id == review.review.id,
        ReturnedForm.reader == form.reader,
        ReturnedForm.removed_at.is_(None),
    )
    if review.session.scalars(others).first() is None:
        _set(_invitation(review, form.reader), "form_back_on", None)


def take_in(review: OpenReview, returned_id: str, words: str, on: date) -> None:
    """Take words of a form into the review: the child's as their own, others' as their views.

    `words` are those that the chair chose; for the child just as they stand on the form.
    """
    if not words.strip():
        raise Refused("there are no words to take in")
    form = _returned(review, returned_id)
    if form.reader == THE_CHILD:
        review.add_wish(words, way=Way.WROTE, heard_on=form.back_on)
    else:
        told = review.attendance_of(form.reader)
        told.views = "\n\n".join(part for part in (told.views.strip(), words.strip()) if part)
        told.sent_views = told.consulted = True
    form.taken_in_on = on
    review.session.flush()


def note_calendar(review: OpenReview, said: str) -> int:
    """Keep what the calendar entry says, a digest. Gives its SEQUENCE: one more where it moved."""
    form = _form(review)
    if form.calendar_said and form.calendar_said != said:
        form.calendar_sequence += 1
    _set(form, "calendar_said", said)
    review.session.flush()
    return form.calendar_sequence


def _form(review: OpenReview) -> Convening:
    return one_of_review(review, Convening)


def _invitation(review: OpenReview, reader: str) -> Invitation:
    """Somebody's line, begun with the form that is usual for them."""
    found = review.session.scalars(
        select(Invitation).filter_by(review_id=review.review.id, reader=reader)
    ).first()
    if found is not None and found.removed_at is None:
        return found
    form = _usual_form(review, reader)
    line = one_of_review(review, Invitation, reader=reader)
    line.form = form
    return line


def _usual_form(review: OpenReview, reader: str) -> str:
    if reader == THE_CHILD:
        on = review.review.booked_on or review.review.due_on
        return childs_form(review.child.born_on, on) if on else ""
    person = review.session.get(Person, reader)
    if person is None or person.child_id != review.review.child_id:
        raise Refused("nobody of this child with that id")
    return usual_form(person.role, has_responsibility=person.parental_responsibility)


def _returned(review: OpenReview, returned_id: str) -> ReturnedForm:
    found = review.session.get(ReturnedForm, returned_id)
    if found is None or found.review_id != review.review.id:
        raise Refused("no form of this review with that id")
    return found


def _set(record: Any, name: str, value: Any) -> None:  # any mapped class of these
    if getattr(record, name) != value:
        setattr(record, name, value)
