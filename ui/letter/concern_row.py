"""One thing to look at before the letter goes out: go there, or set it aside with a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from letters.checks import Concern
from ui.language import _
from ui.letter.aside_reason import AsideReason
from ui.letter.letter_in_hand import LetterInHand
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words

MOST_SHOWN = 80


class ConcernRow(Card):
    """A warning in one sentence, or what was set aside and why."""

    go_asked = Signal(object)  # the Concern

    def __init__(self, letter: LetterInHand, concern: Concern) -> None:
        super().__init__("due")
        self._letter, self._concern, self._why = letter, concern, ""
        self.setObjectName("concern")
        said = concern.said(_)
        self.setAccessibleName(said)
        self.where = Words("", "small", "ink2", wrap=True)
        self.icon = Icon("warning-circle-fill", "due", 20)
        self.words = Words(said, "body", wrap=True)
        self.because = Words("", "small", "ink2", wrap=True)
        self.go_button = self._button(_("Go there"), "go_there")
        self.aside_button = self._button(_("Set aside, because…"), "set_aside")
        self.heed_button = self._button(_("Look at it again"), "heed_again")
        self._asking = AsideReason(self._button(_("Set it aside"), "set_it_aside"))
        self.why = self._asking.why
        self._build()
        self.go_button.clicked.connect(lambda: self.go_asked.emit(concern))
        self.aside_button.clicked.connect(self.ask)
        self._asking.given.connect(self._set_aside)
        self.heed_button.clicked.connect(lambda: letter.heed_again(concern.key))
        self.show_waiver("")

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.words)
        words.addWidget(self.where)
        line.addLayout(words, 1)
        buttons = FlowLayout()
        for button in (self.go_button, self.aside_button, self.heed_button):
            buttons.addWidget(button)
        self.column.addLayout(line)
        self.column.addWidget(self.because)
        self.column.addLayout(buttons)
        self.column.addWidget(self._asking)

    @property
    def is_waiting(self) -> bool:
        """Whether it is neither mended nor set aside."""
        return not (self._concern.can_be_set_aside and self._why)

    def show_where(self, block: str, words: str) -> None:
        """Show in which block and line it is."""
        said = _("{block}: “{words}”").format(block=block, words=_shortened(words))
        self.where.say(said if words else block)
        show_if(self.where, bool(block or words))

    def show_waiver(self, why: str) -> None:
        """Show that it was set aside and why, or that it waits."""
        self._why = why
        self.set_kind("due" if self.is_waiting else "plain")
        name, colour = (
            ("warning-circle-fill", "due") if self.is_waiting else ("check-circle", "ink2")
        )
        self.icon.show_icon(name, colour)
        said = _("Set aside, because: {why}").format(why=why) if why else ""
        if not self._concern.can_be_set_aside:
            said = _("This has to be mended; it cannot be set aside.")
        self.because.say(said)
        show_if(self.because, bool(said))
        show_if(self.aside_button, self._concern.can_be_set_aside and not why)
        show_if(self.heed_button, bool(why))
        if why:
            self._asking.hide()

    def first_stop(self) -> QWidget:
        """Give its first button."""
        return self.go_button

    def ask(self) -> None:
        """Ask for the reason."""
        self._asking.ask()

    def _set_aside(self, why: str) -> None:
        if self._letter.set_aside(self._concern.key, why):
            self.heed_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, words: str, name: str) -> SmallButton:
        button = SmallButton(words, in_row=True)
        button.setObjectName(name)
        button.setAccessibleDescription(self._concern.said(_))
        return button


def _shortened(words: str) -> str:
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN].rstrip()}…"
