"""A row of the convening desk: what waits, and for whom; Enter opens it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from ui.caseload.row import Row
from ui.language import _
from ui.parts.buttons import QuietButton
from ui.parts.words import Icon, Words


class InviteRow(Row):
    """`key` is the id of what it opens."""

    def __init__(self, key: str, task: str, standing: str, *, name: str, is_late: bool) -> None:
        super().__init__(_("{task}: {standing}").format(task=task, standing=standing))
        self.key = key
        self.setObjectName(f"invite_{key}")
        self.task = Words(task, wrap=True)
        self.task.say(task, strong=[name])
        self.standing = Words(standing, "small", "ink2", wrap=True)
        self.open = QuietButton(_("Open"), size="row")
        self.open.setAccessibleName(_("Open: {task}").format(task=task))
        self.open.setObjectName("open")
        self.open.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the row is the stop; Enter opens it
        icon = Icon(
            "warning-circle-fill" if is_late else "envelope-simple", "over" if is_late else "ink2"
        )
        top = Qt.AlignmentFlag.AlignTop
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 10, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(icon, 0, 0, 2, 1, top)
        grid.addWidget(self.task, 0, 1)
        grid.addWidget(self.open, 0, 2, top)
        grid.addWidget(self.standing, 1, 1, 1, 2)
        self.open.clicked.connect(self.opened)
