"""The changes that want a look: each child's is taken only when a person says so."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.case_list.comparing import ChildUpdate
from ui.case_list.change_words import changes_words, who
from ui.language import _, ngettext
from ui.parts.buttons import QuietButton, SmallButton
from ui.parts.cards import CardRows
from ui.parts.ticks import Tick
from ui.parts.words import Words

PAGE = 50


class LookList(QWidget):
    """A row for each child, with a tick to take what the list says; unticked, it is left."""

    changed = Signal()

    def __init__(self, updates: Sequence[ChildUpdate]) -> None:
        super().__init__()
        self._updates = tuple(updates)
        self._shown = 0
        self.accepted: set[str] = set()
        self.ticks: dict[str, Tick] = {}
        self._rows = CardRows()
        self.take_all = SmallButton(_("Take all of these"), in_row=True)
        self.take_all.setObjectName("take_all")
        self.leave_all = SmallButton(_("Leave all of these"), in_row=True)
        self._more = QuietButton("", size="small")
        self._build()
        self.take_all.clicked.connect(lambda: self._choose_all(on=True))
        self.leave_all.clicked.connect(lambda: self._choose_all(on=False))
        self._more.clicked.connect(self._show_more)
        self._show_more()

    def _build(self) -> None:
        count = len(self._updates)
        title = ngettext(
            "{count} change that wants a look", "{count} changes that want a look", count
        )
        head = QHBoxLayout()
        head.addWidget(Words(title.format(count=count), "h2", wrap=True), 1)
        head.addWidget(self.take_all)
        head.addWidget(self.leave_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        detail = _("Ticked, the list is taken. Not ticked, your record stays as it is.")
        column.addWidget(Words(detail, "small", "ink2", wrap=True))
        column.addWidget(self._rows)
        column.addWidget(self._more)

    def _show_more(self) -> None:
        for update in self._updates[self._shown : self._shown + PAGE]:
            self._rows.add_row(self._row(update))
        self._shown = min(self._shown + PAGE, len(self._updates))
        rest = len(self._updates) - self._shown
        self._more.say(ngettext("Show {count} more", "Show {count} more", rest).format(count=rest))
        self._more.setVisible(rest > 0)

    def _row(self, update: ChildUpdate) -> QWidget:
        identifier = update.line.identifier
        tick = Tick(_("Take what the list says"))
        changes = changes_words(update.look)
        tick.setAccessibleName(_("Take what the list says of {who}").format(who=who(update.line)))
        tick.setAccessibleDescription(changes)
        tick.setObjectName(f"accept_{identifier}")
        tick.setChecked(identifier in self.accepted)
        tick.toggled.connect(lambda on: self._choose(identifier, on=on))
        self.ticks[identifier] = tick
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(who(update.line), bold=True, wrap=True))
        words.addWidget(Words(changes, "small", wrap=True))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addWidget(tick)
        return row

    def _choose(self, identifier: str, *, on: bool) -> None:
        (self.accepted.add if on else self.accepted.discard)(identifier)
        self.changed.emit()

    def _choose_all(self, *, on: bool) -> None:
        self.accepted = {update.line.identifier for update in self._updates} if on else set()
        for tick in self.ticks.values():
            tick.blockSignals(True)
            tick.setChecked(on)
            tick.blockSignals(False)
        self.changed.emit()
