"""A page with what the child made in answer to one question, and the ways to make more."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.review_sheet import WishOnSheet
from models.wishes import Question
from ui.childs_turn.big_button import BigButton
from ui.childs_turn.making import Kind, Making, opened
from ui.childs_turn.spoken import _
from ui.childs_turn.thing_card import ThingCard, spoken_of
from ui.childs_turn.turn import Turn
from ui.childs_turn.turn_page import TurnPage
from ui.overriding import override
from ui.parts.words import Words

_WIDEST_PX = 760


class ThingsPage(TurnPage):
    """Each thing can be opened; Write, Draw and Pick a picture make another."""

    def __init__(
        self, turn: Turn, title: str, question: Question, hint: str, kinds: tuple[Kind, ...]
    ) -> None:
        self.question, self._hint, self._kinds = question, hint, kinds
        self.cards: list[ThingCard] = []
        self._shown: list[WishOnSheet] | None = None
        super().__init__(turn, title)

    @override
    def build(self) -> None:
        self.body.column.addWidget(Words(self._hint, "child_body", wrap=True))
        holder = QWidget()
        holder.setMaximumWidth(_WIDEST_PX)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(12)
        self.body.column.addWidget(holder)
        self.body.column.addStretch(1)
        words = {
            Kind.WORDS: (_("Write"), "pencil-simple"),
            Kind.DRAWING: (_("Draw"), "paint-brush"),
            Kind.PICTURE: (_("Pick a picture"), "image"),
        }
        self.ways: dict[Kind, BigButton] = {}
        for kind in self._kinds:
            button = self.ways[kind] = BigButton(*words[kind])
            button.setObjectName(f"make_{kind.value}")
            button.clicked.connect(partial(self._make, kind))
            self.dock.add(button)
        self.show_turn()

    @override
    def show_turn(self) -> None:
        wishes = self.turn.things(self.question)
        if wishes == self._shown:
            return
        self._shown = wishes
        for gone in self.cards:
            gone.hide()
            gone.deleteLater()
        self.cards = []
        for wish in wishes:
            card = ThingCard(wish, self.turn.drawing(wish.drawing_id), self.turn.chair)
            card.setFocusPolicy(self.ways[Kind.WORDS].focusPolicy())
            card.clicked.connect(partial(self._open, wish))
            self._column.addWidget(card)
            self.cards.append(card)

    @override
    def first_stop(self) -> QWidget:
        return self.ways[Kind.WORDS]

    @override
    def aloud(self) -> str:
        said = [spoken_of(wish, self.turn.chair) for wish in self.turn.things(self.question)]
        return ". ".join((self.title, self._hint, *said))

    def _make(self, kind: Kind) -> None:
        self.making_asked.emit(Making(kind, self.question))

    def _open(self, wish: WishOnSheet) -> None:
        self.making_asked.emit(opened(wish, self.turn.drawing(wish.drawing_id)))
