"""The PIN that takes the laptop back from a child: made, changed and removed here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from models.security.give_back import MOST_DIGITS, GiveBack, WeakPin
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _
from ui.parts.buttons import SecondaryButton
from ui.parts.fields import PassphraseField
from ui.parts.showing import show_if
from ui.parts.words import Words


class PinPart(QWidget):
    """One line for the digits and two buttons; the digits are never shown again."""

    def __init__(self, desk: Desk, notices: NoticeArea, check: GiveBack | None = None) -> None:
        super().__init__()
        self._desk, self._notices = desk, notices
        self._check = check or GiveBack(desk.database, desk.me.id, desk.now)
        self.field = PassphraseField(_("New PIN"), hint=_("4 to 8 digits"))
        self.field.control.setObjectName("new_pin")
        self.field.control.setMaxLength(MOST_DIGITS)
        self.field.control.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.stands = Words("", wrap=True)
        self.set_button = SecondaryButton(_("Keep this PIN"))
        self.set_button.setObjectName("set_pin")
        self.remove_button = SecondaryButton(_("Remove the PIN"))
        self.remove_button.setObjectName("remove_pin")
        self._build()
        self.field.control.returnPressed.connect(self.keep)
        self.field.edited.connect(self.field.clear_error)
        self.set_button.clicked.connect(self.keep)
        self.remove_button.clicked.connect(self.remove)
        self._show_standing()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        column.addWidget(Words(_("PIN for the child’s turn"), "h2", wrap=True))
        what_for = _(
            "When a child has had their turn, this PIN takes the laptop back. It is quicker to "
            "type than your passphrase, which always works too."
        )
        column.addWidget(Words(what_for, wrap=True))
        column.addWidget(self.stands)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.set_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.set_button.reason)

    def flush(self) -> bool:
        """Say that nothing waits: half a PIN is not kept."""
        return True

    def keep(self) -> None:
        """Take what was typed as the PIN, away from the window: it is slow on purpose."""
        if self.set_button.is_off:
            return
        pin = self.field.text()
        if not pin:
            self.field.show_error(_("Type 4 to 8 digits first."))
            return
        self.set_button.turn_off(_("One moment."))
        self._desk.background.run(lambda: self._check.set_pin(pin), self._kept, self._fail)

    def remove(self) -> None:
        """Have no PIN from now on."""
        if self._notices.attempt(self._check.remove_pin):
            self._show_standing()

    def _kept(self, _nothing: object) -> None:
        self.set_button.turn_on()
        self.field.clear()
        self.field.clear_error()
        self._notices.clear("problem")
        self._show_standing()

    def _fail(self, failure: Exception) -> None:
        self.set_button.turn_on()
        if isinstance(failure, WeakPin):
            said = (failure.what, failure.next)
            self.field.show_error(" ".join(_(each).format(**failure.values) for each in said))
        elif isinstance(failure, Problem):
            self._notices.tell(failure)
        else:
            raise failure

    def _show_standing(self) -> None:
        has_pin = self._check.standing().has_pin
        there = _("You have a PIN. A new one takes its place.")
        none = _("There is no PIN yet: only your passphrase takes the laptop back.")
        self.stands.say(there if has_pin else none)
        show_if(self.remove_button, has_pin)
