"""One question about how the child took part, with its answers side by side."""

from PySide6.QtCore import Signal

from models.rules.participation_questions import QUESTION_WORDS, Presence, Question
from ui.language import _
from ui.meeting import participation_words as words
from ui.meeting.step_page import in_words
from ui.parts.cards import Card
from ui.parts.ticks import RoundChoices
from ui.parts.words import Words


class QuestionCard(Card):
    """Arrows choose; changing an answer folds the questions after it."""

    answered = Signal(str, object)  # the question's field and its value

    def __init__(self, question: Question, name: str) -> None:
        super().__init__()
        self.setObjectName(f"question_{question}")
        self._question = question
        asked = _(words.QUESTIONS[question]).format(name=name)
        self.choices = RoundChoices(asked, words.answers(question))
        self.hint = Words(
            in_words(QUESTION_WORDS[question].hint, name), "small", "ink2", wrap=True
        )
        self.column.addWidget(self.choices)
        self.column.addWidget(self.hint)
        self.choices.chosen_changed.connect(self._tell)

    def show_answer(self, key: str) -> None:
        """Show the answer that the record holds."""
        if key != self.choices.chosen():
            self.choices.choose(key)

    def _tell(self, key: str) -> None:
        if self._question is Question.WAS_THERE:
            self.answered.emit(str(self._question), Presence(key))
        else:
            self.answered.emit(str(self._question), key == words.YES)
