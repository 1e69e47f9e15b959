"""The cover key: F8 blanks every window of the program at once, and brings it back."""

from functools import cache
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from ui.focus_ring import hide_ring
from ui.language import _
from ui.logo import Logo
from ui.overriding import override
from ui.parts.buttons import IconButton, SecondaryButton
from ui.parts.words import KeyCap

KEY: Final = Qt.Key.Key_F8
KEY_WORDS: Final = "F8"
_NOT_COVERED: Final = (Qt.WindowType.ToolTip, Qt.WindowType.Popup)
_STILL_WORK: Final = (Qt.Key.Key_L, Qt.Key.Key_Q)  # with Ctrl: lock and close


class CoverSheet(QWidget):
    """Lies over all of one window, whose title says nothing meanwhile."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._title = window, window.windowTitle()
        self.setObjectName("cover_sheet")
        self.setAccessibleName(_("The screen is covered"))
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.uncover_button = SecondaryButton(_("Uncover"), "eye")
        self.uncover_button.setObjectName("uncover")
        self._build()
        window.setWindowTitle(_("Waymark"))
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(Logo(70), 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.uncover_button)
        row.addWidget(KeyCap(KEY_WORDS))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def paint_now(self) -> None:
        """Be on the screen before anything else happens."""
        self.show()
        self.raise_()
        self.repaint()

    def take_away(self) -> None:
        """Show the window as it was."""
        self._window.removeEventFilter(self)
        self._window.setWindowTitle(self._title)
        self.hide()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        elif event.type() == QEvent.Type.ChildAdded:
            self.raise_()
        elif event.type() == QEvent.Type.WindowTitleChange:
            title, plain = self._window.windowTitle(), _("Waymark")
            if title != plain:
                self._title = title
                self._window.setWindowTitle(plain)
        return False

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the keys of the window under it from working, but for lock and close."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            with_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if not (with_control and event.key() in _STILL_WORK):
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == KEY and not event.isAutoRepeat():
            cover().toggle()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # Qt's name
        return True


class Cover(QObject):
    """Covers every window, also those that open meanwhile; the idle lock goes on under it."""

    covered = Signal()
    uncovered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheets: dict[QWidget, CoverSheet] = {}
        self._is_on = False
        self._focus: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.connect(self._watch)
            application.focusChanged.connect(self._keep_focus)
        self._watch(QGuiApplication.focusWindow())

    @property
    def is_on(self) -> bool:
        """Whether the windows are covered."""
        return self._is_on

    def toggle(self) -> None:
        """Cover everything, or uncover it."""
        if self._is_on:
            self.uncover()
        else:
            self.cover()

    def cover(self) -> None:
        """Cover every window: first on the screen, and only then anything else."""
        self._is_on = True
        self._focus = QApplication.focusWidget()
        self._cover_windows()
        _close_popups()
        hide_ring()
        self._take_focus()
        self.covered.emit()

    def uncover(self) -> None:
        """Show every window again, with the keyboard where it was."""
        self._is_on = False
        for sheet in self._sheets.values():
            if shiboken6.isValid(sheet):
                sheet.take_away()
        self._sheets = {}
        self.uncovered.emit()
        focus, self._focus = self._focus, None
        if focus is not None and shiboken6.isValid(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cover_windows(self) -> None:
        for window in QApplication.topLevelWidgets():
            known = self._sheets.get(window)
            fresh = known is None or not shiboken6.isValid(known)
            if window.isVisible() and window.windowType() not in _NOT_COVERED and fresh:
                sheet = self._sheets[window] = CoverSheet(window)
                sheet.uncover_button.clicked.connect(self.uncover)
                sheet.paint_now()

    def _take_focus(self) -> None:
        window = QApplication.activeWindow()
        sheet = self._sheets.get(window) if window is not None else None
        if sheet is not None and shiboken6.isValid(sheet):
            sheet.uncover_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What would take the keyboard under the cover has it once the cover is gone."""
        if not self._is_on or now is None or _is_on_a_sheet(now):
            return
        self._focus = now
        self._cover_windows()
        self._take_focus()

    def _watch(self, window: object) -> None:
        """Watch a window for the key; one that opens under the cover is covered too."""
        if isinstance(window, QWindow):
            window.removeEventFilter(self)
            window.installEventFilter(self)
        if self._is_on:
            self._cover_windows()
            self._take_focus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the key before the window does: over dialogs and menus too."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != KEY or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if not event.isAutoRepeat():
            self.toggle()
        return True


class CoverButton(IconButton):
    """A small button, for where the mouse is quicker than the key."""

    def __init__(self) -> None:
        super().__init__("eye-slash", _("Cover the screen"))
        self.setObjectName("cover_button")
        self.setToolTip(_("Cover the screen ({key})").format(key=KEY_WORDS))
        self.clicked.connect(lambda: cover().toggle())


@cache
def cover() -> Cover:
    """Give the cover of this program; there is one."""
    return Cover()


def _is_on_a_sheet(widget: QWidget) -> bool:
    return isinstance(widget, CoverSheet) or isinstance(widget.parent(), CoverSheet)


def _close_popups() -> None:
    """Close menus and lists that are open, and the words beside the mouse."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    QToolTip.hideText()
