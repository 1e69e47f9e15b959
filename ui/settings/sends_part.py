"""Who gets what: the council's rules of sending, kept as each one is chosen."""

import json
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from models.rules.recipients import READER_RULES
from ui.appearance import appearance
from ui.autosave import Autosave
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SecondaryButton
from ui.parts.cards import CardRows
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.parts.words import Words
from ui.settings.sends_row import SendsRow

WIDTH_PX: Final = 720
HEIGHT_PX: Final = 680
GETS_NOTHING: Final = frozenset({"iro"})
"""Whoever chairs has the record itself."""


class SendsPart(QWidget):
    """One row for each kind of reader; only what differs from how Waymark came is kept."""

    def __init__(self, desk: Desk, council_id: str, notices: NoticeArea) -> None:
        super().__init__()
        self._desk, self._council_id, self._notices = desk, council_id, notices
        reach = desk.reach()
        self.second_look = Tick(_("A second person looks at every copy before it goes"))
        self.second_look.setObjectName("second_look")
        self.second_look.setEnabled(reach.writes("council", "second_look", is_own=False))
        self.back_address = TextField(
            _("Where post comes back to, one line under the other"),
            hint=_("It stands on envelopes, outside the window."),
            optional=True,
        )
        self.back_address.setObjectName("return_address")
        self.back_address.control.setObjectName("return_address_box")
        self._autosave = Autosave(self._keep_address, None, self)
        self._autosave.failed.connect(notices.tell)
        may_change = reach.writes("council", "sends", is_own=False)
        self.rows = {
            key: SendsRow(key, may_change=may_change)
            for key in READER_RULES
            if key not in GETS_NOTHING
        }
        self.sends, second_look, address = self._read()
        self.second_look.setChecked(second_look)
        self.back_address.set_text(address)
        if reach.writes("council", "return_address", is_own=False):
            self._autosave.bind(self.back_address, "return_address")
        else:
            self.back_address.control.setReadOnly(True)
        self._build()
        self.show_rules()

    def _build(self) -> None:
        meaning = _(
            "Whoever releases a copy never sends it alone: somebody else says first that the "
            "words and the person are right."
        )
        self.second_look.setAccessibleDescription(meaning)
        self.second_look.toggled.connect(self._keep_second_look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.second_look)
        column.addWidget(Words(meaning, "small", "ink2", wrap=True))
        column.addWidget(self.back_address)
        card = CardRows()
        for row in self.rows.values():
            row.changed.connect(self._keep)
            card.add_row(row)
        column.addWidget(card)

    def show_rules(self) -> None:
        """Show every rule as it is kept."""
        for row in self.rows.values():
            row.show_rule(self.sends)

    def flush(self) -> bool:
        """Save what is half typed; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def _keep_address(self, field: str, text: str) -> None:
        self._desk.put("council", self._council_id, field, text.strip())

    def _keep(self, key: str) -> None:
        changes = self.rows[key].editor.changes()
        wanted = {name: kept for name, kept in self.sends.items() if name != key}
        if changes:
            wanted[key] = changes
        if self._put("sends", wanted):
            self.sends = wanted
        self.rows[key].show_rule(self.sends)

    def _keep_second_look(self, wanted: bool) -> None:
        if not self._put("second_look", wanted):
            blocked = self.second_look.blockSignals(True)
            self.second_look.setChecked(not wanted)
            self.second_look.blockSignals(blocked)

    def _put(self, field: str, value: object) -> bool:
        try:
            self._desk.put("council", self._council_id, field, value)
        except Problem as problem:
            self._notices.tell(problem)
            return False
        self._notices.clear("problem")
        return True

    def _read(self) -> tuple[dict[str, object], bool, str]:
        with self._desk.database.reading() as connection:
            sends, second_look, address = connection.execute(
                "select sends, second_look, return_address from council where id = ?",
                (self._council_id,),
            ).fetchone()
        return json.loads(sends or "{}"), bool(second_look), address


class SendsDialog(QDialog):
    """There is nothing to confirm: what is chosen is kept."""

    def __init__(self, desk: Desk, council_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Who gets what"))
        self.setAccessibleName(_("Who gets what"))
        self.notices = NoticeArea()
        self.part = SendsPart(desk, council_id, self.notices)
        self.page = ScrollingPage(24)
        self.close_button = SecondaryButton(_("Close"))
        self.close_button.setObjectName("close_button")
        self._build()
        self.close_button.clicked.connect(self.accept)
        appearance().changed.connect(self._fit_soon)

    def _build(self) -> None:
        told = _(
            "What each person gets after a review, and what is left out for them. Whoever chairs "
            "can give less for one review, or more with a reason."
        )
        column = self.page.column
        column.addWidget(Words(_("Who gets what"), "h1", wrap=True))
        column.addWidget(Words(told, wrap=True))
        column.addWidget(self.part)
        column.addStretch(1)
        edge, foot = QVBoxLayout(), QHBoxLayout()
        edge.setContentsMargins(24, 8, 24, 0)
        edge.addWidget(self.notices)
        foot.setContentsMargins(24, 8, 24, 20)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(edge)
        whole.addWidget(self.page, 1)
        whole.addLayout(foot)
        self._fit()

    @override
    def done(self, result: int) -> None:
        """Close, once what is typed is saved."""
        if self.part.flush():
            super().done(result)

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        room, looks = self.screen().availableSize(), appearance()
        self.resize(
            min(looks.px(WIDTH_PX), room.width() - 24),
            min(looks.px(HEIGHT_PX), room.height() - 60),
        )
