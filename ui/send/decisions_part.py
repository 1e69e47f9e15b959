"""Part 1 after a meeting: the decisions, their sheet beside them, and what became of each."""

from typing import Any  # Any: a field of a decision may hold any kind of value

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.document_kind import DocumentKind
from models.managers_reply import add_decision
from models.review_sheet import ReviewSheet
from ui.appearance import appearance
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.meeting.paper_pages import DrawnPaper
from ui.overriding import override
from ui.parts.badges import Badge
from ui.parts.buttons import SmallButton
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.after_clocks import ClockLines
from ui.send.decision_card import DecisionCard, before_words
from ui.send.decision_form import DecisionForm
from ui.send.paper_beside import PaperBeside
from ui.send.sheet_card import SheetCard
from ui.send.standing_words import STANDING_KINDS, standing_on, state_words, why_words

BESIDE_PX = 1000


class DecisionsPart(QWidget):
    """The decisions stand at the left as they are, at the right as the manager gets them."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.setObjectName("decisions_part")
        self.page = ScrollingPage()
        self.state = QHBoxLayout()
        self.why = Words("", "body", wrap=True)
        self.clocks = ClockLines(meeting, ("T31", "T33"))
        self.sheet_card = SheetCard(meeting)
        self.heading = Words(_("What was decided"), "h2")
        self.cards: dict[str, DecisionCard] = {}
        self._list = QVBoxLayout()
        self.gone = Words("", "small", "ink2", wrap=True)
        self.add_button = SmallButton(_("Add a decision"), "plus")
        self.add_button.setObjectName("add_decision")
        self.form = DecisionForm(meeting.desk, meeting.name, self._add)
        name = _("The decisions sheet")
        self.paper = PaperBeside(meeting, DocumentKind.DECISIONS, name, self._is_new)
        self._build()
        self._connect()
        self.show_sheet()

    def _build(self) -> None:
        left, column = Qt.AlignmentFlag.AlignLeft, self.page.column
        self._list.setSpacing(10)
        self.state.addStretch(1)
        column.addLayout(self.state)
        column.addWidget(self.why)
        column.addWidget(self.clocks)
        column.addWidget(self.sheet_card)
        column.addWidget(self.heading)
        column.addLayout(self._list)
        column.addWidget(self.gone)
        column.addWidget(self.form)
        column.addWidget(self.add_button, 0, left)
        column.addStretch(1)
        self.form.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.page, 11)
        line.addWidget(self.paper, 10)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.begin_to_add)
        self.form.kept.connect(self._close_form)
        self.form.left.connect(self._close_form)
        self.paper.drawn.connect(self._note_pages)
        self.paper.source_clicked.connect(self._go_to_card)

    def show_sheet(self) -> None:
        """Show how everything stands now."""
        desk, sheet = self._meeting.desk, self._meeting.sheet
        standing = standing_on(sheet, desk.today(), desk.calendar)
        self._show_state(state_words(sheet, standing),
                         STANDING_KINDS.get(standing.state, "ok"))  # fmt: skip
        self.why.say(why_words(standing, desk.today()))
        show_if(self.why, bool(self.why.said))
        self.clocks.show_sheet()
        self.sheet_card.show_sheet()
        self._show_cards()
        for decision in sheet.decisions:
            self.cards[decision.id].show_decision(decision, standing)
        here = {each.id for each in sheet.decisions}
        gone = [each for each in sheet.decision_changes if each.decision_id not in here]
        self.gone.say("\n".join(map(before_words, gone)))
        show_if(self.gone, bool(gone))
        show_if(self.add_button, standing.final_on is None and self.form.isHidden())

    def _is_new(self, sheet: ReviewSheet) -> bool:
        """Whether the next sheet says something else than the one that went last."""
        desk = self._meeting.desk
        return standing_on(sheet, desk.today(), desk.calendar).is_amended

    def _show_state(self, words: str, kind: str) -> None:
        item = self.state.itemAt(0)
        badge = item.widget() if item is not None else None
        if isinstance(badge, Badge):
            if badge.words.said == words:
                return
            self.state.removeWidget(badge)
            badge.hide()
            badge.deleteLater()
        made = Badge(words, kind)
        made.setObjectName("decisions_state")
        self.state.insertWidget(0, made)

    def _show_cards(self) -> None:
        """One card for each decision, in their order; those that are there stay as they are."""
        wanted = [each.id for each in self._meeting.sheet.decisions]
        for gone in self.cards.keys() - set(wanted):
            card = self.cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, decision_id in enumerate(wanted):
            if decision_id not in self.cards:
                self.cards[decision_id] = DecisionCard(self._meeting, decision_id)
            card = self.cards[decision_id]
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)

    def first_field(self) -> QWidget:
        """What takes the keyboard on coming here."""
        button = self.sheet_card.act_button
        return button if button.isVisibleTo(self) else self.page

    def flush(self) -> bool:
        """Save now what still waits."""
        return self.clocks.flush()

    def begin_to_add(self) -> None:
        """Open the fields of a new decision."""
        desk = self._meeting.desk
        standing = standing_on(self._meeting.sheet, desk.today(), desk.calendar)
        self.add_button.hide()
        self.form.begin(None, asks_why=standing.version > 0)

    def _add(self, fields: dict[str, Any], reason: str) -> bool:
        desk = self._meeting.desk
        given = (fields, reason, desk.me.id, desk.today())
        return self._meeting.act(lambda review: add_decision(review, *given))

    def _close_form(self) -> None:
        self.form.hide()
        self.add_button.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_pages(self, drawn: DrawnPaper) -> None:
        self.sheet_card.note_pages(len(drawn.pages))

    def _go_to_card(self, source: object) -> None:
        card = self.cards.get(getattr(source, "row_id", ""))
        if card is not None:
            card.begin()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        show_if(self.paper, self.width() >= appearance().px(BESIDE_PX))
