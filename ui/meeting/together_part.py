"""Brothers and sisters in one sitting: who is reviewed together, begun at the same moment."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.together import (
    MayBeTogether,
    hold_together,
    same_people_came,
)
from ui.language import _
from ui.meeting.find_child import FindChild
from ui.meeting.meeting import Meeting
from ui.meeting.the_sitting import all_named
from ui.parts.buttons import SmallButton
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.parts.words import Words


class TogetherPart(QWidget):
    """Folded to a button, so that no other child's name is on the screen until it is asked for."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.ticks: dict[str, Tick] = {}
        self.open_button = SmallButton(_("Hold it with brothers or sisters"), kind="quiet")
        self.open_button.setObjectName("together")
        self.told = Words("", "small", "ink2", wrap=True)
        self.same_button = SmallButton(_("The same people came for each of them"), in_row=True)
        self.same_button.setObjectName("same_people")
        self.finder = FindChild(meeting)
        self._choices = QWidget()
        self._flow = FlowLayout(self._choices, gap_across=20, gap_down=4)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.same_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(buttons)
        column.addWidget(self._choices)
        column.addWidget(self.finder)
        column.addWidget(self.told)
        self._choices.hide()
        self.finder.hide()
        self.open_button.clicked.connect(self.open)
        self.finder.found.connect(self._add)
        self.same_button.clicked.connect(self._same_people)

    def show_sheet(self) -> None:
        """Show who is reviewed in the same sitting."""
        others = self._meeting.sitting.others
        names = {each.child_id: each.called for each in others}
        for each in others:
            if each.child_id not in self.ticks:
                self._offer(each.child_id, each.called, each.family_name)
        for child_id, tick in self.ticks.items():
            tick.setChecked(child_id in names)
        show_if(self._choices, bool(self.ticks) and not self.finder.isHidden())
        begun = self._meeting.sheet.held_on is not None
        show_if(self.open_button, self.finder.isHidden() and not self._meeting.is_finished)
        show_if(self.same_button, bool(others) and begun and not self._meeting.is_finished)
        words = _(
            "In one sitting with {names}. Each has a record of their own; a note goes into the "
            "others’ only where you send it."
        )
        told = [words.format(names=all_named(tuple(names.values())))] if names else []
        self.told.say("\n".join([*told, *self._unequal()]))
        show_if(self.told, bool(others))

    def _unequal(self) -> Iterator[str]:
        """Say whose review has begun without the others, or has not begun with them."""
        others, begun = self._meeting.sitting.others, self._meeting.sheet.held_on is not None
        planned = [each.called for each in others if each.state == "planned"]
        started = [each.called for each in others if each.state != "planned"]
        if begun and planned:
            words = _("Not started with this one: {names}. Start it from its own record.")
            yield words.format(names=all_named(planned))
        elif not begun and started:
            yield _("Started already: {names}").format(names=all_named(started))

    def open(self) -> None:
        """Show who is in the sitting, and the field that finds another child."""
        self.finder.show()
        self.show_sheet()
        self.finder.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, child_id: str, called: str, family: str) -> None:
        tick = Tick(_("{name} {family}").format(name=called, family=family).strip())
        tick.setObjectName(f"together_{child_id}")
        tick.clicked.connect(self._put)
        self._flow.addWidget(tick)
        tick.show()
        self.ticks[child_id] = tick

    def _add(self, child: MayBeTogether) -> None:
        """Hold the review of the child that was found with the others."""
        if child.id not in self.ticks:
            self._offer(child.id, child.called, child.family_name)
        self.ticks[child.id].setChecked(True)
        self._put()

    def _put(self) -> None:
        chosen = [child_id for child_id, tick in self.ticks.items() if tick.isChecked()]
        review_id, calendar = self._meeting.review_id, self._meeting.desk.calendar
        if self._meeting.save(lambda session: hold_together(session, review_id, chosen, calendar)):
            self._meeting.changed.emit()  # who else is in the sitting is in no sheet
        self.show_sheet()

    def _same_people(self) -> None:
        review_id = self._meeting.review_id
        if self._meeting.save(lambda session: same_people_came(session, review_id)):
            self.told.say(_("Who came is now said in each record, where it was not said before."))
