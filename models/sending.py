"""Notes what becomes of a released copy: looked at, printed, sent, came back, sent again."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from models.held_copies import HeldByAnother, refuse_others_word, refuse_to_take_back
from models.issuing import PagesNotHere, TamperedDocument
from models.paper_copy import Delivery, PaperCopy
from models.papers_sent import note_clocks, take_clocks_back
from models.plain_reading import Connection
from models.problems import N_, Problem
from models.record import Refused
from models.sending_queue import (
    CopyLine,
    CopyState,
    is_printed,
    is_reached,
    one_copy,
    read_pages,
)
from models.sending_queue import queue as queue
from models.sending_steps import SENT, Step


class LookIsMissing(Problem):
    """A copy is to go out that nobody else has looked at."""

    what = N_("A second person has not looked at this copy yet.")
    kept = N_("It is not marked, and nothing was sent.")
    next = N_("Somebody other than who released it looks at it first: right words, right person.")


class OwnLook(Problem):
    """Whoever released a copy wants to be the second person as well."""

    what = N_("The second look is for somebody else than who released this copy.")
    kept = N_("The copy waits as it did.")
    next = N_("Ask a colleague to look at it on their laptop.")


class SayWhy(Problem):
    """Something is noted that needs a few words."""

    what = N_("This needs a few words.")
    kept = N_("Nothing was marked.")
    next = N_("Say why, or who it was given to, then do it again.")


class NotOnThatDay(Problem):
    """The day lies before the release, or in the future."""

    what = N_("A copy cannot go out before it was released, nor on a day to come.")
    kept = N_("Nothing was marked.")
    next = N_("Look at the day again.")


class NotToBeSent(Problem):
    """A withdrawn, replaced or stopped copy is to go out."""

    what = N_("This copy is not to be sent any more.")
    kept = N_("Nothing was marked.")
    next = N_("Look at the list again: it was withdrawn, given back, or a newer version is there.")


class NotSentYet(Problem):
    """Proof, or coming back, of what was not sent."""

    what = N_("This copy has not been sent yet.")
    kept = N_("Nothing was marked.")
    next = N_("Mark it as sent first.")


class NotPrinted(Problem):
    """A copy is to be marked as posted that never came out of a printer."""

    what = N_("This copy has not been printed for this address, so it cannot have been posted.")
    kept = N_("Nothing was marked.")
    next = N_("Print it, or mark it as printed where it was printed elsewhere.")


class NoAddress(Problem):
    """A copy is to be marked as posted or e-mailed, and no address stands on it."""

    what = N_("No address stands on this copy that it could have gone to.")
    kept = N_("Nothing was marked.")
    next = N_("Give it a new address, or hand it over instead.")


class SentAlready(Problem):
    """Where a copy goes is to be changed after it went."""

    what = N_("This copy has been sent already.")
    kept = N_("Nothing was changed.")
    next = N_("Send it again, with the new address.")


class OnlyTheNewest(Problem):
    """An earlier step is to be taken back while later ones stand on it."""

    what = N_("Only the newest step of a copy can be taken back.")
    kept = N_("Nothing was changed.")
    next = N_("Take back the later steps first.")


@dataclass(frozen=True)
class NewStep:
    """One step that is to be noted; see `Delivery`."""

    step: Step
    on: date
    note: str = ""
    address: str = ""
    run_id: str = ""


_NEEDS_WORDS: Final = frozenset(
    {Step.STOPPED, Step.HANDED, Step.RETURNED, Step.SENT_AGAIN, Step.WITHDRAWN}
)
_OUT: Final = SENT | {Step.PRINTED, Step.DRAFTED}
_AFTER_SENDING: Final = frozenset({Step.PROOF, Step.RETURNED, Step.SENT_AGAIN})
_ELSEWHERE: Final = frozenset({Step.NEW_ADDRESS, Step.BY_HAND})
_ENDED: Final = frozenset({CopyState.WITHDRAWN, CopyState.REPLACED, CopyState.STOPPED})


def note_step(session: Session, copy_id: str, new: NewStep, by: str) -> str:
    """Note one step of a copy; gives its id. When the last copy went, the clock is met.

    Raises: HeldByAnother, LookIsMissing, OwnLook, SayWhy, NotOnThatDay, NotToBeSent, NotSentYet,
    NotPrinted, NoAddress, SentAlready.
    """
    copy = session.get(PaperCopy, copy_id)
    if copy is None:
        raise Refused("no copy with that id")
    line = line_of(session, copy_id)
    _refuse(session, line, new, by)
    delivery = Delivery(
        authority_id=copy.authority_id, case_id=copy.case_id, copy_id=copy_id, step=new.step,
        on=new.on, by=by, note=new.note.strip(), address=new.address.strip(), run_id=new.run_id,
    )  # fmt: skip
    session.add(delivery)
    session.flush()
    if new.step in SENT:
        note_clocks(session, copy)
    return delivery.id


def take_back(session: Session, delivery_id: str) -> None:
    """Take the newest step of a copy back, as if it had not been noted.

    Raises: OnlyTheNewest; HeldByAnother, HoldStands for the word that a copy must not go.
    """
    delivery = session.get(Delivery, delivery_id)
    if delivery is None:
        raise Refused("no such step")
    line = line_of(session, delivery.copy_id)
    if line.last is None or line.last.id != delivery_id:
        raise OnlyTheNewest
    by = session.info["by"]
    is_withdrawn = delivery.step == Step.WITHDRAWN and by not in (line.last.maker, line.maker)
    if is_withdrawn:
        raise HeldByAnother
    refuse_to_take_back(line, by)
    copy = session.get_one(PaperCopy, delivery.copy_id)
    if delivery.step in SENT:
        take_clocks_back(session, copy)
    delivery.remove(session.info["by"], session.info["at"])
    session.flush()


def line_of(session: Session, copy_id: str) -> CopyLine:
    """One copy as it stands in the middle of an edit."""
    session.flush()
    return one_copy(plain_connection(session), copy_id)


def plain_connection(session: Session) -> Connection:
    """The plain connection that a session writes on."""
    connection: Connection = session.connection().connection.driver_connection  # type: ignore[assignment]  # SQLAlchemy does not know the driver's type
    return connection


def copy_pages(connection: Connection, copy_id: str) -> bytes:
    """The pages exactly as they were released.

    Raises: PagesNotHere while they have not come to this laptop; TamperedDocument; LookupError.
    """
    pages, digest = read_pages(connection, copy_id)
    if pages is None:
        raise PagesNotHere
    if hashlib.sha256(pages).hexdigest() != digest:
        raise TamperedDocument
    return pages


def _refuse(session: Session, line: CopyLine, new: NewStep, by: str) -> None:
    at = session.info["at"]
    if new.step in _NEEDS_WORDS and not new.note.strip():
        raise SayWhy
    if not line.released_at.astimezone().date() <= new.on <= at.astimezone().date():
        raise NotOnThatDay
    if new.step in (Step.CHECKED, Step.STOPPED) and by == line.maker:
        raise OwnLook
    refuse_others_word(line, new.step, by)
    if new.step in _AFTER_SENDING and line.sent_on is None:
        raise NotSentYet
    if new.step in _OUT:
        _refuse_to_send(line)
    if new.step in _ELSEWHERE:
        _refuse_to_change(line, new)
    if new.step in (Step.POSTED, Step.EMAILED) and not is_reached(line):
        raise NoAddress
    if new.step is Step.POSTED and not is_printed(line):
        raise NotPrinted


def _refuse_to_change(line: CopyLine, new: NewStep) -> None:
    if line.state in (CopyState.SENT, CopyState.RETURNED):
        raise SentAlready
    if line.state in _ENDED:
        raise NotToBeSent
    if new.step is Step.NEW_ADDRESS and not new.address.strip():
        raise NoAddress


def _refuse_to_send(line: CopyLine) -> None:
    if line.state in _ENDED:
        raise NotToBeSent
    if line.state is CopyState.SENT:
        raise SentAlready
    if line.state is CopyState.TO_CHECK:
        raise LookIsMissing
