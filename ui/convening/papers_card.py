"""Printing and saving the papers of one review; what the check stopped stands here in words."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from models.problems import Problem
from ui.convening.convened_review import ConvenedReview
from ui.convening.making_papers import (
    PapersMade,
    PapersWanted,
    make_calendars,
    make_papers,
    said_in_calendars,
)
from ui.convening.not_posted_part import NotPostedPart
from ui.convening.printing_people import PrintingPeople
from ui.convening.stopped_row import StoppedRow
from ui.convening.wanted_papers import (
    PersonsSheets,
    drawn,
    goes_on_paper,
    note_went_out,
    waits,
    wanted_of,
)
from ui.convening.went_out import OutRow, WentOut
from ui.language import _, ngettext
from ui.looked import note_looked
from ui.parts.buttons import PrimaryButton, SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.ticks import Tick
from ui.parts.words import Words

if TYPE_CHECKING:
    from ui.convening.mail_drafts import Drafts


class PapersCard(Card):
    """Papers are made away from the window; `told` says what was done."""

    told = Signal(str)
    made = Signal(object)  # PapersMade, each time something was made

    def __init__(self, convened: ConvenedReview) -> None:
        super().__init__()
        self.setObjectName("convening_papers")
        self._convened = convened
        self.heading = Words(_("The papers"), "h3", wrap=True)
        self.hint = Words("", "small", "ink2", wrap=True)
        self.large = Tick(_("Large print, 18 point"))
        self.not_posted = NotPostedPart(convened)
        self.print_button = PrimaryButton("", "printer")
        self.save_button = SmallButton(_("Save them as PDF"), "download-simple")
        self.mail_button = SmallButton(_("Save e-mail drafts"), "envelope-simple")
        self.calendar_button = SmallButton(_("Save calendar entries"), "calendar-blank")
        self.stopped = QVBoxLayout()
        self.stopped_rows: list[StoppedRow] = []
        self.went_out = WentOut()
        self.printing = PrintingPeople(self)
        self._build()
        self._connect()
        self.show_form()

    def _build(self) -> None:
        buttons = FlowLayout()
        for name in ("print_button", "save_button", "mail_button", "calendar_button"):
            button = getattr(self, name)
            button.setObjectName(name)
            buttons.addWidget(button)
        self.large.setObjectName("large_print")
        for part in (self.heading, self.hint, self.not_posted, self.large):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        self.column.addLayout(self.stopped)
        self.column.addWidget(self.went_out)

    def _connect(self) -> None:
        self.print_button.clicked.connect(lambda: self.print())
        self.save_button.clicked.connect(lambda: self._into_folder(self.save_into))
        self.mail_button.clicked.connect(lambda: self._into_folder(self.save_drafts_into))
        self.calendar_button.clicked.connect(lambda: self._into_folder(self.save_calendars_into))
        self.went_out.sent.connect(self.note_sent)
        self.went_out.again_asked.connect(self.print)
        self.printing.given.connect(self._ask_what_came_out)
        self.printing.troubled.connect(self._convened.meeting.troubled)

    def save_into(self, folder: Path) -> None:
        """Save the papers of everybody of whom none is stopped."""
        wanted = self.wanted()

        def written() -> PapersMade:
            made = make_papers(wanted)
            _write(folder, {paper.file_name: paper.data for paper in made.may_leave})
            return made

        self._run(written, self._say_saved)

    def save_drafts_into(self, folder: Path) -> None:
        """Save one e-mail draft for each who gets theirs so, with what belongs in it."""
        from ui.convening.mail_drafts import drafts_of

        wanted = self.wanted()
        has_day = wanted.sheet.booked_on is not None
        dated = self._counted(wanted) if has_day else None
        service = wanted.sheet.council.service or wanted.sheet.council.name

        def written() -> "tuple[PapersMade, Drafts]":
            made = make_papers(wanted)
            if dated is not None:
                made = PapersMade((*made.papers, *make_calendars(dated).papers))
            drafts = drafts_of(made, wanted.lines, service)
            _write(folder, drafts.files)
            return made, drafts

        self._convened.desk.background.run(written, self._say_drafted, self._refuse)

    def save_calendars_into(self, folder: Path) -> None:
        """Save everybody's calendar entry; one that says something else than before counts on."""
        if self._convened.meeting.sheet.booked_on is None:
            self.told.emit(_("The review has no day yet. Put it in the diary first."))
            return
        wanted = self._counted(replace(self.wanted(), readers=frozenset()))
        if wanted is None:
            return

        def written() -> PapersMade:
            made = make_calendars(wanted)
            _write(folder, {paper.file_name: paper.data for paper in made.may_leave})
            return made

        self._run(written, self._say_calendars)

    def print(self, readers: Sequence[str] = ()) -> None:
        """Make the papers of these, or of all that wait, then ask which printer."""
        wanted = self.wanted(readers)
        self._convened.desk.background.run(lambda: drawn(wanted), self._ask_printer, self._refuse)

    def note_sent(self, readers: Sequence[str]) -> None:
        """Note that what these got went out today; it can be taken back."""
        take_back = note_went_out(self._convened, readers)
        if take_back is not None:
            self.went_out.done_with(readers)
            said = _("It is noted that the papers went out today")
            self._convened.meeting.offer_undo(said, take_back)

    def wanted(self, readers: Sequence[str] = ()) -> PapersWanted:
        """Give what the papers are made from, as it stands now."""
        labelled = self.not_posted.labelled
        return wanted_of(
            self._convened, readers, is_large=self.large.isChecked(), labelled=labelled
        )

    def show_form(self) -> None:
        """Say who still waits for something, and who cannot be posted to."""
        convened = self._convened
        waiting = [line.name for line in convened.lines if waits(convened, line)]
        is_off = convened.form.cancelled_on is not None
        said = _("Everybody who is invited has theirs. What you make now is made for all again.")
        if waiting and is_off:
            said = _("The meeting is cancelled. These do not know yet: {names}.")
        elif waiting:
            said = _("What you make now is for those who wait: {names}.")
        elif is_off:
            said = _("The meeting is cancelled, and everybody who was invited knows.")
        self.hint.say(said.format(names=", ".join(waiting)))
        words = _("Print the letters that it is cancelled") if is_off else ""
        self.print_button.say(words or _("Print invitations and forms"))
        self.not_posted.show_form()

    def first_field(self) -> QWidget:
        """Give the button that prints."""
        return self.print_button

    def _counted(self, wanted: PapersWanted) -> PapersWanted | None:
        """The same with the SEQUENCE of the entries, which is kept first."""
        from models.convening_acts import note_calendar  # loads SQLAlchemy

        said = said_in_calendars(wanted)
        if not self._convened.act(lambda review: note_calendar(review, said)):
            return None
        number = self._convened.form.calendar_sequence
        return replace(wanted, sequence=number, stamped=self._convened.desk.now())

    def _run(self, work: Callable[[], PapersMade], done: Callable[[PapersMade], None]) -> None:
        def finished(made: PapersMade) -> None:
            self._show(made)
            done(made)

        self._convened.desk.background.run(work, finished, self._refuse)

    def _show(self, made: PapersMade) -> None:
        """Say what is stopped."""
        note_looked(self._convened.desk, "exported", "review", self._convened.review_id)
        for row in self.stopped_rows:
            self._take_row_out(row)
        self.stopped_rows = [StoppedRow(self._convened, paper) for paper in made.stopped]
        for row in self.stopped_rows:
            row.place_left_out.connect(self._leave_place_out)
            self.stopped.addWidget(row)
        self.made.emit(made)

    def _leave_place_out(self, reader: str) -> None:
        """Never tell this reader where this review is, until it is said otherwise."""
        from models.convening_acts import put_invitation  # loads SQLAlchemy

        if not self._convened.act(lambda r: put_invitation(r, reader, "hide_place", True)):
            return
        for row in [each for each in self.stopped_rows if each.paper.reader == reader]:
            self.stopped_rows.remove(row)
            self._take_row_out(row)
        said = _("{name} is not told where it is. Print or save the papers again.")
        self.told.emit(said.format(name=self._convened.line(reader).name))

    def _take_row_out(self, row: StoppedRow) -> None:
        self.stopped.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _ask_printer(self, found: tuple[PapersMade, tuple[PersonsSheets, ...]]) -> None:
        made, jobs = found
        self._show(made)
        if jobs:
            self.printing.ask_printer(jobs)
        elif not made.stopped:
            self.told.emit(_("Nobody gets theirs on paper, so there is nothing to print."))

    def _ask_what_came_out(self, jobs: Sequence[PersonsSheets]) -> None:
        line = self._convened.line
        self.went_out.show_printed([OutRow(job.reader, line(job.reader).name) for job in jobs])
        count = len(jobs)
        said = ngettext(
            "The papers of {count} person were sent to the printer.",
            "The papers of {count} people were sent to the printer.",
            count,
        )
        self.told.emit(said.format(count=count))

    def _say_saved(self, made: PapersMade) -> None:
        on_paper = {
            line.reader
            for line in self._convened.lines
            if goes_on_paper(line, self.not_posted.labelled)
        }
        self._list_files(_files_of(made), on_paper)
        count = len(made.may_leave)
        said = ngettext("{count} paper is saved.", "{count} papers are saved.", count)
        self.told.emit(said.format(count=count))

    def _say_drafted(self, found: "tuple[PapersMade, Drafts]") -> None:
        made, drafts = found
        self._show(made)
        self._list_files(drafts.names, set(drafts.readers))
        count = len(drafts.readers)
        said = ngettext(
            "{count} e-mail draft is saved.", "{count} e-mail drafts are saved.", count
        ).format(count=count)
        if drafts.without:
            names = ", ".join(self._convened.line(each).name for each in drafts.without)
            without = _("Without an e-mail address that can be written to: {names}.")
            said = " ".join((said, without.format(names=names)))
        self.told.emit(said)

    def _say_calendars(self, made: PapersMade) -> None:
        """Say which entry is whose; one that cancels tells, another invites nobody by itself."""
        convened, is_off = self._convened, self._convened.form.cancelled_on is not None
        tells = {
            line.reader
            for line in convened.lines
            if line.waits_for_notice and (is_off or line.is_taken_off)
        }
        self._list_files(_files_of(made), tells)
        count = len(made.may_leave)
        said = ngettext(
            "{count} calendar entry is saved.", "{count} calendar entries are saved.", count
        )
        self.told.emit(said.format(count=count))

    def _list_files(self, files: dict[str, tuple[str, ...]], to_note: set[str]) -> None:
        line = self._convened.line
        self.went_out.show_saved(
            [
                OutRow(each, line(each).name, names, each in to_note)
                for each, names in files.items()
            ]
        )

    def _into_folder(self, save: Callable[[Path], None]) -> None:
        title = _("Save the papers in this folder")
        folder = QFileDialog.getExistingDirectory(self.window(), title)
        if folder:
            save(Path(folder))

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self._convened.meeting.troubled.emit(failure)


def _files_of(made: PapersMade) -> dict[str, tuple[str, ...]]:
    """The names of the files of each reader."""
    found: dict[str, tuple[str, ...]] = {}
    for paper in made.may_leave:
        found[paper.reader] = (*found.get(paper.reader, ()), paper.file_name)
    return found


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write these files.

    Raises: NotWritten.
    """
    from ui.meeting.paper_card import NotWritten

    try:
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError:
        raise NotWritten from None
