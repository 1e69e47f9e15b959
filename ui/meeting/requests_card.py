"""What the child asked for, each with the decision or the answer it got, or "Answer this"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import WishOnSheet
from models.wishes import Question
from ui.language import _, ngettext
from ui.meeting.hidden_words import HiddenWords
from ui.meeting.kept_field import Value
from ui.meeting.made_words import what_it_is
from ui.meeting.slot_list import Slot, SlotList
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import ChoiceField
from ui.parts.text_field import TextField
from ui.parts.words import Icon, Words


class RequestsCard(Card):
    """Yellow, on top of the decisions, so that no request is passed over."""

    def __init__(self, page: StepPage) -> None:
        super().__init__("child")
        self._meeting = page.meeting
        self.heading = Words("", "h3", wrap=True)
        self.requests = SlotList(lambda _id: RequestSlot(page), gap=6)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.requests)

    def show_sheet(self) -> None:
        """Show what was asked for; private words stay private."""
        asked = [wish for wish in self._meeting.sheet.wishes if wish.asked_for]
        words = ngettext(
            "{name} asked for {count} thing", "{name} asked for {count} things", len(asked)
        )
        self.heading.say(words.format(name=self._meeting.name, count=len(asked)))
        self.requests.show_rows(asked)
        self.setVisible(bool(asked))


class RequestSlot(Slot):
    """One request; answering opens below it."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        self._row: WishOnSheet | None = None
        self.mark = Icon("circle", "voice", 20)
        self.words = HiddenWords("small")
        self.answered = Words("", "label", wrap=False)
        self.answer_button = SmallButton(_("Answer this"), in_row=True)
        self.panel = QWidget()
        self.decision = ChoiceField(_("The decision that answers it"))
        self.answer = TextField(_("Or the answer, in words"), lines=1)
        self._kept: list[object] = []
        self._build()
        self.answer_button.clicked.connect(self.open_editor)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.mark)
        line.addWidget(self.words, 1)
        line.addWidget(self.answered)
        line.addWidget(self.answer_button)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(28, 0, 0, 4)
        inside.addWidget(self.decision)
        inside.addWidget(self.answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.panel)
        self.panel.hide()

    def show_row(self, row: WishOnSheet) -> None:
        """Show the request and what became of it."""
        if self._row is None:
            self._keep(row)
        self._row = row
        decided = {each.id: each.number for each in self._meeting.sheet.decisions}
        number = decided.get(row.decision_id or "")
        is_answered = number is not None or bool(row.answer.strip())
        self._say_words(row)
        self.mark.show_icon("check-circle-fill" if is_answered else "circle", "voice")
        if number is not None:
            self.answered.say(_("Decision {number}").format(number=number))
        else:
            self.answered.say(_("Answered") if is_answered else "")
        self.answer_button.say(_("Change") if is_answered else _("Answer this"))
        self._offer((row.decision_id or "") if number is not None else "")
        self._kept_answer.show(row.answer)

    def _say_words(self, row: WishOnSheet) -> None:
        name = self._meeting.name
        instead = _("{name} asked for something in private").format(name=name)
        words = _what_was_asked(row, name)
        self.words.say(words, instead if row.private else "")
        spoken = instead if row.private else words
        self.answer_button.setAccessibleName(_("Answer this: {words}").format(words=spoken))

    def _offer(self, chosen: str) -> None:
        offered = [("", _("None of them"))]
        for each in self._meeting.sheet.decisions:
            what = _("restricted") if each.restricted else each.what
            words = _("Decision {number}: {what}").format(number=each.number, what=what)
            offered.append((each.id, words))
        self.decision.set_choices(offered)
        self.decision.set_value(chosen)

    def _keep(self, row: WishOnSheet) -> None:
        self._kept_answer = self._page.keep(self.answer, ("wish", row.id, "answer"))
        self._page.keep(self.decision, ("wish", row.id, "decision_id"), save=self._put_decision)
        self._page.mark(self.answer_button, ("wish", row.id, "answer"))

    def open_editor(self) -> None:
        """Open the two ways to answer, or close them again."""
        self.panel.setVisible(self.panel.isHidden())
        if not self.panel.isHidden():
            target = self.decision if self._meeting.sheet.decisions else self.answer
            target.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Close the answer, and fold private words."""
        self.panel.hide()
        self.words.fold()

    def _put_decision(self, key: Value) -> bool:
        if self._row is None:
            return False
        return self._meeting.put("wish", self._row.id, "decision_id", key or None)


def _what_was_asked(row: WishOnSheet, name: str) -> str:
    """Say a request: whom the child wants to see more, or their words."""
    if row.question == Question.SEE_MORE:
        return _("{name} wants to see more: “{words}”").format(name=name, words=row.words)
    if not row.words.strip():
        return what_it_is(row, name)
    return _("“{words}”").format(words=row.words)
