"""What this laptop has to tell: what was set aside, what waits, what came, and the connection."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final  # Any: an answer of the shared database is JSON

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from models.sync.sharing_lines import (
    HeldLine,
    held_from_others,
    what_came,
    what_waits,
    what_was_set_aside,
)
from ui.appearance import appearance
from ui.desk import Desk
from ui.language import _
from ui.overriding import override
from ui.sync.connection_card import ConnectionCard
from ui.sync.held_list import HeldPart
from ui.sync.lines_part import LinesPart
from ui.sync.sharing import Sharing

if TYPE_CHECKING:
    from models.sync.state import SharingState

SETTLED_SHOWN: Final = timedelta(days=30)
WIDE_PX: Final = 800


class HerePart(QWidget):
    """Two columns, or one where there is little room."""

    child_opened = Signal(str)
    change_asked = Signal()
    decided = Signal(str, bool)  # held work, and whether it is to be added to the record
    dropped_together = Signal(object)  # the ids of several pieces that nobody needs
    put_back_asked = Signal(str)  # one's own words, into the record again
    troubled = Signal(object)

    def __init__(self, desk: Desk, sharing: Sharing) -> None:
        super().__init__()
        self._desk, self._sharing = desk, sharing
        self._own: tuple[HeldLine, ...] = ()
        self._of_others: tuple[HeldLine, ...] = ()
        self.waits = LinesPart(
            _("Waiting to be shared"),
            _("Nothing waiting"),
            _("What you type waits here until the council has it."),
        )
        self.held = HeldPart()
        self.came = LinesPart(
            _("What came"),
            _("Nothing has come yet"),
            _("What others change about your children is told here."),
        )
        self.connection = ConnectionCard()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.held)
        left.addWidget(self.waits)
        right.addWidget(self.came)
        right.addWidget(self.connection)
        for side in (left, right):
            side.setSpacing(16)
            side.addStretch(1)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(28)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(right, 1)

    def _connect(self) -> None:
        self.connection.change_asked.connect(self.change_asked)
        self.held.added.connect(self._add)
        self.held.dropped_together.connect(self.dropped_together)
        self.held.dropped.connect(lambda op_id: self.decided.emit(op_id, False))
        for lines in (self.waits, self.came):
            lines.child_opened.connect(self.child_opened)
        appearance().changed.connect(self._fit)

    def reload(self) -> None:
        """Read the lists again, and show what is different."""
        now = self._desk.now()
        with self._desk.database.reading() as connection:
            waits, came = what_waits(connection), what_came(connection)
            self._own = what_was_set_aside(connection, now - SETTLED_SHOWN)
        self.waits.show_lines(waits, now)
        self.came.show_lines(came, now)
        self.held.show_held(self._own, self._of_others, now)

    def show_state(self, state: "SharingState") -> None:
        """Show the connection as it stands."""
        self.connection.show_state(state, self._desk.now())

    def ask_for_held(self, _report: object = None) -> None:
        """Ask for the work of others that waits for this person."""
        state = self._sharing.state
        if state is not None and state.held_news and self.isVisible():
            self._sharing.ask(
                lambda line, _progress, _stop: line.call("pull", {"what": "held"}),
                self.show_held_of_others,
                self._tell,
            )

    def show_held_of_others(self, answer: Mapping[str, Any]) -> None:
        """Show the work of others that waits for this person."""
        with self._desk.database.reading() as connection:
            self._of_others = held_from_others(connection, answer, self._desk.me.id)
        self.held.show_held(self._own, self._of_others, self._desk.now())

    def forget_held(self, op_id: str) -> None:
        """Show no more what was decided on; the next round carries it."""
        self._of_others = tuple(one for one in self._of_others if one.op_id != op_id)
        self.reload()

    def _add(self, op_id: str) -> None:
        if any(line.op_id == op_id for line in self._own):
            self.put_back_asked.emit(op_id)
        else:
            self.decided.emit(op_id, True)

    def _tell(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self.troubled.emit(failure)

    def _fit(self) -> None:
        directions = QBoxLayout.Direction
        wide = self.width() >= appearance().px(WIDE_PX)
        self._sides.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
