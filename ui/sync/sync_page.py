"""The place Sync: what waits, what came, what was set aside and why, and how sharing stands."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final  # Any: an answer of the shared database is JSON

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from models.sync.sharing_lines import (
    HeldLine,
    held_from_others,
    names_of_cases,
    what_came,
    what_waits,
    what_was_set_aside,
)
from ui.appearance import appearance
from ui.caseload.notice_area import NoticeArea
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.language import _, ngettext
from ui.overriding import override
from ui.page import Page
from ui.parts.buttons import PrimaryButton
from ui.parts.chips import ChipGroup
from ui.parts.empty_state import EmptyState
from ui.parts.saved_state import PageSavedState
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.sync.connection_card import ConnectionCard
from ui.sync.held_part import HeldPart
from ui.sync.lines_part import LinesPart
from ui.sync.manager_parts import LaptopsPart, LookedPart, PeoplePart
from ui.sync.saved_words import Reach, moment_words, waiting_words
from ui.sync.sharing import Sharing
from ui.sync.standing_part import StandingPart, special_words

if TYPE_CHECKING:
    from models.sync.state import SharingState

HERE: Final = "here"
ManagerPart = LaptopsPart | PeoplePart | LookedPart
SETTLED_SHOWN: Final = timedelta(days=30)
WIDE_PX: Final = 900


class SyncPage(Page):
    """For a manager also the laptops, the people and who looked, each behind a tab."""

    child_opened = Signal(str)
    needs_you_asked = Signal()
    connect_asked = Signal()

    def __init__(self, desk: Desk, sharing: Sharing) -> None:
        super().__init__(_("Sync"))
        self.setObjectName("sync_page")
        self.setAccessibleName(_("Sync"))
        self._desk, self._sharing = desk, sharing
        self._held: tuple[HeldLine, ...] = ()
        self._of_others: tuple[HeldLine, ...] = ()
        self._said_not_yet: tuple[str, ...] = ()
        self.heading = Words(_("Sync"), "h1")
        self.summary = Words("", "body", "ink2", wrap=True)
        self.share_button = PrimaryButton(_("Share now"), "arrows-clockwise")
        self.share_button.setObjectName("share_now")
        self.share_button.setToolTip(_("Ctrl+Shift+S"))
        self.saved = PageSavedState()
        self.notices = NoticeArea()
        self.standing = StandingPart()
        self.tabs = ChipGroup(_("What is shown"), _tabs(), size="filter")
        self.waits = LinesPart(
            _("Waiting to be shared"),
            _("Nothing waiting"),
            _("What you type waits here until the council has it."),
        )
        self.held = HeldPart()
        self.came = LinesPart(
            _("What came"),
            _("Nothing has come yet"),
            _("What others change about your children is told here."),
        )
        self.connection = ConnectionCard()
        self.managing: dict[str, ManagerPart] = {}
        self.alone = EmptyState(
            "arrows-clockwise",
            _("This laptop works alone"),
            _("Everything is saved here. Connect it to your council to share it with others."),
            action=_("Connect to your council"),
        )
        self._scrolling = ScrollingPage()
        self._here = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._here)
        self._bar = QFrame()
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addWidget(self._scrolling, 1)
        self._build_bar()
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.held)
        left.addWidget(self.waits)
        right.addWidget(self.came)
        right.addWidget(self.connection)
        for side in (left, right):
            side.setSpacing(16)
            side.addStretch(1)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(28)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(right, 1)
        column = self._scrolling.column
        parts: tuple[QWidget, ...] = (self.notices, self.standing, self.tabs, self.alone)
        for part in (*parts, self._here):
            column.addWidget(part)
        column.addStretch(1)

    def _build_bar(self) -> None:
        self._bar.setProperty("part", "bar")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.heading)
        said.addWidget(self.summary)
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(28, 14, 28, 14)
        line.setSpacing(16)
        line.addLayout(said, 1)
        line.addWidget(self.saved)
        line.addWidget(self.share_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.share_button.clicked.connect(self.share)
        self.standing.needs_you_asked.connect(self.needs_you_asked)
        self.standing.stop_asked.connect(self._sharing.stop_round)
        self.standing.sign_in.sign_in_asked.connect(self._sign_in)
        self.standing.leaving.answered.connect(self._answer_leaving)
        self.tabs.chosen_changed.connect(self.show_tab)
        self.alone.action_asked.connect(self.connect_asked)
        self.connection.change_asked.connect(self.connect_asked)
        self.held.added.connect(lambda op_id: self._decide(op_id, add=True))
        self.held.dropped.connect(lambda op_id: self._decide(op_id, add=False))
        for lines in (self.waits, self.came):
            lines.child_opened.connect(self.child_opened)
        self._sharing.changed.connect(self._show_standing)
        self._sharing.round_ended.connect(self.ask_for_held)
        changes_of(self._desk.database).changed.connect(self._reload_if_shown)
        appearance().changed.connect(self._fit)

    @property
    def _state(self) -> "SharingState | None":
        return self._sharing.state

    def reload(self) -> None:
        """Read the lists again, and show what is different."""
        now = self._desk.now()
        with self._desk.database.reading() as connection:
            waits, came = what_waits(connection), what_came(connection)
            self._held = what_was_set_aside(connection, now - SETTLED_SHOWN)
        self.waits.show_lines(waits, now)
        self.came.show_lines(came, now)
        self.held.show_held(self._held, self._of_others, now)
        self._show_standing()

    def ask_for_held(self, _report: object = None) -> None:
        """Ask for the work of others that waits for this person."""
        state = self._state
        if state is not None and state.held_news and self.isVisible():
            self._sharing.ask(
                lambda line, _progress, _stop: line.call("pull", {"what": "held"}),
                self.show_held_of_others,
                self._tell,
            )

    def show_held_of_others(self, answer: Mapping[str, Any]) -> None:
        """Show the work of others that waits for this person."""
        with self._desk.database.reading() as connection:
            self._of_others = held_from_others(connection, answer, self._desk.me.id)
        self.held.show_held(self._held, self._of_others, self._desk.now())

    def share(self) -> None:
        """Share now, or say what is in the way."""
        if self.share_button.is_off:
            return
        if self._sharing.going.reach is Reach.SIGNED_OUT:
            self.standing.sign_in.password.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._sharing.share_now()

    def show_tab(self, key: str) -> None:
        """Show what is here, or one of the manager's parts."""
        if key != HERE and key not in self.managing:
            part = _PARTS[key](self._sharing)
            self.managing[key] = part
            column = self._scrolling.column
            column.insertWidget(column.count() - 1, part)
            if isinstance(part, LaptopsPart):
                part.revoke_asked.connect(self._revoke)
        show_if(self._here, key == HERE)
        for name, part in self.managing.items():
            show_if(part, name == key)
        if key in self.managing:
            self.managing[key].reload()

    def _show_standing(self) -> None:
        state = self._state
        alone = self._sharing.is_alone
        show_if(self.alone, alone)
        show_if(self.share_button, not alone)
        show_if(self.connection, not alone)
        is_manager = state is not None and not alone and state.role == "manager"
        show_if(self.tabs, is_manager)
        if not is_manager and self.tabs.chosen() != HERE:
            self.tabs.choose(HERE)
            self.show_tab(HERE)
        show_if(self._here, not alone and (self.tabs.chosen() or HERE) == HERE)
        show_if(self.standing, not alone)
        if state is None:
            self.summary.say(_("What you write is shared with nobody.") if alone else "")
            return
        self.summary.say(self._summary(state))
        self.standing.show_standing(state, self._sharing.going)
        self.standing.show_special(*special_words(state.state))
        self._show_leaving(state.purge_waits)
        self.connection.show_state(state, self._desk.now())

    def _summary(self, state: "SharingState") -> str:
        """Say what the page tells, in one or two sentences."""
        waiting = _("Nothing waiting")
        if state.waiting:
            waiting = waiting_words(state.waiting, self._sharing.going.reach)
        parts = [_("{waiting}.").format(waiting=waiting)]
        if state.last_shared_at is not None:
            when = moment_words(state.last_shared_at, self._desk.now())
            parts.append(_("Last shared {when}.").format(when=when))
        if state.held:
            words = ngettext("{count} is set aside.", "{count} are set aside.", state.held)
            parts.append(words.format(count=state.held))
        return " ".join(parts)

    def _show_leaving(self, cases: tuple[str, ...]) -> None:
        with self._desk.database.reading() as connection:
            names = names_of_cases(connection, cases)
        self.standing.ask_to_leave(names, 0 if self._said_not_yet == cases else len(cases))

    def _answer_leaving(self, agreed: bool) -> None:
        state = self._state
        if state is None:
            return
        if not agreed:
            self._said_not_yet = state.purge_waits
            self._show_standing()
            return
        from ui.sync.acts import let_leave

        if self.notices.attempt(lambda: let_leave(self._desk, state.purge_waits)):
            self._sharing.look()
            self._sharing.share_now()

    def _sign_in(self, password: str, keep: bool) -> None:
        from ui.sync.acts import keep_it

        self._sharing.sign_in(password)
        if keep:
            keep_it(self._desk, password, self._tell)

    def _decide(self, op_id: str, *, add: bool) -> None:
        from ui.sync.acts import decide_held

        if self.notices.attempt(lambda: decide_held(self._desk, op_id, add=add)):
            self._of_others = tuple(one for one in self._of_others if one.op_id != op_id)
            self.reload()
            self._sharing.share_now()

    def _revoke(self, device: str) -> None:
        from ui.sync.acts import revoke_laptop

        if self.notices.attempt(lambda: revoke_laptop(self._desk, device)):
            self.notices.say(_("The laptop is revoked with the next round of sharing."))
            self._sharing.share_now()

    def _tell(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self.notices.tell(failure)

    def _reload_if_shown(self, _tables: frozenset[str]) -> None:
        if self.isVisible():
            self.reload()

    def _fit(self) -> None:
        directions = QBoxLayout.Direction
        wide = self.width() >= appearance().px(WIDE_PX)
        self._sides.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    @override
    def enter(self) -> None:
        self._sharing.look()
        self.reload()
        self.ask_for_held()

    @override
    def regions(self) -> list[QWidget]:
        return [self._bar, self._scrolling]

    @override
    def help_words(self) -> str:
        return _(
            "What you type is saved on this laptop at once, and shared with your council when "
            "there is a connection: by itself every minute, or at once with Ctrl+Shift+S. What "
            "could not be put into the record is set aside here with its words."
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _tabs() -> list[tuple[str, str]]:
    return [
        (HERE, _("This laptop")),
        ("laptops", _("Laptops")),
        ("people", _("People")),
        ("looked", _("Who looked")),
    ]


_PARTS: Final[Mapping[str, Callable[[Sharing], ManagerPart]]] = {
    "laptops": LaptopsPart,
    "people": PeoplePart,
    "looked": LookedPart,
}
