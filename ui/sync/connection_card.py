"""With which council this laptop shares, as whom, and how long it may go without."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import _, ngettext
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.words import IconWords, Words
from ui.sync.saved_words import moment_words

if TYPE_CHECKING:
    from models.sync.state import SharingState


class ConnectionCard(QWidget):
    """Told in a few lines; `change_asked` leads to where the connection is changed."""

    change_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.council = Words("", "h3", wrap=True)
        self.lines = Words("", "small", wrap=True)
        self.lease = IconWords("clock", "", "small", "ink2", wrap=True)
        self.change_button = SmallButton(_("Change the connection"), in_row=True)
        self.change_button.setObjectName("change_connection")
        card = Card()
        for part in (self.council, self.lines, self.lease, self.change_button):
            card.column.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(_("Your council’s shared database"), "h2", wrap=True))
        column.addWidget(card)
        self.change_button.clicked.connect(self.change_asked)

    def show_state(self, state: "SharingState", now: datetime) -> None:
        """Show the connection as it stands."""
        self.council.say(state.council or _("Your council"))
        shared = moment_words(state.last_shared_at, now) if state.last_shared_at else _("not yet")
        said = [
            _("Server: {server}").format(server=state.url.removeprefix("postgresql://")),
            _("Login: {login}").format(login=state.login),
            _("Last shared: {when}").format(when=shared),
        ]
        self.lines.say("\n".join(said))
        self.lease.words.say(lease_in_words(state.lease_left_days))


def lease_in_words(days: int | None) -> str:
    """Say how long this laptop may still work without meeting its council."""
    if days is None:
        return _("This laptop has not met its council yet.")
    words = ngettext(
        "It may work for {count} more day without meeting the council.",
        "It may work for {count} more days without meeting the council.",
        max(0, days),
    )
    return words.format(count=max(0, days))
