"""A1, Welcome: when and where, and who is here."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.language import _
from ui.meeting.add_person_card import AddPersonCard
from ui.meeting.facts_part import FactsPart
from ui.meeting.kind_part import KindPart
from ui.meeting.papers_part import PapersPart
from ui.meeting.part_slot import PartSlot
from ui.meeting.person_slot import PersonSlot
from ui.meeting.sitting_card import SittingCard
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import Place, StepPage
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Words


class WelcomePage(StepPage):
    """The meeting itself, the people one by one, somebody new, and when each part was held."""

    def build(self) -> None:
        """Make the parts."""
        self.sitting = SittingCard(self)
        self.sitting.begin_button.clicked.connect(self._keep_keyboard_in_view)
        self.parts = SlotList(lambda sitting_id: PartSlot(self, sitting_id))
        self.people = SlotList(lambda person_id: PersonSlot(self, person_id))
        self.add_card = AddPersonCard(self.meeting)
        self.mark(self.add_card.name.control, ("person", "", "name"))
        self.column.addWidget(self.sitting)
        self.kinds = KindPart(self)
        self.kind = self.kinds.choice
        self.column.addWidget(self.kinds)
        self.invite = SmallButton(_("Invite people"), "users-three")
        self.invite.setObjectName("open_convening")
        self.invite.clicked.connect(self.meeting.convening_asked)
        head = QHBoxLayout()
        head.addWidget(Words(_("Who is here"), "h2", wrap=True), 1)
        head.addWidget(self.invite)
        self.column.addLayout(head)
        self.column.addWidget(self.people)
        self.column.addWidget(self.add_card)
        self.column.addWidget(self.parts)
        self.papers, self.facts = PapersPart(self), FactsPart(self)
        self.column.addWidget(self.papers)
        self.column.addWidget(self.facts)

    def show_sheet(self) -> None:
        """Show the meeting and the people."""
        self.sitting.show_sheet()
        is_to_come = self.meeting.sheet.state == "planned"
        show_if(self.invite, is_to_come and self.meeting.desk.reach().makes("invitation"))
        self.kinds.show_sheet()
        self.parts.show_rows(self.meeting.sheet.sittings)
        self.people.show_rows(self.meeting.sheet.people)
        self.papers.show_sheet()
        self.facts.show_sheet()

    def _keep_keyboard_in_view(self) -> None:
        """Let everything take its place in a review that has just begun, and show the next."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._settle()

    def first_field(self) -> QWidget:
        """Give the start button, then the first person not yet said of, then the new name."""
        sheet = self.meeting.sheet
        if sheet.state == "planned":
            return self.sitting.begin_button
        if sheet.state == "adjourned":
            return self.sitting.resume_button
        said = {each.person_id for each in sheet.attendances if each.attended}
        for person_id, slot in self.people.slots.items():
            if person_id not in said:
                return slot.attended
        return self.add_card.name.control

    def add(self) -> None:
        """Add the person who is typed."""
        self.add_card.add()

    def leave(self) -> None:
        """Save what waits and close what was opened."""
        self.kinds.flush()
        self.flush()
        self.people.fold()
        self.papers.fold()
        self.facts.fold()

    def reveal(self, place: Place) -> None:
        """Open the person, the papers or the facts that a link leads to."""
        self.papers.reveal(place)
        self.facts.reveal(place)
        if place[0] == "attendance" and place[2] != "attended":
            found = (each for each in self.meeting.sheet.attendances if each.id == place[1])
            attendance = next(found, None)
            slot = self.people.slots.get(attendance.person_id) if attendance else None
            if slot is not None:
                slot.open_editor()
