"""The kinds of restriction as chips, and whom each keeps the words from, in plain words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.protecting import left_out_for
from models.rules.restrictions import RESTRICTIONS
from ui.language import _
from ui.parts.chips import ChipGroup
from ui.parts.words import Words


class TagChips(QWidget):
    """Any number of kinds; below them stands who does not read what is so restricted."""

    kinds_changed = Signal(tuple)

    def __init__(self, name: str, *, shown: int = 4) -> None:
        super().__init__()
        kinds = [(tag, _(each.content)) for tag, each in RESTRICTIONS.items()]
        self.chips = ChipGroup(name, kinds, several=True, shown=shown)
        self.told = Words("", "small", "ink2", wrap=True)
        self.told.setObjectName("left_out_for")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.chips)
        column.addWidget(self.told)
        self.setFocusProxy(self.chips)
        self.chips.chosen_changed.connect(lambda _key: self._take())
        self._tell()

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """Show these as chosen, without telling anyone."""
        self.chips.choose(*kinds)
        self._tell()

    def focus_chosen(self) -> None:
        """Put the keyboard on the chosen kind, or on the first."""
        self.chips.focus_chosen()

    def _take(self) -> None:
        self._tell()
        self.kinds_changed.emit(self.chips.all_chosen())

    def _tell(self) -> None:
        self.told.say(left_out_words(self.chips.all_chosen()))


def left_out_words(kinds: Sequence[str]) -> str:
    """Say whose copies leave such words out."""
    if not kinds:
        return _("Left out for everybody until you say what kind it is.")
    names = [_(name) for name in left_out_for(kinds)]
    return _("Left out for: {readers}.").format(readers="; ".join(names))
