"""Which column is which: a guess to look at, ten rows to see it by, and a name to keep it by."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.case_list.case_line import BadLine
from models.case_list.mapping import ColumnMapping, fitted_to
from models.case_list.rows import read_row
from ui.case_list.change_words import error_words, field_title
from ui.case_list.columns_table import ColumnsTable
from ui.case_list.import_work import Looked
from ui.language import _, ngettext
from ui.parts.fields import ChoiceField, LineField
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import IconWords, Words

SHOWN_ERRORS = 2
GUESS = "guess"


class MappingPage(ScrollingPage):
    """Holds the mapping that stands chosen; says at once what it lacks."""

    changed = Signal()

    def __init__(self, looked: Looked, today: date) -> None:
        super().__init__(0)
        self.looked, self._today = looked, today
        self.mapping = looked.first
        self.table = ColumnsTable(looked.file)
        self.kept = ChoiceField(_("Mappings you kept"), self._choices())
        self.name = LineField(_("Keep this mapping as"), optional=True)
        self.name.setObjectName("mapping_name")
        self.name.set_text(self.mapping.name)
        self.lacks = IconWords("warning-circle-fill", "", "label", "over")
        self.first_rows = Words("", "small", wrap=True)
        self.left_out = Words("", "small", "ink2", wrap=True)
        self._build()
        self.table.field_chosen.connect(self._take)
        self.kept.chosen.connect(self._use)
        self._show()

    def _build(self) -> None:
        column = self.column
        column.setContentsMargins(0, 0, 12, 4)
        column.setSpacing(10)
        known = self.looked.recognised
        words = _("This is a guess from the headings and the rows. Change what is not right.")
        if known is not None:
            words = _("You kept this mapping as “{name}”.").format(name=known.name)
        column.addWidget(Words(words, "body", "ink2", wrap=True))
        box = QFrame()
        box.setProperty("part", "table")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column.addWidget(box)
        column.addWidget(self.lacks)
        column.addWidget(self.first_rows)
        column.addWidget(self.left_out)
        names = QHBoxLayout()
        names.setSpacing(16)
        show_if(self.kept, bool(self._fitting()))
        self.kept.set_value(known.name if known else GUESS)
        names.addWidget(self.kept, 1)
        names.addWidget(self.name, 1)
        names.addStretch(1)
        column.addLayout(names)
        column.addStretch(1)

    @property
    def named(self) -> ColumnMapping:
        """The mapping, with the name it is to be kept by."""
        return self.mapping.called(self.name.text())

    @property
    def lacking(self) -> str:
        """What every child needs and no column gives, in words; nothing when all is there."""
        missing = [field_title(field) for field in self.mapping.missing]
        if not missing:
            return ""
        return _("Say which column holds: {fields}.").format(fields=", ".join(missing))

    def _fitting(self) -> dict[str, ColumnMapping]:
        headings = self.looked.file.shape.headings
        fits = {each.name: fitted_to(each, headings) for each in self.looked.kept}
        return {name: fit for name, fit in fits.items() if fit is not None}

    def _choices(self) -> list[tuple[str, str]]:
        guess = (GUESS, _("Guess again"))
        return [guess, *((name, name) for name in self._fitting())]

    def _use(self, name: str) -> None:
        fitting = self._fitting().get(name)
        self.mapping = fitting or self.looked.file.guessed
        self.name.set_text(name if fitting else "")
        self._show()

    def _take(self, field: str, column: int) -> None:
        if field:
            self.mapping = self.mapping.take(field, column)
        else:
            chosen = next((name for name, at in self.mapping.columns if at == column), None)
            if chosen is not None:
                self.mapping = self.mapping.take(chosen, None)
        self._show()

    def _show(self) -> None:
        self.table.show_mapping(self.mapping)
        self.lacks.words.say(self.lacking)
        show_if(self.lacks, bool(self.lacking))
        self.first_rows.say(self._first_rows())
        show_if(self.first_rows, bool(self.first_rows.said))
        self.left_out.say(self._left_out())
        show_if(self.left_out, bool(self.left_out.said))
        self.changed.emit()

    def _first_rows(self) -> str:
        """Say how the first rows read with this mapping."""
        if self.mapping.missing:
            return ""
        read = [read_row(row, self.mapping, self._today) for row in self.looked.file.preview]
        bad = [row for row in read if isinstance(row, BadLine)]
        if not bad:
            return _("All of the first rows can be taken with this mapping.")
        words = ngettext(
            "{count} of the first rows cannot be taken.",
            "{count} of the first rows cannot be taken.",
            len(bad),
        ).format(count=len(bad))
        return "\n".join([words, *(error_words(row) for row in bad[:SHOWN_ERRORS])])

    def _left_out(self) -> str:
        headings = [heading for heading, _reason in self.mapping.left_out]
        if not headings:
            return ""
        reasons = dict.fromkeys(reason for _heading, reason in self.mapping.left_out)
        return _("Left out on purpose: {headings}. {reasons}").format(
            headings=", ".join(headings), reasons=" ".join(_(reason) for reason in reasons)
        )
