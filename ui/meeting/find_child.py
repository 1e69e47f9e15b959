"""A field that finds another child of the same IRO by name; no name is shown before that."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from models.quick_note import Named
from models.together import LEAST_LETTERS, MayBeTogether, find_child, may_be_together
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.meeting.name_list import NameList
from ui.overriding import override
from ui.parts.fields import LineField

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindChild(LineField):
    """Empty, it offers those of the same family name; typed in, those whose name begins so."""

    found = Signal(object)  # the child, as MayBeTogether

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(_("Find a child of yours by name"))
        self._meeting = meeting
        self._offered: dict[str, MayBeTogether] = {}
        self.control.setObjectName("find_child_box")
        self.list = NameList(self.control)
        self.list.chosen.connect(self._take)
        self.control.textEdited.connect(self.follow)
        self.control.installEventFilter(self)

    def follow(self) -> None:
        """Show the children that fit, or none."""
        typed = self.text().strip()
        children = self._fitting(typed)
        self._offered = {each.id: each for each in children}
        names = [Named(each.id, (_said(each, children),)) for each in children]
        is_unknown = len(typed) >= LEAST_LETTERS and not names
        self.set_hint(_("No other child of yours has a name like that.") if is_unknown else "")
        if names and self.control.hasFocus():
            self.list.offer(names, 0)
        else:
            self.list.hide()

    def _fitting(self, typed: str) -> list[MayBeTogether]:
        """Those who fit and are not in the sitting yet; one letter is too little for a name."""
        if 0 < len(typed) < LEAST_LETTERS:
            return []
        child_id = self._meeting.sheet.child_id
        with self._meeting.desk.database.reading() as connection:
            if typed:
                found = find_child(connection, child_id, typed)
            else:
                found = may_be_together(connection, child_id)
        here = {each.child_id for each in self._meeting.sitting.others}
        return [each for each in found if each.id not in here]

    def _take(self, key: str) -> None:
        child = self._offered[key]
        self.list.hide()
        self.set_text("")
        self.found.emit(child)
        self.follow()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.list.hide()
        if event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self.follow)  # once the page has come to the field
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is not self.control or not is_key or not self.list.is_open:
            return super().eventFilter(watched, event)
        return self._press(event.key())  # type: ignore[attr-defined]  # a key, as said above

    def _press(self, key: int) -> bool:
        if key in _STEPS:
            self.list.step(_STEPS[Qt.Key(key)])
        elif key in _TAKES:
            self.list.take()
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        return True


def _said(child: MayBeTogether, among: list[MayBeTogether]) -> str:
    """The child's name, with the year of birth where another has the same."""
    same = [each for each in among if (each.called, each.family_name) == _name(child)]
    if len(same) > 1:
        words = _("{name} {family}, born {year}")
        return words.format(name=child.called, family=child.family_name, year=child.born_on.year)
    return _("{name} {family}").format(name=child.called, family=child.family_name)


def _name(child: MayBeTogether) -> tuple[str, str]:
    return child.called, child.family_name
