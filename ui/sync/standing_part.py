"""How sharing stands, at the top of the page: what needs a person, a password, a decision."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import N_, _, ngettext
from ui.parts.buttons import FinalButton, SecondaryButton
from ui.parts.cards import Card
from ui.parts.fields import PassphraseField
from ui.parts.notices import Notice
from ui.parts.progress import Progress
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.parts.words import Words
from ui.problem_box import sentences
from ui.sync.saved_words import Going, Reach

if TYPE_CHECKING:
    from models.sync.state import SharingState

LEASE_TOLD_DAYS: Final = 3
LEASE_WORDS: Final = N_(
    "A laptop that has not shared for too long opens only to share. Your unsent work stays safe "
    "on it."
)


WHY_SIGN_IN: Final = N_(
    "Your password is not kept on this computer, so Waymark asks for it each time."
)


class SignInCard(Card):
    """Asks for the password of the login to the shared database."""

    sign_in_asked = Signal(str, bool)  # the password, and whether to keep it

    def __init__(self) -> None:
        super().__init__("info")
        self.setObjectName("sign_in")
        self.title = Words(_("Sign in to share"), "h3", wrap=True)
        self.why = Words("", "small", wrap=True)
        self.password = PassphraseField(_("Password of your login to the shared database"))
        self.password.control.setObjectName("shared_password")
        self.keep = Tick(_("Keep it in this computer’s keyring"))
        self.keep.setObjectName("keep_password")
        self.button = SecondaryButton(_("Sign in and share"))
        self.button.setObjectName("sign_in_button")
        for part in (self.title, self.why, self.password, self.keep):
            self.column.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addStretch(1)
        self.column.addLayout(line)
        self.button.clicked.connect(self.ask)
        self.password.control.returnPressed.connect(self.ask)
        self.password.edited.connect(self.password.clear_error)

    def say_why(self, why: str) -> None:
        """Say why the password is asked for."""
        self.why.say(why)
        show_if(self.why, bool(why))

    def ask(self) -> None:
        """Sign in with what was typed."""
        password = self.password.text()
        if not password:
            self.password.show_error(_("Type the password first."))
            return
        self.password.clear()
        self.sign_in_asked.emit(password, self.keep.isChecked())


class LeavingCard(Card):
    """Several children are to leave this laptop at once: asked on the page, never over it."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__("due")
        self.setObjectName("leaving")
        self.title = Words("", "h3", wrap=True)
        self.names = Words("", "body", wrap=True)
        self.told = Words(
            _("What you wrote about them is shared, or is set aside here for you to read."),
            "small",
            wrap=True,
        )
        self.do_button = FinalButton(_("Take them off this laptop"))
        self.do_button.setObjectName("let_leave")
        self.keep_button = SecondaryButton(_("Not yet"))
        self.keep_button.setObjectName("not_yet")
        for part in (self.title, self.names, self.told):
            self.column.addWidget(part)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.do_button)
        line.addWidget(self.keep_button)
        line.addStretch(1)
        self.column.addLayout(line)
        self.do_button.clicked.connect(lambda: self.answered.emit(True))
        self.keep_button.clicked.connect(lambda: self.answered.emit(False))

    def show_names(self, names: tuple[str, ...], count: int) -> None:
        """Name the children who would leave."""
        words = ngettext(
            "{count} child is not yours any more. Take them off this laptop?",
            "{count} children are not yours any more. Take them off this laptop?",
            count,
        )
        self.title.say(words.format(count=count))
        self.names.say(", ".join(names))
        show_if(self.names, bool(names))
        self.setAccessibleName(self.title.said)


class StandingPart(QWidget):
    """Each of its parts is there only while it has something to say."""

    needs_you_asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.needs_you = _notice("needs_you", "due", _("Choose"))
        self.problem = _notice("sharing_problem", "over")
        self.offline = _notice("offline", "info")
        self.lease = _notice("lease", "due")
        self.special = _notice("special", "due")
        self.sign_in = SignInCard()
        self.leaving = LeavingCard()
        self.progress = Progress()
        self._is_fetching = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (
            *(self.needs_you, self.leaving, self.special, self.lease, self.sign_in),
            *(self.problem, self.offline, self.progress),
        ):
            column.addWidget(part)
            part.hide()
        self.needs_you.action_asked.connect(self.needs_you_asked)
        self.progress.stop_asked.connect(self.stop_asked)

    def show_standing(self, state: "SharingState", going: Going) -> None:
        """Show how sharing stands."""
        self._show_needs(state.needs_you)
        self._show_reach(going)
        self._show_lease(state.lease_left_days)
        self._show_fetch(state.first_fetch, going)

    def ask_to_leave(self, names: tuple[str, ...], count: int) -> None:
        """Ask whether so many children may leave this laptop; nobody: take the question away."""
        if count:
            self.leaving.show_names(names, count)
        show_if(self.leaving, bool(count))

    def show_special(self, title: str, detail: str) -> None:
        """Say what is unusual about the shared database or this laptop; nothing: nothing is."""
        if title:
            self.special.say(title, detail)
        show_if(self.special, bool(title))

    def _show_needs(self, count: int) -> None:
        words = ngettext("{count} needs you", "{count} need you", count).format(count=count)
        self.needs_you.say(words, _("Two people changed the same words. Both versions are safe."))
        show_if(self.needs_you, bool(count))

    def _show_reach(self, going: Going) -> None:
        what, kept, then = sentences(going.problem) if going.problem else ("", "", "")
        detail = _("{kept} {next}").format(kept=kept, next=then)
        self.sign_in.say_why(what or _(WHY_SIGN_IN))
        show_if(self.sign_in, going.reach is Reach.SIGNED_OUT)
        for notice, reach in ((self.problem, Reach.REFUSED), (self.offline, Reach.OFFLINE)):
            shown = going.reach is reach and bool(what)
            if shown:
                notice.say(what.rstrip("."), detail)
            show_if(notice, shown)

    def _show_lease(self, days: int | None) -> None:
        is_near = days is not None and days <= LEASE_TOLD_DAYS
        if is_near and days is not None:
            words = ngettext(
                "Connect to your council within {count} day",
                "Connect to your council within {count} days",
                days,
            )
            title = words.format(count=days) if days else _("Connect to your council today")
            self.lease.say(title, _(LEASE_WORDS))
        show_if(self.lease, is_near)

    def _show_fetch(self, fetch: tuple[int, int] | None, going: Going) -> None:
        fetching = fetch is not None and going.is_sharing
        if fetching and not self._is_fetching:
            self.progress.start(_("Fetching your children’s records"))
        if fetching and fetch is not None:
            self.progress.step(*fetch)
        elif not fetching and self._is_fetching:
            self.progress.finish()
        self._is_fetching = fetching


def special_words(standing_state: str) -> tuple[str, str]:
    """Say what is unusual: the shared database is being put back, or this laptop was revoked."""
    if standing_state == "recovering":
        return (
            _("The shared database was put back from a backup"),
            _("Your laptop helps to fill it again. You can carry on; sharing goes on afterwards."),
        )
    if standing_state == "restored":
        return (
            _("The shared database was put back from a backup"),
            _("Everything is being fetched and compared again. Nothing you typed is lost."),
        )
    if standing_state == "revoked":
        return (
            _("This laptop may not read the shared record any more"),
            _(
                "Your service has taken it out. What was typed here is handed in for a manager "
                "to look at, and the children’s records are off this laptop. Ask your manager "
                "if this is a mistake."
            ),
        )
    return "", ""


def _notice(name: str, kind: str, action: str = "") -> Notice:
    notice = Notice("", kind=kind, action=action, closable=False)
    notice.setObjectName(name)
    return notice
