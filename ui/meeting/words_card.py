"""Where the child's own words are typed: they are kept as they are, to the last space."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from models.review_sheet import WishOnSheet
from models.wishes import Way
from ui.language import _
from ui.meeting import choices
from ui.meeting.chip_row import ChipRows
from ui.meeting.half_typed import Draft, HalfTyped
from ui.meeting.meeting import Meeting
from ui.meeting.words_being_typed import wish_being_typed
from ui.parts.buttons import PrimaryButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.fields import LineField
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick


class WordsCard(Card):
    """The yellow card with the cursor in it; Ctrl+Enter keeps the words."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__("child")
        self._meeting = meeting
        self.setObjectName("capture")
        name = meeting.name
        self.field = TextField(_("What {name} said, word for word").format(name=name))
        self.field.control.setObjectName("capture_box")
        self.ways = ChipGroup(_("How it came"), choices.ways(), may_be_none=False)
        self.about = ChipGroup(
            _("About"), choices.life_areas(meeting.form), shown=choices.chips_shown(5)
        )
        self.heard_by = LineField(_("Who heard it"), optional=True)
        self.asked_for = Tick(_("{name} asked for this").format(name=name))
        self.private = Tick(_("Private: {name} asked that this be kept").format(name=name))
        self.add_button = PrimaryButton(_("Keep these words"))
        self.add_button.setObjectName("add_words")
        self._build()
        self.ways.choose(Way.SAID)
        self.half_typed = HalfTyped(meeting, "A2", self.field, self._draft, self._take_draft)
        self._connect()

    def _build(self) -> None:
        rows = ChipRows()
        rows.add(_("How it came"), self.ways)
        rows.add(_("About"), self.about)
        foot = QHBoxLayout()
        foot.addWidget(self.private)
        foot.addStretch(1)
        foot.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        for part in (self.field, rows, self.heard_by, self.asked_for):
            self.column.addWidget(part)
        self.column.addLayout(foot)
        self.heard_by.hide()

    def _connect(self) -> None:
        self.field.control.finished.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self.ways.chosen_changed.connect(self._show_heard_by)
        for chips in (self.ways, self.about):
            chips.chosen_changed.connect(self.half_typed.note)
        for tick in (self.asked_for, self.private):
            tick.toggled.connect(self.half_typed.note)

    def add(self) -> None:
        """Keep the words, and make room for the next."""
        words = self.field.text()
        if not words.strip():
            self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        way, today = self.ways.chosen(), self._meeting.desk.today()
        fields = {
            "way": way,
            "life_area": self.about.chosen(),
            "heard_by": self.heard_by.text().strip(),
            "heard_on": today if way == Way.SAID else None,
            "asked_for": self.asked_for.isChecked(),
            "private": self.private.isChecked(),
        }
        if self.half_typed.add(lambda review: review.add_wish(words, **fields)):
            self.field.set_text("")
            self.asked_for.setChecked(False)
            self.private.setChecked(False)
            self.half_typed.emptied()
            self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def being_typed(self) -> WishOnSheet | None:
        """Give the words that are typed and not yet kept, as the letter would have them."""
        if self.private.isChecked():
            return None
        return wish_being_typed(
            self.field.text(), self.ways.chosen(), self.heard_by.text(), self.about.chosen()
        )

    def _show_heard_by(self) -> None:
        self.heard_by.setVisible(self.ways.chosen() == Way.TOLD_SOMEONE)

    def _draft(self) -> Draft:
        return {
            "words": self.field.text(),
            "way": self.ways.chosen(),
            "about": self.about.chosen(),
            "asked_for": "yes" if self.asked_for.isChecked() else "",
            "private": "yes" if self.private.isChecked() else "",
        }

    def _take_draft(self, draft: Draft) -> None:
        self.field.set_text(draft.get("words", ""))
        self.ways.choose(draft.get("way") or self.ways.chosen())
        self.about.choose(draft.get("about", ""))
        self.asked_for.setChecked(bool(draft.get("asked_for")))
        self.private.setChecked(bool(draft.get("private")))
