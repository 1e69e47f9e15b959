"""The bar under the step: the step before and the step after, by name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.language import _
from ui.meeting.meeting import Meeting
from ui.meeting.step_page import step_name
from ui.parts.buttons import PrimaryButton, SecondaryButton
from ui.parts.showing import show_if


class StepFoot(QFrame):
    """Back on the left, next on the right."""

    step_chosen = Signal(str)

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
        bar = QHBoxLayout(self)
        bar.setContentsMargins(24, 10, 24, 10)
        bar.addWidget(self.back_button)
        bar.addStretch(1)
        bar.addWidget(self.next_button)
        self.back_button.clicked.connect(lambda: self._go(-1))
        self.next_button.clicked.connect(lambda: self._go(1))

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

    def shorten(self, *, short: bool) -> None:
        """Say only "Back" where the text is large."""
        self._is_short = short
        self.show_step(self._step)

    def _go(self, by: int) -> None:
        step = neighbour(self._meeting, self._step, by)
        if step is not None:
            self.step_chosen.emit(step)


def neighbour(meeting: Meeting, step: str, by: int) -> str | None:
    """Give the step so many places on, or none past the ends."""
    order = [each.id for each in meeting.sheet.steps]
    place = order.index(step) + by if step in order else 0
    return order[place] if 0 <= place < len(order) else None
