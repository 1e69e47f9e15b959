"""The child's own words opened where they stand: how they came, who heard them, what for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from models.review_sheet import WishOnSheet
from ui.language import _
from ui.meeting import choices
from ui.meeting.chip_row import ChipRows
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.date_field import DateField
from ui.parts.fields import LineField
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick


class WishEditor(Card):
    """The words are kept as they are typed here; nothing tidies them."""

    closed = Signal()

    def __init__(self, page: StepPage, row: WishOnSheet) -> None:
        super().__init__("child")
        self._meeting, self._id = page.meeting, row.id
        self.setObjectName(f"editor_{row.id}")
        name = page.meeting.name
        self.words = TextField(_("{name}’s words, exactly").format(name=name))
        self.ways = ChipGroup(_("How they came"), choices.ways(), may_be_none=False)
        self.columns = ChipGroup(_("Under"), choices.columns(page.meeting.form))
        self.about = ChipGroup(
            _("About"),
            choices.life_areas(page.meeting.form, page.step),
            shown=choices.chips_shown(4),
        )
        self.heard_by = LineField(_("Who heard it"), optional=True)
        self.heard_on = DateField(
            _("When"), page.meeting.desk.today, optional=True, towards="past"
        )
        self.asked_for = Tick(_("{name} asked for this").format(name=name))
        self.in_letter = Tick(_("In the letter"))
        self.private = Tick(_("Private: {name} asked that this be kept").format(name=name))
        self.done_button = SmallButton(_("Close these words"), in_row=True)
        self.done_button.say(_("Done"))
        self.remove_button = SmallButton(_("Remove these words"), in_row=True)
        self._build()
        place = ("wish", row.id)
        empty = _("These words cannot be empty. To take them away, choose Remove these words.")
        self._kept = {
            "words": page.keep(self.words, (*place, "words"), empty=empty),
            "heard_by": page.keep(self.heard_by, (*place, "heard_by")),
            "heard_on": page.keep(self.heard_on, (*place, "heard_on")),
        }
        self._connect()
        self.show_row(row)

    def _build(self) -> None:
        rows = ChipRows()
        rows.add(_("How they came"), self.ways)
        rows.add(_("Under"), self.columns)
        rows.add(_("About"), self.about)
        heard = FieldsLayout()
        heard.add(self.heard_by, 3)
        heard.add(self.heard_on, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        self.column.addWidget(self.words)
        self.column.addWidget(rows)
        self.column.addLayout(heard)
        for tick in (self.asked_for, self.in_letter, self.private):
            self.column.addWidget(tick)
        self.column.addLayout(buttons)

    def _connect(self) -> None:
        self.ways.chosen_changed.connect(lambda key: self._put("way", key))
        self.columns.chosen_changed.connect(lambda key: self._put("column", key))
        self.about.chosen_changed.connect(lambda key: self._put("life_area", key))
        for tick, field in (
            (self.asked_for, "asked_for"),
            (self.in_letter, "in_letter"),
            (self.private, "private"),
        ):
            tick.clicked.connect(lambda on, field=field: self._put(field, on))
        self.words.control.finished.connect(self.closed)
        self.done_button.clicked.connect(self.closed)
        self.remove_button.clicked.connect(self._remove)

    def show_row(self, row: WishOnSheet) -> None:
        """Show the words as they now stand."""
        for field, kept in self._kept.items():
            kept.show(getattr(row, field))
        self.ways.choose(row.way)
        self.columns.choose(row.column)
        self.about.choose(row.life_area)
        self.asked_for.setChecked(row.asked_for)
        self.in_letter.setChecked(row.in_letter)
        self.private.setChecked(row.private)

    def flush(self) -> None:
        """Save now what still waits."""
        for kept in self._kept.values():
            kept.flush()

    def _put(self, field: str, value: object) -> None:
        self._meeting.put("wish", self._id, field, value)

    def _remove(self) -> None:
        self._meeting.remove("wish", self._id, _("The words were removed."))
