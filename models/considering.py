"""What the chair says at the end: what became of a matter of law, and a right gone through."""

from datetime import date

from models.considered import MatterConsidered
from models.one_of_review import one_of_review
from models.open_review import OpenReview
from models.record import Refused
from models.review import RightExplained
from models.rules.rights import RIGHTS
from models.rules.schedule7 import SCHEDULE_7, Considered


def consider(review: OpenReview, matter: str, state: str, words: str = "") -> None:
    """Say what became of one matter of Schedule 7; no state takes back what was said.

    Raises: Refused for a matter or a state that there is not.
    """
    if matter not in SCHEDULE_7 or state not in {"", *Considered}:
        raise Refused("no such matter of law, or nothing that can become of it")
    said = one_of_review(review, MatterConsidered, matter=matter)
    said.state, said.words = str(state), words
    review.session.flush()


def go_through_right(
    review: OpenReview, right: str, *, done: bool, note: str = "", on: date | None = None
) -> None:
    """Tick one line of the rights checklist, or say why not; `on` is the day it was done.

    Raises: Refused for a right that is not on the checklist.
    """
    if right not in RIGHTS:
        raise Refused("no such right")
    line = one_of_review(review, RightExplained, right=right)
    line.done, line.note, line.on = done, note, on if done else None
    review.session.flush()
