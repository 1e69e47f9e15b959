"""One fact of a step: its field, what was said last time, and a key to say the same."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from models.facts_on_sheet import Answer, FactNow
from models.one_id import one_id
from models.rules.fact_asked import FactAsked, FactKind
from models.step_facts import put_fact
from ui.language import _, date_in_words
from ui.meeting.chips_field import ChipsField
from ui.meeting.kept_field import Value
from ui.meeting.past_days import not_still_to_come
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage, in_words
from ui.parts.buttons import SmallButton
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField, Field, LineField
from ui.parts.text_field import TextField
from ui.parts.words import Words

_LEAST_LETTERS = 8


class FactSlot(Slot):
    """A field of the fact's kind that saves itself; `{name}` in its hint is the child's."""

    def __init__(self, page: StepPage, fact: FactNow) -> None:
        super().__init__()
        self._page, self._meeting, self._fact = page, page.meeting, fact
        self._row_id = (
            fact.now.id
            if fact.now
            else one_id("step_fact", self._meeting.review_id, fact.asked.key)
        )
        self.key = fact.asked.key
        self.field = self._field(fact.asked)
        self.last_time = Words("", "small", "ink2", wrap=True)
        self.same_button = SmallButton(_("Same as last time"), in_row=True, kind="quiet")
        named = _("Same as last time: {fact}").format(fact=_(fact.asked.label))
        self.same_button.setAccessibleName(named)
        self._build()
        self._keep()
        self.same_button.clicked.connect(self.say_the_same)

    def _field(self, asked: FactAsked) -> Field:
        label, hint = _(asked.label), in_words(asked.hint, self._meeting.name)
        choices = [(key, _(words)) for key, words in asked.answers]
        if asked.kind is FactKind.YES_NO:
            return ChipsField(label, choices, hint=hint)
        if asked.kind is FactKind.CHOICE:
            return _narrow(ChoiceField(label, [("", _("Not said")), *choices], hint=hint))
        if asked.kind is FactKind.TEXT:
            return TextField(label, hint=hint, lines=1)
        if asked.kind is FactKind.LINE:
            return LineField(label, hint=hint)
        field = DateField(label, self._meeting.desk.today, hint=hint, towards="past")
        field.check = not_still_to_come(self._meeting.desk.today)
        return field

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.last_time)
        column.addWidget(self.same_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _keep(self) -> None:
        place = ("step_fact", self._row_id, self._fact.field)
        self._kept = self._page.keep(self.field, place, save=self._put)
        self._page.mark(self.field.control, ("step_fact", "", self.key))
        self.setObjectName(f"fact_{self.key}")
        self.field.setObjectName(f"fact_{self.key}_field")
        self.field.control.setObjectName(f"fact_{self.key}_box")

    def show_row(self, row: FactNow) -> None:
        """Show the answer, and what it was last time."""
        self._fact = row
        if row.now is not None and row.now.id != self._row_id:
            self._row_id = row.now.id
            self._kept.move_to(row.now.id)
            self._page.mark(self.field.control, ("step_fact", row.now.id, row.field))
        self._kept.show(row.answer)
        self._show_last_time(row)

    def flush(self) -> bool:
        """Save now what still waits; say whether nothing is left unsaved."""
        return self._kept.flush()

    def say_the_same(self) -> None:
        """Answer as last time."""
        if self._put(self._fact.last_answer):
            self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_last_time(self, row: FactNow) -> None:
        earlier = self._meeting.sheet.earlier_reviews
        self.last_time.say(_last_time(row, earlier[-1].held_on if earlier else None))
        self.last_time.setVisible(bool(self.last_time.said))
        differs = row.before is not None and row.answer != row.last_answer
        if not differs and self.same_button.hasFocus():
            self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.same_button.setVisible(differs)

    def _put(self, value: Value) -> bool:
        key, row_id = self.key, self._row_id
        return self._meeting.act(lambda review: put_fact(review, key, value, row_id))


def answer_words(asked: FactAsked, answer: Answer) -> str:
    """Say an answer as it is shown: a day in full, a choice in its words."""
    if isinstance(answer, date):
        return date_in_words(answer)
    said = str(answer or "").strip()
    return _(asked.answer_words[said]) if said in asked.answer_words else said


def _narrow(field: ChoiceField) -> ChoiceField:
    """Let the list be narrower than its longest answer, so that two stand side by side."""
    field.control.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    field.control.setMinimumContentsLength(_LEAST_LETTERS)
    return field


def _last_time(row: FactNow, last_review: date | None) -> str:
    if row.before is None:
        return ""
    said = answer_words(row.asked, row.last_answer)
    if row.before_on is None or row.before_on == last_review:
        return _("Last time: {answer}").format(answer=said)
    words = _("On {day}: {answer}")
    return words.format(day=date_in_words(row.before_on), answer=said)
