"""The left bar: the places of the program, and below them what is saved, settings and lock."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui import icons
from ui.appearance import appearance
from ui.cover import KEY_WORDS, cover
from ui.focus_ring import ShowsFocus
from ui.language import _
from ui.logo import Logo
from ui.overriding import override


class RailButton(ShowsFocus, QToolButton):
    """An icon over a word; the place one is in is a filled block."""

    def __init__(self, key: str, words: str, icon: str, *, chosen_icon: str = "") -> None:
        super().__init__()
        self.setObjectName(f"rail_{key}")
        self.setProperty("part", "place")
        self.setProperty("ring_colour", "focus_rail")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(bool(chosen_icon))
        self._icon, self._chosen_icon = icon, chosen_icon
        self.say(words)
        self._draw()

    def say(self, words: str, spoken: str = "") -> None:
        """Show this word; a screen reader may be told more."""
        self.setText(words)
        self.setAccessibleName(spoken or words)
        self.setToolTip(spoken)

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._draw()

    def _draw(self) -> None:
        drawn = QIcon(icons.pixmap(self._icon, "rail_ink", 24))
        if self._chosen_icon:
            filled = icons.pixmap(self._chosen_icon, "rail_chosen_ink", 24)
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
                drawn.addPixmap(filled, mode, QIcon.State.On)
        self.setIcon(drawn)
        self.setIconSize(icons.icon_size(24))

    @override
    def nextCheckState(self) -> None:
        """Stay as it is: the window says where one is."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)


class Rail(QFrame):
    """84 px of places, wider where the text is larger."""

    place_chosen = Signal(str)
    saved_pressed = Signal()
    settings_asked = Signal()
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "rail")
        self.setAccessibleName(_("Places"))
        self.places: dict[str, RailButton] = {}
        self.saved = RailButton("saved", _("Saved"), "check-circle")
        self.settings = RailButton("settings", _("Settings"), "sliders-horizontal")
        self.lock = RailButton("lock", _("Lock"), "lock-simple")
        self.cover = RailButton("cover", _("Cover"), "eye-slash")
        self.cover.say(_("Cover"), _("Cover the screen ({key})").format(key=KEY_WORDS))
        self._top = QVBoxLayout()
        self._build()
        self.saved.clicked.connect(self.saved_pressed)
        self.settings.clicked.connect(self.settings_asked)
        self.lock.clicked.connect(self.lock_asked)
        self.cover.clicked.connect(lambda: cover().toggle())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 12)
        column.setSpacing(4)
        logo = Logo(40)
        column.addWidget(logo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        self._top.setSpacing(4)
        column.addLayout(self._top)
        column.addStretch(1)
        for button in (self.saved, self.settings, self.cover, self.lock):
            column.addWidget(button)

    def add_place(self, key: str, words: str, icon: str, chosen_icon: str) -> None:
        """Add a place below the others."""
        button = RailButton(key, words, icon, chosen_icon=chosen_icon)
        button.clicked.connect(lambda _on=False: self.place_chosen.emit(key))
        self.places[key] = button
        self._top.addWidget(button)
        stops = [*self.places.values(), self.saved, self.settings, self.cover, self.lock]
        for stop in reversed(stops[1:]):
            QWidget.setTabOrder(stops[0], stop)

    def set_current(self, key: str) -> None:
        """Mark the place one is in."""
        for name, button in self.places.items():
            button.setChecked(name == key)

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(84, appearance().px(84)), 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(self.sizeHint().width())
