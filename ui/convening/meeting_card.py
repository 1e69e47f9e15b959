"""The convening form: when and where, and what the meeting needs; it saves itself."""

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.one_id import one_id
from models.rules.review_kinds import REVIEW_KINDS
from ui.convening.convened_review import ConvenedReview
from ui.language import _, day_in_words, ngettext, time_in_words
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.kept_field import KeptField, Value
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.text_field import TextField
from ui.parts.words import Words


class MeetingCard(Card):
    """Fields of the form of one review; its day and place are changed where it is booked."""

    def __init__(self, convened: ConvenedReview) -> None:
        super().__init__()
        self.setObjectName("convening_meeting")
        self._convened = convened
        self.heading = Words(_("The meeting"), "h3", wrap=True)
        self.told = Words("", "body", wrap=True)
        self.which = Words("", "small", "ink2", wrap=True)
        self.moved = Words("", "small", "ink2", wrap=True)
        self.book_button = SmallButton(_("Change the day or place"), "calendar-blank")
        self.fields = {
            "room": LineField(_("Room"), optional=True),
            "interpreter": LineField(_("Interpreter: language and who"), optional=True),
            "travel": TextField(_("Travel: who needs what"), lines=1, optional=True),
            "access_needs": TextField(_("What people need"), lines=1, optional=True),
            "risk": TextField(_("Keeping everybody safe"), lines=1, optional=True),
        }
        self._build()
        row_id = one_id("convening", convened.review_id)
        self._kept = {
            name: KeptField(
                convened.meeting, field, ("convening", row_id, name), save=self._save(name)
            )
            for name, field in self.fields.items()
        }
        self.show_form()

    def _build(self) -> None:
        self.book_button.setObjectName("change_day_or_place")
        line = QHBoxLayout()
        line.addWidget(self.told, 1)
        line.addWidget(self.book_button)
        self.column.addWidget(self.heading)
        self.column.addLayout(line)
        self.column.addWidget(self.which)
        self.column.addWidget(self.moved)
        for names in (("room", "interpreter"), ("travel", "access_needs", "risk")):
            beside = FieldsLayout()
            for name in names:
                field = self.fields[name]
                field.setObjectName(name)
                field.control.setObjectName(f"{name}_box")
                beside.add(field)
            self.column.addLayout(beside)

    def show_form(self) -> None:
        """Show the form as it stands."""
        sheet, today = self._convened.meeting.sheet, self._convened.desk.today()
        when = _("No day yet")
        if sheet.booked_on is not None:
            day = day_in_words(sheet.booked_on, today)
            when = day
            if sheet.booked_time:
                begins = time_in_words(time.fromisoformat(sheet.booked_time))
                when = _("{day} at {time}").format(day=day, time=begins)
        self.told.say(_("{when}. {place}").format(when=when, place=sheet.place).rstrip(". "))
        self.which.say(self._which())
        moved = self._convened.review.moved if self._convened.review else 0
        said = ngettext("It was moved {count} time.", "It was moved {count} times.", moved)
        self.moved.say(said.format(count=moved))
        self.moved.setVisible(bool(moved))
        for name, kept in self._kept.items():
            kept.show(getattr(self._convened.form, name))

    def _which(self) -> str:
        """Say which review it is, by when it is due, and how people meet."""
        from models.review import MODE_WORDS, Mode  # loads SQLAlchemy

        sheet, today = self._convened.meeting.sheet, self._convened.desk.today()
        kind = REVIEW_KINDS.get(sheet.kind)
        said = [_("Review {number}.").format(number=sheet.number)]
        if kind is not None:
            said = [_("Review {number}: {kind}.").format(number=sheet.number, kind=_(kind.name))]
        if sheet.due_on is not None:
            said.append(_("Due by {day}.").format(day=day_in_words(sheet.due_on, today)))
        if sheet.mode in set(Mode):
            said.append(_("{mode}.").format(mode=_(MODE_WORDS[Mode(sheet.mode)])))
        return " ".join(said)

    def flush(self) -> bool:
        """Save now what still waits in a field."""
        flushed = [kept.flush() for kept in self._kept.values()]
        return all(flushed)

    def first_field(self) -> QWidget:
        """Give the first field."""
        return self.fields["room"].control

    def _save(self, name: str) -> Callable[[Value], bool]:
        def save(words: Value) -> bool:
            from models.convening_acts import put_convening  # loads SQLAlchemy

            return self._convened.act(lambda review: put_convening(review, name, str(words or "")))

        return save
