"""Where a decision is typed: what will happen, who will do it, and by when."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from models.day_checks import wrong_by_when
from models.review_sheet import DecisionOnSheet
from models.together import send_decision
from ui.language import _
from ui.meeting.also_for import AlsoFor, WhomItNames
from ui.meeting.chip_row import ChipRows
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.half_typed import Draft, HalfTyped
from ui.meeting.meeting import Meeting
from ui.meeting.who_field import WhoField
from ui.meeting.words_being_typed import decision_being_typed
from ui.parts.buttons import PrimaryButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Words

if TYPE_CHECKING:
    from models.open_review import OpenReview


class DecisionCapture(Card):
    """Only what will happen is needed to add it; who and when can follow."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.setObjectName("capture")
        self.heading = Words("", "h3")
        self.what = TextField(_("What will happen"), lines=1)
        self.what.control.setObjectName("capture_box")
        self.who = WhoField(_("Who will do it"))
        self.who.control.setObjectName("who_box")
        self.by_when = DateField(_("By when"), meeting.desk.today)
        self.by_when.control.setObjectName("by_when_box")
        self.by_when.check = self._wrong_by_when
        self.add_button = PrimaryButton(_("Add decision"))
        self.add_button.setObjectName("add_decision")
        self.also_for = AlsoFor(meeting)
        self.whom = WhomItNames(meeting, self.also_for, self._all_words)
        self._rows = ChipRows()
        self._build()
        self.half_typed = HalfTyped(meeting, "A11", self.what, self._draft, self._take_draft)
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(Words(_("Ctrl+Enter adds it"), "small", "ink2"))
        self._rows.add(_("Also for"), self.also_for)
        foot = FieldsLayout()
        foot.add(self.who, 1)
        foot.add(self.by_when, 1)
        foot.add(self.add_button, 0)
        self.column.addLayout(head)
        self.column.addWidget(self.what)
        self.column.addLayout(foot)
        self.column.addWidget(self._rows)
        self.column.addWidget(self.whom)

    def _connect(self) -> None:
        self.what.control.finished.connect(self.add)
        for field in (self.what, self.who):
            field.edited.connect(self.whom.follow)
        self.add_button.clicked.connect(self.add)
        self.who.control.editingFinished.connect(self.half_typed.note)
        self.by_when.day_chosen.connect(self.half_typed.note)

    def show_sheet(self) -> None:
        """Offer the people, and say which number this will be."""
        sheet = self._meeting.sheet
        self.who.offer(sheet)
        show_if(self._rows, self.also_for.offer())
        number = len(sheet.decisions) + 1
        self.heading.say(_("Decision {number}").format(number=number))

    def add(self) -> None:
        """Add the decision, and make room for the next."""
        what = self.what.text()
        self.by_when.read()
        if not what.strip():
            self.what.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.by_when.has_error:
            self.by_when.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        who, person_id, day = self.who.text().strip(), self.who.person_id(), self.by_when.day()
        also = self.also_for.all_chosen()

        def add_and_send(review: "OpenReview") -> None:
            send_decision(review.session, review.decide(what, who, day, person_id=person_id), also)

        if self.half_typed.add(add_and_send):
            self.what.set_text("")
            self.who.set_text("")
            self.by_when.set_day(None)
            self.also_for.choose()
            self.whom.follow()
            self.half_typed.emptied()
            self.what.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def being_typed(self) -> DecisionOnSheet | None:
        """Give the decision that is typed and not yet added, as the letter would have it."""
        return decision_being_typed(
            self.what.text(),
            self.who.text(),
            self.who.person_id(),
            self.by_when.day(),
            len(self._meeting.sheet.decisions) + 1,
        )

    def _all_words(self) -> str:
        return f"{self.what.text()} {self.who.text()}"

    def _wrong_by_when(self, day: date) -> str:
        words = wrong_by_when(self._meeting.sheet, day)
        return _(words) if words else ""

    def _draft(self) -> Draft:
        return {
            "words": self.what.text(),
            "who": self.who.text(),
            "by_when": self.by_when.control.text(),
        }

    def _take_draft(self, draft: Draft) -> None:
        self.what.set_text(draft.get("words", ""))
        self.who.set_text(draft.get("who", ""))
        self.by_when.control.setText(draft.get("by_when", ""))
        self.by_when.read()
