"""Holds a released copy that must not go as it is, and lets it go when the chair says why."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from models.issuing import NoReason
from models.paper_copy import Delivery, PaperCopy
from models.recipient import DisclosureAnswer
from models.record import Refused
from models.sending import line_of
from models.sending_queue import CopyState
from models.sending_steps import Step


def hold(session: Session, copy_id: str, why: str, on: date, by: str) -> str | None:
    """Note that a copy which waits must not go, so that every laptop says so; gives the step's id.

    Nothing is noted for one that is held already, or that waits no more.
    """
    copy = session.get(PaperCopy, copy_id)
    if copy is None:
        raise Refused("no copy with that id")
    line = line_of(session, copy_id)
    if not line.is_waiting or line.state is CopyState.STOPPED:
        return None
    return _note(session, copy, Step.STOPPED, why, on, by)


def let_go(
    session: Session, copy_id: str, finds: Sequence[str], why: str, on: date, by: str
) -> str:
    """Answer why what was found may stand, and let the copy go on; a second look is due again.

    `finds` are the keys of what was found. Raises: NoReason; Refused for a copy that is not held.
    """
    copy = session.get(PaperCopy, copy_id)
    if copy is None or line_of(session, copy_id).state is not CopyState.STOPPED:
        raise Refused("this copy is not held")
    if not why.strip():
        raise NoReason
    for key in finds:
        session.add(
            DisclosureAnswer(
                authority_id=copy.authority_id, case_id=copy.case_id, review_id=copy.review_id,
                reader=copy.reader, document=copy.kind, hit=key, why=why.strip(),
            )
        )  # fmt: skip
    return _note(session, copy, Step.CHECKED, why, on, by)


def _note(session: Session, copy: PaperCopy, step: Step, why: str, on: date, by: str) -> str:
    delivery = Delivery(
        authority_id=copy.authority_id, case_id=copy.case_id, copy_id=copy.id, step=step,
        on=on, by=by, note=why.strip(),
    )  # fmt: skip
    session.add(delivery)
    session.flush()
    return delivery.id
