"""What is only read in a part of a review: when the review after it is."""

from PySide6.QtCore import Qt, Signal

from ui.caseload.review_words import booked_time
from ui.language import _, time_in_words
from ui.meeting.clock_words import day_words
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words


class NextReviewRead(Card):
    """When the review after this one is, and the way to it where it is planned."""

    review_asked = Signal(str)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._planned = ""
        self.said = Words("", wrap=True)
        self.open_button = SmallButton("", "calendar-blank")
        self.open_button.setObjectName("open_next_review")
        self.column.addWidget(self.said)
        self.column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.open_button.clicked.connect(lambda: self.review_asked.emit(self._planned))

    def show_sheet(self) -> None:
        """Show what is known of it."""
        sheet, name = self._meeting.sheet, self._meeting.name
        self._planned, number = self._planned_next()
        self.open_button.say(_("Open review {number}").format(number=number))
        show_if(self.open_button, bool(self._planned))
        if sheet.next_review_on is not None:
            self.said.say(self._when())
        elif self._planned:
            words = _("Review {number} is planned. Its day, time and place are set there.")
            self.said.say(words.format(number=number))
        else:
            words = _("It is not planned yet. {name}’s IRO plans it in the review.")
            self.said.say(words.format(name=name))

    def _when(self) -> str:
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        if sheet.next_review_on is None:
            return ""
        values = {"day": day_words(sheet.next_review_on, today), "place": sheet.next_review_place}
        at = booked_time(sheet.next_review_time)
        values["time"] = time_in_words(at) if at else ""
        if at and sheet.next_review_place:
            return _("{day} at {time}. {place}").format(**values)
        if at:
            return _("{day} at {time}").format(**values)
        if sheet.next_review_place:
            return _("{day}. {place}").format(**values)
        return values["day"]

    def _planned_next(self) -> tuple[str, int]:
        """Give the id and number of the planned review after this one, or nothing."""
        sheet = self._meeting.sheet
        with self._meeting.desk.database.reading() as connection:
            row = connection.execute(
                "select id, number from review where child_id = ? and state = 'planned'"
                " and removed_at is null and id <> ? and number > ? order by number limit 1",
                (sheet.child.id, sheet.id, sheet.number),
            ).fetchone()
        return ("", 0) if row is None else (str(row[0]), int(row[1]))
