"""What came back of one person's form: its words typed, or a scan attached; and those kept."""

from datetime import date
from pathlib import Path
from typing import Any  # what the worker gives back

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.convening_on_sheet import FormBack
from models.problems import Problem
from ui.convening.convened_review import ConvenedReview
from ui.convening.scan_files import Scan, read_scan
from ui.language import _, day_in_words
from ui.meeting.scan_view import ScanView
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.file_drop import FileDrop
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Words


class CameBackPart(QWidget):
    """Folded until it is begun; the forms kept stand over it."""

    def __init__(self, convened: ConvenedReview, reader: str) -> None:
        super().__init__()
        self._convened, self._reader = convened, reader
        self._scan: Scan | None = None
        self._shown: tuple[FormBack, ...] = ()
        self.rows = QVBoxLayout()
        self.box = Card("info")
        self.words = TextField(_("What the form says, word for word"), optional=True)
        self.back_on = DateField(_("Came back on"), convened.desk.today, towards="past")
        self.attached = Words(_("No scan attached"), "small", "ink2", wrap=True)
        self.attach = SmallButton(_("Attach a scan"), "plus", in_row=True)
        self.keep = SmallButton(_("Keep this form"), "check-circle", in_row=True)
        self.drop = FileDrop(self)
        self._build()
        self.box.hide()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.attach)
        line.addWidget(self.attached, 1)
        line.addWidget(self.keep)
        for part in (self.words, self.back_on):
            self.box.column.addWidget(part)
        self.box.column.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.rows)
        column.addWidget(self.box)
        for name in ("words", "back_on"):
            getattr(self, name).control.setObjectName(f"returned_{name}_{self._reader}")
        self.keep.setObjectName(f"keep_form_{self._reader}")
        self.drop.take_drops_on(self.box)
        self.drop.dropped.connect(lambda files: self.bring(files[0]))
        self.attach.clicked.connect(self._ask)
        self.keep.clicked.connect(self.add)

    def begin(self) -> None:
        """Open the box for a form that came back."""
        self.back_on.set_day(self._convened.desk.today())
        self.box.show()
        self.words.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_forms(self) -> None:
        """Show the forms that are kept."""
        found = tuple(back for back in self._convened.back if back.reader == self._reader)
        if found == self._shown:
            return  # a scan that is looked at stays open
        self._shown = found
        while (place := self.rows.takeAt(0)) is not None:
            if (widget := place.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for back in found:
            self.rows.addWidget(self._row(back))

    def add(self) -> None:
        """Keep the form that is typed or attached."""
        from models.convening_acts import CameBack, note_form_back  # loads SQLAlchemy

        self.back_on.read()
        day = self.back_on.day()
        if day is None or day > self._convened.desk.today():
            self.back_on.show_error(_("Write the day on which it came back"))
            return
        scan = self._scan
        came = CameBack(
            day, "", self.words.text(), scan.media if scan else "", scan.data if scan else b""
        )
        reader = self._reader
        if self._convened.act(lambda review: note_form_back(review, reader, came)):
            self._empty()

    def bring(self, path: Path) -> None:
        """Read a scan away from the window."""
        worker = self._convened.desk.background
        worker.run(lambda: read_scan(path), self._take, self._refuse)

    def _ask(self) -> None:
        kinds = _("Scans (*.pdf *.png *.jpg *.jpeg)")
        name = QFileDialog.getOpenFileName(self.window(), _("Choose a scan"), "", kinds)[0]
        if name:
            self.bring(Path(name))

    def _take(self, scan: Any) -> None:  # a Scan, from the worker
        self._scan = scan
        self.attached.say(_("A scan is attached"))

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self._convened.meeting.troubled.emit(failure)

    def _empty(self) -> None:
        self.words.set_text("")
        self._scan = None
        self.attached.say(_("No scan attached"))
        self.box.hide()

    def _row(self, back: FormBack) -> QWidget:
        """One form that is kept: its words, and what may be done with it."""
        card = Card("well")
        today: date = self._convened.desk.today()
        said = _("Came back on {day}").format(day=day_in_words(back.back_on, today))
        if back.taken_in_on is not None:
            said = _("Came back on {day}, and was taken into the review").format(
                day=day_in_words(back.back_on, today)
            )
        card.column.addWidget(Words(said, "label", wrap=True))
        if back.words.strip():
            card.column.addWidget(Words(back.words, "body", wrap=True))
        if back.has_scan:
            name = self._convened.line(self._reader).name
            whose = _("{name}, {said}").format(name=name, said=said)
            card.column.addWidget(ScanView(self._convened.desk, back.id, whose))
        line = QHBoxLayout()
        line.addStretch(1)
        save = SmallButton(_("Save the scan"), "download-simple", in_row=True)
        show_if(save, back.has_scan)
        save.clicked.connect(lambda: self._save_scan(back.id))
        remove = SmallButton(_("Remove this form"), "trash", in_row=True, kind="quiet")
        remove.setObjectName("remove_form")
        remove.clicked.connect(lambda: self._remove(back.id))
        show_if(remove, back.taken_in_on is None)
        line.addWidget(save)
        line.addWidget(remove)
        card.column.addLayout(line)
        return card

    def _remove(self, returned_id: str) -> None:
        from models.convening_acts import take_out_form  # loads SQLAlchemy
        from models.editing import bring_back

        meeting = self._convened.meeting
        if self._convened.act(lambda review: take_out_form(review, returned_id)):
            meeting.offer_undo(
                _("A form that came back was removed"),
                lambda: meeting.save(
                    lambda session: bring_back(session, "returned_form", returned_id)
                ),
            )

    def _save_scan(self, returned_id: str) -> None:
        from ui.convening.scan_files import save_scan

        folder = QFileDialog.getExistingDirectory(self.window(), _("Save the scan in this folder"))
        if folder:
            try:
                save_scan(self._convened.desk.database, returned_id, Path(folder))
            except Problem as problem:
                self._convened.meeting.troubled.emit(problem)
