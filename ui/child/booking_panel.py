"""When and where the review to come is: its day, its time and its place."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from models.typed_times import UnreadableTime, read_time
from ui.desk import Desk
from ui.language import _, time_in_words
from ui.meeting.who_asked_part import WhoAskedPart
from ui.parts.buttons import PrimaryButton, SecondaryButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words


class BookingPanel(Card):
    """Asks for the day, time and place, and says what the button will do with them."""

    booked = Signal(object, str, str)  # the day, the time as "16:00" or nothing, the place
    closed = Signal()

    def __init__(self, desk: Desk, title: str, do: str) -> None:
        super().__init__()
        self.setObjectName("booking_panel")
        self.setAccessibleName(title)
        self.day = DateField(_("Day"), desk.today, hint=_("Such as 18 December, or 2 weeks"))
        self.time = LineField(_("Time"), hint=_("Such as 4pm"), optional=True)
        self.place = LineField(_("Place"), hint=_("As the letter is to say it"), optional=True)
        self.do_button = PrimaryButton(do)
        self.do_button.setObjectName("do_booking")
        self.close_button = SecondaryButton(_("Not now"))
        self.asked = WhoAskedPart(desk)
        self._known: date | None = None
        self._due_on: date | None = None
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(16)
        for field, share in ((self.day, 3), (self.time, 2), (self.place, 4)):
            self._fields.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.addWidget(self.do_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        self.column.addWidget(Words(title, "h3", wrap=True))
        self.column.addLayout(self._fields)
        self.column.addWidget(self.asked)
        self.asked.hide()
        self.column.addLayout(buttons)
        self.day.day_chosen.connect(self._ask_why)
        self.do_button.clicked.connect(self._book)
        for field in (self.day, self.time, self.place):
            field.control.returnPressed.connect(self._book)
        self.close_button.clicked.connect(self.closed)

    def fill(self, day: date | None, at: str, place: str) -> None:
        """Show what is known already, or likely."""
        from ui.caseload.review_words import booked_time

        known = booked_time(at)
        self.day.set_day(day)
        self.time.set_text(time_in_words(known) if known else "")
        self.place.set_text(place)

    def moves(self, day: date | None, due_on: date | None) -> None:
        """Ask who and why once the day is another than this one, which is booked already."""
        self._known, self._due_on = day, due_on

    @property
    def is_a_move(self) -> bool:
        """Whether a review that is booked would be held on another day."""
        return self._known is not None and self.day.day() not in {None, self._known}

    def _ask_why(self) -> None:
        show_if(self.asked, self.is_a_move)
        self.asked.say_how_late(self.day.day(), self._due_on)

    def lay_out(self, *, wide: bool) -> None:
        """Put the fields beside each other, or below."""
        directions = QBoxLayout.Direction
        self._fields.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _book(self) -> None:
        self.day.read()
        day = self.day.day()
        if day is None:
            if not self.day.has_error:
                self.day.show_error(_("Choose a day for the review."))
            self.day.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        typed = self.time.text().strip()
        try:
            at = read_time(typed) if typed else ""
        except UnreadableTime as problem:
            self.time.show_error(_(problem.next))
            self.time.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        lacks = self.asked.lacks() if self.is_a_move else None
        if lacks is not None:
            lacks.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.booked.emit(day, at, self.place.text().strip())
