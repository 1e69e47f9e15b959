"""The steps of this review down the side, how far each has come, and what is still needed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from models.agenda import Lacking, StepStanding, lacking, step_states
from ui.appearance import appearance
from ui.language import _, ngettext
from ui.meeting.lacking_words import key_of, said
from ui.meeting.meeting import Meeting
from ui.meeting.step_page import step_name
from ui.parts.buttons import SmallButton
from ui.parts.step_rail import Step, StepRail
from ui.parts.words import KeyCap, Words

QWIDGETSIZE_MAX = 16_777_215
_STATES = {
    StepStanding.DONE: "done",
    StepStanding.TO_DO: "to_do",
    StepStanding.LEFT_OUT: "skipped",
}


class StepsPane(QFrame):
    """The rail; below it one line that opens the list of what is still needed."""

    step_chosen = Signal(str)
    link_followed = Signal(str)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.setProperty("part", "pane")
        self.rail = StepRail(_("Steps of the meeting"))
        self.lacking_button = SmallButton(_("Still needed"), "flag", kind="quiet")
        self.lacking_button.setObjectName("still_needed")
        policies = QComboBox.SizeAdjustPolicy
        self.rail.drop_down.setSizeAdjustPolicy(policies.AdjustToMinimumContentsLengthWithIcon)
        self.rail.drop_down.setMinimumContentsLength(8)
        self.keys = QWidget()
        self._column = QVBoxLayout(self)
        self._line = QHBoxLayout()
        self._beside: QWidget | None = None
        self._build()
        self.rail.step_chosen.connect(self.step_chosen)
        self.lacking_button.clicked.connect(self.open_list)
        meeting.changed.connect(self.show_sheet)
        self.show_sheet()

    def _build(self) -> None:
        keys = QHBoxLayout(self.keys)
        keys.setContentsMargins(20, 0, 10, 12)
        keys.setSpacing(6)
        for key in (_("Ctrl"), "↑", "↓"):
            keys.addWidget(KeyCap(key))
        keys.addWidget(Words(_("next step"), "tiny", "ink2"))
        keys.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.rail, 1)
        self._line.setContentsMargins(0, 0, 10, 0)
        self._line.addWidget(self.lacking_button, 1)
        self._column.addLayout(self._line)
        self._column.addWidget(self.keys)

    def show_sheet(self) -> None:
        """Show how far each step has come."""
        states = step_states(self._meeting.sheet)
        self.rail.set_steps(
            [
                Step(
                    step,
                    step_name(self._meeting, step),
                    _STATES[states[step].standing],
                    states[step].count,
                    states[step].why,
                )
                for step in states
            ]
        )
        self._say_lacking()

    def _say_lacking(self) -> None:
        count = len(self.lacking())
        if count and not self.rail.drop_down.isHidden():
            words = ngettext("{count} still needed", "{count} still needed", count)
            self.lacking_button.say(words.format(count=count))
        elif count:
            words = ngettext("{count} thing still needed", "{count} things still needed", count)
            self.lacking_button.say(words.format(count=count))
        else:
            self.lacking_button.say(_("Nothing more is needed"))

    def lacking(self) -> tuple[Lacking, ...]:
        """Give what is still needed."""
        desk = self._meeting.desk
        return lacking(self._meeting.sheet, desk.today(), desk.calendar)

    def open_list(self) -> None:
        """Open what is still needed as a list; choosing one goes to its field."""
        menu = QMenu(self)
        menu.setObjectName("still_needed_list")
        step = ""
        for each in self.lacking():
            if each.step != step:
                step = each.step
                menu.addSection(step_name(self._meeting, step))
            action = menu.addAction(said(each).replace("&", "&&"))
            action.triggered.connect(partial(self._follow, key_of(each)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.lacking_button.mapToGlobal(self.lacking_button.rect().topLeft()))
        if menu.actions():
            menu.setActiveAction(next(one for one in menu.actions() if not one.isSeparator()))

    def _follow(self, key: str, _on: bool = False) -> None:
        self.link_followed.emit(key)

    def put_beside(self, buttons: QWidget) -> None:
        """Put these small buttons at the end of the line of what is still needed."""
        self._beside = buttons
        self._line.addWidget(buttons)

    def least_height(self) -> int:
        """Say how much room the steps need one under the other. Units: px."""
        step = appearance().height("step") + 3
        return len(self._meeting.sheet.steps) * step + 24 + appearance().height("small_button")

    def be_short(self, *, short: bool) -> None:
        """Drop the heading and the hint where the window is low."""
        folded = not self.rail.drop_down.isHidden()
        self.rail.heading.setVisible(not short and not folded)
        self.keys.setVisible(not short and not folded)

    def set_width(self, width: int) -> None:
        """Be so wide, or as wide as there is room for 0. Units: px."""
        self.setMinimumWidth(width)
        self.setMaximumWidth(width or QWIDGETSIZE_MAX)

    def fold(self, *, folded: bool) -> None:
        """Become one line over the step, or a pane beside it."""
        directions = QBoxLayout.Direction
        self._column.setDirection(directions.LeftToRight if folded else directions.TopToBottom)
        self.setProperty("part", "" if folded else "pane")
        self.style().unpolish(self)
        self.style().polish(self)
        self.rail.fold(folded=folded)
        self.keys.setVisible(not folded)
        if self._beside is not None:
            self._beside.setVisible(not (folded and appearance().menu_replaces_rail))
        self._say_lacking()
