"""What is left out for one reader, opened: its words, and the way to put them back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.copy_of_sheet import Cut
from models.readers_of_papers import Reader
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.copies_reason import ReasonAsked
from ui.send.copies_tags import NEVER_LEAVES
from ui.send.copies_words import short_name


class CutCard(Card):
    """What the chair left out is put back at once; what the rule leaves out needs a reason."""

    back_asked = Signal(object)  # the Cut
    keep_asked = Signal(object, str)  # the Cut, and why
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("restricted")
        self.setObjectName("cut_card")
        self._cut: Cut | None = None
        self._question = ""
        self.heading = Words("", "label", "lock", wrap=True)
        self.words = Words("", "small", wrap=True)
        self.told = Words("", "small", "ink2", wrap=True)
        self.back_button = self._button(_("Put it back"), "put_back")
        self.keep_button = self._button(_("Let it stand"), "keep_in")
        self.close_button = self._button(_("Close"), "close_cut")
        self.reason = ReasonAsked("keep_reason", _("Let it stand"))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.back_button, self.keep_button, self.close_button):
            flow.addWidget(button)
        for part in (self.heading, self.words, self.told, buttons, self.reason):
            self.column.addWidget(part)
        self.back_button.clicked.connect(lambda: self.back_asked.emit(self._cut))
        self.keep_button.clicked.connect(lambda: self.reason.ask(self._question))
        self.close_button.clicked.connect(self.close_it)
        self.reason.given.connect(lambda why: self.keep_asked.emit(self._cut, why))
        self.reason.left.connect(self._go_back)
        self.hide()

    def _button(self, words: str, name: str) -> SmallButton:
        button = SmallButton(words, in_row=True)
        button.setObjectName(name)
        return button

    def show_cut(self, cut: Cut, said: str, reader: Reader, child: str) -> None:
        """Open it."""
        self._cut = cut
        self.heading.say(said)
        self.words.say(cut.words)
        never = cut.why_tag in NEVER_LEAVES and not reader.is_file
        told = _("Legal advice never leaves the council.") if never else ""
        self.told.say(told)
        show_if(self.told, never)
        show_if(self.back_button, cut.by_hand)
        show_if(self.keep_button, not cut.by_hand and not never)
        question = _("Why may {reader} read this? It is kept with the copy.")
        self._question = question.format(reader=short_name(reader, child))
        self.reason.hide()
        self.setAccessibleName(said)
        self.show()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_it(self) -> None:
        """Fold it away."""
        self.hide()
        self.closed.emit()

    def _go_back(self) -> None:
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
            return
        super().keyPressEvent(event)
