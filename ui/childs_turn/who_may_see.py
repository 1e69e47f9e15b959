"""The child's two choices about a thing: who may see it, and whether it goes in the letter."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.childs_turn.big_button import BigButton
from ui.childs_turn.spoken import _
from ui.parts.flow_layout import FlowLayout
from ui.parts.words import Words


class BigChoices(QWidget):
    """A question and big buttons, one of them chosen."""

    picked = Signal(str)

    def __init__(self, question: str, answers: dict[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(question)
        self.question = Words(question, "child_body", wrap=True, bold=True)
        self._group = QButtonGroup(self)
        self.answers: dict[str, BigButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.question)
        row = FlowLayout(gap_across=10, gap_down=8)
        column.addLayout(row)
        for key, words in answers.items():
            button = self.answers[key] = BigButton(words, kind="choice", checkable=True)
            button.setObjectName(key)
            button.setAccessibleDescription(question)
            button.clicked.connect(lambda _on=False, key=key: self.picked.emit(key))
            self._group.addButton(button)
            row.addWidget(button)

    def choose(self, key: str) -> None:
        """Choose one without telling anyone."""
        self.answers[key].setChecked(True)

    def chosen(self) -> str:
        """Give the one that is chosen."""
        return next(key for key, button in self.answers.items() if button.isChecked())


class WhoMaySee(QWidget):
    """Everyone or only the chair; in the letter or not. What only the chair sees is in none."""

    changed = Signal()

    def __init__(self, chair: str, *, private: bool, in_letter: bool) -> None:
        super().__init__()
        self.who = BigChoices(
            _("Who may see this?"),
            {"everyone": _("Everyone"), "private": _("Only {name}").format(name=chair)},
        )
        self.letter = BigChoices(
            _("Put it in my letter?"), {"in_letter": _("Yes"), "not_in_letter": _("No")}
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self.who)
        column.addWidget(self.letter)
        self.who.choose("private" if private else "everyone")
        self.letter.choose("in_letter" if in_letter else "not_in_letter")
        for choices in (self.who, self.letter):
            choices.picked.connect(self._tell)
        self._fit()

    @property
    def private(self) -> bool:
        """Whether only the chair may see it."""
        return self.who.chosen() == "private"

    @property
    def in_letter(self) -> bool:
        """Whether it goes into the letter."""
        return not self.private and self.letter.chosen() == "in_letter"

    def aloud(self) -> str:
        """Give what is read aloud."""
        parts = [self.who] if self.private else [self.who, self.letter]
        said = (f"{each.question.said} {each.answers[each.chosen()].text()}" for each in parts)
        return ". ".join(said)

    def _tell(self, _key: str) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        self.letter.setVisible(not self.private)
