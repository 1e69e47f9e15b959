"""One thing that is due: what, how it stands, and under it, when asked, how it was counted."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from models.caseload import DueLine
from ui.caseload.clock_words import MARKED_AS_DONE, DueWords
from ui.caseload.due_explained import DueExplained
from ui.caseload.row import Row
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import IconButton, QuietButton
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words


class DueRow(Row):
    """Enter opens it, F1 or Space explains its date; its buttons do the same for the mouse."""

    open_asked = Signal(object)  # the DueLine
    done_asked = Signal(object, object)  # the DueLine, and the day it was done

    def __init__(
        self, line: DueLine, words: DueWords, today: Callable[[], date], *, may_mark: bool = True
    ) -> None:
        super().__init__(words.sentence)
        self.line, self.words = line, words
        self._may_mark = may_mark and line.clock in MARKED_AS_DONE
        self._today = today
        self.setObjectName(f"due_{line.clock}_{line.child_id}")
        self.setAccessibleDescription(_("Enter opens it. F1 says how the date was counted."))
        self.task = Words(words.task, wrap=True)
        self.task.say(words.task, strong=[line.full_name])
        self.standing = Words(words.standing, "small", "ink2", wrap=True)
        if words.kind == "late":
            self.standing = Words(words.standing, "label", "over", wrap=True)
        self._column = QVBoxLayout(self)
        self._explained: DueExplained | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Icon(self.words.icon, self.words.colour, 20), 0, 0, 2, 1, top)
        grid.addWidget(self.task, 0, 1)
        grid.addLayout(self._buttons(), 0, 2, top)
        grid.addWidget(self.standing, 1, 1, 1, 2)
        self._column.setContentsMargins(16, 10, 10, 10)
        self._column.setSpacing(8)
        self._column.addLayout(grid)

    def _buttons(self) -> QHBoxLayout:
        task = self.words.task
        self.done = QuietButton(_("Done"), size="row")
        self.done.setAccessibleName(_("Mark as done: {task}").format(task=task))
        show_if(self.done, self._may_mark)
        self.open = QuietButton(_("Open"), size="row")
        self.open.setAccessibleName(_("Open: {task}").format(task=task))
        self.explain = IconButton("caret-down", "", size="row")
        self.explain.setAccessibleName(_("How the date was counted: {task}").format(task=task))
        self.explain.setToolTip(_("How the date was counted"))
        line = QHBoxLayout()
        line.setSpacing(2)
        for name, button in (("done", self.done), ("open", self.open), ("explain", self.explain)):
            button.setObjectName(name)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _connect(self) -> None:
        self.open.clicked.connect(lambda: self.open_asked.emit(self.line))
        self.opened.connect(lambda: self.open_asked.emit(self.line))
        self.explain.clicked.connect(self.toggle)
        self.done.clicked.connect(self.ask_for_the_day)

    @property
    def explained(self) -> DueExplained:
        """How its date was counted, and the day it was done."""
        if self._explained is None:
            made = DueExplained(self.words, self._today, may_mark=self._may_mark)
            self._explained = made
            if self.line.clock in MARKED_AS_DONE and not self._may_mark:
                made.say_who_marks()
            made.hide()
            made.marked.connect(lambda day: self.done_asked.emit(self.line, day))
            self._column.addWidget(made)
        return self._explained

    @property
    def is_explained(self) -> bool:
        """Whether it says how its date was counted."""
        return self._explained is not None and not self._explained.isHidden()

    def toggle(self) -> None:
        """Say how the date was counted, or no longer."""
        part = self.explained
        part.setVisible(not self.is_explained)
        self.setAccessibleDescription(
            f"{part.counted.said} {part.source.said}" if self.is_explained else ""
        )

    def ask_for_the_day(self) -> None:
        """Ask on which day it was done."""
        if not self.is_explained:
            self.toggle()
        day = self.explained.day.control
        day.setFocus(Qt.FocusReason.TabFocusReason)
        day.selectAll()

    @override
    def event(self, event: QEvent) -> bool:
        """Take F1 before the window's own help does."""
        override_asked = event.type() == QEvent.Type.ShortcutOverride
        if override_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1 or (self.hasFocus() and event.key() == Qt.Key.Key_Space):
            self.toggle()
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open by its button only: the row has fields in it."""
