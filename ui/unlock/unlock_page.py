"""The page that opens the record with its passphrase, or tells in words why it did not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.problems import Problem
from ui.language import _
from ui.parts.buttons import PrimaryButton, QuietButton
from ui.parts.fields import PassphraseField
from ui.parts.notices import Notice
from ui.parts.ticks import Tick
from ui.parts.words import Words
from ui.unlock.unlock_frame import UnlockFrame


class UnlockPage(UnlockFrame):
    """Asks for the passphrase; whoever made it unlocks, and tells it of a problem."""

    unlock_asked = Signal(str)
    backup_asked = Signal()

    def __init__(self, greeting: str, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.greeting = Words(greeting, "h1", wrap=True)
        self.place = Words(place, "body", "ink2", wrap=True)
        hint = _("Four words or more. It unlocks the children's records on this laptop.")
        self.passphrase = PassphraseField(_("Passphrase"), hint=hint)
        self.unlock_button = PrimaryButton(_("Unlock"))
        self.forgot_button = QuietButton(_("I forgot my passphrase"))
        self.keep_tick = Tick(_("Keep my passphrase in this computer’s keyring"))
        self.keep_tick.setObjectName("keep_tick")
        no_keyring = _("This computer has no keyring, so your passphrase is asked for each time.")
        self.no_keyring = Words(no_keyring, "small", "ink2", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.unlock_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.forgot_button)
        greeting = QVBoxLayout()
        greeting.setSpacing(2)
        greeting.addWidget(self.greeting)
        greeting.addWidget(self.place)
        self.form.addLayout(greeting)
        self.form.addLayout(self.notices)
        self.form.addWidget(self.passphrase)
        for offered in (self.keep_tick, self.no_keyring):
            offered.hide()  # until it is known whether there is a keyring
            self.form.addWidget(offered)
        self.form.addWidget(self.unlock_button)
        self.form.addWidget(self.unlock_button.reason)
        self.form.addLayout(last)
        self.setFocusProxy(self.passphrase)

    def _connect(self) -> None:
        self.passphrase.control.returnPressed.connect(self.ask)
        self.unlock_button.clicked.connect(self.ask)
        self.forgot_button.clicked.connect(self.explain_forgotten)

    def ask(self) -> None:
        """Ask for the record to be opened with what was typed."""
        if self.unlock_button.is_off:
            return
        if not self.passphrase.text():
            self.passphrase.show_error(_("Type your passphrase first."))
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.passphrase.clear_error()
        self.clear_problem()
        self.unlock_button.turn_off(_("Unlocking takes about a second."))
        self.unlock_asked.emit(self.passphrase.text())

    def offer_keyring(self, has_keyring: bool, is_kept: bool) -> None:
        """Offer to keep the passphrase where that is safe, or say that it cannot be kept."""
        self.keep_tick.setChecked(is_kept)
        self.keep_tick.setVisible(has_keyring)
        self.no_keyring.setVisible(not has_keyring)

    def use(self, passphrase: str) -> None:
        """Unlock with the kept passphrase, unless somebody is typing one."""
        if not self.passphrase.text():
            self.passphrase.control.setText(passphrase)
            self.ask()

    def done(self) -> None:
        """Forget the passphrase: the record is open."""
        self.passphrase.clear()
        self.clear_problem()
        self.unlock_button.turn_on()

    def refuse(self, problem: Problem, *, backup: bool = False) -> None:
        """Say why it did not open; offer the newest backup where there is a good one."""
        self.unlock_button.turn_on()
        notice = self.tell(problem, action=_("Put back the newest backup") if backup else "")
        notice.action_asked.connect(self.backup_asked)
        self.passphrase.control.selectAll()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def explain_forgotten(self) -> None:
        """Say plainly what a forgotten passphrase means."""
        notice = Notice(
            _("Nobody can open the record without its passphrase"),
            _(
                "Not Waymark and not your council. The record stays safe where it is. "
                "If you do remember, it will open. If not, ask your manager how to start "
                "again from your case list."
            ),
            closable=False,
        )
        notice.setObjectName("forgotten")
        self.put(notice)
