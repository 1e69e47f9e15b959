"""What changed between one reader's earlier copy of a paper and the one they get now."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """What became of a line."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Change:
    """One line that is new, reads otherwise, or is gone, and the heading it stands under.

    `now` is empty for what is gone, and `before` for what is new.
    """

    how: How
    heading: str
    before: str
    now: str


def what_changed(before: str, now: str, gone: Sequence[str] = ()) -> tuple[Change, ...]:
    """What this reader's copy says now that the earlier one did not, line by line.

    `gone` are the words that are left out for this reader today: what they were said in before
    is passed over in silence.
    """
    raise NotImplementedError
