"""Tells, where a row or a step is shown, that a field of it waits in two versions."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from models.conflicts_on_sheet import ConflictOnSheet
from models.lacking import TWO_VERSIONS
from models.sync.field_words import field_words
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.notices import Notice
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
SHOWN_IN_ROWS = frozenset({"note", "wish", "decision"})


class BothVersions(QWidget):
    """A notice for each such field, with the way to both versions; empty, it takes no room."""

    both_asked = Signal(str)  # the id of the conflict

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ConflictOnSheet, ...] = ()
        self._waiting: tuple[ConflictOnSheet, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._look_again)

    def show_conflicts(self, conflicts: Sequence[ConflictOnSheet]) -> None:
        """Show these; where that would move a field under somebody typing, once it is left."""
        self._waiting = None
        found = tuple(conflicts)
        if found == self._shown:
            return
        page = _page_of(self)
        if page is None or not _is_typed_in(page):
            self._draw(found)
        elif page.can_scroll_on:
            with page.nothing_moves():
                self._draw(found)
        else:
            self._waiting = found

    def _look_again(self) -> None:
        """Show what waits, once the keyboard has come to where it stays."""
        if self._waiting is not None:
            QTimer.singleShot(0, self, self._show_waiting)

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self.show_conflicts(self._waiting)

    def _draw(self, found: tuple[ConflictOnSheet, ...]) -> None:
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            if (notice := item.widget()) is not None:
                notice.hide()
                notice.deleteLater()
        for each in found:
            self._column.addWidget(self._notice(each))
        show_if(self, bool(found))

    def _notice(self, conflict: ConflictOnSheet) -> Notice:
        what = _(field_words(conflict.table, conflict.field))
        words = _("Two versions are kept of “{what}”.").format(what=what)
        notice = Notice(words, kind="due", closable=False)
        button = SmallButton(_("Show both"), in_row=True)
        button.setObjectName(f"show_both_{conflict.id}")
        button.setAccessibleDescription(words)
        button.clicked.connect(lambda: self.both_asked.emit(conflict.id))
        notice.put_beside(button)
        return notice


class BothInRow(BothVersions):
    """The notice over one row of a list."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._row = ("", "")
        self.both_asked.connect(meeting.both_asked)
        meeting.changed.connect(self._show)

    def show_row(self, table: str, row_id: str) -> None:
        """Show what waits in this row."""
        self._row = (table, row_id)
        self._show()

    def _show(self) -> None:
        waiting = self._meeting.sheet.conflicts
        self.show_conflicts([each for each in waiting if each.row == self._row])


class BothInStep(BothVersions):
    """The notice over a step, for what is no row of a list in it."""

    def __init__(self, meeting: Meeting, step: str) -> None:
        super().__init__()
        self._meeting, self._step = meeting, step
        self.both_asked.connect(meeting.both_asked)
        meeting.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        from ui.meeting.step_pages import step_of  # it knows every page, and each knows this

        sheet = self._meeting.sheet
        self.show_conflicts(
            [
                each
                for each in sheet.conflicts
                if each.table not in SHOWN_IN_ROWS
                and (step_of(sheet, (*each.row, each.field)) or "A1") == self._step
            ]
        )


def _page_of(part: QWidget) -> ScrollingPage | None:
    """Give the page that this part is seen on, if it is seen."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, ScrollingPage):
        around = around.parentWidget()
    return around if around is not None and around.isVisible() else None


def _is_typed_in(page: ScrollingPage) -> bool:
    """Whether the keyboard is in a field of this page, even while another window is in front."""
    focused = page.window().focusWidget()
    return isinstance(focused, _FIELDS) and page.isAncestorOf(focused)


def is_about_versions(place: tuple[str, str, str]) -> bool:
    """Whether a link leads to a choice between two versions and not to a field."""
    return place[0] == TWO_VERSIONS
