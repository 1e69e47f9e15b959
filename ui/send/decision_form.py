"""A decision changed, or a new one, after the sheet went: every field of it, and why."""

from collections.abc import Callable
from typing import Any  # Any: a field of a decision may hold any kind of value

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from models.review_sheet import DecisionOnSheet
from ui.desk import Desk
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField


class DecisionForm(Card):
    """Nothing is kept until the button; once the sheet went it asks for the reason."""

    kept = Signal()
    left = Signal()

    def __init__(self, desk: Desk, name: str, keep: Callable[[dict[str, Any], str], bool]) -> None:
        super().__init__("chosen")
        self._keep, self._asks_why = keep, False
        self._before: DecisionOnSheet | None = None
        self.what = TextField(_("What will happen"), lines=1)
        self.who = LineField(_("Who will do it"), most=200)
        self.by_when = DateField(_("By when"), desk.today)
        self.why = TextField(_("Why"), optional=True, lines=1)
        self.how = TextField(_("How {name} will know").format(name=name), optional=True, lines=1)
        self.reason = LineField(_("Why it changes after the sheet went"))
        self.keep_button = SmallButton(_("Keep the change"), kind="primary")
        self.leave_button = SmallButton(_("Leave it as it was"), kind="quiet")
        self._build()
        self.keep_button.clicked.connect(self.keep)
        self.leave_button.clicked.connect(self.left)

    def _build(self) -> None:
        names = {"what": self.what, "who": self.who, "by_when": self.by_when, "why": self.why,
                 "how": self.how, "reason": self.reason}  # fmt: skip
        for name, field in names.items():
            field.control.setObjectName(f"amend_{name}")
        self.keep_button.setObjectName("amend_keep")
        self.leave_button.setObjectName("amend_leave")
        line, buttons = FieldsLayout(), QHBoxLayout()
        line.add(self.who)
        line.add(self.by_when)
        self.column.addWidget(self.what)
        self.column.addLayout(line)
        for part in (self.why, self.how, self.reason):
            self.column.addWidget(part)
        for button in (self.keep_button, self.leave_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)

    def begin(self, decision: DecisionOnSheet | None, *, asks_why: bool) -> None:
        """Show a decision to be changed, or room for a new one, and take the keyboard."""
        self._before, self._asks_why = decision, asks_why
        self.what.set_text(decision.what if decision else "")
        self.who.set_text(decision.who if decision else "")
        self.by_when.set_day(decision.by_when if decision else None)
        self.why.set_text(decision.why if decision else "")
        self.how.set_text(decision.how_we_will_know if decision else "")
        self.reason.set_text("")
        for field in (self.what, self.reason):
            field.clear_error()
        show_if(self.reason, asks_why)
        self.show()
        self.what.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def fields(self) -> dict[str, Any]:
        """What is typed; somebody else's name is no longer that person's."""
        who, before = self.who.text().strip(), self._before
        given: dict[str, Any] = {
            "what": self.what.text().strip(),
            "who": who,
            "by_when": self.by_when.day(),
            "why": self.why.text().strip(),
            "how_we_will_know": self.how.text().strip(),
        }
        if before is None or who != before.who:
            given["person_id"] = None
        return given

    def keep(self) -> None:
        """Keep it, once it says what and why."""
        self.by_when.read()
        lacks: list[tuple[TextField | LineField, str]] = [
            (self.what, _("A decision needs words."))
        ]
        if self._asks_why:
            lacks.append((self.reason, _("Say in a few words why it changes")))
        for field, words in lacks:
            if not field.text().strip():
                field.show_error(words)
                field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            field.clear_error()
        if self.by_when.has_error:
            self.by_when.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._keep(self.fields(), self.reason.text().strip()):
            self.kept.emit()
