"""What the program would say now, beside words written before; it never replaces them."""

from PySide6.QtCore import Signal

from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words


class NewerProposal(Card):
    """Offers newer words, to be used or not."""

    use_asked = Signal()
    keep_asked = Signal()

    def __init__(self) -> None:
        super().__init__("due")
        self.words = Words("", "small", wrap=True)
        self.use_button = SmallButton(_("Use it"), in_row=True)
        self.use_button.setObjectName("use_newer")
        self.keep_button = SmallButton(_("Keep mine"), in_row=True)
        self.keep_button.setObjectName("keep_mine")
        buttons = FlowLayout()
        buttons.addWidget(self.use_button)
        buttons.addWidget(self.keep_button)
        self.column.addWidget(self.words)
        self.column.addLayout(buttons)
        self.use_button.clicked.connect(self.use_asked)
        self.keep_button.clicked.connect(self.keep_asked)
        self.hide()

    def show_words(self, newer: str, says_again: str) -> None:
        """Offer these words, or nothing."""
        said = {
            "note": _("The note has changed. It would now say: {words}"),
            "decision": _("The decision has changed. It would now say: {words}"),
        }.get(says_again, _("The record has changed. It would now say: {words}"))
        self.words.say(said.format(words=newer) if newer else "")
        show_if(self, bool(newer))
