"""Reminders: of which clock somebody is reminded, when, how often, and who hears of it then."""

import json
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from models.rules.reminders import ROLE_NAMES, RULES, ReminderRule, rules_with
from ui.appearance import appearance
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _, ngettext
from ui.meeting.fields_layout import FieldsLayout
from ui.parts.buttons import QuietButton, SecondaryButton
from ui.parts.cards import CardRows
from ui.parts.fields import ChoiceField
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import Words

WIDTH_PX: Final = 860
HEIGHT_PX: Final = 680
DAYS_BEFORE: Final = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30)
AGAIN_AFTER: Final = (1, 2, 3, 4, 5, 7, 10)
TIMES: Final = (0, 1, 2, 3, 4, 5)
NOBODY: Final = "nobody"
_WHO: Final = frozenset({"to", "escalates_to"})


class ReminderRow(QFrame):
    """One rule: each choice is kept at once, and it can be as usual again."""

    def __init__(self, rule: ReminderRule, *, may_change: bool) -> None:
        super().__init__()
        self.clock = rule.clock
        self.setObjectName(f"reminder_{rule.clock}")
        roles = [(key, _(words)) for key, words in ROLE_NAMES.items()]
        self.heading = Words(_(rule.name), "label", wrap=True)
        self.usual_button = QuietButton(_("As usual again"), size="row")
        self.usual_button.setObjectName("usual")
        said = _("As usual again: {name}").format(name=_(rule.name))
        self.usual_button.setAccessibleName(said)
        self.fields = {
            "to": ChoiceField(_("Who is reminded"), roles),
            "days_before": ChoiceField(_("First reminder"), [_before(n) for n in DAYS_BEFORE]),
            "again_after": ChoiceField(_("Again after"), [_after(n) for n in AGAIN_AFTER]),
            "most": ChoiceField(_("How often"), [_times(n) for n in TIMES]),
            "escalates_to": ChoiceField(_("Then also"), [(NOBODY, _("Nobody")), *roles]),
        }
        self._may_change = may_change
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.usual_button)
        who, when = FieldsLayout(), FieldsLayout()
        for name, field in self.fields.items():
            field.control.setObjectName(f"{name}_{rule.clock}")
            field.control.setEnabled(may_change)
            field.let_shrink()
            (who if name in _WHO else when).add(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(who)
        column.addLayout(when)

    def show_rule(self, rule: ReminderRule) -> None:
        """Show a rule; a number that is not among the choices is added to them."""
        offered = {"days_before": (DAYS_BEFORE, _before), "again_after": (AGAIN_AFTER, _after),
                   "most": (TIMES, _times)}  # fmt: skip
        for name, (numbers, words) in offered.items():
            own = getattr(rule, name)
            self.fields[name].set_choices([words(n) for n in sorted({*numbers, own})])
            self.fields[name].set_value(str(own))
        self.fields["to"].set_value(rule.to)
        self.fields["escalates_to"].set_value(rule.escalates_to or NOBODY)
        show_if(self.usual_button, self._may_change and rule != RULES[rule.clock])

    def rule(self, before: ReminderRule) -> ReminderRule:
        """Give the rule as it is chosen."""
        chosen = {name: field.value() for name, field in self.fields.items()}
        after = chosen["escalates_to"]
        return replace(
            before,
            to=chosen["to"],
            days_before=int(chosen["days_before"]),
            again_after=int(chosen["again_after"]),
            most=int(chosen["most"]),
            escalates_to="" if after == NOBODY else after,
        )


class RemindersPart(QWidget):
    """Every rule of a council; only what differs from the usual is kept."""

    def __init__(self, desk: Desk, council_id: str, notices: NoticeArea) -> None:
        super().__init__()
        self._desk, self._council_id, self._notices = desk, council_id, notices
        may_change = desk.reach().writes("council", "reminders", is_own=False)
        self.rows = {clock: ReminderRow(rule, may_change=may_change)
                     for clock, rule in RULES.items()}  # fmt: skip
        card = CardRows()
        for clock, row in self.rows.items():
            card.add_row(row)
            for field in row.fields.values():
                field.chosen.connect(partial(self._keep, clock))
            row.usual_button.clicked.connect(partial(self._as_usual, clock))
        told = _(
            "Reminders stand in Today for whoever they are for; Waymark sends none. Days are "
            "working days before the limit."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(told, "small", "ink2", wrap=True))
        column.addWidget(card)
        self.show_rules()

    def show_rules(self) -> None:
        """Show every rule as it is kept."""
        with self._desk.database.reading() as connection:
            row = connection.execute(
                "select reminders from council where id = ?", (self._council_id,)
            ).fetchone()
        self._rules = rules_with(json.loads(row[0] or "{}") if row else {})
        for clock, shown in self.rows.items():
            shown.show_rule(self._rules[clock])

    def _keep(self, clock: str, _chosen: str = "") -> None:
        self._put(self.rows[clock].rule(self._rules[clock]))

    def _as_usual(self, clock: str) -> None:
        self._put(RULES[clock])
        self.rows[clock].fields["to"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, rule: ReminderRule) -> None:
        from models.reminder_changes import change_reminder  # SQLAlchemy is loaded when saving

        try:
            self._desk.save(lambda session: change_reminder(session, self._council_id, rule))
        except Problem as problem:
            self._notices.tell(problem)
        self.show_rules()


class RemindersDialog(QDialog):
    """There is nothing to confirm: what is chosen is kept."""

    def __init__(self, desk: Desk, council_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Reminders"))
        self.setAccessibleName(_("Reminders"))
        self.notices = NoticeArea()
        self.part = RemindersPart(desk, council_id, self.notices)
        page = ScrollingPage(24)
        self.close_button = SecondaryButton(_("Close"))
        self.close_button.setObjectName("close_button")
        self.close_button.clicked.connect(self.accept)
        page.column.addWidget(Words(_("Reminders"), "h1", wrap=True))
        page.column.addWidget(self.notices)
        page.column.addWidget(self.part)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(page, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        looks = appearance()
        room = self.screen().availableSize()
        self.resize(min(looks.px(WIDTH_PX), room.width() - 40),
                    min(looks.px(HEIGHT_PX), room.height() - 80))  # fmt: skip


def _before(days: int) -> tuple[str, str]:
    if not days:
        return "0", _("On the last day")
    said = ngettext("{count} day before", "{count} days before", days)
    return str(days), said.format(count=days)


def _after(days: int) -> tuple[str, str]:
    return str(days), ngettext("{count} day", "{count} days", days).format(count=days)


def _times(times: int) -> tuple[str, str]:
    if not times:
        return "0", _("Never")
    return str(times), ngettext("{count} time", "{count} times", times).format(count=times)
