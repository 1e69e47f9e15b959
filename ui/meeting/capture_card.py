"""Where a note is typed while people speak: the words, whose they are, what they are about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from models.review_sheet import NoteOnSheet, WishOnSheet
from models.together import send_note
from ui.language import _
from ui.meeting import choices
from ui.meeting.also_for import AlsoFor, WhomItNames
from ui.meeting.chip_row import ChipRows
from ui.meeting.half_typed import HalfTyped
from ui.meeting.meeting import Meeting
from ui.meeting.words_being_typed import note_being_typed, wish_being_typed
from ui.parts.buttons import PrimaryButton, SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.parts.words import Words

if TYPE_CHECKING:
    from models.open_review import OpenReview


class CaptureCard(Card):
    """The card with the cursor in it; Ctrl+Enter adds what it holds."""

    added = Signal()

    def __init__(self, meeting: Meeting, step: str) -> None:
        super().__init__()
        self._meeting, self._step = meeting, step
        self.setObjectName("capture")
        name = meeting.name
        self.field = TextField(_("Write what is said, in people’s own words"))
        self.field.control.setObjectName("capture_box")
        self.field.label.hide()
        self.column_chips = ChipGroup(_("Under"), choices.columns(meeting.form), may_be_none=False)
        self.said_by = ChipGroup(_("Said by"), shown=choices.chips_shown(4))
        areas = choices.life_areas(meeting.form, first=step)
        self.about = ChipGroup(_("About"), areas, shown=choices.chips_shown(3))
        self.sorts = ChipGroup(_("Kind of answer"), shown=choices.chips_shown(3))
        self.also_for = AlsoFor(meeting)
        self.whom = WhomItNames(meeting, self.also_for, self.field.text)
        self.more_button = SmallButton(_("Kind"), "caret-down", kind="quiet")
        self.more_button.setAccessibleName(_("Say what kind of answer it is"))
        self.restricted = Tick(_("Restricted: keep it from some people"))
        self.add_button = PrimaryButton(_("Add note"))
        self.add_button.setObjectName("add_note")
        self.exact = Words(
            _("These are kept exactly, as {name}’s own words.").format(name=name), "small", "voice"
        )
        self._build()
        self._reset()
        self.show_people()
        self.half_typed = HalfTyped(meeting, step, self.field, self._draft, self._take_draft)
        self._connect()
        self._show_whose()

    def _build(self) -> None:
        rows = self._rows = ChipRows()
        rows.add(_("Under"), self.column_chips)
        rows.add(_("Said by"), self.said_by)
        rows.add(_("About"), self.about)
        rows.add(_("Kind"), self.sorts)
        rows.add(_("Also for"), self.also_for)
        foot = QHBoxLayout()
        foot.addWidget(self.restricted)
        foot.addStretch(1)
        foot.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addWidget(self.field)
        self.column.addWidget(self.exact)
        self.column.addWidget(rows)
        self.column.addWidget(self.whom)
        self.column.addLayout(foot)

    def _connect(self) -> None:
        self.field.control.finished.connect(self.add)
        self.field.edited.connect(self.whom.follow)
        self.add_button.clicked.connect(self.add)
        self.more_button.clicked.connect(self._unfold_sorts)
        self.column_chips.chosen_changed.connect(self._offer_sorts)
        self.said_by.chosen_changed.connect(self._show_whose)
        for chips in (self.column_chips, self.said_by, self.about, self.sorts):
            chips.chosen_changed.connect(self.half_typed.note)
        self.restricted.toggled.connect(self.half_typed.note)
        self.restricted.toggled.connect(self._offer_others)

    def show_people(self) -> None:
        """Offer the people as they now are, and the other children of the sitting."""
        offered = choices.people(self._meeting.sheet, with_child=True)
        self.said_by.set_choices(offered)
        self._offer_others()

    def add(self) -> None:
        """Add the note, or the child's own words, and make room for the next."""
        words = self.field.text()
        if not words.strip():
            self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        fields = self._fields()
        column = self.column_chips.chosen()
        if self.is_child_speaking:
            added = self.half_typed.add(
                lambda review: review.add_wish(words, column=column, **fields)
            )
        else:
            fields |= self._whose() | {"restricted": self.restricted.isChecked()}
            fields["sort"] = self.sorts.chosen()
            also = () if self.restricted.isChecked() else self.also_for.all_chosen()

            def add_and_send(review: "OpenReview") -> None:
                note = review.add_note(column, words, **fields)
                if also:
                    send_note(review.session, note, also)

            added = self.half_typed.add(add_and_send)
        if added:
            self._empty()

    def leave(self) -> None:
        """Let a tick that stands over no words go."""
        if not self.field.text().strip():
            self.restricted.setChecked(False)

    def restrict(self) -> None:
        """Restrict what is being typed, or take that back."""
        self.restricted.setChecked(not self.restricted.isChecked())

    @property
    def is_child_speaking(self) -> bool:
        """Whether the words are the child's own."""
        return self.said_by.chosen() == choices.CHILD

    def _empty(self) -> None:
        """Make room for the next: what it is about stays, who says it is asked afresh."""
        self.field.set_text("")
        self.restricted.setChecked(False)
        self.said_by.choose()
        self.sorts.choose()
        self.also_for.choose()
        self._show_whose()
        self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.half_typed.emptied()
        self.added.emit()

    def _reset(self) -> None:
        self.column_chips.choose(self._meeting.form.step[self._step].first_column)
        self.about.choose(self._meeting.form.usual_area(self._step))
        self._offer_sorts()
        self._rows.show_row(self.sorts, shown=False)

    def _unfold_sorts(self) -> None:
        self._rows.show_row(self.sorts, shown=True)
        self.more_button.hide()
        self.sorts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_sorts(self) -> None:
        """Offer the kinds of answer that the column has; one it does not have is let go."""
        self.sorts.set_choices(choices.sorts(self._meeting.form, self.column_chips.chosen()))

    def _offer_others(self) -> None:
        """Offer the children to send it to as well; never private words, nor the child’s own."""
        may_be_sent = not self.is_child_speaking and not self.restricted.isChecked()
        self._rows.show_row(self.also_for, shown=self.also_for.offer() and may_be_sent)
        self.whom.follow()

    def _show_whose(self) -> None:
        self._offer_others()
        may_unfold = not self.is_child_speaking and self.sorts.isHidden()
        show_if(self.more_button, may_unfold)
        if self.is_child_speaking:
            self._rows.show_row(self.sorts, shown=False)
        self.exact.setVisible(self.is_child_speaking)
        private = _("Private: {name} asked that this be kept").format(name=self._meeting.name)
        usual = _("Restricted: keep it from some people")
        self.restricted.setText(private if self.is_child_speaking else usual)
        self.restricted.setAccessibleName(self.restricted.text())
        self.restricted.updateGeometry()

    def _fields(self) -> dict[str, object]:
        fields: dict[str, object] = {"step": self._step, "life_area": self.about.chosen()}
        if self.is_child_speaking and self.restricted.isChecked():
            fields["private"] = True
        return fields

    def _whose(self) -> dict[str, object]:
        person = self._meeting.sheet.person.get(self.said_by.chosen())
        if person is None:
            return {}
        return {"person_id": person.id, "said_by": person.short}

    def _draft(self) -> dict[str, str]:
        return {
            "words": self.field.text(),
            "column": self.column_chips.chosen(),
            "said_by": self.said_by.chosen(),
            "about": self.about.chosen(),
            "sort": self.sorts.chosen(),
            "restricted": "yes" if self.restricted.isChecked() else "",
        }

    def _take_draft(self, draft: dict[str, str]) -> None:
        self.field.set_text(draft.get("words", ""))
        self.column_chips.choose(draft.get("column") or self.column_chips.chosen())
        self.said_by.choose(draft.get("said_by", ""))
        self.about.choose(draft.get("about", self.about.chosen()))
        self._offer_sorts()
        if draft.get("sort"):
            self.sorts.choose(draft["sort"])
            self._unfold_sorts()
        self.restricted.setChecked(bool(draft.get("restricted")))

    def being_typed(self) -> NoteOnSheet | WishOnSheet | None:
        """Give what is typed and not yet added, as the letter would have it."""
        if self.restricted.isChecked():
            return None
        words, area = self.field.text(), self.about.chosen()
        if self.is_child_speaking:
            return wish_being_typed(words, "said", "", area)
        return note_being_typed(words, self._step, self.column_chips.chosen(), area)
