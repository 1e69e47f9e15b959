"""The form in a council's record: saved, taken from a file, and put back to how it came."""

from sqlalchemy.orm import Session

from models.broken_form import NEWER, BrokenForm, NewerForm
from models.council import Council
from models.form import MeetingForm, form_of, shipped_form
from models.form_changes import keep_names
from models.form_file import read_form_bytes, read_form_file, written
from models.record import Refused


def save_form(session: Session, council_id: str, form: MeetingForm) -> MeetingForm:
    """Keep this as the council's form; what the one before named is still named. Gives it.

    Raises: BrokenForm if it cannot be used, NewerForm if a newer program made the one there is;
    the form is then as it was.
    """
    council = session.get(Council, council_id)
    if council is None:
        raise Refused("no council with that id")
    _refuse_to_lose_a_newer_one(council.meeting_form)
    whole = keep_names(form, form_of(council.meeting_form))
    text = "" if whole == shipped_form() else written(whole)
    if text:
        read_form_file(text)
    if council.meeting_form != text:
        council.meeting_form = text
    return whole


def _refuse_to_lose_a_newer_one(text: str) -> None:
    try:
        if text:
            read_form_file(text)
    except BrokenForm as failure:
        if failure.reason == NEWER:
            raise NewerForm from None


def take_file(session: Session, council_id: str, data: bytes) -> MeetingForm:
    """Keep the form that a file holds. Gives it.

    Raises: BrokenForm, with the line and the reason.
    """
    return save_form(session, council_id, read_form_bytes(data))


def back_to_shipped(session: Session, council_id: str) -> MeetingForm:
    """Put the form back to how it came; names of the council's own stay known, and hidden."""
    return save_form(session, council_id, shipped_form())
