"""The reasons that finishing asks for: one for each matter of law, and one for all the rest."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.considering import consider
from models.coverage import MatterStanding, matters_open, standing_of
from models.lacking import MATTER
from models.rules.schedule7 import Considered
from ui.language import _
from ui.meeting.kept_field import Value
from ui.meeting.matter_words import name_of
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.fields import Field, LineField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField


class GapReasons(QWidget):
    """Each is kept as it is typed; what was typed once stays to be seen until the end."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        self.lines: dict[str, MatterReason] = {}
        self.gaps_why = TextField(_("Why the rest is still to do"), lines=1)
        self._kept = page.keep(self.gaps_why, ("review", page.meeting.review_id, "gaps_why"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.gaps_why)
        self.hide()

    def ask(self, *, rest: bool) -> None:
        """Ask for the reason of each matter that is still open, and of the rest if any."""
        sheet = self._meeting.sheet
        wanted = {each.matter: each for each in matters_open(sheet)}
        for matter in [key for key, line in self.lines.items() if not line.stands]:
            line = self.lines.pop(matter)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for standing in wanted.values():
            if standing.matter not in self.lines:
                self.lines[standing.matter] = MatterReason(self._page, standing)
                self.lines[standing.matter].same.clicked.connect(
                    partial(self._same, standing.matter)
                )
        self._lay_out([key for key in sheet.matters_of_law if key in self.lines])
        show_if(self.gaps_why, rest)
        self.setVisible(bool(self.lines) or rest)

    def _lay_out(self, order: list[str]) -> None:
        self.lines = {matter: self.lines[matter] for matter in order}
        for place, line in enumerate(self.lines.values()):
            self._column.insertWidget(place, line)
            line.same.setVisible(place > 0)

    def show_sheet(self) -> None:
        """Show the reasons as the record has them."""
        self._kept.show(self._meeting.sheet.gaps_why)
        for line in self.lines.values():
            line.show_sheet()

    def without_reason(self) -> Field | None:
        """Give the first field that is still empty, with what is wrong said over it."""
        asked: list[Field] = [line.why for line in self.lines.values() if line.is_open]
        if not self.gaps_why.isHidden() and not self.gaps_why.text().strip():
            asked.append(self.gaps_why)
        for field in asked:
            field.show_error(_("Say why, in a few words"))
        return asked[0] if asked else None

    def _same(self, matter: str, _on: bool = False) -> None:
        order = list(self.lines)
        before = self.lines[order[order.index(matter) - 1]].why.text()
        self.lines[matter].take(before)


class MatterReason(QWidget):
    """Why one matter was not considered, or what is still missing of what the chair said."""

    def __init__(self, page: StepPage, standing: MatterStanding) -> None:
        super().__init__()
        self._meeting, self._matter = page.meeting, standing.matter
        self._state = Considered.NOT_CONSIDERED
        if standing.state is not None:  # what is likely is confirmed with words of its own
            self._state = Considered.WITH_NOTE if standing.is_likely else standing.state
        label = {
            Considered.WITH_NOTE: _("“{matter}”: what was said"),
            Considered.NOT_APPLICABLE: _("“{matter}”: why it does not apply"),
        }.get(self._state, _("“{matter}”: why it was not considered"))
        name = name_of(standing.matter)
        self.why = LineField(label.format(matter=name))
        self.same = SmallButton(_("Same as above"), in_row=True, kind="quiet")
        self.same.setAccessibleName(_("“{matter}”: same as above").format(matter=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.why, 1)
        row.addWidget(self.same)
        self._kept = page.keep(self.why, (MATTER, standing.matter, "why"), save=self._put)
        self.why.setObjectName(f"reason_{standing.matter}")
        self.show_sheet()

    @property
    def is_open(self) -> bool:
        """Whether the matter still lacks what is asked for here."""
        return standing_of(self._meeting.sheet, self._matter).is_open

    @property
    def stands(self) -> bool:
        """Whether what is asked for here is still the question, answered or not."""
        found = standing_of(self._meeting.sheet, self._matter)
        return found.is_open or (found.is_said and found.state is self._state)

    def show_sheet(self) -> None:
        """Show the words as the record has them."""
        found = standing_of(self._meeting.sheet, self._matter)
        self._kept.show(found.words if found.is_said else "")

    def take(self, words: str) -> None:
        """Have these words, as if they had been typed."""
        self.why.clear_error()
        if words.strip() and self._put(words):
            self.show_sheet()

    def _put(self, words: Value) -> bool:
        said = str(words or "")
        state = str(self._state) if said.strip() else ""
        return self._meeting.act(lambda review: consider(review, self._matter, state, said))
