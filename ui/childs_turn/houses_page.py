"""My three houses: worries, good things, hopes and dreams."""

import html
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from models.childs_turn import HOUSES
from models.wishes import Question
from ui.appearance import appearance
from ui.childs_turn.arrow_keys import beside
from ui.childs_turn.big_button import BigButton
from ui.childs_turn.house import House
from ui.childs_turn.making import Kind, Making, opened
from ui.childs_turn.spoken import _
from ui.childs_turn.thing_card import ThingCard, spoken_of
from ui.childs_turn.turn_page import TurnPage
from ui.overriding import override

_GROUND_PX = 57
_LEAST_HOUSE_PX = 250
_FOOT_PX = 9


class Ground(QWidget):
    """What the houses stand on: side by side, or one under the other where there is no room."""

    def __init__(self, houses: list[House]) -> None:
        super().__init__()
        self._houses = houses
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(46, 12, 46, _FOOT_PX)
        self._line.setSpacing(38)
        for house in houses:
            self._line.addWidget(house, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        room = (self.width() - 2 * 46 - 2 * 38) / len(self._houses)
        beside = room >= appearance().px(_LEAST_HOUSE_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if beside else down
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            self._line.activate()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = appearance().paint("ground")
        painter.fillRect(0, self.height() - _GROUND_PX, self.width(), _GROUND_PX, ground)


class HousesPage(TurnPage):
    """A house is chosen; Write, Draw and Pick a picture put something into it."""

    @override
    def build(self) -> None:
        self.houses = {column: House(column) for column in HOUSES}
        self._things: dict[str, list[object]] = {}
        ground = Ground(list(self.houses.values()))
        self.body.column.setContentsMargins(0, 0, 0, 0)
        self.fill(ground, 1620)
        self.put_in = QLabel()
        self.put_in.setProperty("words", "child_button")
        self.put_in.setWordWrap(False)
        self.dock.add(self.put_in)
        self.ways: dict[Kind, BigButton] = {}
        for kind, words, icon in (
            (Kind.WORDS, _("Write"), "pencil-simple"),
            (Kind.DRAWING, _("Draw"), "paint-brush"),
            (Kind.PICTURE, _("Pick a picture"), "image"),
        ):
            button = self.ways[kind] = BigButton(words, icon)
            button.setObjectName(f"make_{kind.value}")
            button.clicked.connect(partial(self._make, kind))
            self.dock.add(button)
        for house in self.houses.values():
            house.chosen.connect(self.choose)
            house.thing_opened.connect(self._open)
            house.beside_asked.connect(self._go_beside)
        self.chosen = HOUSES[1]
        self.choose(self.chosen)
        self.show_turn()

    def choose(self, column: str) -> None:
        """Choose the house that things are put in."""
        self.chosen = column
        for key, house in self.houses.items():
            house.be_chosen(chosen=key == column)
        look = self.houses[column].look
        name, colour = _(look.put_in), appearance().colour(look.colour)
        coloured = f'<span style="color:{colour}">{html.escape(name)}</span>'
        self.put_in.setTextFormat(Qt.TextFormat.RichText)
        self.put_in.setText(html.escape(_("Put in {house}")).replace("{house}", coloured))
        self.put_in.setAccessibleName(_("Put in {house}").format(house=name))

    @override
    def show_turn(self) -> None:
        for column, house in self.houses.items():
            wishes = self.turn.things(Question.HOUSE, column)
            if self._things.get(column) == wishes:
                continue
            self._things[column] = list(wishes)
            house.show_things(
                [ThingCard(each, self.turn.drawing(each.drawing_id), self.turn.chair)
                 for each in wishes]
            )  # fmt: skip

    @override
    def first_stop(self) -> QWidget:
        return self.houses[self.chosen]

    @override
    def aloud(self) -> str:
        parts = [self.title]
        for column, house in self.houses.items():
            parts.append(house.title.said)
            things = self.turn.things(Question.HOUSE, column)
            parts += [spoken_of(each, self.turn.chair) for each in things]
        return ". ".join(parts)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.is_built:
            self.choose(self.chosen)

    def _go_beside(self, key: int) -> None:
        """Choose the house beside and go there: things are put where the ring is."""
        house = beside(list(self.houses.values()), self.houses[self.chosen], key)
        self.choose(house.key)
        house.setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, kind: Kind) -> None:
        self.making_asked.emit(Making(kind, Question.HOUSE, self.chosen))

    def _open(self, wish_id: str) -> None:
        for column in HOUSES:
            for wish in self.turn.things(Question.HOUSE, column):
                if wish.id == wish_id:
                    self.choose(column)
                    self.making_asked.emit(opened(wish, self.turn.drawing(wish.drawing_id)))
