"""Where the child chooses what to do: big pictures, in any order, as often as they like."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from models.half_made import HalfMade
from ui.appearance import appearance
from ui.childs_turn.alike import AlikeRow
from ui.childs_turn.arrow_keys import LeavesArrows
from ui.childs_turn.big_button import BigButton
from ui.childs_turn.lettering import longest_word, paint_words, size_of
from ui.childs_turn.spoken import _, offered, own_name, spoken
from ui.childs_turn.thing_card import pictogram
from ui.childs_turn.turn import Turn
from ui.childs_turn.turn_page import TurnPage
from ui.focus_ring import ShowsFocus
from ui.language import N_
from ui.overriding import override
from ui.parts.cards import Card
from ui.parts.words import Words

_WIDTH_PX, _PICTURE_PX, _AROUND = 240, 148, 20


@dataclass(frozen=True)
class Choice:
    """One thing to do: its words and its picture."""

    words: str
    picture: str


CHOICES: Final[Mapping[str, Choice]] = {
    "houses": Choice(N_("My three houses"), "house"),
    "number": Choice(N_("My number"), "number"),
    "know": Choice(N_("What I want everyone to know"), "say"),
    "see_more": Choice(N_("Who I want to see more"), "brothers-sisters"),
    "not_today": Choice(N_("Do not talk about this today"), "quiet"),
}
_FACES: Final = Choice(N_("How I feel"), "face-3")


def choice_of(key: str, turn: Turn) -> Choice:
    """Give a choice as this child is offered it: by faces where they are asked for a face."""
    return _FACES if key == "number" and turn.with_faces else CHOICES[key]


class ChoiceCard(ShowsFocus, LeavesArrows, QAbstractButton):
    """A big picture with its words under it."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._picture = choice.picture
        self.setText(_(choice.words))
        self.setAccessibleName(self.text())
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        font = appearance().font("child_button")
        width = max(
            _WIDTH_PX, appearance().px(160), 2 + longest_word(self.text(), font) + 2 * _AROUND
        )
        words = size_of(self.text(), font, width - 2 * _AROUND)
        two_lines = 2 * size_of("A", font).height()
        height = _PICTURE_PX + max(words.height(), two_lines) + 3 * _AROUND
        return QSize(width, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks = appearance()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(looks.paint("voice_tint" if self.isDown() else "paper"))
        painter.setPen(QPen(looks.paint("ink"), 4 if self.underMouse() else 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 14, 14)
        left = (self.width() - _PICTURE_PX) / 2
        box = QRectF(left, _AROUND, _PICTURE_PX, _PICTURE_PX)
        pictogram(self._picture).render(painter, box)
        painter.setPen(looks.paint("ink" if self.isDown() else "paper_ink"))
        top = _PICTURE_PX + _AROUND + _AROUND // 2
        room = QRect(_AROUND, top, self.width() - 2 * _AROUND, self.height() - top - _AROUND // 2)
        paint_words(painter, room, self.text(), looks.font("child_button"), centred=True)


class StartPage(TurnPage):
    """`chosen` says what to do; Done asks to give the screen back."""

    chosen = Signal(str)
    language_chosen = Signal(str)
    going_on_asked = Signal(object)  # the HalfMade

    def __init__(self, turn: Turn, half: HalfMade | None) -> None:
        self.half = half
        super().__init__(turn, _("My turn"))

    @override
    def build(self) -> None:
        hint = _("Choose what you like. You can stop at any time.")
        self._hint = Words(hint, "child_body", wrap=True)
        self.body.column.addWidget(self._hint)
        self._offer_half()
        self.body.column.addStretch(1)
        self.cards: dict[str, ChoiceCard] = {}
        for key in CHOICES:
            card = self.cards[key] = ChoiceCard(choice_of(key, self.turn))
            card.setObjectName(f"choose_{key}")
            card.clicked.connect(partial(self.chosen.emit, key))
        self.body.column.addWidget(AlikeRow(list(self.cards.values()), by_arrows=True))
        self.body.column.addStretch(2)
        self._offer_languages()

    def _offer_half(self) -> None:
        """Offer what was begun the last time, before anything else."""
        if self.half is None:
            return
        self.begun = Card("child")
        self.begun.column.addWidget(Words(_("You had begun something."), "child_body", wrap=True))
        self.go_on = BigButton(_("Go on with it"), "play", kind="choice")
        self.go_on.setObjectName("go_on")
        self.put_away = BigButton(_("I do not want it any more"), kind="choice")
        self.put_away.setObjectName("put_away")
        self.go_on.clicked.connect(lambda: self.going_on_asked.emit(self.half))
        self.put_away.clicked.connect(self._put_away)
        row = QHBoxLayout()
        for button in (self.go_on, self.put_away):
            row.addWidget(button)
        row.addStretch(1)
        self.begun.column.addLayout(row)
        self.body.column.addWidget(self.begun)

    def keep_half(self) -> bool:
        """Keep what was begun, before something else is; say whether nothing is left unsaved."""
        if self.half is None:
            return True
        if self.turn.keep_begun(self.half) is None:
            return False
        self._forget_half()
        return True

    def _forget_half(self) -> None:
        self.half = None
        self.begun.hide()

    def _put_away(self) -> None:
        if self.half is not None:
            self.turn.forget_half_made(self.half)
        self._forget_half()
        self.cards["houses"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_languages(self) -> None:
        codes = offered()
        if len(codes) < 2:
            return
        group = QButtonGroup(self)
        self.languages: dict[str, BigButton] = {}
        for code in codes:
            button = self.languages[code] = BigButton(
                own_name(code), kind="choice", checkable=True
            )
            button.setObjectName(f"language_{code}")
            button.setChecked(code == spoken())
            button.clicked.connect(self._speaks(code))
            group.addButton(button)
            self.dock.add(button)

    def _speaks(self, code: str) -> Callable[[], None]:
        return lambda: self.language_chosen.emit(code)

    @override
    def first_stop(self) -> QWidget:
        return self.cards["houses"] if self.half is None else self.go_on

    @override
    def aloud(self) -> str:
        words = [card.text() for card in self.cards.values()]
        return ". ".join((self._hint.said, *words))
