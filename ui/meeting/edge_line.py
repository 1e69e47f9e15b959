"""The edge of a page: quiet notices of what came in for a row that is open here."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final  # Any: a field may hold any JSON value

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from models.database import Database
from models.plain_reading import Connection
from models.sync.field_words import FIELDS, field_words
from models.sync.mine_here import of_another
from models.sync.staging import StagedRow, staged
from models.sync.standing import read_standing
from models.sync.two_versions import FieldKind, as_here, kind_of_field
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.language import _, time_in_words
from ui.meeting.notice_line import NoticeLine
from ui.parts.notices import Notice
from ui.parts.scrolling_page import ScrollingPage

STAGE: Final = "stage"
_MOST: Final = 3
_TYPED: Final = (FieldKind.TEXT, FieldKind.LINE)


class EdgeLine(NoticeLine):
    """Stands under what is worked on, so that nothing above it moves when it comes."""

    def __init__(self, desk: Desk, over: QStackedWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("edge_line")
        self._desk = desk
        self._told: set[tuple[str, int]] = set()  # rows and their versions
        self._about = ("", "")  # the table and the row of the notice that stands here
        changes_of(desk.database).changed.connect(self._look)
        if over is not None:
            over.currentChanged.connect(self.clear)

    def clear(self, _place: int = 0) -> None:
        """Another step is worked on now."""
        self._take_away(STAGE)

    def _look(self, tables: frozenset[str]) -> None:
        if self._shown and not self._desk.database.typing.holds(*self._about):
            self.clear()  # it was left, so what came is in its place by now
        if STAGE not in tables or self.window() is self or not self.parentWidget():
            return
        for row, name, fields in waiting_rows(self._desk.database):
            if (row.id, row.version) not in self._told:
                self._told.add((row.id, row.version))
                self._tell(row, name, fields)

    def _tell(self, row: StagedRow, name: str, fields: Mapping[str, Any]) -> None:
        notice = Notice(
            _moved_words(name, row.updated_at, self._desk.now),
            _("Yours is open, so nothing moved."),
            action=_("Show"),
        )
        notice.action.setObjectName("show_theirs")
        QTimer.singleShot(0, self, _keep_typing_in_view)
        notice.action_asked.connect(lambda: self._show_theirs(row, name, fields))
        self._about = row.table, row.id
        self._show(STAGE, notice)  # one at a time: more of them would stand on what is typed

    def _show_theirs(self, row: StagedRow, name: str, fields: Mapping[str, Any]) -> None:
        """Show what the other wrote, beside what is being typed."""
        said = [_said(row.table, field, value) for field, value in list(fields.items())[:_MOST]]
        who = name or _("Your colleague")
        title = _("What {name} wrote").format(name=who)
        kept = _("Both are kept. It comes in when you leave what you are writing.")
        self._show(STAGE, Notice(title, "\n".join([*said, kept])))
        QTimer.singleShot(0, self, _keep_typing_in_view)


def _keep_typing_in_view() -> None:
    """See that the notice does not stand on the line that is being typed."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, ScrollingPage):
        widget = widget.parentWidget()
    if isinstance(widget, ScrollingPage):
        widget.keep_cursor_in_view()


def waiting_rows(database: Database) -> list[tuple[StagedRow, str, dict[str, Any]]]:
    """Give what came for rows that are typed in now: the row, who changed it, what is new.

    One's own words that come back from the council are no news.
    """
    held = database.typing.rows()
    if not held:
        return []
    with database.reading() as connection:
        rows = [row for row in staged(connection) if (row.table, row.id) in held]
        told = [(row, _name_of(connection, row), _changed(connection, row)) for row in rows]
    return [each for each in told if each[2]]


def _name_of(connection: Connection, row: StagedRow) -> str:
    """Say who changed it; of a row joined with one's own change nobody is known."""
    standing = read_standing(connection)
    if standing is not None and standing.person == row.updated_by:
        return ""
    found = connection.execute(
        "select name from staff_member where id = ?", (row.updated_by,)
    ).fetchone()
    return str(found[0]).split(" ")[0] if found else ""


def _changed(connection: Connection, row: StagedRow) -> dict[str, Any]:
    """Give the fields in which the row is another than what is here, what is typed first."""
    kinds = {field: kind_of_field(row.table, field) for field in FIELDS.get(row.table, {})}
    here = as_here(connection, row.table, row.id, kinds)
    came = {f: row.data[f] for f in kinds if row.data.get(f, here[f]) != here[f]}
    new = list(of_another(connection, row.table, row.id, came))
    new.sort(key=lambda field: kinds[field] not in _TYPED)
    return {field: row.data[field] if kinds[field] in _TYPED else None for field in new}


def _moved_words(name: str, at: str | None, now: Callable[[], datetime]) -> str:
    if at is None:
        return _("This was changed by another.")
    when = time_in_words(datetime.fromisoformat(at).astimezone(now().tzinfo).time())
    if not name:
        return _("A colleague changed this at {time}.").format(time=when)
    return _("{name} changed this at {time}.").format(name=name, time=when)


def _said(table: str, field: str, value: Any) -> str:
    """Say what is new in a field; of what is chosen only that it is another."""
    what = _(field_words(table, field))
    what = what[:1].upper() + what[1:]
    if value is None:
        return what
    return _("{what}: “{words}”").format(what=what, words=value)
