"""What is only read in a part of a review: its decisions, and the review that comes after it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import DecisionOnSheet
from ui.caseload.review_words import booked_time
from ui.language import _, time_in_words
from ui.meeting.clock_words import day_words
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card, CardRows
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Disc, IconWords, Words


class DecisionsRead(QWidget):
    """A row for each; a restricted one is named and not told. Below: who changes them."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._shown: tuple[DecisionOnSheet, ...] | None = None
        self.card = CardRows()
        self.who = Words("", "small", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.who)
        column.addWidget(self.card)

    def show_sheet(self) -> None:
        """Show the decisions as they now stand."""
        found, name = tuple(self._meeting.sheet.decisions), self._meeting.name
        if found == self._shown:
            return
        self._shown = found
        words = _("{name}’s IRO writes the decisions. You can read them.") if found else ""
        self.who.say(words.format(name=name) or _("No decision is written yet."))
        self.card.clear()
        show_if(self.card, bool(found))
        for decision in found:
            self.card.add_row(self._row(decision))

    def _row(self, decision: DecisionOnSheet) -> QWidget:
        what = _("A restricted decision") if decision.restricted else decision.what
        facts = QWidget()
        flow = FlowLayout(facts, gap_across=18, gap_down=0)
        if decision.who.strip():
            flow.addWidget(IconWords("user", decision.who, "small"))
        if decision.by_when is not None:
            day = day_words(decision.by_when, self._meeting.desk.today())
            flow.addWidget(IconWords("calendar-blank", _("by {day}").format(day=day), "small"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(what, bold=True, wrap=True))
        words.addWidget(facts)
        show_if(facts, not decision.restricted and bool(decision.who.strip() or decision.by_when))
        row = QWidget()
        row.setAccessibleName(what)
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(12)
        line.addWidget(Disc(str(decision.number), "next", 28), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return row


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
