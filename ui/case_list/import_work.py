"""What an import does away from the window: looking into a file, planning, taking."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from models.case_list.apply import ImportResult, apply_plan
from models.case_list.case_list_file import CaseListFile, open_case_list
from models.case_list.known import known_children
from models.case_list.mapping import ColumnMapping, recognised
from models.case_list.owner import owner_in
from models.case_list.plan import ImportPlan
from models.case_list.reading import Watch
from models.case_list.remembering import remember, remembered
from models.problems import N_, Problem
from ui.background import Work
from ui.desk import Desk

STEPS = 100


class NobodysRecord(Problem):
    """The record has not been begun by anyone."""

    what = N_("This record does not say yet whose it is.")
    kept = N_("Nothing was imported.")
    next = N_("Open Waymark once and give your name and council, then import again.")


@dataclass(frozen=True)
class Looked:
    """A file that was looked into, the mappings kept so far, and the one that fits it."""

    file: CaseListFile
    kept: tuple[ColumnMapping, ...]
    recognised: ColumnMapping | None

    @property
    def first(self) -> ColumnMapping:
        """The mapping to begin with: one that was kept for these headings, or the guess."""
        return self.recognised or self.file.guessed


def look_into(desk: Desk, path: Path) -> Looked:
    """Open a file and find the mapping that fits its headings.

    Raises: NotACaseList and its kinds.
    """
    file = open_case_list(path)
    with desk.database.reading() as connection:
        kept = tuple(remembered(connection))
    return Looked(file, kept, recognised(kept, file.shape.headings))


def make_plan(desk: Desk, looked: Looked, mapping: ColumnMapping, work: Work) -> ImportPlan:
    """Read the whole list and work out what an import would do; keep a mapping with a name.

    Raises: NotACaseList and its kinds, TooManyErrors.
    """
    if mapping.name:
        desk.save(lambda session: remember(session, mapping))
    with desk.database.reading() as connection:
        known = known_children(connection)
    watch = Watch(lambda share: work.step(round(share * STEPS), STEPS))
    return looked.file.plan(mapping, known, desk.today(), watch)


def take(
    desk: Desk, plan: ImportPlan, accepted: Collection[str], stop: Event, work: Work
) -> ImportResult:
    """Take the plan into the record; stopped, it keeps what was taken so far.

    Raises: NobodysRecord, and what saving raises.
    """
    with desk.database.reading() as connection:
        owner = owner_in(connection)
    if owner is None:
        raise NobodysRecord
    watch = Watch(lambda share: work.step(round(share * STEPS), STEPS), stop.is_set)
    return apply_plan(desk.database, owner, plan, desk.calendar, accepted, watch)
