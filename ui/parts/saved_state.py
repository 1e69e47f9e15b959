"""Where the work is safe, always in words, the same on every page."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance import appearance
from ui.language import N_, _
from ui.overriding import override
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words


@dataclass(frozen=True)
class Said:
    """What is said of the work: an icon and its colour, one bold line and one second line."""

    icon: str
    colour: str
    title: str
    detail: str = ""

    @property
    def spoken(self) -> str:
        """Both lines in one, for a screen reader."""
        if not self.detail:
            return self.title
        return _("{title}. {detail}").format(title=self.title, detail=self.detail)


ALL_SAVED = N_("All saved on this laptop")


def all_saved(detail: str = "") -> Said:
    """Say that everything is in the record of this laptop."""
    return Said("check-circle-fill", "well", _(ALL_SAVED), detail)


class WhereSafe(QObject):
    """What every page of one window says while nothing is unsaved: sharing sets it."""

    changed = Signal()
    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._said: Said | None = None

    @property
    def said(self) -> Said:
        """What is said now."""
        return self._said or all_saved()

    def say(self, said: Said | None) -> None:
        """Say this from now on; nothing, when the record works alone."""
        if said != self._said:
            self._said = said
            self.changed.emit()


def where_safe(part: QWidget) -> WhereSafe:
    """Give what every page follows in the window that this is, or is a part of."""
    whole = part
    while (around := whole.parentWidget()) is not None:
        whole = around
    only_here = Qt.FindChildOption.FindDirectChildrenOnly
    return whole.findChild(WhereSafe, options=only_here) or WhereSafe(whole)


class SavedState(QWidget):
    """An icon, one bold line and one second line: "All saved on this laptop"."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("saved_state")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.icon = Icon("check-circle-fill", "well", 22)
        self.title = Words("", "label")
        self.detail = Words("", "tiny", "ink2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(9)
        line.addWidget(self.icon)
        line.addLayout(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._announcing = QTimer(self)
        self._announcing.setSingleShot(True)
        self._announcing.setInterval(5_000)
        self._is_own = False  # something of this page's own is said: it is not saved yet
        self._where: WhereSafe | None = None  # known once it stands in a window
        self.show_saved()

    def show_saved(self, detail: str = "") -> None:
        """Say that everything is in the record, and what is shared of it."""
        self._is_own = False
        self._show(all_saved(detail) if detail or self._where is None else self._where.said)

    def show_saving(self) -> None:
        """Say that what was just typed is on its way."""
        self._is_own = True
        self._show(Said("clock", "ink2", _("Saving on this laptop"), _("You can carry on")))

    def show_trouble(self, title: str, detail: str) -> None:
        """Say that something was not saved, and what is safe."""
        self._is_own = True
        self._show(Said("warning-circle-fill", "over", title, detail))
        self.announce()

    def announce(self) -> None:
        """Let a screen reader say it, politely and at most once in five seconds."""
        if self._announcing.isActive():
            return
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 2 ms at each start

        self._announcing.start()
        said = QAccessibleAnnouncementEvent(self, self.accessibleName())
        QAccessible.updateAccessibility(said)

    def _follow(self) -> None:
        if not self._is_own and self._where is not None:
            self._show(self._where.said)

    def _show(self, said: Said) -> None:
        self.icon.show_icon(said.icon, said.colour)
        self.title.say(said.title)
        self.detail.say(said.detail)
        show_if(self.detail, bool(said.detail))
        self.setAccessibleName(said.spoken)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        where_safe(self).pressed.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        where = where_safe(self)
        if where is self._where:
            return
        if self._where is not None:
            self._where.changed.disconnect(self._follow)
        self._where = where
        where.changed.connect(self._follow)
        self._follow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class PageSavedState(SavedState):
    """The same on a page; away where the bar of large text over the page says it."""

    def __init__(self) -> None:
        super().__init__()
        appearance().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        show_if(self, not appearance().menu_replaces_rail)
