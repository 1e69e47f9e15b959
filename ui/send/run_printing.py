"""Leads a print run: makes it, gives it to the printer set by set, and hears what came out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from letters.out.print_run import WhyNot
from models.database import Database
from models.print_runs import LastSheet, LeftSet, PrintRun, open_run, sets_left
from models.problems import N_, Problem
from models.sending_queue import CopyLine, QueueLine, queue
from ui.background import Work
from ui.desk import Desk
from ui.language import _, ngettext
from ui.letter.printing import prepare as prepare_printer
from ui.looked import note_looked
from ui.send.queue_words import whose_and_who
from ui.send.reading_again import MustNotGo, hold_found
from ui.send.run_card import GivenSet, RunCard
from ui.send.run_making import (
    MadeSet,
    Prepared,
    is_on_both_sides,
    made_set,
    prepare,
    set_of,
)
from ui.send.run_paper import FolderPaper, Paper, PrinterPaper

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WHY_NOT: Final = {
    WhyNot.NOT_HERE: N_("its pages have not come to this laptop yet"),
    WhyNot.NOT_PDF: N_("it is a Word file; save it and print it from your word processor"),
    WhyNot.NO_ADDRESS: N_("no address stands on it"),
    WhyNot.ADDRESS_TOO_LONG: N_("the address does not fit into the window of the envelope"),
    WhyNot.HELD: N_("it is held, for something in it or its address is now kept from this person"),
}


class RunPrinting(QObject):
    """One run at a time; what the printer was given is noted before it gets it."""

    told = Signal(str, str)
    troubled = Signal(Exception)
    changed = Signal()

    def __init__(self, desk: Desk, card: RunCard, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._card, self._window = desk, card, window
        self._paper: Paper | None = None
        self._prepared: Prepared | None = None
        self._work: Work | None = None
        self._names: dict[int, str] = {}
        self._ask_paper: Callable[[Callable[[Paper], None]], None] = self.ask_printer
        card.all_out.connect(self._all_out)
        card.last_out.connect(self._note_last)
        card.go_on_asked.connect(self._go_on)
        card.end_asked.connect(self._end)
        card.stop_asked.connect(self._stop)

    def take_up(self) -> None:
        """Ask about a run that was not ended, as after a crash; nothing where there is none."""
        run = self._open_run()
        if run is None or self._work is not None or self._card.isVisible():
            return
        if run.is_in_doubt:
            self._ask_whether_out(run, after_a_cut=True)
        else:
            self._desk.save(_end_run)  # nothing of it waits at the printer

    def print(self, copies: Sequence[CopyLine]) -> None:
        """Make a run of these copies, then ask which printer."""
        self._ask_paper = self.ask_printer
        self._prepare(copies)

    def save(self, copies: Sequence[CopyLine]) -> None:
        """Make a run of these copies, then ask for a folder."""
        self._ask_paper = self.ask_folder
        self._prepare(copies)

    def begin_on(self, paper: Paper) -> None:
        """Begin the run that was made on this paper."""
        prepared = self._prepared
        if prepared is None:
            return
        sets = prepared.to_print(both_sides=paper.both_sides)

        def begin(session: "Session") -> None:
            from models.print_runs import begin_run

            begin_run(session, sets)

        if self._attempt(begin):
            self._paper = paper
            whose = whose_and_who(self._lines())
            self._names = {one.number: whose.get(one.copy_ids[0], "") for one in prepared.sets}
            self._give_next()

    def _prepare(self, copies: Sequence[CopyLine]) -> None:
        if self._open_run() is not None:
            self.take_up()
            return
        ids = [each.id for each in copies]
        lines, database = self._lines(), self._desk.database
        count = len(ids)
        words = ngettext("Making {count} copy ready", "Making {count} copies ready", count)
        self._card.show_making(words.format(count=count))
        self._desk.background.run(
            lambda: prepare(database, lines, ids), self._ask_where, self._refuse
        )

    def _ask_where(self, prepared: Prepared) -> None:
        self._card.finish()
        self._prepared = prepared
        hold_found(self._desk, prepared.held)
        self._tell_what_is_not_in_it(prepared)
        if prepared.sets:
            self._ask_paper(self.begin_on)

    def _tell_what_is_not_in_it(self, prepared: Prepared) -> None:
        if not prepared.not_in_it:
            return
        whose, words = whose_and_who(self._lines()), _("{who}: {why}.")
        told = [
            words.format(who=whose[copy_id], why=_(WHY_NOT[why]))
            for copy_id, why in prepared.not_in_it.items()
            if copy_id in whose
        ]
        each_once = "\n".join(dict.fromkeys(told))
        self.told.emit(_("Not everything can be printed"), each_once)

    def ask_printer(self, chosen: Callable[[Paper], None]) -> None:
        """Ask which printer, and on which sides of the paper."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded when first printed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare_printer(printer)
        dialog = QPrintDialog(printer, self._window.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.accepted.connect(lambda: chosen(PrinterPaper(printer)))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def ask_folder(self, chosen: Callable[[Paper], None]) -> None:
        """Ask for a folder."""
        title = _("Save the batch in this folder")
        folder = QFileDialog.getExistingDirectory(self._window.window(), title)
        if folder:
            chosen(FolderPaper(Path(folder)))

    def _give_next(self) -> None:
        """Make the next set away from the window; at the end, ask whether all came out."""
        run, paper = self._open_run(), self._paper
        if run is None or paper is None:
            self._card.finish()
            return
        with self._desk.database.reading() as connection:
            waiting = [each for each in sets_left(connection) if each.number > run.given]
        if not waiting:
            self._ask_whether_out(run)
            return
        left = waiting[0]
        total = len(run.sets)
        self._card.show_making(_("Printing. Each person’s papers are a job of their own."))
        self._card.show_step(left.number - 1, total)
        lines, database = self._lines(), self._desk.database
        both_sides, drawn = paper.both_sides, not paper.in_files
        self._work = self._desk.background.run(
            lambda: _made(database, lines, left, total, both_sides=both_sides, drawn=drawn),
            self._give,
            self._refuse,
        )

    def _give(self, made: MadeSet) -> None:
        self._work = None
        paper = self._paper

        def note(session: "Session") -> None:
            from models.print_runs import give_to_printer

            give_to_printer(session, made.number)

        if paper is None or not self._attempt(note):
            return
        try:
            paper.take(made)
        except Problem as problem:
            self.troubled.emit(problem)
            self._ask_about_open_run()
            return
        run = self._open_run()
        for copy_id in run.sets[made.number - 1].copy_ids if run else ():
            note_looked(self._desk, "exported" if paper.in_files else "printed",
                        "paper_copy", copy_id)  # fmt: skip
        self._give_next()

    def _ask_about_open_run(self) -> None:
        run = self._open_run()
        if run is not None and run.is_in_doubt:
            self._ask_whether_out(run)
        else:
            self._end()

    def _ask_whether_out(self, run: PrintRun, *, after_a_cut: bool = False) -> None:
        if not self._names:
            self._names = self._names_of(run)
        given = [
            GivenSet(number, self._names.get(number, ""), run.sets[number - 1].sheets,
                     run.last.sheet if number == run.last.set_number else 0)
            for number in range(run.out + 1, run.given + 1)
        ]  # fmt: skip
        in_files = self._paper is not None and self._paper.in_files
        if given:
            self._card.ask_whether_out(given, in_files=in_files, after_a_cut=after_a_cut)
        else:
            self._end()

    def _names_of(self, run: PrintRun) -> dict[int, str]:
        whose = whose_and_who(self._lines())
        return {
            number: whose[one.copy_ids[0]]
            for number, one in enumerate(run.sets, start=1)
            if one.copy_ids[0] in whose
        }

    def _all_out(self) -> None:
        today, me = self._desk.today(), self._desk.me.id
        destroyed: list[str] = []

        def note(session: "Session") -> None:
            from models.print_runs import note_given_came_out

            destroyed.extend(note_given_came_out(session, today, me))

        if self._attempt(note):
            self._say_what_to_destroy(destroyed)
            self._go_on()

    def _note_last(self, last: LastSheet) -> None:
        today, me = self._desk.today(), self._desk.me.id
        destroyed: list[str] = []

        def note(session: "Session") -> None:
            from models.print_runs import note_last_sheet

            destroyed.extend(note_last_sheet(session, last, today, me))

        if self._attempt(note):
            self._say_what_to_destroy(destroyed)

    def _go_on(self) -> None:
        """Print what is still to come, on the printer that was chosen or on one asked for now."""
        run = self._open_run()
        if run is None:
            self._over()
        elif self._paper is not None:
            self._give_next()
        else:
            self._card.finish()
            self.ask_printer(self._go_on_with)

    def _go_on_with(self, paper: Paper) -> None:
        run = self._open_run()
        if run is None:
            return
        with self._desk.database.reading() as connection:
            left = sets_left(connection)
        one = set_of(self._desk.database, self._lines(), left[0]) if left else None
        if one is not None:
            sheets = run.sets[left[0].number - 1].sheets
            paper.both_sides = is_on_both_sides(self._desk.database, one, sheets)
        self._paper = paper
        self._give_next()

    def _say_what_to_destroy(self, copy_ids: Sequence[str]) -> None:
        if not copy_ids:
            return
        whose = whose_and_who(self._lines())
        who = ", ".join(dict.fromkeys(whose[each] for each in copy_ids if each in whose))
        told = _("These are not to be sent any more. Destroy what came out: {who}.")
        self.told.emit(_("Some of what was printed is not to go"), told.format(who=who))

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()
            self._work = None
        self._ask_about_open_run()

    def _end(self) -> None:
        if self._attempt(_end_run):
            self._over()

    def _over(self) -> None:
        self._paper, self._prepared, self._work, self._names = None, None, None, {}
        self._card.finish()
        self.changed.emit()

    def _refuse(self, failure: Exception) -> None:
        self._work = None
        self._card.finish()
        if not isinstance(failure, Problem):
            raise failure
        if isinstance(failure, MustNotGo):
            hold_found(self._desk, failure.found)
        self.troubled.emit(failure)
        if self._open_run() is not None:
            self._ask_about_open_run()

    def _attempt(self, act: "Callable[[Session], Any]") -> bool:  # whatever an act gives
        try:
            self._desk.save(act)
        except Problem as problem:
            self._card.finish()
            self.troubled.emit(problem)
            return False
        return True

    def _open_run(self) -> PrintRun | None:
        with self._desk.database.reading() as connection:
            return open_run(connection)

    def _lines(self) -> tuple[QueueLine, ...]:
        with self._desk.database.reading() as connection:
            return queue(connection, self._desk.today(), self._desk.calendar)


def _made(
    database: Database, lines: Sequence[QueueLine], left: LeftSet, total: int,
    *, both_sides: bool, drawn: bool,
) -> MadeSet:  # fmt: skip
    one = set_of(database, lines, left)
    if one is None:
        raise NotAnyMore
    return made_set(database, one, left, total, both_sides=both_sides, drawn=drawn)


def _end_run(session: "Session") -> None:
    from models.print_runs import end_run

    end_run(session)


class NotAnyMore(Problem):
    """A set of a run cannot be printed any more as it was planned."""

    what = N_("Something in this run has changed, so the next set was not printed.")
    kept = N_("What came out stays as it is, and nothing else is marked.")
    next = N_("Say what came out, end this run, and print again.")
