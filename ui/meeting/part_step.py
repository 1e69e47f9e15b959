"""What business support works with in a review, on one page; the rest of it is not shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.child.part_notice import PartNotice
from ui.language import _
from ui.meeting.add_person_card import AddPersonCard
from ui.meeting.asked_slot import AskedSlot
from ui.meeting.booking_part import BookingPart
from ui.meeting.both_versions import BothVersions
from ui.meeting.copies_read import CopiesRead
from ui.meeting.meeting import Meeting
from ui.meeting.read_only_parts import NextReviewRead
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import StepPage
from ui.overriding import override
from ui.parts.showing import show_if
from ui.parts.words import Words

WELCOME = "A1"


class PartStep(StepPage):
    """The standing notice comes first: what is not shown here was not left unsaid."""

    review_asked = Signal(str)

    def __init__(self, meeting: Meeting) -> None:
        self.reach = meeting.desk.reach()
        super().__init__(meeting, WELCOME)

    @override
    def _build_head(self) -> None:
        name = self.meeting.name
        self.setAccessibleName(_("{name}’s review").format(name=name))
        self.notice = PartNotice()
        self.notice.show_child(name, is_part=True)
        self.both = BothVersions()
        self.both.both_asked.connect(self.meeting.both_asked)
        for part in (self.notice, self.both):
            self.column.addWidget(part)
        self.meeting.changed.connect(self._follow)

    @override
    def build(self) -> None:
        self.booking = BookingPart(self)
        self.people_head = Words("", "h2", wrap=True)
        self.people = SlotList(lambda person_id: AskedSlot(self, person_id))
        self.add_card = AddPersonCard(self.meeting)
        self.copies = CopiesRead(self.meeting)
        self.next = NextReviewRead(self.meeting)
        self.next.review_asked.connect(self.review_asked)
        for head, part in (
            (Words(_("When and where"), "h2", wrap=True), self.booking),
            (self.people_head, self.people),
            (None, self.add_card),
            (Words(_("The papers that go out"), "h2", wrap=True), self.copies),
            (Words(_("The next review"), "h2", wrap=True), self.next),
        ):
            if head is not None:
                self.column.addWidget(head)
            self.column.addWidget(part)

    @override
    def show_sheet(self) -> None:
        sheet = self.meeting.sheet
        self.both.show_conflicts(sheet.conflicts)
        self.booking.show_sheet()
        planned = sheet.state == "planned"
        said = _("Who is asked to come") if planned else _("Who was asked to come")
        self.people_head.say(said)
        self.people.show_rows(sheet.people)
        may_add = self.reach.makes("person") and not self.meeting.is_finished
        show_if(self.add_card, may_add)
        self.copies.show_sheet()
        self.next.show_sheet()

    @override
    def first_field(self) -> QWidget | None:
        return self.booking.first_field()

    @override
    def add(self) -> None:
        self.add_card.add()
