"""What was printed or saved, person by person: who has it is ticked before it counts as sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.language import _
from ui.parts.buttons import QuietButton, SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.parts.words import Words


@dataclass(frozen=True)
class OutRow:
    """One person by a key, in words, and the files that are for them; nothing is noted of some."""

    key: str
    who: str
    files: tuple[str, ...] = ()
    may_note: bool = True


class WentOut(Card):
    """Of what was printed nothing is ticked at first; of files that were saved, everything is."""

    sent = Signal(object)  # the keys that are ticked, as a tuple
    again_asked = Signal(object)  # the keys that are not

    def __init__(self) -> None:
        super().__init__("info")
        self.setObjectName("went_out")
        self.heading = Words("", "label", wrap=True)
        self.hint = Words("", "small", "ink2", wrap=True)
        self.ticks: dict[str, Tick] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.every = SmallButton(_("Everything came out"))
        self.sent_button = SmallButton(_("They went out today"), "check-circle")
        self.again = SmallButton(_("Print the others again"), "printer")
        self.end = QuietButton(_("Close this list"))
        self._build()
        self.hide()

    def _build(self) -> None:
        buttons = FlowLayout()
        for name, button in (("every_came_out", self.every), ("sent_today", self.sent_button),
                             ("print_others", self.again), ("end_list", self.end)):  # fmt: skip
            button.setObjectName(name)
            buttons.addWidget(button)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.hint)
        self.column.addLayout(self._rows)
        self.column.addLayout(buttons)
        self.every.clicked.connect(self._tick_every)
        self.sent_button.clicked.connect(lambda: self.sent.emit(self._ticked(is_ticked=True)))
        self.again.clicked.connect(lambda: self.again_asked.emit(self._ticked(is_ticked=False)))
        self.end.clicked.connect(self.close_list)

    def show_printed(self, rows: Sequence[OutRow]) -> None:
        """Ask of each whether it came out; who was ticked before stays ticked."""
        kept = self._ticked(is_ticked=True) if self.again.isVisibleTo(self) else ()
        before = {key: OutRow(key, self.ticks[key].text()) for key in kept}
        given = {row.key: row for row in rows}
        both = [*before.values(), *(row for key, row in given.items() if key not in before)]
        self._show(both, _("What came out of the printer?"), is_printed=True)
        for key in set(before) - set(given):
            self.ticks[key].setChecked(True)
        self._follow()
        self.hint.say(
            _("Tick each person whose sheets all came out. Only they are noted as sent; after a "
              "jam the others are printed again.")
        )  # fmt: skip

    def show_saved(self, rows: Sequence[OutRow]) -> None:
        """Say which file is for whom; who is not to get theirs today is unticked."""
        self._show(rows, _("Which file is for whom"), is_printed=False)
        self.hint.say(_("The names of the files say nothing of anybody."))

    def close_list(self) -> None:
        """Take the list away; nothing is noted."""
        self._clear()
        self.hide()

    def done_with(self, keys: Sequence[str]) -> None:
        """Take those away who are noted; the list goes with the last of them."""
        for key in keys:
            tick = self.ticks.pop(key)
            self._rows.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        if not self.ticks:
            self.close_list()
        self._follow()

    def _show(self, rows: Sequence[OutRow], title: str, *, is_printed: bool) -> None:
        self._clear()
        self.heading.say(title)
        for row in rows:
            self._add(row, is_ticked=not is_printed)
        show_if(self.every, is_printed)
        show_if(self.again, is_printed)
        self.setVisible(bool(rows))
        self._follow()

    def _add(self, row: OutRow, *, is_ticked: bool) -> None:
        words = row.who
        if row.files:
            words = _("{who}: {files}").format(who=row.who, files=", ".join(row.files))
        if not row.may_note:
            self._rows.addWidget(Words(words, "body", wrap=True))
            return
        tick = Tick(words)
        tick.setObjectName(f"came_out_{row.key}")
        tick.setChecked(is_ticked)
        tick.clicked.connect(self._follow)
        self.ticks[row.key] = tick
        self._rows.addWidget(tick)

    def _clear(self) -> None:
        self.ticks = {}
        while (place := self._rows.takeAt(0)) is not None:
            if (widget := place.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _tick_every(self) -> None:
        for tick in self.ticks.values():
            tick.setChecked(True)
        self._follow()
        self.sent_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self, *, is_ticked: bool) -> tuple[str, ...]:
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked() is is_ticked)

    def _follow(self) -> None:
        show_if(self.sent_button, bool(self._ticked(is_ticked=True)))
        self.again.setEnabled(bool(self._ticked(is_ticked=False)))
