"""How a step is left out with its reason, or passed with nothing to add."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import StepMarkOnSheet
from ui.language import _
from ui.meeting.kept_field import Value
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.fields import LineField
from ui.parts.ticks import Tick


class LeaveOutPart(QWidget):
    """A tick where a step may have nothing to add, and a reason for leaving it out."""

    def __init__(self, page: StepPage, *, may_be_empty: bool = False) -> None:
        super().__init__()
        self._page, self._step = page, page.step
        self.nothing = Tick(_("Nothing to add here"))
        self.open_button = SmallButton(_("Leave this step out"), kind="quiet")
        hint = _("Empty this to take the step up again.")
        self.why = LineField(_("Why this step is left out"), hint=hint)
        self.why.hide()
        line = QHBoxLayout()
        line.addWidget(self.nothing)
        line.addStretch(1)
        line.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(line)
        column.addWidget(self.why)
        self.nothing.setVisible(may_be_empty)
        self._kept = page.keep(self.why, ("step_mark", self._step, "left_out_why"), save=self._put)
        self.nothing.clicked.connect(self._mark)
        self.open_button.clicked.connect(self._open)

    def show_sheet(self) -> None:
        """Show what was said of this step."""
        mark = self._found()
        self.nothing.setChecked(mark is not None and mark.done)
        why = mark.left_out_why if mark is not None else ""
        self._kept.show(why)
        opened = bool(why) or not self.why.isHidden()
        self.why.setVisible(opened)
        self.open_button.setVisible(not opened)

    def _found(self) -> StepMarkOnSheet | None:
        marks = self._page.meeting.sheet.step_marks
        return next((mark for mark in marks if mark.step == self._step), None)

    def _open(self) -> None:
        self.why.show()
        self.open_button.hide()
        self.why.control.setFocus()

    def _mark(self, done: bool) -> None:
        mark = self._found()
        why = mark.left_out_why if mark else ""
        self._page.meeting.act(
            lambda review: review.mark_step(self._step, done=done, left_out_why=why)
        )

    def _put(self, why: Value) -> bool:
        mark = self._found()
        done = mark is not None and mark.done
        return self._page.meeting.act(
            lambda review: review.mark_step(self._step, done=done, left_out_why=str(why or ""))
        )
