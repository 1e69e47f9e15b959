"""What is known of papers that went out late, as a value of its own."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LateSending:
    """A clock of sending that was met late, and why, as far as somebody said."""

    clock: str
    due_on: date
    met_on: date
    why: str
