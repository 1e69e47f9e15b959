"""How the child took part: one question at a time until the code is known, then the facts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.agenda import (
    asks_other_reason,
    participation_code,
    participation_result,
    words_against_code,
)
from models.review_sheet import ParticipationOnSheet
from models.rules.participation_codes import ABSENT_REASONS
from models.rules.participation_questions import (
    ASKED_FOR,
    UNDER_FOUR_PROMPT,
    Question,
    asks,
    questions_asked,
)
from ui.language import _
from ui.meeting import participation_words as said
from ui.meeting.code_card import CodeCard
from ui.meeting.consultations_card import ConsultationsCard
from ui.meeting.question_card import QuestionCard
from ui.meeting.seen_alone_card import SeenAloneCard
from ui.meeting.step_page import StepPage
from ui.meeting.ways_card import WaysCard
from ui.meeting.who_field import WhoField
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.parts.words import Words


class ParticipationPart(QWidget):
    """The questions, the code, the ways, seen alone, asked before, and what else they chose."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting, name = page, page.meeting, page.meeting.name
        self.heading = Words(_("How {name} took part").format(name=name), "h2", wrap=True)
        self.lead = Words(
            _("Answer what happened. Waymark works out the national code."), "body", "ink2",
            wrap=True,
        )  # fmt: skip
        self.cards = {question: QuestionCard(question, name) for question in said.QUESTIONS}
        self.code = CodeCard(page)
        self.code_gone = Words("", "small", "due", wrap=True)
        reasons = [(reason.key, _(reason.words)) for reason in ABSENT_REASONS]
        asked = _("Why {name}’s views did not reach the review").format(name=name)
        self.pn7_reason = ChoiceField(asked, reasons)
        self.pn7_why = TextField(_("Which other reason"), lines=1)
        self.how_known = TextField(_(UNDER_FOUR_PROMPT).format(name=name), lines=1)
        self.who_spoke = WhoField(_("Who spoke for {name}").format(name=name))
        self.ways, self.alone = WaysCard(page), SeenAloneCard(page)
        self.consultations = ConsultationsCard(page)
        self.also = {key: Tick(_(words)) for key, words in said.ALSO}
        self._build()
        self._keep()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.lead)
        for card in self.cards.values():
            column.addWidget(card)
        for part in (self.code, self.code_gone, self.who_spoke, self.pn7_reason, self.pn7_why,
                     self.how_known):  # fmt: skip
            column.addWidget(part)
        for below in (self.ways, self.alone, self.consultations):
            column.addWidget(below)
        column.addWidget(
            Words(_("What did {name} choose?").format(name=self._meeting.name), "h3", wrap=True)
        )
        hint = _("Kept with the review. Not part of the code.")
        column.addWidget(Words(hint, "small", "ink2", wrap=True))
        column.addLayout(self._ticks())

    def _ticks(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for place, tick in enumerate(self.also.values()):
            grid.addWidget(tick, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        return grid

    def _keep(self) -> None:
        told = self._meeting.sheet.participation
        row = told.id if told else ""
        self._kept = {}
        for name in ("pn7_reason", "pn7_why", "how_known", "who_spoke"):
            field = getattr(self, name)
            self._kept[name] = self._page.keep(
                field,
                ("participation", row, name),
                save=lambda value, name=name: self._save(name, value),  # type: ignore[misc]
            )

    def _connect(self) -> None:
        for card in self.cards.values():
            card.answered.connect(self._answer)
        for tick in self.also.values():
            tick.clicked.connect(self._save_also)

    def show_sheet(self) -> None:
        """Show the questions asked so far, and what follows from them."""
        sheet = self._meeting.sheet
        told, result = sheet.participation, participation_result(sheet)
        asked = set(questions_asked(result))
        for question, card in self.cards.items():
            card.setVisible(question in asked)
            card.show_answer(said.answered(sheet, question))
        self.code.show_sheet()
        code = participation_code(sheet)
        for name in ASKED_FOR:
            show_if(getattr(self, name), asks(name, code))
        show_if(self.pn7_why, asks_other_reason(sheet))
        self.who_spoke.offer(sheet)
        self._say_code_gone(told)
        for name, kept in self._kept.items():
            kept.show(getattr(told, name) if told else "")
        for below in (self.ways, self.alone, self.consultations):
            below.show_sheet()
        for key, tick in self.also.items():
            tick.setChecked(told is not None and key in told.also)
        self._mark_next()

    def _say_code_gone(self, told: ParticipationOnSheet | None) -> None:
        """Keep the reason for a code that is chosen no more in sight."""
        reason = told.override_reason.strip() if told and not told.chosen_code else ""
        if words_against_code(self._meeting.sheet):
            reason = ""  # it says why the code that was worked out stands
        said = _("A code chosen before no longer stands. Its reason is kept: “{reason}”")
        self.code_gone.say(said.format(reason=reason) if reason else "")
        show_if(self.code_gone, bool(reason))

    def _mark_next(self) -> None:
        """Let a link to the missing code lead to the first question without an answer."""
        sheet = self._meeting.sheet
        waiting = participation_result(sheet).next_question or Question.WAS_THERE
        row = sheet.participation.id if sheet.participation else ""
        for question, field in ((waiting, "code"), (Question.WAS_THERE, "was_there")):
            first = next(iter(self.cards[question].choices.answers.values()))
            self._page.mark(first, ("participation", row, field))

    def _answer(self, field: str, value: object) -> None:
        from models.taking_part import answer  # loads SQLAlchemy

        self._meeting.act(lambda review: answer(review, field, value))

    def _save(self, field: str, value: object) -> bool:
        return self._meeting.act(lambda review: review.answer_participation(field, value))

    def _save_also(self) -> None:
        done = [key for key, tick in self.also.items() if tick.isChecked()]
        self._save("also", done)
