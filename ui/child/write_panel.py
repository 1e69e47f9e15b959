"""Asks which moment a letter is for, and begins it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from letters.templates.shipped import Offered, offered
from letters.templates.template import Template
from models.letter_moments import Moments
from models.problems import Problem
from ui.caseload.row import Row
from ui.desk import Desk
from ui.language import _
from ui.parts.buttons import SecondaryButton
from ui.parts.cards import Card, CardRows
from ui.parts.words import Icon, Words

MIDPOINT_LETTER = "midpoint"


class WritePanel(Card):
    """A row for each kind of letter; Enter on one begins it."""

    begun = Signal(str)
    closed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, child_id: str, called: str, moments: Moments) -> None:
        super().__init__()
        title = _("Write to {name}").format(name=called)
        self.setObjectName("write_panel")
        self.setAccessibleName(title)
        self._desk, self._child_id, self._moments = desk, child_id, moments
        self.rows = {
            each.template.key: MomentRow(each)
            for each in offered(moments.of_council)
            if moments.review_id or not each.template.needs_a_review
        }
        self.close_button = SecondaryButton(_("Not now"))
        self.close_button.setObjectName("close_write")
        self._build(title)
        self._connect()

    def _build(self, title: str) -> None:
        told = _("What is this letter for? The letter after a review is written in the review.")
        card = CardRows()
        for row in self.rows.values():
            card.add_row(row)
        self.column.addWidget(Words(title, "h3", wrap=True))
        self.column.addWidget(Words(told, wrap=True))
        self.column.addWidget(card)
        self.column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        for row in self.rows.values():
            row.opened.connect(lambda row=row: self._begin(row.template))

    def take_keyboard(self) -> None:
        """Put the keyboard on the first kind of letter."""
        next(iter(self.rows.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, template: Template) -> None:
        from models.letters_written import begin_letter  # SQLAlchemy is loaded when saving

        moments, child_id = self._moments, self._child_id
        about_on = moments.midpoint_on if template.key == MIDPOINT_LETTER else None
        try:
            letter_id = self._desk.save(
                lambda session: begin_letter(
                    session, child_id, template.key, about_on, moments.review_id
                )
            )
        except Problem as problem:
            self.failed.emit(problem)
            return
        self.begun.emit(letter_id)


class MomentRow(Row):
    """One kind of letter: its name, and what it is for."""

    def __init__(self, offer: Offered) -> None:
        self.template = offer.template
        name, about = _(self.template.name), _(self.template.about)
        super().__init__(name)
        self.setObjectName(f"write_{self.template.key}")
        self.setAccessibleDescription(_("{about} Enter begins it.").format(about=about))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(name, "h3", wrap=True))
        words.addWidget(Words(about, "small", "ink2", wrap=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(12)
        line.addWidget(Icon("envelope-simple", "primary", 20), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
