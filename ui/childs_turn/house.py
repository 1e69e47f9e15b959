"""One of the three houses: a roof, a chimney, and what the child put inside."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from models.childs_turn import HOUSES
from ui import icons
from ui.appearance import appearance
from ui.childs_turn.spoken import _
from ui.childs_turn.thing_card import ThingCard
from ui.focus_ring import ShowsFocus
from ui.language import N_
from ui.overriding import override
from ui.parts.words import Words

ROOF_PX: Final = 125
CHOSEN_PX, EDGE_PX = 7, 3
_EAVES = 21
_INSIDE = 20


@dataclass(frozen=True)
class HouseLook:
    """What a house is called, and its colour and mark."""

    title: str
    put_in: str
    colour: str
    icon: str


LOOKS: Final = dict(
    zip(
        HOUSES,
        (
            HouseLook(N_("Worries"), N_("worries"), "worry", "cloud-fill"),
            HouseLook(N_("Good things"), N_("good things"), "well", "sun-fill"),
            HouseLook(N_("Hopes and dreams"), N_("hopes and dreams"), "next", "star-fill"),
        ),
        strict=True,
    )
)


class House(ShowsFocus, QWidget):
    """Chosen by a click, a finger or an arrow from the one beside; Down goes inside."""

    chosen = Signal(str)
    thing_opened = Signal(str)
    beside_asked = Signal(int)  # an arrow key

    def __init__(self, column: str) -> None:
        super().__init__()
        self.key, self.look = column, LOOKS[column]
        self.things: list[ThingCard] = []
        self.is_chosen = False
        self.setObjectName(f"house_{column}")
        self.setProperty("ring_radius", 12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.title = Words(_(self.look.title), "child_button", self.look.colour, wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        around = _EAVES + CHOSEN_PX + _INSIDE - 6
        self._column.setContentsMargins(around, ROOF_PX + 10, around, 18)
        self._column.setSpacing(12)
        self._column.addWidget(self.title)
        self._column.addStretch(1)
        self._name()

    def show_things(self, things: list[ThingCard]) -> None:
        """Show what is inside now."""
        for gone in self.things:
            gone.hide()
            self._column.removeWidget(gone)
            gone.deleteLater()
        self.things = things
        for place, card in enumerate(things, 1):
            card.clicked.connect(lambda _on=False, card=card: self.thing_opened.emit(card.wish_id))
            self._column.insertWidget(place, card)
            card.show()
        self._name()

    def be_chosen(self, *, chosen: bool) -> None:
        """Be the house that things are put in, or one of the others."""
        self.is_chosen = chosen
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.StrongFocus if chosen else policies.ClickFocus)
        self._name()
        self.update()

    def _name(self) -> None:
        inside = _("Things in it: {count}").format(count=len(self.things))
        self.setAccessibleName(
            _("{house}. {inside}.").format(house=self.title.said, inside=inside)
        )
        told = _("Chosen. Arrow left and arrow right choose another house.")
        if not self.is_chosen:
            told = _("Enter chooses this house.")
        down = _("Arrow down goes to what is in it.") if self.things else ""
        self.setAccessibleDescription(f"{told} {down}".strip())

    def go_inside(self, from_card: QWidget | None, by: int) -> None:
        """Put the keyboard on the next thing inside, the one before, or the house again."""
        place = next((n for n, each in enumerate(self.things) if each is from_card), -1) + by
        target: QWidget = self
        if place >= 0:
            target = self.things[min(place, len(self.things) - 1)] if self.things else self
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks, colour = appearance(), self.look.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = CHOSEN_PX if self.is_chosen else EDGE_PX
        pen = QPen(looks.paint(colour), edge)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(looks.paint(f"{colour}_tint"))
        out = CHOSEN_PX / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = self.width() * (0.18 if mirrored else 0.82)
        painter.drawRect(QRectF(across - 17, out + 12, 34, ROOF_PX))
        left, right = _EAVES + out, self.width() - _EAVES - out
        painter.drawRect(QRectF(left, ROOF_PX, right - left, self.height() - ROOF_PX - out))
        self._paint_roof(painter, edge)

    def _paint_roof(self, painter: QPainter, edge: int) -> None:
        looks, out = appearance(), CHOSEN_PX / 2
        pen = QPen(looks.paint(self.look.colour), edge)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(looks.paint(self.look.colour))
        middle = self.width() / 2
        corners = (
            QPointF(middle, out),
            QPointF(self.width() - out, ROOF_PX),
            QPointF(out, ROOF_PX),
        )
        painter.drawPolygon(QPolygonF(list(corners)))
        mark = icons.pixmap(self.look.icon, "surface", 66 * 100 // looks.text_size)
        side = mark.deviceIndependentSize().width()
        painter.drawPixmap(QPointF(middle - side / 2, ROOF_PX * 0.6 - side / 2), mark)

    def ring_rect(self) -> QRect:
        """Say where the focus ring goes: round the house. Units: px."""
        return self.rect()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.key)
            event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        focused = self.window().focusWidget()
        card = focused if isinstance(focused, ThingCard) else None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and card is None:
            self.chosen.emit(self.key)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.things:
            self.go_inside(card, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.beside_asked.emit(key)
        else:
            super().keyPressEvent(event)
