"""The papers of a review: what came in and when. Nothing waits for a paper."""

from PySide6.QtWidgets import QWidget

from models.papers_on_sheet import PaperNow, papers_of
from models.rules.papers import PaperState, papers_due
from models.rules.working_days import BeyondCalendar
from ui.language import _, day_in_words, ngettext
from ui.meeting.folded_card import FoldedCard
from ui.meeting.paper_slot import TABLE, PaperSlot
from ui.meeting.step_page import Place, StepPage
from ui.parts.words import Words


class PapersPart(FoldedCard):
    """One line on how many papers are spoken of, opening to a row for each."""

    def __init__(self, page: StepPage) -> None:
        super().__init__(_("Papers: what came in and when"))
        self.setObjectName("papers")
        self._page, self._meeting = page, page.meeting
        self.due = Words("", "small", "ink2", wrap=True)
        self.inside_column.addWidget(self.due)
        self.slots: dict[str, PaperSlot] = {}

    def show_sheet(self) -> None:
        """Show how many are spoken of, and the papers where it is open."""
        self.say(_summary(self._papers()))
        if self.is_open:
            self.show_inside()

    def show_inside(self) -> None:
        """Show each paper as it stands."""
        papers = self._papers()
        self.due.say(self._due_words())
        self.due.setVisible(bool(self.due.said))
        wanted = {each.paper.key for each in papers}
        for key in [key for key in self.slots if key not in wanted]:
            self._let_go(key)
        for paper in papers:
            if paper.paper.key not in self.slots:
                slot = self.slots[paper.paper.key] = PaperSlot(self._page, paper)
                self.inside_column.addWidget(slot)
            self.slots[paper.paper.key].show_row(paper)

    def first_stop(self) -> QWidget | None:
        """Give the first paper nothing is said of, or the first of all."""
        empty = (each.paper.key for each in self._papers() if not each.is_said)
        key = next(empty, next(iter(self.slots), ""))
        return self.slots[key].received_on.control if key else None

    def reveal(self, place: Place) -> None:
        """Open it for a link that leads to one of its papers."""
        if place[0] == TABLE and not self.is_open:
            self.open()

    def _papers(self) -> tuple[PaperNow, ...]:
        desk = self._meeting.desk
        return papers_of(self._meeting.sheet, desk.today(), desk.calendar)

    def _due_words(self) -> str:
        sheet, desk = self._meeting.sheet, self._meeting.desk
        review_on = sheet.held_on or sheet.booked_on
        if review_on is None:
            return ""
        try:
            due = papers_due(review_on, desk.calendar)
        except BeyondCalendar:
            return ""
        words = _("In time by {day}, 3 working days before the review. Nothing waits for a paper.")
        return words.format(day=day_in_words(due, desk.today()))

    def _let_go(self, key: str) -> None:
        slot = self.slots.pop(key)
        slot.flush()
        self.inside_column.removeWidget(slot)
        slot.hide()
        slot.deleteLater()


def _summary(papers: tuple[PaperNow, ...]) -> str:
    said = sum(each.is_said for each in papers)
    states = [each.standing.state for each in papers]
    late, absent = states.count(PaperState.LATE), states.count(PaperState.ABSENT)
    words = ngettext("{said} of {count} said", "{said} of {count} said", len(papers))
    parts = [words.format(said=said, count=len(papers))]
    if late:
        parts.append(ngettext("{count} late", "{count} late", late).format(count=late))
    if absent:
        parts.append(ngettext("{count} not here", "{count} not here", absent).format(count=absent))
    return ", ".join(parts)
