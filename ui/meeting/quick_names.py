"""Completes who said it and what it is about while a line is typed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from models.quick_note import AREA, Known, Named, Tag, Unread, folded, offered, tag_at
from ui.language import _
from ui.meeting.name_list import NameList
from ui.overriding import override

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuickNames(QObject):
    """Keeps the list of names beside a line; Tab or Enter takes one, Esc closes the list."""

    def __init__(self, line: QLineEdit, known: Callable[[], Known]) -> None:
        super().__init__(line)
        self._line, self._known = line, known
        self._tag: Tag | None = None
        self._closed_at: int | None = None  # the name whose list was closed with Esc
        self.chosen: dict[str, str] = {}
        self.list = NameList(line)
        self.list.chosen.connect(self._take)
        line.textEdited.connect(self.follow)
        line.cursorPositionChanged.connect(self.follow)
        line.installEventFilter(self)

    def follow(self) -> None:
        """Show the names that fit what is typed at the cursor, or none."""
        tag = tag_at(self._line.text(), self._line.cursorPosition())
        names = self._offered(tag) if tag is not None else []
        self._tag = tag
        if tag is None or tag.start != self._closed_at:
            self._closed_at = None
        if names and self._closed_at is None and self._line.hasFocus():
            self.list.offer(names, self._line.cursorRect().left())
        else:
            self.list.hide()

    def open_at(self, end: int) -> None:
        """Offer the names for what is typed up to there."""
        self._closed_at = None
        self._line.setCursorPosition(end)
        self.follow()

    def _offered(self, tag: Tag) -> list[Named]:
        """Those that fit, but for a name that stands there in full and has no other like it."""
        names = offered(tag.query, self._known().named(tag.mark))
        said = folded(tag.query)
        is_whole = len(names) == 1 and said in map(folded, names[0].names)
        is_past = tag.query != tag.query.rstrip() and said in self.chosen
        return [] if is_whole or is_past else names

    def _take(self, key: str) -> None:
        """Write the whole name in place of what is typed of it."""
        tag = self._tag
        if tag is None:
            return
        among = self._known().named(tag.mark)
        one = next(each for each in among if each.key == key)
        name = _telling(one, among)
        self.chosen[folded(name)] = key
        line = self._line
        line.setSelection(tag.start, len(tag.query) + 1)
        line.insert(f"{tag.mark}{name} ")
        self.list.hide()
        line.textEdited.emit(line.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.list.hide()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self.list.is_open and not event.modifiers() and self._press(event.key())

    def _press(self, key: int) -> bool:
        if key in _STEPS:
            self.list.step(_STEPS[Qt.Key(key)])
        elif key in _TAKES:
            self.list.take()
        elif key == Qt.Key.Key_Escape and self._tag is not None:
            self._closed_at = self._tag.start
            self.list.hide()
        else:
            return False
        return True


def _telling(one: Named, among: tuple[Named, ...]) -> str:
    """The first name of somebody that nobody else has, or their first name."""
    others = {folded(name) for each in among if each is not one for name in each.names}
    return next((name for name in one.names if folded(name) not in others), one.names[0])


def whom_words(name: Unread | None) -> str:
    """Say that a name is not understood, and whose it may be."""
    if name is None:
        return ""
    if len(name.among) > 1:
        first, second, *more = (one.names[0] for one in name.among)
        words = _("{first}, {second} or another?") if more else _("{first} or {second}?")
        return words.format(first=first, second=second)
    if name.mark == AREA:
        return _("No part of life is called {name}").format(name=name.said)
    return _("Nobody here is called {name}").format(name=name.said)
