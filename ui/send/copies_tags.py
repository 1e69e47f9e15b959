"""The kinds of words that are left out for somebody, as ticks that wrap."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.rules.restrictions import RESTRICTIONS
from ui.language import _
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.parts.words import Words

NEVER_LEAVES: Final = frozenset(
    tag for tag, kind in RESTRICTIONS.items() if kind.never_leaves_the_council
)


class TagTicks(QWidget):
    """What never leaves the council has no tick where the rule leaves it out: it is said."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._always: frozenset[str] = frozenset()
        self.heading = Words(_("What is left out"), "label", wrap=True)
        self.never = Words(
            _("Legal advice is always left out: it never leaves the council."),
            "small", "ink2", wrap=True,
        )  # fmt: skip
        self.ticks: dict[str, Tick] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        for tag, kind in RESTRICTIONS.items():
            tick = self.ticks[tag] = Tick(_(kind.content))
            tick.setObjectName(tag)
            tick.setAccessibleDescription(name)
            tick.clicked.connect(lambda _on: self.changed.emit())
            column.addWidget(tick)
        column.addWidget(self.never)

    def show_tags(self, tags: Collection[str], usual: Collection[str]) -> None:
        """Tick what is left out; `usual` is what the rule leaves out."""
        self._always = NEVER_LEAVES & frozenset(usual)
        for tag, tick in self.ticks.items():
            tick.setChecked(tag in tags)
            show_if(tick, tag not in self._always)
        show_if(self.never, bool(self._always))

    def tags(self) -> frozenset[str]:
        """Give what is left out as it is ticked now."""
        return self._always | {tag for tag, tick in self.ticks.items() if tick.isChecked()}
