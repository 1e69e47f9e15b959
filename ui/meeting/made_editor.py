"""What the chair decides about a thing the child made; the thing itself stays as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from models.review_sheet import WishOnSheet
from ui.language import _
from ui.meeting import choices
from ui.meeting.chip_row import ChipRows
from ui.meeting.made_words import what_it_is
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.ticks import Tick
from ui.parts.words import Words


class MadeEditor(Card):
    """The words can be read here and not changed: they are the child's, exactly."""

    closed = Signal()

    def __init__(self, page: StepPage, row: WishOnSheet) -> None:
        super().__init__("child")
        self._meeting, self._id = page.meeting, row.id
        self.setObjectName(f"editor_{row.id}")
        name = page.meeting.name
        self.words = Words("", wrap=True)
        kept = _("{name} made this, so it is kept exactly as it is.").format(name=name)
        self.kept = Words(kept, "small", "ink2", wrap=True)
        self.about = ChipGroup(
            _("About"),
            choices.life_areas(page.meeting.form, page.step),
            shown=choices.chips_shown(4),
        )
        self.asked_for = Tick(_("{name} asked for this").format(name=name))
        self.in_letter = Tick(_("In the letter"))
        self.private = Tick(_("Private: {name} asked that this be kept").format(name=name))
        self.done_button = SmallButton(_("Close these words"), in_row=True)
        self.done_button.say(_("Done"))
        self._build()
        self.about.chosen_changed.connect(lambda key: self._put("life_area", key))
        for tick, field in (
            (self.asked_for, "asked_for"),
            (self.in_letter, "in_letter"),
            (self.private, "private"),
        ):
            tick.clicked.connect(lambda on, field=field: self._put(field, on))
        self.done_button.clicked.connect(self.closed)
        self.show_row(row)

    def _build(self) -> None:
        rows = ChipRows()
        rows.add(_("About"), self.about)
        buttons = QHBoxLayout()
        buttons.addWidget(self.done_button)
        buttons.addStretch(1)
        for part in (self.words, self.kept, rows, self.asked_for, self.in_letter, self.private):
            self.column.addWidget(part)
        self.column.addLayout(buttons)

    def show_row(self, row: WishOnSheet) -> None:
        """Show the thing as it now stands."""
        self.words.say(what_it_is(row, self._meeting.name))
        self.about.choose(row.life_area)
        self.asked_for.setChecked(row.asked_for)
        self.in_letter.setChecked(row.in_letter)
        self.private.setChecked(row.private)

    def _put(self, field: str, value: object) -> None:
        self._meeting.put("wish", self._id, field, value)
