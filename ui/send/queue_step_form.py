"""A few lines for one step of a copy: the day, to whom or why, and where it goes from now on."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.sending_queue import CopyLine
from models.sending_steps import SendingWay, Step
from ui.desk import Desk
from ui.language import N_, _
from ui.overriding import override
from ui.parts.buttons import QuietButton, SmallButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.fields import ADDRESS_LENGTH, LineField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Words
from ui.send.queue_half_typed import HalfTypedStep


@dataclass(frozen=True)
class Asked:
    """What is asked for one step: its heading, the label of its words, and the button."""

    title: str
    button: str
    words: str = ""
    needs_words: bool = False
    missing: str = ""
    asks_address: bool = False
    needs_address: bool = False


ASKED: Final = {
    Step.POSTED: Asked(N_("When was it posted?"), N_("Mark as posted")),
    Step.EMAILED: Asked(N_("When was the e-mail sent?"), N_("Mark as e-mailed")),
    Step.HANDED: Asked(
        N_("When was it handed over, and to whom?"), N_("Mark as handed over"),
        N_("Who it was handed to"), needs_words=True, missing=N_("Say who it was handed to."),
    ),
    Step.FILED: Asked(N_("When was it put on file?"), N_("Mark as filed")),
    Step.PROOF: Asked(
        N_("What proof is there?"), N_("Note this proof"),
        N_("Number or receipt"), needs_words=True, missing=N_("Say what proves it."),
    ),
    Step.RETURNED: Asked(
        N_("When did it come back, and why?"), N_("Note that it came back"),
        N_("Why it came back"), needs_words=True, missing=N_("Say why it came back."),
    ),
    Step.SENT_AGAIN: Asked(
        N_("Send the same pages again"), N_("Send it again"),
        N_("Why it is sent again"), needs_words=True, missing=N_("Say why it is sent again."),
        asks_address=True,
    ),
    Step.PRINTED: Asked(N_("When was it printed?"), N_("Mark as printed")),
    Step.NEW_ADDRESS: Asked(
        N_("Where does it go instead?"), N_("Use this address"),
        N_("Why (optional)"), asks_address=True, needs_address=True,
    ),
    Step.BY_HAND: Asked(
        N_("Hand it over instead"), N_("By hand instead"), N_("Why (optional)"),
    ),
    Step.STOPPED: Asked(
        N_("Back to the chair, because…"), N_("Give it back to the chair"),
        N_("What is wrong"), needs_words=True, missing=N_("Say what is wrong."),
    ),
    Step.CHECKED: Asked(
        N_("Why may it go as it is? It is kept with the copy."), N_("Let it go"),
        N_("Why it may go"), needs_words=True, missing=N_("Say why it may go."),
    ),
    Step.WITHDRAWN: Asked(
        N_("Do not send it any more"), N_("Do not send it"),
        N_("Why it is not sent"), needs_words=True, missing=N_("Say why it is not sent."),
    ),
}  # fmt: skip


class StepForm(Card):
    """Enter notes it, Esc closes it; what is missing is said over its field."""

    noted = Signal(object)  # a Filled
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("chosen")
        self.setObjectName("step_form")
        self._today = desk.today
        self._asked = ASKED[Step.POSTED]
        self._step = Step.POSTED
        self.title = Words("", "h3", wrap=True)
        self.day = DateField(_("Day"), desk.today, towards="past")
        self.day.setObjectName("step_day")
        self.words = LineField(_("What is to be noted"))
        self.words.setObjectName("step_words")
        self.address = TextField(_("New address"), optional=True, lines=3, most=ADDRESS_LENGTH)
        self.address.setObjectName("step_address")
        self.note_button = SmallButton(_("Note it"), kind="primary")
        self.note_button.setObjectName("note_step")
        self.close_button = QuietButton(_("Cancel"), size="small")
        self.close_button.setObjectName("close_step")
        self.half_typed = HalfTypedStep(desk, self.words, self.address, self)
        self._build()
        self.note_button.clicked.connect(self.note)
        self.close_button.clicked.connect(self.closed)
        self.day.control.returnPressed.connect(self.note)
        self.words.control.returnPressed.connect(self.note)
        self.hide()

    def _build(self) -> None:
        for part in (self.title, self.day, self.words, self.address):
            self.column.addWidget(part)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.note_button)
        flow.addWidget(self.close_button)
        self.column.addWidget(buttons)

    def ask(self, step: Step, copy: CopyLine) -> None:
        """Ask about this step of a copy."""
        asked = self._asked = ASKED[step]
        self._step = step
        self.title.say(_(asked.title))
        self.note_button.say(_(asked.button))
        self.day.set_day(self._today())
        self.half_typed.begin(copy, step)
        self.words.clear_error()
        self.words.set_label(_(asked.words))
        show_if(self.words, bool(asked.words))
        is_mail = copy.way == SendingWay.EMAIL
        label = _("New e-mail address") if is_mail else _("New address")
        if not asked.needs_address:
            label = _("{label} (optional)").format(label=label)
        self.address.set_label(label)
        self.address.set_hint(_("For this paper only. Change it in the record for those to come."))
        self.address.clear_error()
        show_if(self.address, asked.asks_address)
        self.show()
        first: QWidget = self.words.control if asked.words else self.day.control
        if asked.needs_address:
            first = self.address.control
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def left(self, copy: CopyLine) -> str:
        """Say for what something is half typed of this copy, or nothing."""
        found = self.half_typed.found(copy)
        return next((_(ASKED[step].title) for step in found if step in ASKED), "")

    def note(self) -> None:
        """Tell what is to be noted, or say what is missing."""
        self.day.read()
        day = self.day.day()
        if day is None:
            if not self.day.has_error:
                self.day.show_error(_("Say on which day."))
            self.day.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        words = self.words.text().strip()
        if self._asked.needs_words and not words:
            self.words.show_error(_(self._asked.missing))
            self.words.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.words.clear_error()
        if self._asked.needs_address and not self.address.text().strip():
            self.address.show_error(_("Say where it goes."))
            self.address.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.noted.emit(Filled(self._step, day, words, self.address.text().strip()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


@dataclass(frozen=True)
class Filled:
    """What was typed for one step."""

    step: Step
    on: date
    note: str
    address: str
