"""The bar under the step: the step before and the step after, by name."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.language import _
from ui.meeting.meeting import Meeting
from ui.meeting.step_page import step_name
from ui.overriding import override
from ui.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.parts.showing import show_if

_AROUND, _BETWEEN = 24, 8


class StepFoot(QFrame):
    """Back on the left, next on the right."""

    step_chosen = Signal(str)
    line_asked = Signal()

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._step = meeting.sheet.steps[0].id
        self._is_short = False
        self.setProperty("part", "foot")
        self.back_button = SecondaryButton(_("Back"), "arrow-left")
        self.back_button.setObjectName("step_back")
        self.next_button = PrimaryButton(_("Next"), "arrow-right", icon_last=True)
        self.next_button.setObjectName("step_next")
        self.line_button = QuietButton(_("Quick note"), "note-pencil")
        self.line_button.setObjectName("quick_note")
        self.line_button.setToolTip(_("Ctrl+K"))
        self.line_button.setMinimumWidth(1)  # it goes where there is no room, and asks for none
        bar = QHBoxLayout(self)
        bar.setContentsMargins(_AROUND, 10, _AROUND, 10)
        bar.setSpacing(_BETWEEN)
        bar.addWidget(self.back_button)
        bar.addStretch(1)
        bar.addWidget(self.line_button)
        bar.addStretch(1)
        bar.addWidget(self.next_button)
        self.back_button.clicked.connect(lambda: self._go(-1))
        self.next_button.clicked.connect(lambda: self._go(1))
        self.line_button.clicked.connect(self.line_asked)

    def show_step(self, step: str) -> None:
        """Name the steps on both sides of this one."""
        self._step = step
        before, after = neighbour(self._meeting, step, -1), neighbour(self._meeting, step, 1)
        show_if(self.back_button, before is not None)
        show_if(self.next_button, after is not None)
        if before is not None:
            spoken = step_name(self._meeting, before)
            self.back_button.say(_("Back") if self._is_short else spoken)
            self.back_button.setAccessibleName(_("Back: {step}").format(step=spoken))
        if after is not None:
            self.next_button.say(_("Next: {step}").format(step=step_name(self._meeting, after)))
        self._fit()

    def _fit(self) -> None:
        """Say only "Back" where all three do not fit; then leave the quick note to its key."""
        show_if(self.line_button, True)
        if not self._fits() and not self.back_button.isHidden():
            spoken = self.back_button.accessibleName()
            self.back_button.say(_("Back"))
            self.back_button.setAccessibleName(spoken)
        show_if(self.line_button, self._fits())

    def _fits(self) -> bool:
        buttons = (self.back_button, self.line_button, self.next_button)
        shown = [button.sizeHint().width() for button in buttons if not button.isHidden()]
        return sum(shown) + 2 * _AROUND + 4 * _BETWEEN <= self.width()

    def shorten(self, *, short: bool) -> None:
        """Say only "Back" where the text is large."""
        self._is_short = short
        self.show_step(self._step)

    def _go(self, by: int) -> None:
        step = neighbour(self._meeting, self._step, by)
        if step is not None:
            self.step_chosen.emit(step)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_step(self._step)


def neighbour(meeting: Meeting, step: str, by: int) -> str | None:
    """Give the step so many places on, or none past the ends.

    A step that this kind of review does not have stands where the form has it.
    """
    order = [each.id for each in meeting.sheet.steps]
    if step not in order:
        return _beside(meeting, step, by, order)
    place = order.index(step) + by
    return order[place] if 0 <= place < len(order) else None


def _beside(meeting: Meeting, step: str, by: int, order: list[str]) -> str | None:
    """Give the nearest step of this kind of review to one that it does not have."""
    whole = [each.id for each in meeting.form.steps]
    if step not in whole:
        return None
    place = whole.index(step)
    rest = whole[place + 1 :] if by > 0 else whole[:place][::-1]
    return next((each for each in rest if each in order), None)
