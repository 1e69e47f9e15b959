"""Which kind of review this is: chosen in a list, and decided with Enter or by leaving it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from models.rules.review_kinds import REVIEW_KINDS
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.overriding import override
from ui.parts.fields import ChoiceField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OPENING = (Qt.Key.Key_Space, Qt.Key.Key_F4)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class KindChoice(ChoiceField):
    """The kind is likely by itself; arrow keys only look, and decide nothing."""

    decided = Signal(str)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(_("Kind of review"), hint=_usual_hint())
        self._meeting = meeting
        self._by_key = self.is_looking = False
        self.let_shrink()
        self.setObjectName("kind")
        self.control.setObjectName("kind_box")
        self.control.installEventFilter(self)
        self.chosen.connect(self._look)
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show the kind, by the council's own name for it."""
        form = self._meeting.form
        choices = [(key, _(form.kind_name(key))) for key in REVIEW_KINDS]
        now = [(str(self.control.itemData(n)), self.control.itemText(n))
               for n in range(self.control.count())]  # fmt: skip
        if now != choices:
            self.set_choices(choices)
        if not self.is_looking:
            self.set_value(self._meeting.sheet.kind)

    def decide(self) -> None:
        """Take the kind that is shown, if it is another."""
        if self.is_looking:
            self._end_looking()
            if self.value() != self._meeting.sheet.kind:
                self.decided.emit(self.value())

    def forget(self) -> None:
        """Show the kind that the review is of."""
        self._end_looking()
        self.set_value(self._meeting.sheet.kind)

    def _look(self, _kind: str) -> None:
        self.is_looking = True
        if not self._by_key:
            self.decide()
        else:
            self.set_hint(_("Press Enter to change the kind, or Esc to leave it as it was."))

    def _end_looking(self) -> None:
        self.is_looking = False
        self.set_hint(_usual_hint())

    def _leave(self) -> None:
        if not self.control.hasFocus():
            self.decide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._by_key = False
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in _PASSING:
                QTimer.singleShot(0, self, self._leave)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """Enter decides, Esc puts it back; what opens the list is no arrow key."""
        if self.is_looking and event.key() in _ENTER:
            self.decide()
            return True
        if self.is_looking and event.key() == Qt.Key.Key_Escape:
            self.forget()
            return True
        opens = event.key() in _OPENING or event.modifiers() & Qt.KeyboardModifier.AltModifier
        self._by_key = not opens
        return False


def _usual_hint() -> str:
    return _("The steps of the meeting follow. Nothing that is written is lost.")
