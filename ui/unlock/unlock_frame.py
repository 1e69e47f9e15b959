"""The frame of the pages before the record is open: the panel with the logo, and the form."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from ui.appearance import appearance
from ui.language import _
from ui.logo import Logo
from ui.overriding import override
from ui.parts.notices import Notice
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Icon, Words
from ui.problem_box import sentences

PANEL_PX = 496
FORM_PX = 440
NARROW_PX = 1000


class UnlockFrame(QWidget):
    """Logo on the left, `form` in the middle of the right; problems are told over the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._panel = self._build_panel()
        self.notices = QVBoxLayout()
        self.form = QVBoxLayout()
        self.form.setSpacing(12)
        self._middle = QWidget()
        self._notice: Notice | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._panel)
        row.addWidget(self._build_right(), 1)

    def _build_panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("part", "unlock_panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(56, 56, 40, 48)
        column.addWidget(Logo())
        column.addSpacing(24)
        column.addWidget(Words(_("Waymark"), "display", "rail_title"))
        promise = _("Reviews led by the child.\nLetters they can keep.")
        column.addWidget(Words(promise, "body", "rail_title", wrap=True))
        column.addStretch(1)
        column.addLayout(
            _beside("laptop", _("Everything you write is kept on this laptop, locked."))
        )
        return panel

    def _build_right(self) -> ScrollingPage:
        page = ScrollingPage()
        self._middle.setLayout(self.form)
        self.form.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._middle)
        across.addStretch(1)
        page.column.addStretch(1)
        page.column.addLayout(across)
        page.column.addStretch(1)
        return page

    def tell(self, problem: Problem, *, action: str = "") -> Notice:
        """Show what happened, what is safe and what to do, over the form."""
        what, kept, then = sentences(problem)
        detail = _("{kept} {next}").format(kept=kept, next=then)
        notice = Notice(what.rstrip("."), detail, kind="over", action=action, closable=False)
        notice.setObjectName("problem")
        self.put(notice)
        return notice

    def put(self, notice: Notice) -> None:
        """Show a notice over the form, in place of the last one."""
        self.clear_problem()
        self.notices.addWidget(notice)
        notice.show()
        self._notice = notice

    def clear_problem(self) -> None:
        """Take the last problem away."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= NARROW_PX and not appearance().menu_replaces_rail
        self._panel.setVisible(roomy)
        panel = min(PANEL_PX, self.width() * 36 // 100)
        self._panel.setFixedWidth(panel)
        room = self.width() - (panel if roomy else 0) - 2 * 28 - 16
        self._middle.setFixedWidth(min(appearance().px(FORM_PX), room))


def _beside(icon: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(Icon(icon, "rail_ink", 22), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(words, "body", "rail_ink", wrap=True), 1)
    return row
