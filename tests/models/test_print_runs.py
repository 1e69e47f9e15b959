"""A print run through jams and crashes: every sheet comes out once, and the record says which."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database
from models.exports.to_folder import write_files
from models.print_runs import (
    NOTHING_YET,
    LastSheet,
    LeftSet,
    NotToPrint,
    PrintRun,
    RunIsOpen,
    SetToPrint,
    begin_run,
    end_run,
    give_to_printer,
    note_given_came_out,
    note_last_sheet,
    open_run,
    sets_left,
)
from models.problems import Problem
from models.record import Refused
from models.sending import NewStep, note_step
from models.sending_queue import CopyState, copies_of
from models.sending_steps import Step
from tests import released, sample

TODAY = sample.NOW.date()
BUSINESS = "019a0000-0000-7000-8000-00000000bea0"


class Desk:
    """Business support at a printer: three people's sets of Sam's papers, and a laptop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database, self.made = sample.open_filled(folder)
        child = released.release(self.database, self.made, "child")
        mum = [released.release(self.database, self.made, "mum", kind=kind)
               for kind in ("decisions", "minutes")]  # fmt: skip
        worker = released.release(self.database, self.made, "worker", way="post")
        self.sets = (
            SetToPrint((child,), 1), SetToPrint(tuple(mum), 3), SetToPrint((worker,), 2)
        )  # fmt: skip

    def crash(self) -> None:
        """Close the laptop in the middle and open it again."""
        self.database.close()
        self.database = Database.open(self.folder, sample.KEY, lambda: sample.NOW, check=False)

    def begin(self) -> PrintRun:
        """Begin the run."""
        with self.database.saving(BUSINESS) as session:
            return begin_run(session, self.sets)

    def give(self, number: int) -> None:
        """Give the printer the sets up to this one."""
        with self.database.saving(BUSINESS) as session:
            give_to_printer(session, number)

    def last(self, set_number: int, sheet: int) -> tuple[str, ...]:
        """Say which sheet came out last."""
        with self.database.saving(BUSINESS) as session:
            return note_last_sheet(session, LastSheet(set_number, sheet), TODAY, BUSINESS)

    def note(self, copy_id: str, step: Step) -> None:
        """Note something of a copy, as elsewhere."""
        with self.database.saving(BUSINESS) as session:
            note_step(session, copy_id, NewStep(step, TODAY, "a reason"), BUSINESS)

    @property
    def run(self) -> PrintRun | None:
        """The run as it stands."""
        with self.database.reading() as connection:
            return open_run(connection)

    @property
    def left(self) -> tuple[LeftSet, ...]:
        """What is still to come."""
        with self.database.reading() as connection:
            return sets_left(connection)

    @property
    def printed(self) -> list[str]:
        """The copies that have a step of being printed, once for each step."""
        with self.database.reading() as connection:
            copies = copies_of(connection, self.made.earlier_review_id)
        return sorted(
            each.id for each in copies for step in each.steps if step.step == Step.PRINTED
        )

    @property
    def all_copies(self) -> list[str]:
        """Every copy of the run."""
        return sorted(each for one in self.sets for each in one.copy_ids)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk with nothing begun."""
    made = Desk(tmp_path / "desk")
    yield made
    made.database.close()


def test_a_run_without_a_jam_is_noted_set_by_set_and_ends_by_itself(desk: Desk) -> None:
    run = desk.begin()
    for number in (1, 2, 3):
        assert desk.left[0] == LeftSet(number, desk.sets[number - 1].copy_ids)
        desk.give(number)
        with desk.database.saving(BUSINESS) as session:
            assert note_given_came_out(session, TODAY, BUSINESS) == ()
    assert desk.printed == desk.all_copies
    assert desk.run is None and desk.left == ()
    with desk.database.reading() as connection:
        copies = copies_of(connection, desk.made.earlier_review_id)
    assert {each.steps[0].run_id for each in copies} == {run.id}
    assert {each.state for each in copies} == {CopyState.TO_HAND, CopyState.TO_POST}


def test_nothing_is_printed_because_the_printer_was_given_it(desk: Desk) -> None:
    desk.begin()
    desk.give(3)
    desk.crash()
    run = desk.run
    assert run is not None and run.is_in_doubt and not run.is_done
    assert desk.printed == []
    assert [each.number for each in desk.left] == [1, 2, 3]


def test_after_a_jam_it_goes_on_from_the_next_sheet(desk: Desk) -> None:
    desk.begin()
    desk.give(3)
    assert desk.last(2, 1) == ()
    assert desk.printed == list(desk.sets[0].copy_ids)
    desk.crash()
    assert desk.left == (
        LeftSet(2, desk.sets[1].copy_ids, from_sheet=2), LeftSet(3, desk.sets[2].copy_ids)
    )  # fmt: skip
    run = desk.run
    assert run is not None and not run.is_in_doubt


@pytest.mark.parametrize("seed", range(8))
def test_through_any_jams_and_crashes_every_sheet_comes_out_once(seed: int, desk: Desk) -> None:
    chance = random.Random(seed)
    tray: list[tuple[int, int]] = []
    desk.begin()
    while desk.run is not None:
        left = desk.left
        upto = chance.choice(left).number
        desk.give(upto)
        sheets = [
            (each.number, sheet)
            for each in left if each.number <= upto
            for sheet in range(each.from_sheet, desk.sets[each.number - 1].sheets + 1)
        ]  # fmt: skip
        came = sheets[: chance.randrange(len(sheets) + 1)]
        tray += came
        if chance.random() < 0.5:
            desk.crash()
        run = desk.run
        assert run is not None
        desk.last(*(came[-1] if came else (run.last.set_number, run.last.sheet)))
    assert tray == [
        (number, sheet)
        for number, one in enumerate(desk.sets, start=1)
        for sheet in range(1, one.sheets + 1)
    ]
    assert desk.printed == desk.all_copies


def test_what_was_withdrawn_while_it_printed_is_to_be_destroyed(desk: Desk) -> None:
    (child,), (decisions, minutes), (worker,) = (one.copy_ids for one in desk.sets)
    desk.begin()
    desk.give(1)
    desk.note(child, Step.WITHDRAWN)
    assert desk.last(1, 1) == (child,)
    assert desk.printed == []
    desk.give(2)
    desk.last(2, 1)
    desk.note(decisions, Step.WITHDRAWN)
    assert desk.left == (LeftSet(2, (minutes,), begins_again=True), LeftSet(3, (worker,)))


def test_what_was_printed_elsewhere_is_not_printed_again(desk: Desk) -> None:
    desk.begin()
    desk.note(desk.sets[0].copy_ids[0], Step.PRINTED)
    assert [each.number for each in desk.left] == [2, 3]


def test_what_no_run_knows_of_is_refused_and_ending_twice_is_harmless(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.give(1)
    desk.begin()
    with pytest.raises(Refused):
        desk.give(4)
    with desk.database.saving(BUSINESS) as session:
        assert note_given_came_out(session, TODAY, BUSINESS) == ()
        end_run(session)
        end_run(session)
    assert desk.run is None


def test_a_second_run_waits_for_the_first_to_end(desk: Desk) -> None:
    desk.begin()
    with pytest.raises(RunIsOpen):
        desk.begin()
    with desk.database.saving(BUSINESS) as session:
        end_run(session)
    assert desk.run is None and desk.printed == []
    assert desk.begin().out == 0


def test_a_run_holds_only_what_waits_to_be_printed(desk: Desk) -> None:
    desk.note(desk.sets[2].copy_ids[0], Step.WITHDRAWN)
    with pytest.raises(NotToPrint):
        desk.begin()


def test_two_readers_are_never_in_one_set_nor_a_copy_in_two(desk: Desk) -> None:
    (child,), _, (worker,) = (one.copy_ids for one in desk.sets)
    for sets in (
        [SetToPrint((child, worker), 2)],
        [SetToPrint((child,), 1), SetToPrint((child,), 1)],
        [SetToPrint((child,), 0)],
        [],
    ):
        with desk.database.saving(BUSINESS) as session, pytest.raises(Refused):
            begin_run(session, sets)


@pytest.mark.parametrize(("set_number", "sheet"), [(3, 1), (2, 4), (1, -1), (0, 0)])
def test_a_sheet_that_the_printer_was_not_given_is_refused(
    desk: Desk, set_number: int, sheet: int
) -> None:
    desk.begin()
    desk.give(2)
    with pytest.raises(Refused):
        desk.last(set_number, sheet)
    desk.last(2, 1)
    with pytest.raises(Refused):
        desk.last(NOTHING_YET.set_number, NOTHING_YET.sheet)


def test_what_is_kept_of_a_run_is_ids_and_numbers(desk: Desk) -> None:
    desk.begin()
    with desk.database.reading() as connection:
        (kept,) = connection.execute(
            "select value from laptop_fact where name = 'print_run'"
        ).fetchone()
    assert not [name for name in ("Sam", "Rosa", "Tillbrook", "Quarry") if name in kept]


def test_files_are_written_whole_under_names_that_tell_nothing(tmp_path: Path) -> None:
    files = [("minutes-019a0000-00a1.pdf", b"one"), ("letter-019a0000-00a2.docx", b"two")]
    assert list(write_files(tmp_path, files)) == [name for name, _ in files]
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == dict(files)
    with pytest.raises(ValueError, match="a name of ours"):
        list(write_files(tmp_path, [("Sam Tillbrook.pdf", b"")]))
    with pytest.raises(Problem):
        list(write_files(tmp_path / "pulled-out", files))
