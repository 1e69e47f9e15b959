"""One suggestion: what it is about, and a button for each thing that can be done."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.appearance import appearance
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words
from ui.plain.finding_words import ACT_WORDS, Act, Advice, advice_of
from ui.plain.marks import Mark

MOST_IDEAS = 3
LEAST_WORDS_PX = 200
KEYS = {Act.USE: "Alt+U", Act.EXPLAIN: "Alt+E", Act.KEEP: "Alt+K", Act.STOP: "Alt+U",
        Act.IDEAS: "Alt+U"}  # fmt: skip


class SuggestionRow(Card):
    """The one that the keys are for is tinted and has an arrow; the others are plain."""

    asked = Signal(object, str, str)  # the mark, the act, and an idea for a misspelt word

    def __init__(self) -> None:
        super().__init__()
        self.mark: Mark | None = None
        self.buttons: list[SmallButton] = []
        self._shown: tuple[Advice | None, tuple[str, ...] | None] = (None, None)
        self.arrow = Icon("arrow-right", "due", 17)
        self.words = Words("", wrap=True)
        self._acts = QWidget()
        self._flow = FlowLayout(self._acts, gap_across=6, gap_down=6)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.arrow)
        said.addWidget(self.words, 1)
        self._line.setSpacing(8)
        self._line.addLayout(said, 1)
        self._line.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(self._line)

    def show_mark(
        self, mark: Mark, ideas: tuple[str, ...] | None, *, is_current: bool, is_alone: bool
    ) -> None:
        """Show what can be done with a mark; ideas are none until they were looked for."""
        self.mark = mark
        advice = advice_of(mark.finding)
        if (advice, ideas) != self._shown:
            self._shown = (advice, ideas)
            strong = [words for words in advice.strong if len(words) > 1]
            self.words.say(_with_ideas(advice.words, ideas), strong)
            self._make_buttons(advice, ideas)
        kind = "due" if is_current else "plain"
        if self.property("kind") != kind:
            self.set_kind(kind)
        self.column.setContentsMargins(10, 6, 6, 6)
        show_if(self.arrow, is_current and not is_alone)
        self.setAccessibleName(self.spoken())
        self._fit()

    def spoken(self) -> str:
        """Say the row as one sentence, with the ideas for a misspelt word."""
        ideas = (self._shown[1] or ())[:MOST_IDEAS]
        if not ideas:
            return self.words.said
        said = _("{words} Perhaps: {ideas}")
        return said.format(words=self.words.said, ideas=", ".join(ideas))

    def _make_buttons(self, advice: Advice, ideas: tuple[str, ...] | None) -> None:
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for act in advice.acts:
            if act is Act.IDEAS and ideas is not None:
                for idea in ideas[:MOST_IDEAS]:
                    self._add(idea, Act.USE, idea)
            else:
                self._add(_(ACT_WORDS[act]), act)

    def _add(self, words: str, act: Act, idea: str = "") -> None:
        button = SmallButton(words, in_row=True)
        button.setObjectName(f"suggestion_{act}")
        button.setToolTip(KEYS[act])
        button.setAccessibleDescription(self.words.said)
        button.clicked.connect(lambda: self.asked.emit(self.mark, act, idea))
        self._flow.addWidget(button)
        self.buttons.append(button)

    def _fit(self) -> None:
        """Put the buttons beside the words where there is room for both."""
        wanted = sum(each.sizeHint().width() + 6 for each in self.buttons)
        room = self.width() - 16 - wanted
        beside = room >= appearance().px(LEAST_WORDS_PX)
        self._acts.setMinimumWidth(wanted if beside else 0)
        directions = QBoxLayout.Direction
        way = directions.LeftToRight if beside else directions.TopToBottom
        if self._line.direction() != way:
            self._line.setDirection(way)
            middle = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0)
            self._line.setAlignment(self._acts, middle)
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _with_ideas(words: str, ideas: tuple[str, ...] | None) -> str:
    if ideas is None or ideas:
        return words
    return _("{words} There is no idea for it.").format(words=words)
