"""What has happened, drawn as marks on a line; an entry that leads to a review opens it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import icons
from ui.appearance import appearance
from ui.caseload.row import Row
from ui.child.timeline_words import Happening
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.empty_state import EmptyState
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words

MARK: Final = 28
TOP: Final = 8


class Timeline(QWidget):
    """The entries, newest first; `book` stands beside the review to come."""

    review_opened = Signal(str)
    booking_asked = Signal()
    after_asked = Signal()
    inviting_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[EntryRow] = []
        self.due = Words("", bold=True, wrap=True)
        self.explained = Words("", "small", "ink2", wrap=True)
        self.book = SmallButton(_("Book the review"), "calendar-blank")
        self.book.setObjectName("book")
        self.book.clicked.connect(self.booking_asked)
        self.invite = SmallButton(_("Invite people"), "users-three")
        self.invite.setObjectName("open_convening")
        self.invite.clicked.connect(self.inviting_asked)
        self.after = SmallButton(_("Open"), "paper-plane-tilt")
        self.after.setObjectName("open_after_meeting")
        self.after.clicked.connect(self.after_asked)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.due, self.explained):
            column.addWidget(part)
        acts = QWidget()
        flow = FlowLayout(acts)
        for button in (self.book, self.invite, self.after):
            flow.addWidget(button)
        column.addWidget(acts)
        column.addSpacing(8)
        column.addLayout(self._list)
        column.addStretch(1)

    def show_due(self, due: str, explained: str, *, can_book: bool, is_booked: bool) -> None:
        """Say by when the next review is due, and how that was counted."""
        self.due.say(due)
        self.explained.say(explained)
        show_if(self.explained, bool(explained))
        self.book.say(_("Change the day, time or place") if is_booked else _("Book the review"))
        show_if(self.book, can_book)

    def show_inviting(self, name: str) -> None:
        """Lead to who is invited to this child's review to come; nothing without a name."""
        said = _("Invite people to {name}’s review")
        self.invite.setAccessibleName(said.format(name=name))
        show_if(self.invite, bool(name))

    def show_after(self, number: int) -> None:
        """Lead to what follows the meeting of this number; nothing for 0."""
        words = _("After review {number}")
        self.after.say(words.format(number=number))
        show_if(self.after, number > 0)

    def show_happenings(self, found: Sequence[Happening]) -> None:
        """Show these."""
        if [entry.happening for entry in self.entries] == list(found) and found:
            return
        while (place := self._list.takeAt(0)) is not None:
            if (widget := place.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.entries = [
            EntryRow(each, is_first=number == 0, is_last=number == len(found) - 1)
            for number, each in enumerate(found)
        ]
        for entry in self.entries:
            entry.opened.connect(lambda entry=entry: self._open(entry.happening))
            self._list.addWidget(entry)
        if not found:
            nothing = _("Nothing has happened here yet")
            self._list.addWidget(
                EmptyState("clock", nothing, _("Reviews, letters and checks stand here."))
            )

    def _open(self, happening: Happening) -> None:
        if happening.review_id is not None:
            self.review_opened.emit(happening.review_id)


class EntryRow(Row):
    """One entry; only one that leads somewhere takes the keyboard."""

    def __init__(self, happening: Happening, *, is_first: bool, is_last: bool) -> None:
        super().__init__(happening.sentence)
        self.happening = happening
        if happening.review_id is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription(_("Enter opens the review"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, TOP, 0, TOP)
        words.addWidget(Words(happening.title, "h3", wrap=True))
        words.addWidget(Words(happening.detail, "small", "ink2", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 0, 6, 0)
        row.setSpacing(14)
        row.addWidget(_Mark(happening, is_first=is_first, is_last=is_last))
        row.addLayout(words, 1)


class _Mark(QWidget):
    """A circle with an icon, and the line that leads on to the entry below."""

    def __init__(self, happening: Happening, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self._icon, self._filled = happening.icon, happening.is_next
        self._is_first, self._is_last = is_first, is_last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        side = appearance().px(MARK)
        return QSize(side, side + TOP)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks = appearance()
        side = looks.px(MARK)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = side // 2
        painter.setPen(QPen(looks.paint("line"), 2))
        if not self._is_first:
            painter.drawLine(middle, 0, middle, TOP - 2)
        if not self._is_last:
            painter.drawLine(middle, TOP + side + 2, middle, self.height())
        edge = "primary" if self._filled else "line_strong"
        painter.setPen(QPen(looks.paint(edge), 2))
        painter.setBrush(looks.paint("primary" if self._filled else "surface"))
        painter.drawEllipse(QRectF(1, TOP + 1, side - 2, side - 2))
        size = 15
        picture = icons.pixmap(self._icon, "on_primary" if self._filled else "ink", size)
        inset = (side - looks.px(size)) // 2
        painter.drawPixmap(inset, TOP + inset, picture)
