"""The place Sync: what waits, what came, what was set aside and why, and how sharing stands."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from models.sync.sharing_lines import names_of_cases
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
from ui.sync.here_part import HerePart
from ui.sync.manager_parts import LaptopsPart, LookedPart, PeoplePart
from ui.sync.saved_words import Reach, moment_words, waiting_words
from ui.sync.sharing import Sharing
from ui.sync.standing_part import StandingPart, special_words

if TYPE_CHECKING:
    from models.sync.state import SharingState

HERE: Final = "here"
ManagerPart = LaptopsPart | PeoplePart | LookedPart


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
        self._said_not_yet: tuple[str, ...] = ()
        self._is_revoking = False  # a laptop is to be revoked with the next round
        self.summary = Words("", "body", "ink2", wrap=True)
        self.share_button = PrimaryButton(_("Share now"), "arrows-clockwise")
        self.share_button.setObjectName("share_now")
        self.share_button.setToolTip(_("Ctrl+Shift+S"))
        self.notices = NoticeArea()
        self.standing = StandingPart()
        self.tabs = ChipGroup(_("What is shown"), _tabs(), size="filter")
        self.here = HerePart(desk, sharing)
        self.managing: dict[str, ManagerPart] = {}
        self.alone = EmptyState(
            "arrows-clockwise",
            _("This laptop works alone"),
            _("Everything is saved here. Connect it to your council to share it with others."),
            action=_("Connect to your council"),
        )
        self._scrolling = ScrollingPage()
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
        self.tabs.choose(HERE)
        column = self._scrolling.column
        parts: tuple[QWidget, ...] = (self.notices, self.standing, self.tabs, self.alone)
        for part in (*parts, self.here):
            column.addWidget(part)
        column.addStretch(1)

    def _build_bar(self) -> None:
        self._bar.setProperty("part", "bar")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Words(_("Sync"), "h1"))
        said.addWidget(self.summary)
        line = QHBoxLayout(self._bar)
        line.setContentsMargins(28, 14, 28, 14)
        line.setSpacing(16)
        line.addLayout(said, 1)
        line.addWidget(PageSavedState())
        line.addWidget(self.share_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.share_button.clicked.connect(self.share)
        self.standing.needs_you_asked.connect(self.needs_you_asked)
        self.standing.stop_asked.connect(self._stop)
        self.standing.sign_in.sign_in_asked.connect(self._sign_in)
        self.standing.leaving.answered.connect(self._answer_leaving)
        self.tabs.chosen_changed.connect(self.show_tab)
        self.alone.action_asked.connect(self.connect_asked)
        self.here.change_asked.connect(self.connect_asked)
        self.here.child_opened.connect(self.child_opened)
        self.here.decided.connect(self._decide)
        self.here.dropped_together.connect(self._drop_together)
        self.here.put_back_asked.connect(self._put_back)
        self.here.troubled.connect(self.notices.tell)
        self._sharing.changed.connect(self._show_standing)
        self._sharing.round_ended.connect(self.here.ask_for_held)
        self._sharing.round_ended.connect(self._say_revoked)
        changes_of(self._desk.database).changed.connect(self._reload_if_shown)

    def reload(self) -> None:
        """Read the lists again, and show what is different."""
        self.here.reload()
        self._show_standing()

    def share(self) -> None:
        """Share now, or put the keyboard where the password is asked for."""
        if self._sharing.going.reach is Reach.SIGNED_OUT:
            self.standing.sign_in.password.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._sharing.share_now()

    def _stop(self) -> None:
        """Stop the round; the keyboard stays where it is begun again."""
        self.share_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sharing.stop_round()

    def show_tab(self, key: str) -> None:
        """Show what is here, or one of the manager's parts."""
        if key != HERE and key not in self.managing:
            self._add_part(key)
        show_if(self.here, key == HERE)
        for name, part in self.managing.items():
            show_if(part, name == key)
        if key in self.managing:
            self.managing[key].reload()
        else:
            self.here.ask_for_held()

    def _add_part(self, key: str) -> None:
        part = self.managing[key] = _PARTS[key](self._sharing)
        column = self._scrolling.column
        column.insertWidget(column.count() - 1, part)
        if isinstance(part, LaptopsPart):
            part.revoke_asked.connect(self._revoke)

    def _show_standing(self) -> None:
        state, alone = self._sharing.state, self._sharing.is_alone
        for part, shown in (
            (self.alone, alone),
            (self.share_button, not alone),
            (self.standing, not alone and state is not None),
        ):
            show_if(part, shown)
        self._show_tabs(is_manager=state is not None and state.role == "manager")
        if state is None:
            self.summary.say(_("What you write is shared with nobody.") if alone else "")
            return
        self.summary.say(self._summary(state))
        self.standing.show_standing(state, self._sharing.going)
        self.standing.show_special(*special_words(state.state))
        self._show_leaving(state.purge_waits)
        self.here.show_state(state)

    def _show_tabs(self, *, is_manager: bool) -> None:
        show_if(self.tabs, is_manager)
        if not is_manager and self.tabs.chosen() != HERE:
            self.tabs.choose(HERE)
            self.show_tab(HERE)
        show_if(self.here, not self._sharing.is_alone and self.tabs.chosen() == HERE)

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
        from ui.sync.acts import let_leave

        state = self._sharing.state
        if state is None:
            return
        cases = self._said_not_yet = state.purge_waits
        if not agreed:
            self._show_standing()
        elif self.notices.attempt(lambda: let_leave(self._desk, cases)):
            self._sharing.look()
            self._sharing.share_now()

    def _sign_in(self, password: str, keep: bool) -> None:
        from ui.sync.acts import keep_it

        self._sharing.sign_in(password)
        if keep:
            keep_it(self._desk, password, self._tell)

    def _decide(self, op_id: str, add: bool) -> None:
        from ui.sync.acts import decide_held

        if self.notices.attempt(lambda: decide_held(self._desk, op_id, add=add)):
            self.here.forget_held(op_id)
            self._sharing.share_now()

    def _drop_together(self, op_ids: tuple[str, ...]) -> None:
        from ui.sync.acts import drop_held

        if self.notices.attempt(lambda: drop_held(self._desk, op_ids)):
            self.here.reload()
            self._sharing.share_now()

    def _put_back(self, op_id: str) -> None:
        from ui.sync.acts import put_back

        if self.notices.attempt(lambda: put_back(self._desk, op_id)):
            self.notices.say(_("It is in the record again."), kind="well")

    def _revoke(self, device: str) -> None:
        from ui.sync.acts import revoke_laptop

        if self.notices.attempt(lambda: revoke_laptop(self._desk, device)):
            self.notices.say(_("The laptop is revoked with the next round of sharing."))
            self._is_revoking = True
            self._sharing.share_now()

    def _say_revoked(self, report: object) -> None:
        """Take back that it is still to be done, and show the laptops as they are now."""
        if self._is_revoking and report is not None:
            self._is_revoking = False
            self.notices.clear("said")
            if self.tabs.chosen() == "laptops":
                self.managing["laptops"].reload()

    def _tell(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self.notices.tell(failure)

    def _reload_if_shown(self, _tables: frozenset[str]) -> None:
        if self.isVisible():
            self.reload()

    @override
    def enter(self) -> None:
        self._sharing.look()
        self.reload()
        self.here.ask_for_held()

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
