"""What needs a person: fields that two people changed, settled one after the other."""

from typing import Any, Final  # Any: a field may hold any JSON value

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.drafts import keep_draft
from models.sync.may_settle import may_settle
from models.sync.settling import Settled, settle, undo_settling
from models.sync.sharing_lines import what_came
from models.sync.state import read_state
from models.sync.two_versions import (
    TwoVersions,
    as_column_holds,
    needs_you,
    one_conflict,
)
from ui.appearance import appearance
from ui.caseload.notice_area import NoticeArea
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.language import _, ngettext
from ui.meeting.review_keys import make_keys
from ui.overriding import override
from ui.page import Page
from ui.parts.buttons import SmallButton
from ui.parts.empty_state import EmptyState
from ui.parts.saved_state import PageSavedState
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import IconWords, Words
from ui.sync.conflict_list import ConflictList
from ui.sync.conflict_words import before_words, field_words_of, title_words
from ui.sync.lines_part import LinesPart
from ui.sync.result_draft import RESULT, ResultDraft
from ui.sync.saved_words import moment_words
from ui.sync.value_words import ValueWords, read_form
from ui.sync.versions_view import ToShow, VersionsView
from ui.typing_hold import Held

_SHOWS: Final = frozenset({"conflict", "arrival", "child", "staff_member"})
LIST_PX: Final = 296
_ANY: Final = 16_777_215  # no limit, as Qt counts it
_BESIDE_PX: Final = 900  # from this width on the list stands beside the versions


class NeedsYouPage(Page):
    """Nothing leaves the list by being looked at; Ctrl+Enter uses a choice and goes on."""

    left = Signal()
    child_opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Needs you"), parent)
        self.setObjectName("needs_you_page")
        self._desk = desk
        self._found: tuple[TwoVersions, ...] = ()
        self._held = Held(desk.database.typing)
        self._is_using = False
        self.heading = Words(_("Needs you"), "h1", wrap=True)
        self.summary = Words("", "body", "ink2", wrap=True)
        self.safe = IconWords("check-circle-fill", _("Both versions are safe"), "label", "well")
        self.safe.words.set_colour("ink")
        self.back = SmallButton(_("Back to Sync"), "arrow-left")
        self.back.setObjectName("back_to_sync")
        self.list = ConflictList()
        self.notices = NoticeArea()
        self.view = VersionsView(desk)
        self.joined = LinesPart(
            _("Joined by themselves"),
            _("Nothing was joined yet."),
            _("What two people changed in different places is joined, and told here."),
        )
        self.nothing = EmptyState(
            "check-circle",
            _("Nothing needs you"),
            _("When two people change the same words, both versions wait here for a choice."),
            action=_("Back to Sync"),
            colour="well",
        )
        self.nothing.action.setObjectName("nothing_back")
        self._draft = ResultDraft(desk, self)
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        self._list_scroll = ScrollingPage(0)
        self._list_scroll.column.setContentsMargins(0, 0, 0, 0)
        self._list_scroll.column.addWidget(self.list)
        self._right = ScrollingPage()
        self._parts: tuple[QWidget, ...] = (self.view, self.joined, self.nothing)
        for part in (self.notices, *self._parts):
            self._right.column.addWidget(part)
        self._right.column.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addWidget(self._list_scroll)
        self._parting = QFrame()
        self._parting.setProperty("part", "parting_upright")
        self._body.addWidget(self._parting)
        self._body.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addLayout(self._body, 1)

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("part", "bar")
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.heading)
        said.addWidget(self.summary)
        line = QHBoxLayout(head)
        line.setContentsMargins(28, 14, 28, 14)
        line.setSpacing(16)
        line.addLayout(said, 1)
        line.addWidget(PageSavedState())
        line.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.safe, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _connect(self) -> None:
        self.destroyed.connect(self._held.let_go)
        self.back.clicked.connect(self._leave)
        self.nothing.action_asked.connect(self._leave)
        self.list.chosen.connect(self.show_conflict)
        self.list.joined_asked.connect(self.show_joined)
        self.joined.child_opened.connect(self.child_opened)
        self.view.use_asked.connect(self._use)
        self.view.later_asked.connect(self._go_on)
        self.view.touched.connect(self._hold)
        self._draft.failed.connect(self.notices.tell)
        appearance().changed.connect(self._fit)
        changes_of(self._desk.database).changed.connect(self._follow)
        keys = {"Ctrl+Return": self.view.use_this, "Ctrl+Enter": self.view.use_this}
        make_keys(self, keys)

    def lead_back(self) -> None:
        """Lead back to the page that this was opened from, which is not Sync."""
        for button in (self.back, self.nothing.action):
            button.say(_("Back"))

    def reload(self) -> None:
        """Read what waits again; the one that is being settled stays as it is."""
        with self._desk.database.reading() as connection:
            self._found = needs_you(connection)
            self._form = read_form(connection)
            self._shared_at = read_state(connection, self._desk.now()).last_shared_at
            came = [line for line in what_came(connection) if line.kind == "joined"]
        self.list.show_conflicts(self._found, self._form)
        self.list.show_joined(len(came))
        self.joined.show_lines(came, self._desk.now())
        show_if(self.safe, bool(self._found) and not self.list.is_folded)
        self._say_how_many()
        self._show_what_is_there()

    def show_conflict(self, conflict_id: str) -> None:
        """Show one of them; what was typed for another is kept with it."""
        found = next((each for each in self._found if each.id == conflict_id), None)
        if found is None:
            return
        self._let_go()
        with self._desk.database.reading() as connection:
            said = ValueWords(connection, found)
            before = before_words(connection, found, said)
            mine = may_settle(connection, found.case_id, found.row_id, self._desk.me.id)
        draft = self._draft.read(conflict_id)
        form = self._form
        shown = ToShow(found, said, title_words(found), field_words_of(found, form), before, mine)
        self.view.show_versions(shown)
        if draft:
            self.view.put_draft(draft)
        if self.view.result.is_written:
            self._draft.follow(conflict_id, self.view.result.control)
        self.list.show_chosen(conflict_id)
        self._show(self.view)

    def show_joined(self) -> None:
        """Show what was joined by itself, and by whom the other half was."""
        self._let_go()
        self.list.show_chosen("")
        self._show(self.joined)
        rows = self.joined.rows
        if rows:
            rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def enter(self) -> None:
        self.reload()
        card = self.list.first_stop(self._shown_id())
        target = card or self.nothing.action
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def regions(self) -> list[QWidget]:
        return [self.back, self.list, self.notices, *self._parts]

    @override
    def flush(self) -> bool:
        return self._draft.flush()

    @override
    def help_words(self) -> str:
        return _(
            "Two people changed the same words, and neither had seen the other’s. Both versions "
            "are kept. Press 1 to keep the left one, 2 the right one, 3 both, and 4 to write a "
            "new one. The box below can always be changed. Ctrl+Enter uses it and goes on to the "
            "next. A choice can be undone, and what was not chosen stays in the history."
        )

    def _shown_id(self) -> str:
        shown = self.view.shown
        return shown.id if shown else ""

    def _show(self, part: QWidget) -> None:
        for each in self._parts:
            show_if(each, each is part)

    def _say_how_many(self) -> None:
        words = ngettext(
            "{count} field was changed in two places.",
            "{count} fields were changed in two places.",
            len(self._found),
        )
        said = words.format(count=len(self._found))
        if not self._found:
            said = _("Nothing waits for a choice.")
        elif self._shared_at is not None:
            when = moment_words(self._shared_at, self._desk.now())
            said = _("Last shared {when}. {said}").format(when=when, said=said)
        self.summary.say(said)

    def _show_what_is_there(self) -> None:
        known = {each.id for each in self._found}
        if self._shown_id() in known:
            same = self.view.shown in self._found or self.view.is_touched
            if same and self.nothing.isHidden():
                return
            self.show_conflict(self._shown_id())
        elif self.view.is_touched and self._held.place is not None:
            self.notices.say(
                _("Somebody has chosen here meanwhile."),
                _("What you wrote is still in the box. Leave for later shows the next one."),
            )
        elif self._found:
            self.show_conflict(self._found[0].id)
        else:
            self._let_go()
            self._show(self.nothing)

    def _use(self, outcome: str, value: Any) -> None:
        shown = self.view.shown
        if shown is None or self._is_another_by_now(shown):
            return
        calendar, conflict_id = self._desk.calendar, shown.id
        settled: list[Settled] = []

        def choose(session: Any) -> None:  # a Session: SQLAlchemy is loaded when saving
            settled.append(settle(session, conflict_id, outcome, value, calendar))
            keep_draft(session, conflict_id, RESULT, {})

        self._is_using = True
        done = self.notices.attempt(lambda: self._desk.save(choose))
        self._is_using = False
        if not done:
            return
        self._draft.drop()
        words = _("{what}: your choice is in the record.").format(what=title_words(shown))
        self.notices.offer_undo(words, lambda: self._take_back(settled[0]))
        self._go_on(used=conflict_id)

    def _is_another_by_now(self, shown: TwoVersions) -> bool:
        """Whether a version changed while it was looked at: then it is looked at again."""
        with self._desk.database.reading() as connection:
            fresh = one_conflict(connection, shown.id)
        if fresh is None or (fresh.mine, fresh.theirs) == (shown.mine, shown.theirs):
            return False
        draft = self.view.draft()
        self._found = tuple(fresh if each.id == fresh.id else each for each in self._found)
        self.show_conflict(fresh.id)
        if draft:
            self.view.put_draft(draft)
        self.notices.say(_("One of the versions was changed meanwhile. Look at both once more."))
        return True

    def _take_back(self, settled: Settled) -> None:
        calendar = self._desk.calendar
        done = self.notices.attempt(
            lambda: self._desk.save(lambda session: undo_settling(session, settled, calendar))
        )
        if done:
            self._let_go()
            self.reload()
            self.show_conflict(settled.conflict_id)
            self._focus_shown()

    def _go_on(self, used: str = "") -> None:
        """Go to the next of the list; what was left for later stays in it."""
        self._draft.flush()
        order = [each.id for each in self._found]
        here = used or self._shown_id()
        place = order.index(here) if here in order else -1
        self._let_go()
        following = order[place + 1 :] + order[: max(place, 0)]
        if not used and not following:
            self._leave()
            return
        if following:
            self.show_conflict(following[0])
        self.reload()
        self._focus_shown()

    def _focus_shown(self) -> None:
        self._right.to_top()
        card = self.list.first_stop(self._shown_id()) if self._found else None
        target: QWidget = card or self.nothing.action
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.flush()
        self._let_go()
        self.left.emit()

    def _hold(self) -> None:
        """Let nothing move in this field while it is being settled."""
        shown = self.view.shown
        if shown is None or self._held.place is not None:
            return
        value = shown.theirs.value
        seen = as_column_holds(shown.table, shown.field, value) if value else value
        self._held.hold((shown.table, shown.row_id, shown.field), seen)

    def _let_go(self) -> None:
        self._draft.flush()
        self._held.let_go()

    def _follow(self, tables: frozenset[str]) -> None:
        """Show what came in; a page that is not seen reads it when it is entered."""
        shown = {self.view.shown.table} if self.view.shown else set()
        if (
            self.isVisible()
            and not self._is_using
            and tables & {"conflict", "arrival", "child", "staff_member", *shown}
        ):
            self.reload()

    def _fit(self) -> None:
        """Let the list stand beside the versions, or fold into one line above them."""
        is_wide = self.width() >= appearance().px(_BESIDE_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if is_wide else down)
        self._parting.setVisible(is_wide)
        self.list.fold(folded=not is_wide)
        self.heading.setVisible(not appearance().menu_replaces_rail)
        show_if(self.safe, bool(self._found) and is_wide)
        width = appearance().px(LIST_PX)
        self._list_scroll.setMinimumWidth(width if is_wide else 0)
        self._list_scroll.setMaximumWidth(width if is_wide else _ANY)
        folded = self.list.height_folded(self.width())
        self._list_scroll.setMinimumHeight(0 if is_wide else folded)
        self._list_scroll.setMaximumHeight(_ANY if is_wide else folded)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._held.let_go()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - int(Qt.Key.Key_0)
        has_view = not self.view.isHidden()
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and has_view and 1 <= number <= 4:
            self.view.choices.press(number)
            return
        super().keyPressEvent(event)
