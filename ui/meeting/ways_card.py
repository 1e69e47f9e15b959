"""The ways in which the child took part, several in one review; who helped, and who chaired."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from models.rules.participation_ways import ALL, CHAIRED_WORDS, PART, WAYS
from ui.language import _
from ui.meeting.step_page import StepPage
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.ticks import RoundChoices, Tick
from ui.parts.words import Words


class WaysCard(Card):
    """Ticks that answer the questions too; none of them is ever lost to the code."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting, name = page, page.meeting, page.meeting.name
        self.setObjectName("ways_card")
        asked = _("In which ways did {name} take part?").format(name=name)
        self.heading = Words(asked, "h3", wrap=True)
        hint = _("Tick each one. The code takes the first that fits, and the others are kept.")
        self.hint = Words(hint, "small", "ink2", wrap=True)
        self.ticks = {key: Tick(_(way.words)) for key, way in WAYS.items()}
        chaired = [(key, _(words)) for key, words in CHAIRED_WORDS.items()]
        asked = _("Did {name} chair the review?").format(name=name)
        self.chaired = RoundChoices(asked, chaired)
        self.aid = LineField(_("Interpreter or aid that was used"), optional=True)
        self._build()
        row = self._row_id()
        self._kept_aid = page.keep(
            self.aid, ("participation", row, "aid"), save=lambda words: self._save("aid", words)
        )
        page.mark(next(iter(self.ticks.values())), ("participation", row, "ways"))
        page.mark(self.chaired.answers[ALL], ("participation", row, "chaired"))
        for key, tick in self.ticks.items():
            tick.setObjectName(f"way_{key}")
            tick.clicked.connect(self._ticks(key))
        self.chaired.chosen_changed.connect(lambda key: self._save("chaired", key))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for place, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.hint)
        self.column.addLayout(grid)
        self.column.addWidget(self.aid)
        self.column.addWidget(self.chaired)

    def show_sheet(self) -> None:
        """Show what is ticked; whether they chaired is asked of a child who was there."""
        told = self._meeting.sheet.participation
        ways = told.ways if told else ()
        for key, tick in self.ticks.items():
            tick.setChecked(key in ways)
        self._kept_aid.show(told.aid if told else "")
        chaired = told.chaired if told else ""
        self.chaired.choose(chaired)
        was_there = told is not None and told.was_there not in {"", "no"}
        show_if(self.chaired, was_there or chaired in {ALL, PART})

    def _ticks(self, way: str) -> Callable[[], None]:
        return lambda: self._tick(way)

    def _tick(self, way: str) -> None:
        from models.taking_part import tick_way  # loads SQLAlchemy

        done = self.ticks[way].isChecked()
        if not self._meeting.act(lambda review: tick_way(review, way, done=done)):
            self.show_sheet()

    def _save(self, field: str, value: object) -> bool:
        return self._meeting.act(lambda review: review.answer_participation(field, value))

    def _row_id(self) -> str:
        told = self._meeting.sheet.participation
        return told.id if told else ""
