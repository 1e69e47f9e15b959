"""Asks why papers went out late, once the last person has been sent them; it can wait."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from models.papers_late import LateSending
from ui.desk import Desk
from ui.language import N_, _, day_in_words
from ui.parts.buttons import QuietButton, SmallButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.words import IconWords

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_SENT_LATE: Final = {
    "T33": N_("The decisions were due to everybody by {day}, and went out late."),
    "T36": N_("The record was due to everybody by {day}, and went out late."),
    "T37": N_("The letter was due by {day}, and went out late."),
}


class WhyLate(Card):
    """One line to write in; Enter keeps it."""

    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("due")
        self.setObjectName("why_late")
        self._desk, self._review_id, self._clock = desk, "", ""
        self.title = IconWords("clock-fill", "", "label", "due", wrap=True)
        self.why = LineField(_("Why it was late"))
        self.why.setObjectName("why_late_words")
        self.keep_button = SmallButton(_("Keep this reason"))
        self.keep_button.setObjectName("keep_why_late")
        self.close_button = QuietButton(_("Not now"), size="small")
        self.close_button.setObjectName("no_why_late")
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        self.column.addWidget(self.title)
        self.column.addWidget(self.why)
        self.column.addLayout(buttons)
        self.keep_button.clicked.connect(self.keep)
        self.why.control.returnPressed.connect(self.keep)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def ask(self, review_id: str, late: LateSending) -> None:
        """Ask about this clock of a review."""
        self._review_id, self._clock = review_id, late.clock
        day = day_in_words(late.due_on, self._desk.today())
        self.title.words.say(_(_SENT_LATE[late.clock]).format(day=day))
        self.why.set_text(late.why)
        self.why.clear_error()
        self.show()
        self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the reason, or say that there is none yet."""
        why = self.why.text().strip()
        if not why:
            self.why.show_error(_("Say in a few words why, or choose Not now."))
            return
        review_id, clock = self._review_id, self._clock

        def act(session: "Session") -> None:
            from models.papers_sent import say_why_late

            say_why_late(session, review_id, clock, why)

        self._desk.save(act)
        self.hide()
        self.said.emit(_("Why it was late is kept."))
