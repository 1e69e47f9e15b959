"""When and where a review is: read by everybody, changed where the person may."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.problems import Problem
from models.review import MODE_WORDS, Mode
from ui.caseload.review_words import booked_time
from ui.child.booking_acts import book_it
from ui.child.booking_panel import BookingPanel
from ui.language import _, time_in_words
from ui.meeting.clock_words import clock_time, day_words
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words

if TYPE_CHECKING:
    from ui.meeting.part_step import PartStep


class BookingPart(QWidget):
    """The day and place in words; a planned review is booked and moved by one panel."""

    def __init__(self, page: "PartStep") -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        self.panel: BookingPanel | None = None
        self.when = Words("", "h3", wrap=True)
        self.where = Words("", wrap=True)
        self.due = Words("", "small", "ink2", wrap=True)
        self.change_button = SmallButton(_("Change the day, time or place"), "calendar-blank")
        self.change_button.setObjectName("change_booking")
        self.place = LineField(_("Place"), hint=_("As the letter is to say it"))
        self._kept = page.keep(self.place, ("review", page.meeting.review_id, "place"))
        modes = [(str(key), _(words)) for key, words in MODE_WORDS.items()]
        self.mode = ChipGroup(_("How it is held"), modes, may_be_none=False)
        card = Card()
        for part in (self.when, self.where, self.due, self.place, self.mode):
            card.column.addWidget(part)
        card.column.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(card)
        self.change_button.clicked.connect(self.open)
        self.mode.chosen_changed.connect(self._put_mode)

    def show_sheet(self) -> None:
        """Show when and where it is, and what may be changed of it."""
        sheet, reach = self._meeting.sheet, self._page.reach
        planned, over = sheet.state == "planned", self._meeting.is_finished
        self.when.say(self._when())
        mode = _(MODE_WORDS[Mode(sheet.mode)])
        where = _("{place}. {mode}").format(place=sheet.place.rstrip("."), mode=mode)
        self.where.say(where if sheet.place else mode)
        due, today = sheet.child.review_due_on, self._meeting.desk.today()
        late = _("The last day in time is {day}.")
        self.due.say(late.format(day=day_words(due, today)) if planned and due else "")
        show_if(self.due, bool(self.due.said))
        may_place = reach.writes("review", "place") and not over
        show_if(self.place, may_place and not planned)
        self._kept.show(sheet.place)
        show_if(self.mode, reach.writes("review", "mode") and not over)
        self.mode.choose(sheet.mode)
        may_book = planned and reach.writes("review", "booked_on")
        show_if(self.change_button, may_book and self.panel is None)

    def first_field(self) -> QWidget | None:
        """Give what takes the keyboard on coming here."""
        parts = (self.change_button, self.place.control)
        return next((each for each in parts if not each.isHidden()), None)

    def open(self) -> None:
        """Ask for the day, the time and the place."""
        sheet = self._meeting.sheet
        title = _("When and where is review {number}?").format(number=sheet.number)
        do = _("Book review {number}").format(number=sheet.number)
        panel = self.panel = BookingPanel(self._meeting.desk, title, do)
        panel.fill(sheet.booked_on, sheet.booked_time, sheet.place)
        panel.moves(sheet.booked_on, sheet.child.review_due_on)
        panel.booked.connect(self._book)
        panel.closed.connect(self.close_panel)
        self._column.addWidget(panel)
        self.change_button.hide()
        panel.lay_out(wide=self.width() >= panel.minimumSizeHint().width())
        panel.show()
        panel.day.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Leave the booking as it is."""
        panel, self.panel = self.panel, None
        if panel is not None:
            panel.hide()
            panel.deleteLater()
        self.show_sheet()
        self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _book(self, day: date, at: str, place: str) -> None:
        panel, meeting = self.panel, self._meeting
        if panel is None:
            return
        try:
            book_it(meeting.desk, meeting.sheet.child.id, panel, day, at, place)
        except Problem as problem:
            meeting.troubled.emit(problem)
            return
        meeting.saved.emit()
        meeting.reload()
        self.close_panel()

    def _put_mode(self, key: str) -> None:
        self._meeting.put("review", self._meeting.review_id, "mode", key)

    def _when(self) -> str:
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        last = sheet.sittings[-1] if sheet.sittings else None
        if last is not None:
            return _held(last.held_on, clock_time(last.began_at), sheet.state, today)
        if sheet.held_on is not None:
            return _held(sheet.held_on, "", sheet.state, today)
        if sheet.booked_on is None:
            return _("Not booked yet")
        day, at = day_words(sheet.booked_on, today), booked_time(sheet.booked_time)
        if at is None:
            return _("Booked for {day}").format(day=day)
        return _("Booked for {day} at {time}").format(day=day, time=time_in_words(at))


def _held(day: date, time: str, state: str, today: date) -> str:
    said = day_words(day, today)
    if state == "adjourned":
        return _("Adjourned on {day}; it is to go on").format(day=said)
    if state == "open" and time:
        return _("Started at {time} on {day}").format(time=time, day=said)
    return _("Held on {day}").format(day=said)
