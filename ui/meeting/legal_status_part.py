"""The law as it stands for the child: its code, what it means, and how a change is noted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from models.rules.facts_of_safety_and_plan import LEGAL_CHANGE
from models.rules.legal_status import LEGAL_STATUSES
from models.rules.step_facts import STEP_FACTS
from models.step_facts import put_fact
from ui.language import _, date_in_words
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.kept_field import Value
from ui.meeting.past_days import not_still_to_come
from ui.meeting.rules_offer import RulesOffer
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import RoundChoices
from ui.parts.words import Words

_LEAST_LETTERS = 12


class LegalStatusPart(Card):
    """The status now, a change of it typed in place, and the line of the letter about it."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self.setObjectName("legal_status_part")
        self._meeting = page.meeting
        self._child_id = page.meeting.sheet.child.id
        self.legal = Words("", "body", wrap=True)
        self.meaning = Words("", "small", "ink2", wrap=True)
        self.change_button = SmallButton(_("Change the legal status"), in_row=True)
        self.legal_status = ChoiceField(_("New legal status"), _codes())
        self.legal_status_from = DateField(
            _("From which day"), page.meeting.desk.today, towards="past"
        )
        self.legal_status_from.check = not_still_to_come(page.meeting.desk.today)
        self.legal_line = TextField(
            _("The law, in words for {name}").format(name=page.meeting.name),
            optional=True,
            lines=1,
        )
        self.use_button = SmallButton(_("Use these words in the letter"), in_row=True)
        asked = STEP_FACTS[LEGAL_CHANGE]
        self.legal_change = RoundChoices(
            _(asked.label), [(key, _(words)) for key, words in asked.answers]
        )
        self._change, self.rules_offer = QWidget(), RulesOffer(self._meeting)
        self._build()
        self._keep(page)
        page.mark(self.legal_change.answers["no"], ("step_fact", "", LEGAL_CHANGE))
        self.legal_change.chosen_changed.connect(self._put_legal_change)
        self.change_button.clicked.connect(self.open_change)
        self.use_button.clicked.connect(self._use_words)

    def _build(self) -> None:
        self.legal_status.control.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.legal_status.control.setMinimumContentsLength(_LEAST_LETTERS)
        beside = FieldsLayout()
        beside.add(self.legal_status)
        beside.add(self.legal_status_from)
        inside = QVBoxLayout(self._change)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(beside)
        left = Qt.AlignmentFlag.AlignLeft
        self.column.addWidget(Words(_("The law"), "h3"))
        self.column.addWidget(self.legal)
        self.column.addWidget(self.meaning)
        self.column.addWidget(self.change_button, 0, left)
        self.column.addWidget(self._change)
        self.column.addWidget(self.rules_offer)
        self.column.addWidget(self.legal_change)
        self.column.addWidget(self.legal_line)
        self.column.addWidget(self.use_button, 0, left)
        self._change.hide()

    def _keep(self, page: StepPage) -> None:
        review_id = self._meeting.review_id
        place = ("child", self._child_id, "legal_status")
        self._status = page.keep(self.legal_status, place, save=self._put_status)
        place = ("child", self._child_id, "legal_status_from")
        self._from = page.keep(self.legal_status_from, place)
        self._line = page.keep(self.legal_line, ("review", review_id, "legal_line"))

    def show_sheet(self) -> None:
        """Show the status, what it means, and the line of the letter."""
        sheet = self._meeting.sheet
        self._status.show(sheet.child.legal_status)
        self._from.show(sheet.child.legal_status_from)
        self._line.show(sheet.legal_line)
        self.rules_offer.show_sheet()
        said_of_change = (each.choice for each in sheet.facts if each.fact == LEGAL_CHANGE)
        self.legal_change.choose(next(said_of_change, ""))
        self.legal.say(self._status_words())
        said = self._offered()
        words = _("To {name}: {words}").format(name=self._meeting.name, words=said)
        self.meaning.say(words if said else "")
        self.meaning.setVisible(bool(said))
        show_if(self.use_button, bool(said) and sheet.legal_line != said)

    def open_change(self) -> None:
        """Open the fields of a change, with the keyboard in the first."""
        self._change.show()
        self.change_button.hide()
        self.legal_status.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Put the fields of a change away."""
        self._change.hide()
        self.change_button.show()

    def _put_legal_change(self, choice: str) -> None:
        self._meeting.act(lambda review: put_fact(review, LEGAL_CHANGE, choice))

    def _put_status(self, code: Value) -> bool:
        """Note another status; from which day is asked anew, for the old day was the old one's."""
        if code == self._meeting.sheet.child.legal_status:
            return True
        fields = {"legal_status": str(code or ""), "legal_status_from": None}
        return self._meeting.put_all("child", self._child_id, fields)

    def _use_words(self) -> None:
        said = self._offered()
        if self._meeting.put("review", self._meeting.review_id, "legal_line", said):
            self.legal_line.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offered(self) -> str:
        """Give the child's wording of the status as a sentence for the letter."""
        status = LEGAL_STATUSES.get(self._meeting.sheet.child.legal_status)
        if status is None:
            return ""
        return _("{words}.").format(words=_(status.child_wording))

    def _status_words(self) -> str:
        child = self._meeting.sheet.child
        status = LEGAL_STATUSES.get(child.legal_status)
        if status is None:
            return _("No legal status is known.")
        if child.legal_status_from is None:
            words = _("Legal status now: {code} {status}")
            return words.format(code=status.code, status=_(status.official))
        words = _("Legal status now: {code} {status}, from {day}")
        day = date_in_words(child.legal_status_from)
        return words.format(code=status.code, status=_(status.official), day=day)


def _codes() -> list[tuple[str, str]]:
    words = _("{code} {status}")
    return [
        (each.code, words.format(code=each.code, status=_(each.official)))
        for each in LEGAL_STATUSES.values()
    ]
