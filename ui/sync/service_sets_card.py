"""What somebody typed for the whole service while alone, told once: the service sets it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from models.sync.held import SERVICE_SETS
from models.sync.sharing_lines import HeldLine
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.words import Words
from ui.sync.held_words import held_text
from ui.sync.line_words import held_in_words

_MOST_SHOWN: Final = 1_000


def is_of_the_service(line: HeldLine) -> bool:
    """Whether it belongs to no child, and only a manager of the service sets it."""
    return not line.case_id and line.why in SERVICE_SETS


class ServiceSetsCard(Card):
    """One line that names them, their words, and one button for all of them."""

    dropped = Signal(str)

    def __init__(self, lines: Sequence[HeldLine]) -> None:
        super().__init__("info")
        self.lines = tuple(lines)
        things = ", ".join(dict.fromkeys(held_in_words(each) for each in lines))
        self.what = Words(_("Your service sets these: {things}.").format(things=things), wrap=True)
        self._whole = "\n".join(dict.fromkeys(filter(None, map(held_text, lines))))
        is_long = len(self._whole) > _MOST_SHOWN
        shown = f"{self._whole[:_MOST_SHOWN]}…" if is_long else self._whole
        self.text = Words(shown, "small", "ink2", wrap=True)
        self.text.setObjectName("service_sets_text")
        self.copy_button = SmallButton(_("Copy"), "copy", in_row=True)
        self.copy_button.setObjectName("copy_service_sets")
        self.copy_button.setAccessibleName(_("Copy the words that your service sets"))
        self.drop_button = SmallButton(_("I do not need these"), in_row=True)
        self.drop_button.setObjectName("drop_service_sets")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch(1)
        for words in (self.what, self.text):
            self.column.addWidget(words)
        self.column.addLayout(buttons)
        self.setAccessibleName(self.what.said)
        self.copy_button.clicked.connect(self._copy)
        self.drop_button.clicked.connect(self._drop)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._whole)
        self.copy_button.say(_("Copied"))

    def _drop(self) -> None:
        self.drop_button.turn_off(_("They are let go."))
        for line in self.lines:
            self.dropped.emit(line.op_id)
