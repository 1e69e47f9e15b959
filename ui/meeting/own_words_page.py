"""A2, the child's own words, kept exactly; and how the child took part."""

from PySide6.QtWidgets import QWidget

from models.agenda import has_one_text, is_coded_for_another_age, may_stand_in_letter
from ui.language import _, ngettext
from ui.meeting.begun_part import BegunPart
from ui.meeting.forms_back_part import FormsBackPart
from ui.meeting.made_part import MadePart, NotTodayPart
from ui.meeting.note_slot import NoteSlot
from ui.meeting.participation_part import ParticipationPart
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import Place, StepPage
from ui.meeting.words_being_typed import Typed
from ui.meeting.words_card import WordsCard
from ui.parts.text_field import TextField
from ui.parts.words import Words


class OwnWordsPage(StepPage):
    """What the child said, how it came, what they asked for; then the questions of taking part."""

    def build(self) -> None:
        """Make the capture card, the list and the questions."""
        if not self.meeting.is_finished and is_coded_for_another_age(self.meeting.sheet):
            self.meeting.act(lambda review: review.recode())
        self.not_today = NotTodayPart(self)
        self.begun = BegunPart(self)
        self.made = MadePart(self)
        self.forms_back = FormsBackPart(self)
        self.capture = WordsCard(self.meeting)
        self.heading = Words("", "h3", wrap=True)
        self.words = SlotList(lambda _id: NoteSlot(self))
        self.no_words_why = TextField("", lines=1)
        self.participation = ParticipationPart(self)
        words = (self.heading, self.words, self.no_words_why)
        first = (self.not_today, self.begun, self.capture, self.forms_back, self.made)
        for part in (*first, *words):
            self.column.addWidget(part)
        self.column.addWidget(self.participation)
        self._kept_why = self.keep(
            self.no_words_why, ("review", self.meeting.review_id, "no_words_why")
        )

    def show_sheet(self) -> None:
        """Show the words kept so far and how the child took part."""
        sheet = self.meeting.sheet
        said = (wish for wish in sheet.wishes if not wish.made_by_child)
        own = [wish for wish in said if wish.step == self.step]
        count = len(own)
        kept = ngettext("{count} saying kept", "{count} sayings kept", count).format(count=count)
        self.heading.say(kept)
        self.heading.setVisible(bool(own))
        self.words.show_rows(own)
        self.not_today.show_sheet()
        self.begun.show_sheet()
        self.made.show_sheet()
        self.forms_back.show_sheet()
        self._kept_why.show(sheet.no_words_why)
        self.participation.show_sheet()
        self._ask_why(has_none=not any(map(may_stand_in_letter, sheet.wishes)))

    def _ask_why(self, *, has_none: bool) -> None:
        """Ask how it was tried while the letter has no words; under 4, in one field of the two."""
        sheet, name = self.meeting.sheet, self.meeting.name
        asked = _("If there are no words: how you tried to find out what {name} feels (optional)")
        if sheet.wishes:
            asked = _("For the letter, without the private words: how you tried to find out")
        self.no_words_why.set_label(asked.format(name=name))
        in_one = has_one_text(sheet)
        self.no_words_why.setVisible(has_none and not in_one)
        field = self.participation.how_known if in_one else self.no_words_why
        self.mark(field.control, ("review", self.meeting.review_id, "no_words_why"))

    def enter(self) -> None:
        """Come to this step; a code worked out for another age is worked out again."""
        if not self.meeting.is_finished and is_coded_for_another_age(self.meeting.sheet):
            self.meeting.act(lambda review: review.recode())
        self.begun.look()
        super().enter()

    def first_field(self) -> QWidget:
        """Give the field for the child's words."""
        return self.capture.field.control

    def add(self) -> None:
        """Keep the words that are typed."""
        self.capture.add()

    def restrict(self) -> None:
        """Keep the words being typed private, or take that back."""
        self.capture.private.setChecked(not self.capture.private.isChecked())

    def leave(self) -> None:
        """Save what waits and fold what is private."""
        self.flush()
        for part in (self.words, self.not_today, self.made, self.forms_back):
            part.fold()

    def flush(self) -> bool:
        """Save now what still waits, the half-typed words too."""
        flushed = [self.capture.half_typed.flush(), self.forms_back.flush(), super().flush()]
        return all(flushed)

    def show_made(self) -> None:
        """Bring what the child has just made into sight."""
        shown = (each for each in (self.not_today, self.begun, self.made) if each.isVisible())
        first = next(shown, None)
        if first is not None:
            self.ensureWidgetVisible(first, 12, 24)
            self.verticalScrollBar().setValue(max(0, first.y() - 12))

    def being_typed(self) -> Typed | None:
        """Give what stands in the capture card."""
        return self.capture.being_typed()

    def reveal(self, place: Place) -> None:
        """Open the words that a link leads to."""
        made = self.made.things.slots.get(place[1])
        slot = self.words.slots.get(place[1]) or made
        if slot is not None:
            slot.open_editor()
