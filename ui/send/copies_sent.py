"""What became of somebody's released copies; one that should not go is withdrawn, with why."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.document_kind import DocumentKind
from models.sending_queue import CopyLine, CopyState, StepLine
from models.sending_steps import Step
from ui.language import N_, _
from ui.meeting.clock_words import day_words
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.copies_reason import ReasonAsked
from ui.send.copies_words import KIND_WORDS

_STATES = {
    CopyState.TO_CHECK: N_("A second person looks at it first."),
    CopyState.STOPPED: N_("It was given back to you."),
    CopyState.TO_PRINT: N_("It waits to be printed."),
    CopyState.TO_POST: N_("It is printed, and waits for the post."),
    CopyState.TO_EMAIL: N_("It waits to be e-mailed."),
    CopyState.TO_HAND: N_("It is printed, and waits to be handed over."),
    CopyState.TO_FILE: N_("It waits to be filed."),
    CopyState.SENT: N_("It was sent."),
    CopyState.RETURNED: N_("It came back."),
    CopyState.WITHDRAWN: N_("It was withdrawn."),
    CopyState.REPLACED: N_("A newer version was released before it went."),
}
_STEPS = {
    Step.CHECKED: N_("Looked at by a second person on {day}"),
    Step.STOPPED: N_("Given back on {day}"),
    Step.PRINTED: N_("Printed on {day}"),
    Step.POSTED: N_("Posted on {day}"),
    Step.DRAFTED: N_("E-mail drafted on {day}"),
    Step.EMAILED: N_("E-mailed on {day}"),
    Step.HANDED: N_("Handed over on {day}"),
    Step.FILED: N_("Filed on {day}"),
    Step.PROOF: N_("Proof noted on {day}"),
    Step.RETURNED: N_("Came back on {day}"),
    Step.SENT_AGAIN: N_("Sent again from {day}"),
    Step.NEW_ADDRESS: N_("Given a new address on {day}"),
    Step.BY_HAND: N_("To be handed over instead, decided on {day}"),
    Step.WITHDRAWN: N_("Withdrawn on {day}"),
}


class SentCard(Card):
    """One released copy."""

    withdraw_asked = Signal(str, str)  # the id of the copy, and why

    def __init__(self, copy: CopyLine, today: date) -> None:
        super().__init__()
        self.setObjectName(f"sent_{copy.id}")
        paper = _(KIND_WORDS[DocumentKind(copy.kind)])
        day = day_words(copy.released_at.astimezone().date(), today)
        heading = _("{paper}, version {number}, released on {day}").format(
            paper=paper, number=copy.version, day=day
        )
        self.setAccessibleName(heading)
        self.column.addWidget(Words(heading, "label", wrap=True))
        self.standing = Words(standing_words(copy), "small", wrap=True)
        self.column.addWidget(self.standing)
        for step in copy.steps:
            self.column.addWidget(Words(step_words(step, today), "small", "ink2", wrap=True))
        self.withdraw_button = SmallButton(_("Withdraw it"), in_row=True)
        self.withdraw_button.setObjectName("withdraw")
        self.withdraw_button.setAccessibleDescription(heading)
        self.reason = ReasonAsked("withdraw_reason", _("Withdraw it"))
        self.column.addWidget(self.withdraw_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.reason)
        show_if(self.withdraw_button, copy.is_waiting)
        question = _("Why should it not be sent?")
        self.withdraw_button.clicked.connect(lambda: self.reason.ask(question))
        self.reason.given.connect(lambda why: self.withdraw_asked.emit(copy.id, why))
        self.reason.left.connect(self._go_back)

    def _go_back(self) -> None:
        self.withdraw_button.setFocus(Qt.FocusReason.OtherFocusReason)


class SentCopies(QWidget):
    """The newest first."""

    withdraw_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sent_copies")
        self.setAccessibleName(_("What became of it"))
        self.cards: list[SentCard] = []
        self._shown: tuple[CopyLine, ...] = ()
        self.nothing = Words(_("Nothing has been released yet."), "small", "ink2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)

    def show_copies(self, copies: Sequence[CopyLine], today: date) -> None:
        """Show these."""
        wanted = tuple(sorted(copies, key=lambda each: each.released_at, reverse=True))
        if wanted == self._shown:
            return
        self._shown = wanted
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [SentCard(each, today) for each in wanted]
        for place, card in enumerate(self.cards):
            card.withdraw_asked.connect(self.withdraw_asked)
            self._column.insertWidget(place, card)
        show_if(self.nothing, not wanted)


def standing_words(copy: CopyLine) -> str:
    """Say where a released copy stands on its way."""
    return _(_STATES[copy.state])


def step_words(step: StepLine, today: date) -> str:
    """Say one step in a line, with who noted it and what they wrote."""
    said = _(_STEPS[Step(step.step)]).format(day=day_words(step.on, today))
    if step.by_name and step.note:
        return _("{step}, {who}: {note}").format(step=said, who=step.by_name, note=step.note)
    if step.by_name:
        return _("{step}, {who}").format(step=said, who=step.by_name)
    return _("{step}: {note}").format(step=said, note=step.note) if step.note else said
