"""An IRO who chairs for a colleague: whose review it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import _
from ui.meeting.step_page import StepPage
from ui.parts.fields import NAME_LENGTH, LineField
from ui.parts.showing import show_if
from ui.parts.ticks import Tick


class CoveringPart(QWidget):
    """A tick that opens the one field; emptying the field takes it back."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._meeting, name = page.meeting, page.meeting.name
        self.covers = Tick(_("I chair this for a colleague"))
        self.covers.setObjectName("covers")
        hint = _("The letter says that you came in their place, and who {name}’s IRO is.")
        self.covering_for = LineField(
            _("{name}’s own IRO").format(name=name), hint=hint.format(name=name), most=NAME_LENGTH
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.covers)
        column.addWidget(self.covering_for)
        place = ("review", page.meeting.review_id, "covering_for")
        self._kept = page.keep(self.covering_for, place)
        self.covers.clicked.connect(self._open)

    def show_sheet(self) -> None:
        """Show whose review it is."""
        named = self._meeting.sheet.covering_for
        self._kept.show(named)
        if named:
            self.covers.setChecked(True)
        show_if(self.covering_for, self.covers.isChecked())

    def _open(self, on: bool) -> None:
        show_if(self.covering_for, on)
        if on:
            self.covering_for.control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._meeting.sheet.covering_for:
            self._meeting.put("review", self._meeting.review_id, "covering_for", "")
