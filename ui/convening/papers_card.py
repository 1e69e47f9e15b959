"""Printing and saving the papers of one review; what the check stopped stands here in words."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from models.convening_on_sheet import Invited
from models.problems import Problem
from models.sending_steps import SendingWay
from ui.convening.convened_review import ConvenedReview
from ui.convening.making_papers import PapersMade, PapersWanted, make_calendars, make_papers
from ui.convening.stopped_row import StoppedRow
from ui.language import _, ngettext
from ui.letter.printing import PRINT_WIDTH_PX, prepare, print_pages, whole_sheets
from ui.looked import note_looked
from ui.meeting.paper_pages import PagePicture, PageSize, draw_pages
from ui.parts.buttons import PrimaryButton, SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.parts.words import Words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from models.open_review import OpenReview
    from ui.convening.mail_drafts import Drafts


Sides = tuple[PagePicture | None, ...]


class PapersCard(Card):
    """Papers are made away from the window; `told` says what was done."""

    told = Signal(str)
    made = Signal(object)  # PapersMade, each time something was made

    def __init__(self, convened: ConvenedReview) -> None:
        super().__init__()
        self.setObjectName("convening_papers")
        self._convened = convened
        self._last: tuple[str, ...] = ()
        self.heading = Words(_("The papers"), "h3", wrap=True)
        said = _("Everybody who is invited gets an invitation, and the form that is chosen.")
        self.hint = Words(said, "small", "ink2", wrap=True)
        self.large = Tick(_("Large print, 18 point"))
        self.print_button = PrimaryButton(_("Print invitations and forms"), "printer")
        self.save_button = SmallButton(_("Save them as PDF"), "download-simple")
        self.mail_button = SmallButton(_("Save e-mail drafts"), "envelope-simple")
        self.calendar_button = SmallButton(_("Save calendar entries"), "calendar-blank")
        self.sent_button = SmallButton(_("They went out today"), "check-circle")
        self.stopped = QVBoxLayout()
        self.stopped_rows: list[StoppedRow] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        buttons = FlowLayout()
        for name in ("print_button", "save_button", "mail_button", "calendar_button"):
            button = getattr(self, name)
            button.setObjectName(name)
            buttons.addWidget(button)
        self.large.setObjectName("large_print")
        self.sent_button.setObjectName("sent_today")
        for part in (self.heading, self.hint, self.large):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        self.column.addLayout(self.stopped)
        self.column.addWidget(self.sent_button, 0, Qt.AlignmentFlag.AlignLeft)
        show_if(self.sent_button, False)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(lambda: self._into_folder(self.save_into))
        self.mail_button.clicked.connect(lambda: self._into_folder(self.save_drafts_into))
        self.calendar_button.clicked.connect(lambda: self._into_folder(self.save_calendars_into))
        self.sent_button.clicked.connect(self.note_sent)

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

        def written() -> tuple[PapersMade, "Drafts"]:
            made = make_papers(wanted)
            if dated is not None:
                made = PapersMade((*made.papers, *make_calendars(dated).papers))
            drafts = drafts_of(made, wanted.lines, service)
            _write(folder, drafts.files)
            return made, drafts

        self._convened.desk.background.run(written, self._say_drafted, self._refuse)

    def save_calendars_into(self, folder: Path) -> None:
        """Save the calendar entries; one that says something else than before counts on."""
        if self._convened.meeting.sheet.booked_on is None:
            self.told.emit(_("The review has no day yet. Put it in the diary first."))
            return
        wanted = self._counted(self.wanted())
        if wanted is None:
            return

        def written() -> PapersMade:
            made = make_calendars(wanted)
            _write(folder, {paper.file_name: paper.data for paper in made.may_leave})
            return made

        self._run(written, self._say_calendars)

    def print(self) -> None:
        """Make the papers, then ask which printer."""
        wanted = self.wanted()

        def drawn() -> tuple[PapersMade, Sides]:
            made = make_papers(wanted)
            size = PageSize(PRINT_WIDTH_PX)
            return made, whole_sheets(draw_pages(paper.data, size) for paper in made.may_leave)

        self._convened.desk.background.run(drawn, self._ask_printer, self._refuse)

    def note_sent(self) -> None:
        """Note that what was printed or saved last went out today; it can be taken back."""
        from models.convening_acts import (  # loads SQLAlchemy
            note_forms_sent,
            note_invited,
            note_told_cancelled,
        )

        convened, today, readers = self._convened, self._convened.desk.today(), self._last
        is_cancelled = convened.form.cancelled_on is not None
        with_form = [each for each in readers if convened.line(each).form]
        before = {each: convened.line(each) for each in readers}

        def note(review: "OpenReview") -> None:
            if is_cancelled:
                note_told_cancelled(review, readers)
                return
            note_invited(review, readers, today)
            note_forms_sent(review, with_form, today)

        def put_back(review: "OpenReview") -> None:
            for each, line in before.items():
                note_invited(review, [each], line.invited_on, line.told)
                note_forms_sent(review, [each], line.form_sent_on)

        if convened.act(note):
            show_if(self.sent_button, False)
            said = _("It is noted that the papers went out today")
            convened.meeting.offer_undo(said, lambda: convened.act(put_back))

    def _counted(self, wanted: PapersWanted) -> PapersWanted | None:
        """The same with the SEQUENCE of the entries, which is kept first."""
        from dataclasses import replace

        from letters.convening.calendar import said_by
        from letters.convening.readying import day_of
        from models.convening_acts import note_calendar  # loads SQLAlchemy
        from ui.convening.making_papers import callings

        is_cancelled = self._convened.form.cancelled_on is not None
        calling = next(callings(wanted), None)
        if calling is None:
            return None
        said = said_by(day_of(calling, (0, is_cancelled)), self._convened.parts)
        if not self._convened.act(lambda review: note_calendar(review, said)):
            return None
        number = self._convened.form.calendar_sequence
        return replace(wanted, sequence=(number, is_cancelled), stamped=self._convened.desk.now())

    def wanted(self) -> PapersWanted:
        """Give what the papers are made from, as it stands now."""
        convened = self._convened
        return PapersWanted(
            convened.meeting.sheet,
            convened.lines,
            convened.form.room,
            convened.desk.today(),
            self.large.isChecked(),
            frozenset(line.reader for line in convened.lines if line.hide_place),
            convened.desk.reach().reads("protected_fact", "words"),
        )

    def _run(self, work: Callable[[], PapersMade], done: Callable[[PapersMade], None]) -> None:
        def finished(made: PapersMade) -> None:
            self._show(made)
            done(made)

        self._convened.desk.background.run(work, finished, self._refuse)

    def _show(self, made: PapersMade) -> None:
        """Say what is stopped, and offer to note what went out."""
        note_looked(self._convened.desk, "exported", "review", self._convened.review_id)
        for row in self.stopped_rows:
            self.stopped.removeWidget(row)
            row.hide()
            row.deleteLater()
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
            self.stopped.removeWidget(row)
            row.hide()
            row.deleteLater()
        name = self._convened.line(reader).name
        said = _("{name} is not told where it is. Print or save the papers again.")
        self.told.emit(said.format(name=name))

    def _ask_printer(self, drawn: tuple[PapersMade, Sides]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded when first printed

        made, pages = drawn
        self._show(made)
        if not pages:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer)
        dialog = QPrintDialog(printer, self.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.accepted.connect(lambda: self.print_on(printer, made, pages))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_on(self, printer: "QPrinter", made: PapersMade, pages: Sides) -> None:
        """Print these pages; then it can be noted that they went out."""
        try:
            print_pages(printer, pages)
        except Problem as problem:
            self._convened.meeting.troubled.emit(problem)
            return
        self._say_on_paper(made, _papers(len(made.may_leave), printed=True))

    def _say_saved(self, made: PapersMade) -> None:
        self._say_on_paper(made, _papers(len(made.may_leave)))

    def _say_on_paper(self, made: PapersMade, said: str) -> None:
        """Count those to whom these go on paper; by post without an address reaches nobody."""
        readers = dict.fromkeys(paper.reader for paper in made.may_leave)
        lines = [self._convened.line(each) for each in readers]
        lost = [line.name for line in lines if line.way == SendingWay.POST and not reached(line)]
        words = _("No address to post to: {names}.").format(names=", ".join(lost)) if lost else ""
        self._say_out(said, tuple(line.reader for line in lines if reached(line)), words)

    def _say_out(self, said: str, readers: tuple[str, ...], words: str = "") -> None:
        """Say what was made, and offer to note to whom of these it went."""
        self._last = readers
        show_if(self.sent_button, bool(readers))
        self.told.emit(" ".join(filter(None, (said, words))))

    def _say_drafted(self, found: "tuple[PapersMade, Drafts]") -> None:
        made, drafts = found
        self._show(made)
        count = len(drafts.readers)
        said = ngettext(
            "{count} e-mail draft is saved.", "{count} e-mail drafts are saved.", count
        )
        without = _("Without an e-mail address that can be written to: {names}.")
        names = ", ".join(self._convened.line(each).name for each in drafts.without)
        self._say_out(
            said.format(count=count), drafts.readers, without.format(names=names) if names else ""
        )

    def _say_calendars(self, made: PapersMade) -> None:
        count = len(made.may_leave)
        said = ngettext(
            "{count} calendar entry is saved.", "{count} calendar entries are saved.", count
        )
        self._say_out(said.format(count=count), self._told_cancelled(made))

    def _told_cancelled(self, made: PapersMade) -> tuple[str, ...]:
        """Those to whom entries of a cancelled meeting go; another entry alone invites nobody."""
        if self._convened.form.cancelled_on is None:
            return ()
        readers = dict.fromkeys(paper.reader for paper in made.may_leave)
        return tuple(each for each in readers if self._convened.line(each).invited_on)

    def show_form(self) -> None:
        """Offer no invitation to a meeting that is cancelled."""
        is_off = self._convened.form.cancelled_on is not None
        for part in (self.print_button, self.save_button, self.mail_button, self.large):
            show_if(part, not is_off)
        said = _("Everybody who is invited gets an invitation, and the form that is chosen.")
        if is_off:
            said = _(
                "The meeting is cancelled. Save the calendar entries, which say so, for everybody "
                "who was invited, and ring or write to those who use none."
            )
        self.hint.say(said)
        words = _("They were told today that it is cancelled") if is_off else ""
        self.sent_button.say(words or _("They went out today"))

    def _into_folder(self, save: Callable[[Path], None]) -> None:
        title = _("Save the papers in this folder")
        folder = QFileDialog.getExistingDirectory(self.window(), title)
        if folder:
            save(Path(folder))

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self._convened.meeting.troubled.emit(failure)

    def first_field(self) -> QWidget:
        """Give the button that prints."""
        return self.print_button


def reached(line: Invited) -> bool:
    """Whether an invitation reaches somebody on paper: by hand, or by post to an address."""
    return line.way == SendingWay.HAND or (
        line.way == SendingWay.POST and bool(line.address.strip())
    )


def _papers(count: int, *, printed: bool = False) -> str:
    if printed:
        said = ngettext(
            "{count} paper was sent to the printer.", "{count} papers were sent to the printer.",
            count,
        )  # fmt: skip
    else:
        said = ngettext("{count} paper is saved.", "{count} papers are saved.", count)
    return said.format(count=count)


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
