"""How a letter reads for an invented child: its words, and where the IRO writes."""

from datetime import date

from PySide6.QtWidgets import QWidget

from letters.bands import BANDS, Band
from letters.templates.example import Kind, ReadLine, as_read
from letters.templates.template import Template
from letters.wording import wording
from models.staff_on_sheet import StaffOnSheet
from ui.language import _
from ui.parts.chips import ChipGroup
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Words

_STYLES = {Kind.TITLE: "h2", Kind.HEADING: "h3"}


class ReadingView(ScrollingPage):
    """The letter in words, in the band that is chosen."""

    def __init__(self, today: date, writer: StaffOnSheet) -> None:
        super().__init__(0)
        self.setObjectName("reading")
        self._today, self._writer = today, writer
        self._template: Template | None = None
        self._told: list[QWidget] = []
        choices = [(band.value, _(rule.name)) for band, rule in BANDS.items()]
        self.bands = ChipGroup(_("For whom"), choices, may_be_none=False, size="filter")
        self.bands.setObjectName("bands")
        self.bands.choose(Band.B)
        self.column.setSpacing(6)
        self.column.addWidget(self.bands)
        self.column.addStretch(1)
        self.bands.chosen_changed.connect(self._show)

    def show_template(self, template: Template) -> None:
        """Show this letter."""
        self._template = template
        self._show()
        self.to_top()

    @property
    def said(self) -> str:
        """The whole letter as it is shown."""
        return "\n".join(each.said for each in self._told if isinstance(each, Words))

    def _show(self) -> None:
        for widget in self._told:
            widget.hide()
            widget.deleteLater()
        self._told = []
        if self._template is None:
            return
        band = Band(self.bands.chosen() or Band.B)
        for line in as_read(self._template, band, wording(), self._today, self._writer):
            words = Words(
                _in_words(line), _STYLES.get(line.kind, "body"), _colour(line), wrap=True
            )
            self._told.append(words)
            self.column.insertWidget(self.column.count() - 1, words)


def _in_words(line: ReadLine) -> str:
    if line.kind is Kind.ASKED:
        return _("You write: {question}").format(question=line.words)
    if line.kind is Kind.MAY_BE_ASKED:
        return _("You may write: {question}").format(question=line.words)
    return line.words


def _colour(line: ReadLine) -> str:
    return "ink2" if line.kind in (Kind.ASKED, Kind.MAY_BE_ASKED) else "ink"
