"""About the child: each fact in a row of its own, saved as it is typed."""

from datetime import date
from typing import Any  # a fact may be a day or a text

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.child_story import CareNow
from models.review_sheet import ChildOnSheet
from ui.autosave import Autosave
from ui.caseload.notice_area import NoticeArea
from ui.child.fact_row import FactRow
from ui.child.facts import FACTS
from ui.child.rules_row import RulesRow
from ui.desk import Desk
from ui.language import _
from ui.parts.cards import CardRows
from ui.parts.showing import show_if
from ui.parts.words import Words


class AboutCard(QWidget):
    """The rows of facts; whatever is half typed is saved by `flush`."""

    saved = Signal()

    def __init__(self, desk: Desk, child_id: str, notices: NoticeArea) -> None:
        super().__init__()
        self._desk, self._child_id, self._notices = desk, child_id, notices
        self._autosave = Autosave(self._save, self._note, self)
        self._autosave.saved.connect(self.saved)
        self._autosave.failed.connect(notices.tell)
        self.title = Words("", "h2", wrap=True)
        self.rows: dict[str, FactRow] = {}
        self.rules = RulesRow(desk.today)
        self.rules.chosen.connect(self._change_rules)
        card = CardRows()
        reach = desk.reach()
        for fact in FACTS:
            if not reach.reads("child", fact.field):
                continue
            if fact.field == "born_on":
                card.add_row(self.rules)
            row = FactRow(fact, desk, self._autosave)
            row.chosen.connect(self._put)
            row.leaving.connect(self.flush)
            self.rows[fact.field] = row
            card.add_row(row)
        self.who = Words("", "small", "ink2", wrap=True)
        self._be_read_where_others_write()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.who)
        column.addWidget(card)
        column.addStretch(1)

    def show_child(self, child: ChildOnSheet, care: CareNow | None) -> None:
        """Show what the record says of this child."""
        self.rules.show_care(care)
        self.title.say(_("About {name}").format(name=child.called))
        self.who.say(self._who_changes(child.called))
        for row in self.rows.values():
            row.show_child(child)

    def _who_changes(self, name: str) -> str:
        reach = self._desk.reach()
        own = [fact.label_for(name) for fact in FACTS if reach.writes("child", fact.field)]
        if not own:
            return _("{name}’s IRO changes these.").format(name=name)
        words = _("{name}’s IRO changes these. You can change: {facts}.")
        return words.format(name=name, facts=", ".join(own))

    def _be_read_where_others_write(self) -> None:
        """Let a fact that this person may not write be read only, and say who writes it."""
        reach, who = self._desk.reach(), _("The child’s IRO changes this")
        read = [row for key, row in self.rows.items() if not reach.writes("child", key)]
        for row in read:
            row.be_read(who)
        if not reach.writes("care_period", "path"):
            self.rules.be_read(who)
        show_if(self.who, bool(read))

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def _save(self, field: str, text: str) -> None:
        self._desk.put("child", self._child_id, field, text.strip())

    def _note(self, field: str, text: str) -> None:
        self._desk.journal("child", self._child_id, field, text)

    def _put(self, field: str, value: Any) -> None:
        if field == "born_on" and value is None:
            return
        if self._notices.attempt(lambda: self._keep(field, value)):
            self.saved.emit()

    def _change_rules(self, path: str, since: date | None) -> None:
        from models.review_path import change_path  # SQLAlchemy is loaded when saving

        child_id, calendar = self._child_id, self._desk.calendar
        if self._notices.attempt(
            lambda: self._desk.save(lambda s: change_path(s, child_id, path, since, calendar))
        ):
            self.saved.emit()

    def _keep(self, field: str, value: Any) -> None:
        if field != "born_on":
            self._desk.put("child", self._child_id, field, value)
            return
        from models.planning import change_birth  # the next review's day may rest on it

        calendar = self._desk.calendar
        self._desk.save(lambda session: change_birth(session, self._child_id, value, calendar))
