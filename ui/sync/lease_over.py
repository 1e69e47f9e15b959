"""In front of the record when a laptop has not met its council for too long."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.sync.standing import REVOKED
from ui.language import _, ngettext
from ui.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.parts.showing import show_if
from ui.parts.words import IconWords, Words
from ui.problem_box import sentences
from ui.sync.saved_words import Reach
from ui.sync.sharing import Sharing
from ui.sync.standing_part import WHY_SIGN_IN, SignInCard, special_words
from ui.unlock.unlock_frame import UnlockFrame


class LeaseOver(UnlockFrame):
    """Says that the unsent work is safe, and offers to connect, which goes on from here."""

    lock_asked = Signal()
    connect_asked = Signal()
    sign_in_asked = Signal(str, bool)

    def __init__(self, sharing: Sharing) -> None:
        super().__init__()
        self.setObjectName("lease_over")
        self._sharing = sharing
        self.title = Words(_("Your unsent work is safe. Connect to continue."), "h1", wrap=True)
        self.why = Words(
            _(
                "This laptop has not shared with your council for so long that it opens only to "
                "share. Nothing was erased."
            ),
            "body",
            "ink2",
            wrap=True,
        )
        self.waiting = IconWords("laptop", "", "body", wrap=True)
        self.share_button = PrimaryButton(_("Connect and share"), "arrows-clockwise")
        self.share_button.setObjectName("share_now")
        self.sign_in = SignInCard()
        self.standing = Words("", "small", "ink2", wrap=True)
        self.change_button = SecondaryButton(_("Change the connection"))
        self.change_button.setObjectName("change_connection")
        self.lock_button = QuietButton(_("Lock"))
        self.lock_button.setObjectName("lock_lease")
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self.share_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        before: tuple[QWidget, ...] = (self.title, self.why, self.waiting)
        after: tuple[QWidget, ...] = (self.sign_in, self.share_button, self.standing)
        for part in before:
            self.form.addWidget(part)
        self.form.addLayout(self.notices)
        for part in after:
            self.form.addWidget(part)
        last = QHBoxLayout()
        last.addWidget(self.change_button)
        last.addStretch(1)
        last.addWidget(self.lock_button)
        self.form.addLayout(last)
        self.setFocusProxy(self.share_button)

    def _connect(self) -> None:
        self._sharing.changed.connect(self._show)
        self.share_button.clicked.connect(self.share)
        self.sign_in.sign_in_asked.connect(self.sign_in_asked)
        self.change_button.clicked.connect(self.connect_asked)
        self.lock_button.clicked.connect(self.lock_asked)

    def share(self) -> None:
        """Try to reach the council."""
        if not self.share_button.is_off:
            self._sharing.share_now()

    def _show(self) -> None:
        state, going = self._sharing.state, self._sharing.going
        if state is None:
            return
        title, why = special_words(state.state)
        if state.state == REVOKED:
            self.title.say(title)
            self.why.say(why)
        count = state.waiting
        words = ngettext(
            "{count} change waits on this laptop", "{count} changes wait on this laptop", count
        )
        self.waiting.words.say(words.format(count=count))
        show_if(self.waiting, bool(count))
        signed_out = going.reach is Reach.SIGNED_OUT
        show_if(self.sign_in, signed_out)
        self.sign_in.say_why(_(WHY_SIGN_IN))
        show_if(self.share_button, not signed_out)
        what, _kept, then = sentences(going.problem) if going.problem else ("", "", "")
        said = (
            _("Sharing") if going.is_sharing else _("{what} {next}").format(what=what, next=then)
        )
        self.standing.say(said.strip())
        show_if(self.standing, bool(self.standing.said))
