"""Takes an import plan into the record, a hundred children to each commit."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from models.case_list.bounds import ImportStopped
from models.case_list.comparing import ChildUpdate
from models.case_list.owner import Owner
from models.case_list.plan import ImportPlan
from models.case_list.reading import UNWATCHED, Watch
from models.case_list.taking import Taker
from models.database import Database
from models.rules.working_days import WorkingDays

CHILDREN_IN_ONE_COMMIT = 100
T = TypeVar("T")


@dataclass(frozen=True)
class ImportResult:
    """What was taken: how many children are new, and how many were brought up to date."""

    added: int = 0
    changed: int = 0
    was_stopped: bool = False


def apply_plan(
    database: Database,
    owner: Owner,
    plan: ImportPlan,
    calendar: WorkingDays,
    accepted: Collection[str] = (),
    watch: Watch = UNWATCHED,
) -> ImportResult:
    """Take the new children and the changes of a plan.

    `accepted` names, by the council's identifier, the children whose changed birth date,
    status, name or care a person has looked at. Stopped, it keeps what was taken so far,
    and importing again goes on from there.

    Raises: what `Database.saving` raises.
    """
    wanted = [each for each in plan.updates if each.quiet or each.line.identifier in accepted]
    batches = _Batches(database, owner, calendar, watch, len(plan.new) + len(wanted))

    def take_change(taker: Taker, update: ChildUpdate) -> bool:
        return taker.change(update, update.line.identifier in accepted)

    added = changed = 0
    try:
        for taken in batches.take(plan.new, Taker.add):
            added += taken
        for taken in batches.take(wanted, take_change):
            changed += taken
        watch.look(1.0)
    except ImportStopped:
        return ImportResult(added, changed, was_stopped=True)
    return ImportResult(added, changed)


@dataclass
class _Batches:
    """Children in batches, each its own commit; between two of them a person may stop."""

    database: Database
    owner: Owner
    calendar: WorkingDays
    watch: Watch
    total: int
    done: int = 0

    def take(self, things: Sequence[T], one: Callable[[Taker, T], bool]) -> Iterator[int]:
        """Give how many of each batch were really taken, when they are in the record."""
        for start in range(0, len(things), CHILDREN_IN_ONE_COMMIT):
            self.watch.look(self.done / self.total)
            batch = things[start : start + CHILDREN_IN_ONE_COMMIT]
            with self.database.saving(self.owner.staff_id) as session:
                taker = Taker(session, self.owner, self.calendar)
                taken = sum(one(taker, each) for each in batch)
            self.done += len(batch)
            yield taken
