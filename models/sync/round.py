"""One round of sharing while it is under way: what its parts are given, and what it tells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any  # a request and its answer are JSON

from models.rules.working_days import WorkingDays
from models.sync.greeting import Greeting
from models.sync.link import Link, Stopped
from models.sync.short_rows import asked_shortly, in_full

if TYPE_CHECKING:
    from models.database import Database

Now = Callable[[], datetime]
Progress = Callable[[str, int, int], None]
Stop = Callable[[], bool]


@dataclass
class RoundReport:
    """What one round did: numbers and ids, no words.

    `sent` are batches; `came`, `joined` and `conflicts` rows. `purged` are the cases taken off
    this laptop, `purge_waits` those that are to go once the person has seen it.
    """

    sent: int = 0
    came: int = 0
    joined: int = 0
    conflicts: int = 0
    held: int = 0
    refused: int = 0
    purged: tuple[str, ...] = ()
    purge_waits: tuple[str, ...] = ()
    new_device: bool = False
    recovering: bool = False
    revoked: bool = False
    more_waits: bool = False


@dataclass
class Round:
    """What every part of a round is given."""

    database: "Database"
    link: Link
    now: Now
    calendar: WorkingDays
    progress: Progress
    stop: Stop
    greeting: Greeting
    report: RoundReport = field(default_factory=RoundReport)

    def call(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Ask the shared database; between any two questions the round may be stopped.

        Raises: the Problems of models.sync.link.
        """
        return ask(self.link, self.stop, name, request)


def ask(link: Link, stop: Stop, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
    """Ask one question, unless the round is to stop.

    Raises: Stopped, and the other Problems of models.sync.link.
    """
    if stop():
        raise Stopped
    return in_full(link.call(name, asked_shortly(name, request)))
