"""Which copies stand in which list of the place Send: to send, sent lately, came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from models.sending_queue import CopyLine, CopyState, Group, QueueLine

LATELY: Final = timedelta(days=28)  # what comes back by post comes back after a week or two
_GONE: Final = frozenset({CopyState.WITHDRAWN, CopyState.REPLACED})


class Which(StrEnum):
    """The lists, in the order of their chips."""

    TO_SEND = "to_send"
    TO_INVITE = "to_invite"
    SENT = "sent"
    CAME_BACK = "came_back"


@dataclass(frozen=True)
class Listed:
    """One line of a list, with the copies for which it stands there, and all it shows."""

    line: QueueLine
    because_of: tuple[CopyLine, ...]
    copies: tuple[CopyLine, ...]

    @property
    def group(self) -> Group:
        """The group that it stands in."""
        return self.line.group


def listed(
    lines: Sequence[QueueLine], which: Which, today: date, only: CopyState | None = None
) -> tuple[Listed, ...]:
    """The lines of one list, in the order of the queue; `only` the copies in this state."""
    if only is not None:
        these = ((line, line.only(only)) for line in lines)
        return tuple(Listed(line, copies, copies) for line, copies in these if copies)
    found = (Listed(line, _because(line, which, today), _shown(line)) for line in lines)
    return tuple(each for each in found if each.because_of)


def how_many(lines: Sequence[QueueLine], which: Which, today: date) -> int:
    """How many copies a list is about."""
    return sum(len(_because(line, which, today)) for line in lines)


def batch(lines: Sequence[QueueLine], today: date) -> tuple[CopyLine, ...]:
    """What today's run prints: all to print that is due; with nothing due, all that waits."""
    waiting = [each for line in lines for each in line.only(CopyState.TO_PRINT)]
    due = [each for each in waiting if each.due_on is not None and each.due_on <= today]
    return tuple(due or waiting)


def same_person(
    lines: Sequence[QueueLine], copy: CopyLine, state: CopyState
) -> tuple[CopyLine, ...]:
    """The papers of the same person and child that go the same way to the same place."""
    found = (each for line in lines if line.case_id == copy.case_id for each in line.only(state))
    same = (copy.reader, copy.review_id, copy.where_to)
    return tuple(each for each in found if (each.reader, each.review_id, each.where_to) == same)


def _because(line: QueueLine, which: Which, today: date) -> tuple[CopyLine, ...]:
    if which is Which.TO_SEND:
        return tuple(each for each in line.copies if each.is_waiting or each.is_to_destroy)
    if which is Which.CAME_BACK:
        return line.only(CopyState.RETURNED)
    if which is Which.SENT:
        sent = line.only(CopyState.SENT)
        return tuple(each for each in sent if each.sent_on and each.sent_on > today - LATELY)
    return ()


def _shown(line: QueueLine) -> tuple[CopyLine, ...]:
    return tuple(each for each in line.copies if each.state not in _GONE or each.is_to_destroy)
