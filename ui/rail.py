"""The left bar: the places of the program, and below them sharing, settings and lock."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui import icons
from ui.appearance import appearance
from ui.cover import KEY_WORDS, cover
from ui.focus_ring import ShowsFocus
from ui.language import _, ngettext
from ui.logo import Logo
from ui.overriding import override

COUNT_PX: Final = 18
MOST_COUNTED: Final = 99


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
        self._count = 0
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

    def show_count(self, count: int) -> None:
        """Show a number over the icon; none for nothing."""
        self._count = count
        self.update()

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
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._count:
            self._paint_count()

    def _paint_count(self) -> None:
        looks, painter = appearance(), QPainter(self)
        chosen = ("rail_chosen_ink", "rail_chosen")
        ground, ink = chosen if self.isChecked() else reversed(chosen)
        words = str(self._count) if self._count <= MOST_COUNTED else _("99+")
        painter.setFont(looks.font("tiny", bold=True))
        side = looks.px(COUNT_PX)
        width = max(side, painter.fontMetrics().horizontalAdvance(words) + looks.px(8))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        beside = -looks.px(4) - width if mirrored else looks.px(4)
        place = QRectF(self.width() / 2 + beside, 3, width, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(looks.paint(ground))
        painter.drawRoundedRect(place, side / 2, side / 2)
        painter.setPen(looks.paint(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

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
    settings_asked = Signal()
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "rail")
        self.setAccessibleName(_("Places"))
        self.places: dict[str, RailButton] = {}
        self.sync = RailButton(
            "sync", _("Sync"), "arrows-clockwise", chosen_icon="arrows-clockwise"
        )
        self.settings = RailButton("settings", _("Settings"), "sliders-horizontal")
        self.lock = RailButton("lock", _("Lock"), "lock-simple")
        self.cover = RailButton("cover", _("Cover"), "eye-slash")
        self.cover.say(_("Cover"), _("Cover the screen ({key})").format(key=KEY_WORDS))
        self._top = QVBoxLayout()
        self._build()
        self.sync.clicked.connect(lambda _on=False: self.place_chosen.emit("sync"))
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
        for button in (self.sync, self.settings, self.cover, self.lock):
            column.addWidget(button)

    def add_place(self, key: str, words: str, icon: str, chosen_icon: str) -> None:
        """Add a place below the others."""
        button = RailButton(key, words, icon, chosen_icon=chosen_icon)
        button.clicked.connect(lambda _on=False: self.place_chosen.emit(key))
        self.places[key] = button
        self._top.addWidget(button)
        stops = [*self.places.values(), self.sync, self.settings, self.cover, self.lock]
        for stop in reversed(stops[1:]):
            QWidget.setTabOrder(stops[0], stop)

    def set_current(self, key: str) -> None:
        """Mark the place one is in."""
        for name, button in {**self.places, "sync": self.sync}.items():
            button.setChecked(name == key)

    def show_waiting(self, waiting: int, needs_you: int = 0) -> None:
        """Show how many changes wait to be shared, or before that how many need a person."""
        words = _("Sync")
        if needs_you:
            words = ngettext("Sync, {count} needs you", "Sync, {count} need you", needs_you)
        elif waiting:
            words = ngettext(
                "Sync, {count} change to share", "Sync, {count} changes to share", waiting
            )
        self.sync.show_icon("arrows-clockwise")
        self.sync.say(_("Sync"), words.format(count=needs_you or waiting))
        self.sync.show_count(needs_you or waiting)

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(84, appearance().px(84)), 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(self.sizeHint().width())
