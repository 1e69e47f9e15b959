"""What the child had begun in their turn when it was cut off: kept now, or handed back."""

from PySide6.QtCore import Signal

from models.childs_turn import keep_begun
from models.half_made import JOURNAL_TABLE, HalfMade, journal_row, keep_half_made, read_half_made
from models.open_review import OpenReview
from ui.language import _
from ui.meeting.step_page import StepPage
from ui.parts.buttons import ChildButton, SecondaryButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.words import Words


class BegunPart(Card):
    """Says that something was begun, and never what: who may see it is the child's choice."""

    hand_asked = Signal()

    def __init__(self, page: StepPage) -> None:
        super().__init__("child")
        self._meeting = page.meeting
        self._half: HalfMade | None = None
        self.setObjectName("begun")
        self.words = Words("", wrap=True, bold=True)
        self.more = Words("", "small", "ink2", wrap=True)
        self.keep_button = SecondaryButton(_("Keep it"))
        self.keep_button.setObjectName("keep_begun")
        self.hand_button = ChildButton("")
        self.hand_button.setObjectName("hand_back")
        self.column.addWidget(self.words)
        self.column.addWidget(self.more)
        self._buttons = FlowLayout(gap_across=10, gap_down=8)
        self._buttons.addWidget(self.keep_button)
        self._buttons.addWidget(self.hand_button)
        self.column.addLayout(self._buttons)
        self.keep_button.clicked.connect(self._keep)
        self.hand_button.clicked.connect(self.hand_asked)

    def look(self) -> None:
        """Look whether something was begun."""
        meeting = self._meeting
        database, kept = meeting.desk.database, {each.words for each in meeting.sheet.wishes}
        newest = database.journal.newest()
        with database.reading() as connection:
            self._half = read_half_made(connection, newest, meeting.review_id, kept)
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show the line where something was begun, by the child's name."""
        meeting, name = self._meeting, self._meeting.name
        self.words.say(_("{name} had begun something").format(name=name))
        more = _("Keep it as {name} left it, for those {name} chose, or let {name} finish it.")
        self.more.say(more.format(name=name))
        self.hand_button.say(_("Hand back to {name}").format(name=name))
        self.setVisible(self._half is not None and not meeting.is_finished)

    def _keep(self) -> None:
        half, meeting = self._half, self._meeting
        if half is None:
            return
        today = meeting.desk.today()

        def act(review: OpenReview) -> None:
            keep_begun(review, half, today)
            keep_half_made(review.session, meeting.review_id, None)

        if meeting.act(act):
            row = journal_row(meeting.review_id)
            meeting.note_typing((JOURNAL_TABLE, row, half.journal_field), "")
            self._half = None
            self.show_sheet()
