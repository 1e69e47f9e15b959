"""A print run that a paper jam or a crash cannot spoil: nothing printed twice, nothing missed.

What came out is noted in the record, as steps of the copies; on this laptop stands only which
sets the run has and how far the printer was given them: ids and numbers, no words.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from models.plain_reading import Connection
from models.problems import N_, Problem
from models.sending_queue import CopyLine, CopyState, read_copies
from models.sending_steps import Step

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FACT: Final = "print_run"


class RunIsOpen(Problem):
    """A run is begun while another has not ended."""

    what = N_("A print run on this laptop has not ended yet.")
    kept = N_("Nothing was printed.")
    next = N_("Say which sheet came out last, go on with that run or end it, then begin again.")


class NotToPrint(Problem):
    """A copy of a run is printed already, withdrawn, or waits for a second look."""

    what = N_("Something in this run is not waiting to be printed any more.")
    kept = N_("Nothing was printed.")
    next = N_("Look at the list again, and print what is there now.")


@dataclass(frozen=True)
class SetToPrint:
    """The copies that one person gets for one child, in order, and how many sheets they take."""

    copy_ids: tuple[str, ...]
    sheets: int


@dataclass(frozen=True)
class LastSheet:
    """The sheet that came out last: of which set, and which of its sheets, both from 1."""

    set_number: int
    sheet: int


NOTHING_YET: Final = LastSheet(1, 0)


@dataclass(frozen=True)
class PrintRun:
    """How far a run is. `given` sets went to the printer; `last` is the sheet known to be out."""

    id: str
    sets: tuple[SetToPrint, ...]
    given: int = 0
    last: LastSheet = NOTHING_YET

    @property
    def out(self) -> int:
        """How many sets came out whole."""
        number, sheet = self.last.set_number, self.last.sheet
        return number if sheet == self.sets[number - 1].sheets else number - 1

    @property
    def is_in_doubt(self) -> bool:
        """Whether the printer was given more than is known to have come out."""
        return self.given > self.out

    @property
    def is_done(self) -> bool:
        """Whether every set came out."""
        return self.out == len(self.sets)


@dataclass(frozen=True)
class LeftSet:
    """A set that is still to come: its number in the run, and the sheet to go on from, from 1.

    One that `begins_again` had sheets out, and holds fewer copies now: those are to be destroyed.
    """

    number: int
    copy_ids: tuple[str, ...]
    from_sheet: int = 1
    begins_again: bool = False


def begin_run(session: "Session", sets: Sequence[SetToPrint]) -> PrintRun:
    """Begin a run of these sets, each for one person and one child.

    Raises: RunIsOpen, NotToPrint.
    """
    from models.council import LaptopFact
    from models.record import Refused, new_id

    if session.get(LaptopFact, _FACT) is not None:
        raise RunIsOpen
    ids = [each for one in sets for each in one.copy_ids]
    if not ids or len(set(ids)) != len(ids) or any(one.sheets < 1 for one in sets):
        raise Refused("a run has sets, each copy is in one, and each has sheets")
    copies = _copies(_plain(session), ids)
    if any(copies[each].state is not CopyState.TO_PRINT for each in ids):
        raise NotToPrint
    for one in sets:
        if len({(copies[each].case_id, copies[each].reader) for each in one.copy_ids}) > 1:
            raise Refused("a set is for one reader and one child")
    run = PrintRun(new_id(), tuple(sets))
    session.add(LaptopFact(name=_FACT, value=_written(run)))
    session.flush()
    return run


def open_run(connection: Connection) -> PrintRun | None:
    """The run that has not ended, with what is known of it; after a crash it is still there."""
    row = connection.execute("select value from laptop_fact where name = ?", (_FACT,)).fetchone()
    return None if row is None else _read(json.loads(row[0]))


def sets_left(connection: Connection) -> tuple[LeftSet, ...]:
    """What is still to be printed, as the record stands now, beginning where the printer stopped.

    What was printed elsewhere, withdrawn or replaced in the meantime is left out.
    """
    run = open_run(connection)
    if run is None:
        return ()
    copies = _copies(connection, [each for one in run.sets for each in one.copy_ids])
    left: list[LeftSet] = []
    for number, one in enumerate(run.sets[run.out :], start=run.out + 1):
        kept = tuple(each for each in one.copy_ids if _is_to_print(copies.get(each)))
        begun = run.last.sheet if number == run.last.set_number else 0
        if kept == one.copy_ids:
            left.append(LeftSet(number, kept, begun + 1))
        elif kept:
            left.append(LeftSet(number, kept, begins_again=begun > 0))
    return tuple(left)


def give_to_printer(session: "Session", set_number: int) -> None:
    """Note that the printer gets the sets up to this one; committed before it does."""
    from models.record import Refused

    run = _open(session)
    if not run.out < set_number <= len(run.sets):
        raise Refused("no such set is left in this run")
    _keep(session, replace(run, given=max(run.given, set_number)))


def note_last_sheet(session: "Session", last: LastSheet, on: date, by: str) -> tuple[str, ...]:
    """Note that everything up to this sheet came out; the rest of what was given did not.

    Gives the ids of copies that came out and are not to be sent, because they were withdrawn,
    replaced or printed elsewhere since: their sheets are to be destroyed. The run ends with its
    last sheet.
    """
    from models.record import Refused
    from models.sending import NewStep, note_step

    run = _open(session)
    before = (run.last.set_number, run.last.sheet)
    is_a_sheet = 1 <= last.set_number <= max(run.given, 1) and (
        0 <= last.sheet <= run.sets[last.set_number - 1].sheets
    )
    if not is_a_sheet or (last.set_number, last.sheet) < before:
        raise Refused("that sheet was not given to the printer, or is out already")
    now = replace(run, last=last)
    ids = [each for one in run.sets[run.out : now.out] for each in one.copy_ids]
    copies = _copies(_plain(session), ids)
    to_note = [each for each in ids if _is_to_print(copies.get(each))]
    for each in to_note:
        note_step(session, each, NewStep(Step.PRINTED, on, run_id=run.id), by)
    _keep(session, replace(now, given=now.out))
    if now.is_done:
        end_run(session)
    return tuple(each for each in ids if each not in to_note)


def note_given_came_out(session: "Session", on: date, by: str) -> tuple[str, ...]:
    """Note that everything the printer was given came out."""
    run = _open(session)
    if not run.is_in_doubt:
        return ()
    return note_last_sheet(session, LastSheet(run.given, run.sets[run.given - 1].sheets), on, by)


def end_run(session: "Session") -> None:
    """End the run; what did not come out is still waiting to be printed."""
    from models.council import LaptopFact

    fact = session.get(LaptopFact, _FACT)
    if fact is not None:
        session.delete(fact)
        session.flush()


def _open(session: "Session") -> PrintRun:
    from models.record import Refused

    session.flush()
    run = open_run(_plain(session))
    if run is None:
        raise Refused("no run is open")
    return run


def _keep(session: "Session", run: PrintRun) -> None:
    from models.council import LaptopFact

    session.get_one(LaptopFact, _FACT).value = _written(run)
    session.flush()


def _plain(session: "Session") -> Connection:
    from models.sending import plain_connection

    return plain_connection(session)


def _copies(connection: Connection, ids: Sequence[str]) -> dict[str, CopyLine]:
    """These copies as they stand, with all versions of each beside them."""
    wanted = (
        "paper_copy.case_id in (select case_id from paper_copy "
        "where id in (select value from json_each(?)))"
    )
    found = read_copies(connection, wanted, (json.dumps(list(ids)),))
    return {each.id: each for each in found if each.id in set(ids)}


def _is_to_print(copy: CopyLine | None) -> bool:
    return copy is not None and copy.state is CopyState.TO_PRINT


def _written(run: PrintRun) -> dict[str, object]:
    return {
        "id": run.id,
        "sets": [[one.sheets, *one.copy_ids] for one in run.sets],
        "given": run.given,
        "last": [run.last.set_number, run.last.sheet],
    }


def _read(kept: dict[str, object]) -> PrintRun:
    sets, last = kept["sets"], kept["last"]
    if not isinstance(sets, list) or not isinstance(last, list):
        raise TypeError("a print run is kept as lists")
    return PrintRun(
        str(kept["id"]),
        tuple(SetToPrint(tuple(ids), sheets) for sheets, *ids in sets),
        int(str(kept["given"])),
        LastSheet(*last),
    )
