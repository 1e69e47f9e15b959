"""The address of the child's last letter, offered and never taken over unasked."""

from PySide6.QtCore import Qt, Signal

from models.reading_letters import last_address
from ui.language import _
from ui.letter.letter_in_hand import LetterInHand
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words


class LastAddress(Card):
    """Asks whether the child still lives there."""

    taken = Signal(str)

    def __init__(self, letter: LetterInHand) -> None:
        super().__init__()
        self._letter, self._address = letter, ""
        self.setObjectName("last_address")
        self.question = Words(_("Same as last time?"), "label", wrap=True)
        self.address = Words("", wrap=True)
        said = _("The last letter went there. Use it only if {name} lives there now.")
        self.hint = Words(said.format(name=letter.name), "small", "ink2", wrap=True)
        self.use_button = SmallButton(_("Use this address"))
        self.use_button.setObjectName("use_last_address")
        for part in (self.question, self.address, self.hint):
            self.column.addWidget(part)
        self.column.addWidget(self.use_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.use_button.clicked.connect(lambda: self.taken.emit(self._address))
        self.hide()

    def show_for(self, child_id: str) -> None:
        """Offer it where this letter is posted and has no address yet."""
        setting, database = self._letter.setting, self._letter.desk.database
        wanted = setting.is_posted and not setting.address.strip()
        self._address = ""
        if wanted:
            with database.reading() as connection:
                self._address = last_address(connection, child_id, setting.id)
        self.address.say(self._address)
        self.use_button.setAccessibleDescription(self._address)
        show_if(self, bool(self._address))
