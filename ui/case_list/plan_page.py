"""What an import would do, before anything is done: new, changed, to look at, kept, in error."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from models.case_list.plan import ImportPlan
from ui.case_list.change_words import changes_words, error_words, kept_words, summary, who
from ui.case_list.look_list import LookList
from ui.language import _, ngettext
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card, CardRows
from ui.parts.notices import Notice
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import IconWords, Words

SHOWN = 10


class PlanPage(ScrollingPage):
    """`accepted` names the children whose changes were looked at and are to be taken."""

    changed = Signal()
    save_asked = Signal()

    def __init__(self, plan: ImportPlan) -> None:
        super().__init__(0)
        self.plan = plan
        self.column.setContentsMargins(0, 0, 12, 12)
        self.look: LookList | None = None
        self.save_errors = SmallButton(_("Save the rows in error…"), "download-simple")
        self.save_errors.setObjectName("save_errors")
        self.save_errors.clicked.connect(self.save_asked)
        self._build_summary()
        self._build_warnings()
        self._build_look()
        self._build_errors()
        self._build_lists()
        self.column.addStretch(1)

    @property
    def accepted(self) -> frozenset[str]:
        """The identifiers of the children whose changes are to be taken."""
        return frozenset(self.look.accepted if self.look else ())

    @property
    def count(self) -> int:
        """How many children would be new or changed."""
        quiet = {update.line.identifier for update in self.plan.changed_quietly}
        return len(self.plan.new) + len(quiet | self.accepted)

    def _build_summary(self) -> None:
        card = Card()
        lines = summary(self.plan)
        for line in lines or [_("There is nothing in this list that can be taken.")]:
            card.column.addWidget(Words(line, wrap=True))
        if self.plan.does_nothing and not self.plan.errors:
            same = _("Your record agrees with this list. There is nothing to take.")
            card.column.addWidget(IconWords("check-circle-fill", same, "label", "well"))
        self.column.addWidget(card)

    def _build_warnings(self) -> None:
        for warning in self.plan.warnings:
            self.column.addWidget(Notice(warning.said(_), kind="due", closable=False))

    def _build_look(self) -> None:
        if self.plan.to_look_at:
            self.look = LookList(self.plan.to_look_at)
            self.look.changed.connect(self.changed)
            self.column.addWidget(self.look)

    def _build_errors(self) -> None:
        count = len(self.plan.errors)
        if not count:
            return
        title = ngettext(
            "{count} row that cannot be taken", "{count} rows that cannot be taken", count
        )
        self._add_list(title.format(count=count), map(error_words, self.plan.errors), count)
        detail = _("Saved as a file, each stands with its reason in the last column.")
        self.column.addWidget(Words(detail, "small", "ink2", wrap=True))
        self.column.addWidget(self.save_errors)

    def _build_lists(self) -> None:
        plan = self.plan
        quiet = (
            _("{who}. {changes}").format(
                who=who(update.line), changes=changes_words(update.quiet).replace("\n", " ")
            )
            for update in plan.changed_quietly
        )
        notices = (
            _("Line {line}: {reasons}").format(line=line, reasons=fault.said(_))
            for line, fault in plan.notices
        )
        for title, lines, count in (
            (_("Taken with the list"), quiet, len(plan.changed_quietly)),
            (_("Kept as you typed it"), map(kept_words, plan.kept_as_typed),
             len(plan.kept_as_typed)),
            (_("Left out of rows that are taken"), notices, len(plan.notices)),
        ):  # fmt: skip
            if count:
                self._add_list(title, lines, count)

    def _add_list(self, title: str, lines: Iterable[str], count: int) -> None:
        """Show the first few, and say how many more there are."""
        self.column.addSpacing(8)
        self.column.addWidget(Words(title, "h2", wrap=True))
        rows = CardRows()
        for _number, words in zip(range(SHOWN), lines, strict=False):
            row = Words(words, "small", wrap=True)
            row.setContentsMargins(16, 8, 16, 8)
            rows.add_row(row)
        if count > SHOWN:
            rest = ngettext("and {count} more", "and {count} more", count - SHOWN)
            more = Words(rest.format(count=count - SHOWN), "small", "ink2")
            more.setContentsMargins(16, 8, 16, 8)
            rows.add_row(more)
        self.column.addWidget(rows)
