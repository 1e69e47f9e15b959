"""Buttons: one primary per view, secondary, quiet, the child's, one for what is final, small."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import icons
from ui.appearance import appearance
from ui.focus_ring import ShowsFocus
from ui.overriding import override
from ui.parts.showing import show_if
from ui.parts.words import Words

_ICON_COLOURS = {
    "primary": "on_primary",
    "child": "on_voice",
    "final": "over",
    "quiet": "primary",
    "link": "primary",
}


class Button(ShowsFocus, QPushButton):
    """A button named with a verb; when it is off its reason stands in words beside it."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        *,
        kind: str = "secondary",
        size: str = "usual",
        icon_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setProperty("fit", size)
        self.setProperty("ring_radius", 6 if size != "usual" else 8)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._reason: Words | None = None
        self._icon = icon
        if icon_last:
            self.setLayoutDirection(_mirrored(self.layoutDirection()))
        self._draw_icon()

    @property
    def reason(self) -> Words:
        """The words that say why it is off; the page puts them beside it."""
        if self._reason is None:
            self._reason = Words("", "small", "ink2", wrap=True)
            self._reason.hide()
        return self._reason

    def say(self, text: str) -> None:
        """Show and speak these words instead."""
        had_words = bool(self.text())
        self.setText(text)
        self.setAccessibleName(text)
        if had_words != bool(text):
            self._draw_icon()  # it stands apart from words only

    def turn_off(self, reason: str) -> None:
        """Do nothing when pressed, and say why in `reason`, which the page puts beside it."""
        self.setProperty("off", True)
        self.setAccessibleDescription(reason)
        self.reason.say(reason)
        show_if(self.reason, True)
        self._restyle()

    def turn_on(self) -> None:
        """Work again."""
        self.setProperty("off", False)
        self.setAccessibleDescription("")
        if self._reason is not None:
            self._reason.hide()
        self._restyle()

    @property
    def is_off(self) -> bool:
        """Whether it is off, with its reason told."""
        return bool(self.property("off"))

    def _restyle(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw_icon()

    def _draw_icon(self) -> None:
        self._look = appearance().number
        if not self._icon:
            return
        usual = self.property("fit") == "usual"
        side = 20 if usual else 17
        colour = "ink2" if self.is_off else _ICON_COLOURS.get(str(self.property("kind")), "ink")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self.text()
        self.setIcon(icons.icon_before(words, self._icon, colour, side, mirrored=mirrored))
        self.setIconSize(icons.icon_before_size(words, side))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kind = event.type()
        if kind == QEvent.Type.LayoutDirectionChange or (
            kind == QEvent.Type.StyleChange and self._look != appearance().number
        ):
            self._draw_icon()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.is_off:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.is_off:
            self.click()
            return
        if event.key() == Qt.Key.Key_Space and self.is_off:
            return
        super().keyPressEvent(event)


class PrimaryButton(Button):
    """The one main thing to do in a view."""

    def __init__(self, text: str, icon: str = "", *, icon_last: bool = False) -> None:
        super().__init__(text, icon, kind="primary", icon_last=icon_last)


class SecondaryButton(Button):
    """Anything else a person may do."""

    def __init__(self, text: str, icon: str = "", *, icon_last: bool = False) -> None:
        super().__init__(text, icon, icon_last=icon_last)


class QuietButton(Button):
    """Words only, in the primary colour."""

    def __init__(self, text: str, icon: str = "", *, size: str = "usual") -> None:
        super().__init__(text, icon, kind="quiet", size=size)


class ChildButton(Button):
    """The yellow button: hands the screen to the child, and nothing else."""

    def __init__(self, text: str, icon: str = "hand-waving") -> None:
        super().__init__(text, icon, kind="child")


class FinalButton(Button):
    """For what cannot be undone."""

    def __init__(self, text: str, icon: str = "") -> None:
        super().__init__(text, icon, kind="final")


class SmallButton(Button):
    """36 px tall, or 32 in a row of a list."""

    def __init__(
        self, text: str, icon: str = "", *, in_row: bool = False, kind: str = "secondary"
    ) -> None:
        super().__init__(text, icon, kind=kind, size="row" if in_row else "small")


class LinkButton(Button):
    """Underlined words that lead somewhere on this page."""

    def __init__(self, text: str) -> None:
        super().__init__(text, kind="link")


class IconButton(Button):
    """A bare icon: only window controls, carets and page arrows; its name is spoken."""

    def __init__(self, icon: str, name: str, *, size: str = "usual") -> None:
        super().__init__("", icon, kind="icon", size=size)
        self.setAccessibleName(name)
        self.setToolTip(name)

    @override
    def sizeHint(self) -> QSize:
        side = appearance().height("control" if self.property("fit") == "usual" else "row_button")
        return QSize(side, side)


def _mirrored(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    if direction == Qt.LayoutDirection.LeftToRight:
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight
