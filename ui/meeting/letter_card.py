"""The letter in the summing up: looked at here; checked and issued where it is written."""

from PySide6.QtCore import Signal

from models.document_kind import DocumentKind
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.meeting.paper_card import PaperCard
from ui.overriding import override
from ui.parts.buttons import SmallButton


class LetterCard(PaperCard):
    """No letter is issued from here: each is checked first, where its words can be mended."""

    check_asked = Signal()

    def __init__(self, meeting: Meeting) -> None:
        check = SmallButton(_("Check and finish"), "checks", kind="primary")
        check.setObjectName("check_letter")
        super().__init__(meeting, DocumentKind.LETTER, check)
        check.clicked.connect(self.check_asked)

    @override
    def show_sheet(self) -> None:
        super().show_sheet()
        is_first = self.latest is None
        self.say_on(
            self.act_button, _("Check and finish") if is_first else _("Make a new version")
        )
