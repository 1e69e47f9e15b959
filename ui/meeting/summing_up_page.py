"""A12, the IRO's summing up: something warm, the view, rights, the next days, and the papers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.document_kind import DocumentKind
from models.lacking import MATTER
from ui.language import _
from ui.meeting.finish_part import FinishPart
from ui.meeting.letter_card import LetterCard
from ui.meeting.matters_part import MattersPart
from ui.meeting.minutes_card import MinutesCard
from ui.meeting.next_review_part import NextReviewPart
from ui.meeting.paper_card import PaperCard
from ui.meeting.rights_part import RightsPart
from ui.meeting.step_page import Place, StepPage
from ui.meeting.telling_part import TellingPart
from ui.parts.text_field import TextField
from ui.parts.words import Words


class SummingUpPage(StepPage):
    """The last step, and where the review is finished and its papers issued."""

    finished = Signal()
    link_followed = Signal(str)
    look_asked = Signal(object)
    check_asked = Signal()  # of the letter, where it is written

    def build(self) -> None:
        """Make the parts."""
        name, review_id = self.meeting.name, self.meeting.review_id
        self.finish = FinishPart(self)
        self.warm_line = TextField(
            _("One warm, true thing about {name} from today").format(name=name),
            hint=_("The letter begins with it."),
            lines=1,
        )
        self.iro_view = TextField(_("My view as the IRO"))
        self.next_review = NextReviewPart(self)
        self.telling = TellingPart(self)
        self.rights = RightsPart(self)
        self.matters = MattersPart(self)
        self.letter = LetterCard(self.meeting)
        self.minutes = MinutesCard(self.meeting)
        self.papers: dict[DocumentKind, PaperCard] = {
            card.kind: card for card in (self.letter, self.minutes)
        }
        for part in (self.finish.summary, self.warm_line, self.iro_view, self.rights):
            self.column.addWidget(part)
        self.column.addWidget(self.matters)
        self.column.addWidget(self.next_review)
        self.column.addWidget(self.telling)
        self.column.addWidget(self.finish)
        self.column.addWidget(Words(_("The papers"), "h2"))
        for card in self.papers.values():
            self.column.addWidget(card)
            card.look_asked.connect(self.look_asked)
        self.letter.check_asked.connect(self.check_asked)
        self._kept_texts = {
            field: self.keep(getattr(self, field), ("review", review_id, field))
            for field in ("warm_line", "iro_view")
        }
        self.finish.finished.connect(self._go_to_papers)
        self.finish.finished.connect(self.finished)
        self.finish.link_followed.connect(self.link_followed)

    def show_sheet(self) -> None:
        """Show the review as it now stands."""
        sheet = self.meeting.sheet
        for field, kept in self._kept_texts.items():
            kept.show(getattr(sheet, field))
        self.rights.show_sheet()
        self.matters.show_sheet()
        self.next_review.show_sheet()
        self.telling.show_sheet()
        self.finish.show_sheet()
        for card in self.papers.values():
            card.show_sheet()
        self.mark(self.rights.first_open(), ("review", self.meeting.review_id, "rights"))

    def first_field(self) -> QWidget:
        """Give the warm line, or what follows finishing."""
        if self.meeting.is_finished:
            return self.letter.look_button
        return self.warm_line.control

    def _go_to_papers(self) -> None:
        self.window().activateWindow()
        self.letter.look_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Save now what still waits, the words on the matters of law too."""
        return self.matters.flush() and super().flush()

    def reveal(self, place: Place) -> None:
        """Open the matter that a link leads to."""
        if place[0] == MATTER:
            self.matters.open(place[1])
