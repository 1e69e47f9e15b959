"""The list of children: search as you type, filters with counts, and a table."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from models.caseload import (
    ChildLine,
    children,
    count_children,
    find_children,
    review_to_come,
    search_words,
)
from models.child_filters import Filter, only
from models.database import Database
from models.problems import Problem
from ui.appearance import appearance
from ui.caseload.child_row_words import Column
from ui.caseload.child_rows import PAGE, ChildRows
from ui.caseload.children_table import ChildrenTable, TableCard
from ui.caseload.notice_area import NoticeArea
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.language import N_, _, ngettext, number_in_words
from ui.overriding import override
from ui.page import Page
from ui.parts.chips import ChipGroup
from ui.parts.empty_state import EmptyState
from ui.parts.fields import SearchField
from ui.parts.saved_state import PageSavedState
from ui.parts.words import Words

MINE, ALL = "mine", "everyone"
MOST_FOUND: Final = 200
SHOWS: Final = frozenset({"child", "review", "milestone", "care_period"})
FILTERS: Final = {
    Filter.SOON: N_("Review in 4 weeks {count}"),
    Filter.LATE: N_("Late {count}"),
    Filter.INTERPRETER: N_("Interpreter {count}"),
    Filter.LETTER: N_("Letter not sent {count}"),
}
Counts = dict[str, int]


class ChildrenPage(Page):
    """Down goes from the search into the table; Enter opens, Ctrl+Enter starts the review."""

    child_opened = Signal(str)
    review_started = Signal(str)  # the id of the review
    import_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Children"))
        self.setObjectName("children_page")
        self._desk = desk
        self._counts: Counts = {}
        self.heading = Words(_("Children"), "h1")
        self.subtitle = Words("", "body", "ink2", wrap=True)
        self.box = SearchField(_("Find a child"), _("Ctrl K"))
        self.box.setAccessibleDescription(_("By name, identifier or social worker"))
        self.box.setToolTip(_("By name, identifier or social worker"))
        self.box.setObjectName("search")
        self.whose = ChipGroup(_("Whose children"), may_be_none=False, size="filter")
        self.filters = ChipGroup(_("Only those"), size="filter")
        self.notices = NoticeArea()
        self.rows = ChildRows(desk.today, desk.calendar, self)
        self.table = ChildrenTable(self.rows)
        if not desk.reach().reads("child", "lives_with"):
            self.table.never_shown = frozenset({Column.LIVES_WITH})
        self.nothing = EmptyState("users-three", "", "", action=_("Import a case list"))
        self._middle = QStackedWidget()
        self._choose_whose()
        self._build()
        self._connect()
        self.reload()

    def _choose_whose(self) -> None:
        with self._desk.database.reading() as connection:
            has_own = bool(children(connection, self._desk.me.id, most=1))
        self.whose.set_choices([(MINE, _("Mine")), (ALL, _("Everyone"))])
        self.whose.choose(MINE if has_own else ALL)
        self._show_counts({})

    def _build(self) -> None:
        self._grow()
        policies = QSizePolicy.Policy
        for group in (self.whose, self.filters):
            if (flow := group.layout()) is not None:
                flow.setContentsMargins(0, 5, 0, 5)  # level with the taller box beside them
        self.whose.setSizePolicy(policies.Maximum, policies.Preferred)
        choices = QHBoxLayout()
        choices.setSpacing(20)
        choices.addWidget(self.box, 2)
        choices.addWidget(self.whose)
        choices.addWidget(self.filters, 5)
        self._middle.addWidget(TableCard(self.table))
        self._middle.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(12)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.heading)
        said.addWidget(self.subtitle)
        top = QHBoxLayout()
        top.addLayout(said, 1)
        top.addWidget(PageSavedState(), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.notices)
        column.addLayout(choices)
        column.addWidget(self._middle, 1)

    def _connect(self) -> None:
        self.box.textEdited.connect(self.reload)
        self.box.returnPressed.connect(self.go_into_table)
        self.whose.chosen_changed.connect(self._recount)
        self.filters.chosen_changed.connect(self.reload)
        self.table.child_opened.connect(self.child_opened)
        self.table.review_asked.connect(self.start_review)
        self.table.left_above.connect(self._leave_table)
        appearance().changed.connect(self._grow)
        self.nothing.action_asked.connect(self.import_asked)
        changes_of(self._desk.database).changed.connect(self._reload_if_shown)

    @property
    def _iro_id(self) -> str | None:
        return self._desk.me.id if self.whose.chosen() == MINE else None

    @property
    def _filter(self) -> Filter:
        return Filter(self.filters.chosen())

    def reload(self) -> None:
        """Read the first lines again and show them, keeping the row that was chosen."""
        kept = self.table.current_child()
        with self._desk.database.reading() as connection:
            condition = only(self._filter, self._desk.today())
            typed = self.box.text()
            if search_words(typed):
                lines = find_children(connection, typed, self._iro_id, MOST_FOUND, condition)
                self.rows.show_lines(lines)
            else:
                lines = children(connection, self._iro_id, None, PAGE, condition)
                self.rows.show_lines(lines, self._more)
        row = self.rows.row_of(kept) if kept else -1
        if row >= 0:
            self.table.go_to_row(row)
        self._say(len(lines))

    def _more(self, after: ChildLine | None, most: int) -> tuple[ChildLine, ...]:
        with self._desk.database.reading() as connection:
            condition = only(self._filter, self._desk.today())
            return children(connection, self._iro_id, after, most, condition)

    @override
    def search(self) -> QWidget:
        return self.box

    @override
    def regions(self) -> list[QWidget]:
        return [self.box, self.whose, self.table]

    @override
    def enter(self) -> None:
        self._recount()

    @override
    def help_words(self) -> str:
        return _(
            "Type to find a child by name, identifier or social worker. Down goes into the list; "
            "there Enter opens the child and Ctrl+Enter opens the review."
        )

    def _leave_table(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def go_into_table(self) -> None:
        """Go to the first row; one child alone is opened."""
        if self.rows.rowCount() == 1 and self.box.hasFocus() and self.box.text():
            self.child_opened.emit(self.rows.line(0).id)
        elif self.rows.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.table.go_to_row(max(0, self.table.currentIndex().row()))

    def start_review(self, child_id: str) -> None:
        """Open the review under way or planned; one is planned if there is none."""
        if not self._desk.reach().makes("review"):
            self._open_planned(child_id)
            return
        started: list[str] = []

        def act() -> None:
            from models.planning import review_to_open

            started.append(
                self._desk.save(
                    lambda session: review_to_open(session, child_id, self._desk.calendar)
                )
            )

        if self.notices.attempt(act):
            self.review_started.emit(started[0])

    def _open_planned(self, child_id: str) -> None:
        """Open the review that there is, for those who do not plan one."""
        with self._desk.database.reading() as connection:
            found = review_to_come(connection, child_id)
        if found:
            self.review_started.emit(found)
        else:
            planned = _("When the child’s IRO has planned it, it opens here.")
            self.notices.say(_("No review is planned yet"), planned)

    def _say(self, shown: int) -> None:
        typed = search_words(self.box.text())
        self._middle.setCurrentIndex(0 if shown else 1)
        if shown:
            self.subtitle.say(_found_words(shown) if typed else self._count_words())
            return
        narrowed = bool(typed or self._filter)
        self.nothing.title.say(_("No child found") if narrowed else _("No children yet"))
        self.nothing.detail.say(
            _("Try fewer letters, or choose Everyone.")
            if narrowed
            else _("Children come from your council’s case list.")
        )
        self.nothing.action.setVisible(not narrowed and self._desk.reach().makes("child"))
        self.subtitle.say(self._count_words())

    def _count_words(self) -> str:
        mine = self.whose.chosen() == MINE
        count = self._counts.get(self.whose.chosen())
        if count is None:
            return _("The next review due stands first.")
        if mine:
            words = ngettext("{count} child you review", "{count} children you review", count)
        else:
            words = ngettext("{count} child in care", "{count} children in care", count)
        return words.format(count=number_in_words(count))

    def _recount(self) -> None:
        self.reload()
        self._count()

    def _count(self) -> None:
        """Count in the background: a whole council's children take a moment."""
        database, me, today = self._desk.database, self._desk.me.id, self._desk.today()
        iro_id = self._iro_id
        self._desk.background.run(
            lambda: _counted(database, me, iro_id, today), self._show_counts, _not_counted
        )

    def _show_counts(self, counts: Counts) -> None:
        self._counts = counts

        def with_count(words: str, key: str) -> str:
            count = number_in_words(counts[key]) if key in counts else ""
            return words.format(count=count).strip()

        self.whose.set_words(MINE, with_count(_("Mine {count}"), MINE))
        self.whose.set_words(ALL, with_count(_("Everyone {count}"), ALL))
        choices = [(key.value, with_count(_(words), key)) for key, words in FILTERS.items()]
        if self.filters.chosen() or counts:
            for key, words in choices:
                self.filters.set_words(key, words)
        if not counts:
            self.filters.set_choices(choices)
            return
        if not search_words(self.box.text()):
            self.subtitle.say(self._count_words())

    def _reload_if_shown(self, tables: frozenset[str]) -> None:
        if tables & SHOWS and self.isVisible():
            self._recount()

    def _grow(self) -> None:
        self.box.setMinimumWidth(appearance().px(210))
        self.box.setMaximumWidth(appearance().px(320))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.box.hasFocus():
            self.go_into_table()
            return
        super().keyPressEvent(event)


def _counted(database: Database, me: str, iro_id: str | None, today: date) -> Counts:
    with database.reading() as connection:
        counts: Counts = {MINE: count_children(connection, me), ALL: count_children(connection)}
        for key in FILTERS:
            counts[key] = count_children(connection, iro_id, only(key, today))
    return counts


def _not_counted(failure: Exception) -> None:
    """Show no counts when the record was locked meanwhile; anything else is our fault."""
    if not isinstance(failure, Problem):
        raise failure


def _found_words(shown: int) -> str:
    if shown == MOST_FOUND:
        return _("The first {count} found. Type more letters to see fewer.").format(count=shown)
    return ngettext("{count} child found", "{count} children found", shown).format(count=shown)
