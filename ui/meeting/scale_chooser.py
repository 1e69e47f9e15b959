"""Chooses the scale that is asked: the usual ones, one for each worry, and what its ends mean."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.rules.scales import OVERALL, WORRY_SCALE
from models.scaling import ScaleHere, scales_here, scales_to_add
from models.worry_pairs import pair_of
from ui.language import _
from ui.meeting import choices
from ui.meeting.hidden_words import HiddenWords
from ui.meeting.meeting import Meeting
from ui.meeting.step_page import in_words
from ui.parts.chips import ChipGroup
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.words import Words


class ScaleChooser(QWidget):
    """A row of chips; `more` offers the scales that are asked only when the chair adds them."""

    scale_chosen = Signal()

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._added: list[str] = []
        self._here: tuple[ScaleHere, ...] = ()
        self.chips = ChipGroup(_("Which scale"), may_be_none=False, shown=choices.chips_shown(6))
        self.worry = HiddenWords(bold=True)
        self.goal = HiddenWords("small")
        self.ends = Words("", "small", "ink2", wrap=True)
        self.more = ChoiceField(_("Add a scale"))
        self.more.control.setObjectName("add_scale_box")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.chips, self.worry, self.goal, self.ends):
            column.addWidget(part)
        self.chips.chosen_changed.connect(self._tell)
        self.more.chosen.connect(self._add)

    @property
    def key(self) -> str:
        """The key of the scale that is asked now."""
        return self.chips.chosen() or OVERALL

    def show_sheet(self) -> None:
        """Offer the scales of this review, and say what this one's ends mean."""
        sheet = self._meeting.sheet
        self._here = scales_here(sheet, self._added)
        kept = self.chips.chosen()
        self.chips.set_choices([(each.key, _chip_words(each)) for each in self._here])
        known = {each.key for each in self._here}
        self.chips.choose(kept if kept in known else OVERALL)
        self._say_ends()
        offered = [(each.key, _(each.name)) for each in scales_to_add(sheet, self._added)]
        self.more.set_choices([("", _("Choose a scale")), *offered])
        self.more.set_value("")
        show_if(self.more, bool(offered))

    def choose(self, key: str) -> None:
        """Ask this scale now, if this review has it."""
        if key in {each.key for each in self._here} and key != self.key:
            self.chips.choose(key)
            self._tell()

    def fold(self) -> None:
        """Hide the words of a restricted worry again."""
        self.worry.fold()
        self.goal.fold()

    def _say_ends(self) -> None:
        name = self._meeting.name
        chosen = next((each for each in self._here if each.key == self.key), None)
        if chosen is not None:
            self.ends.say(
                _("0: {zero}. 10: {ten}.").format(
                    zero=in_words(chosen.zero, name), ten=in_words(chosen.ten, name)
                )
            )
        worry = chosen.worry if chosen else None
        pair = pair_of(self._meeting.sheet, worry.id) if worry else None
        goal = pair.goal if pair else None
        if worry is not None:
            self.worry.say(worry.words, _("A restricted worry") if worry.restricted else "")
        if goal is not None:
            words = _("Goal: {goal}").format(goal=goal.words)
            self.goal.say(words, _("A restricted goal") if goal.restricted else "")
        show_if(self.worry, worry is not None)
        show_if(self.goal, goal is not None)

    def _add(self, key: str) -> None:
        if key:
            self._added.append(key)
            self.show_sheet()
            self.choose(key)
            self.chips.setFocus()

    def _tell(self) -> None:
        self.fold()
        self._say_ends()
        self.scale_chosen.emit()


def _chip_words(scale: ScaleHere) -> str:
    if scale.key == OVERALL:
        return _("Overall")
    if scale.key.startswith(WORRY_SCALE):
        return _("Worry {number}").format(number=scale.place)
    return _(scale.name)
