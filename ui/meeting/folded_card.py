"""A card that is one line until it is opened; what is in it is made the first time it opens."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.words import Words

_BESIDE, _ABOVE = 16, 6  # px round the one line


class FoldedCard(Card):
    """Its name, one line on what it holds, and a button that opens it below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = Words(title, "h3", wrap=True)
        self.summary = Words("", "small", "ink2", wrap=True)
        self.open_button = SmallButton("", in_row=True)
        self.open_button.setObjectName("open_button")
        self.inside = QWidget()
        self.inside_column = QVBoxLayout(self.inside)
        self.inside_column.setContentsMargins(0, 4, 0, 6)
        self.inside_column.setSpacing(12)
        self._is_filled = False
        self._build()
        self.open_button.clicked.connect(self.toggle)

    def _build(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.title)
        said.addWidget(self.summary)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addLayout(said, 1)
        line.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.setContentsMargins(_BESIDE, _ABOVE, _BESIDE, _ABOVE)
        self.column.addLayout(line)
        self.column.addWidget(self.inside)
        self.inside.hide()
        self._name_button()

    @property
    def is_open(self) -> bool:
        """Whether what is in it is shown."""
        return not self.inside.isHidden()

    def say(self, summary: str) -> None:
        """Show this in its one line."""
        self.summary.say(summary)
        self._name_button()

    def fill(self) -> None:
        """Make what is in it, once, into `inside_column`."""

    def show_inside(self) -> None:
        """Show the record in what is open."""

    def first_stop(self) -> QWidget | None:
        """Give what takes the keyboard on opening."""
        return None

    def open(self) -> None:
        """Show what is in it."""
        if not self._is_filled:
            self._is_filled = True
            self.fill()
        self.show_inside()
        self.inside.show()
        self._name_button()

    def fold(self) -> None:
        """Be one line again; the keyboard stays on its button."""
        focused = self.window().focusWidget()
        if focused is not None and self.inside.isAncestorOf(focused):
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.inside.hide()
        self._name_button()

    def toggle(self) -> None:
        """Open it with the keyboard in its first field, or fold it."""
        if self.is_open:
            self.fold()
            return
        self.open()
        first = self.first_stop()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._come_into_view)

    def _come_into_view(self) -> None:
        """Scroll so that as much as fits of what has opened is seen, its name first."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        held = page.widget() if page is not None else None
        if page is None or held is None:
            return
        top = self.mapTo(held, QPoint(0, 0)).y() - _ABOVE
        bar, seen = page.verticalScrollBar(), page.viewport().height()
        if self.height() > seen or top + self.height() > bar.value() + seen:
            bottom = top + self.height() + 2 * _ABOVE
            bar.setValue(min(top, bottom - seen))

    def _name_button(self) -> None:
        self.open_button.setText(_("Fold") if self.is_open else _("Open"))
        words = _("{title}: {summary}. Fold") if self.is_open else _("{title}: {summary}. Open")
        self.open_button.setAccessibleName(
            words.format(title=self.title.said, summary=self.summary.said)
        )
