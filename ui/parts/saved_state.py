"""Where the work is safe, always in words."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.language import _
from ui.overriding import override
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words


class SavedState(QWidget):
    """An icon, one bold line and one second line: "All saved on this laptop"."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
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
        self.show_saved()

    def show_saved(self, detail: str = "") -> None:
        """Say that everything is in the record."""
        self._show("check-circle-fill", "well", _("All saved on this laptop"), detail)

    def show_saving(self) -> None:
        """Say that what was just typed is on its way."""
        self._show("clock", "ink2", _("Saving on this laptop"), _("You can carry on"))

    def show_trouble(self, title: str, detail: str) -> None:
        """Say that something was not saved, and what is safe."""
        self._show("warning-circle-fill", "over", title, detail)
        self.announce()

    def announce(self) -> None:
        """Let a screen reader say it, politely and at most once in five seconds."""
        if self._announcing.isActive():
            return
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 2 ms at each start

        self._announcing.start()
        said = QAccessibleAnnouncementEvent(self, self.accessibleName())
        QAccessible.updateAccessibility(said)

    def _show(self, icon: str, colour: str, title: str, detail: str) -> None:
        self.icon.show_icon(icon, colour)
        self.title.say(title)
        self.detail.say(detail)
        show_if(self.detail, bool(detail))
        spoken = _("{title}. {detail}").format(title=title, detail=detail) if detail else title
        self.setAccessibleName(spoken)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
