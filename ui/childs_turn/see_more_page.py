"""Who I want to see more: the people round the child as cards, and somebody else typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QStyle, QWidget

from models.childs_turn import change, see_more, take_out
from models.review_sheet import WishOnSheet
from models.wishes import Question, Way
from ui import icons
from ui.appearance import appearance
from ui.childs_turn.big_button import BigButton
from ui.childs_turn.lettering import longest_word, paint_words, size_of
from ui.childs_turn.making import opened
from ui.childs_turn.spoken import _
from ui.childs_turn.thing_card import ThingCard, spoken_of
from ui.childs_turn.turn_page import TurnPage
from ui.childs_turn.who_may_see import WhoMaySee
from ui.focus_ring import ShowsFocus
from ui.overriding import override
from ui.parts.flow_layout import FlowLayout
from ui.parts.words import Words, paint_disc

if TYPE_CHECKING:
    from models.open_review import OpenReview

_DISC_PX, _AROUND, _TICK_PX = 48, 16, 26
_MOST_PX = 340
_LENGTH = 100


class PersonCard(ShowsFocus, QAbstractButton):
    """One person by the child's word for them; chosen, it has a tick and a thick edge."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setText(name)
        self.setCheckable(True)
        self.setObjectName("person")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)
        self.setProperty("ring_radius", 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _beside(self) -> int:
        return _DISC_PX + _TICK_PX + 4 * _AROUND

    @override
    def sizeHint(self) -> QSize:
        font = appearance().font("child_body", bold=True)
        whole = max(size_of(self.text(), font, _MOST_PX).width(), longest_word(self.text(), font))
        words = size_of(self.text(), font, whole)
        return QSize(max(220, whole + self._beside()), max(76, words.height() + 24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks, on = appearance(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(
            looks.paint("sunken" if self.isDown() or self.underMouse() else "surface")
        )
        edge = 6 if on else 2
        painter.setPen(QPen(looks.paint("primary" if on else "ink"), edge))
        half = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 12, 12)
        middle = self.height() // 2
        disc = QRect(_AROUND, middle - _DISC_PX // 2, _DISC_PX, _DISC_PX)
        tick = QRect(self.width() - _AROUND - _TICK_PX, middle - 13, _TICK_PX, _TICK_PX)
        left = disc.right() + _AROUND
        room = QRect(left, 0, tick.left() - _AROUND // 2 - left, self.height())
        sides = self.layoutDirection()
        paint_disc(painter, QStyle.visualRect(sides, self.rect(), disc), self.text()[:1])
        mark = icons.pixmap(
            "check-circle-fill" if on else "circle", "ink", 2600 // looks.text_size
        )
        painter.drawPixmap(QStyle.visualRect(sides, self.rect(), tick).topLeft(), mark)
        painter.setPen(looks.paint("ink"))
        painter.setLayoutDirection(sides)
        room = QStyle.visualRect(sides, self.rect(), room)
        words = size_of(self.text(), looks.font("child_body", bold=True), room.width())
        room.setTop(middle - words.height() // 2)
        paint_words(painter, room, self.text(), looks.font("child_body", bold=True))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class SeeMorePage(TurnPage):
    """A tick keeps at once; taking it off takes it out again."""

    @override
    def build(self) -> None:
        hint = _("Choose as many as you like.")
        self.body.column.addWidget(Words(hint, "child_body", wrap=True))
        people = QWidget()
        row = FlowLayout(people, gap_across=14, gap_down=14)
        self.people: dict[str, PersonCard] = {}
        for name in self.turn.people():
            card = self.people[name] = PersonCard(name)
            card.clicked.connect(lambda on, name=name: self._put(name, on=on))
            row.addWidget(card)
        self.body.column.addWidget(people)
        self.body.column.addWidget(Words(_("Somebody else"), "child_body", wrap=True, bold=True))
        self.body.column.addLayout(self._typed())
        others = QWidget()
        self._others = FlowLayout(others, gap_across=14, gap_down=14)
        self.others: list[ThingCard] = []
        self._shown: list[WishOnSheet] | None = None
        self.body.column.addWidget(others)
        self.who = self._who_may_see()
        self.body.column.addWidget(self.who)
        self.body.column.addStretch(1)
        self.show_turn()

    def _who_may_see(self) -> WhoMaySee:
        """Ask once for all of them."""
        first = next(iter(self.turn.things(Question.SEE_MORE)), None)
        who = WhoMaySee(
            self.turn.chair,
            private=first is not None and first.private,
            in_letter=first is None or first.in_letter,
        )
        who.changed.connect(self._put_who)
        return who

    def _typed(self) -> QHBoxLayout:
        self.somebody = QLineEdit()
        self.somebody.setObjectName("somebody")
        self.somebody.setProperty("words", "child_body")
        self.somebody.setMaxLength(_LENGTH)
        self.somebody.setMaximumWidth(520)
        self.somebody.setAccessibleName(_("Somebody else"))
        self.somebody.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.somebody.returnPressed.connect(self.add_somebody)
        self.add = BigButton(_("Add"), "plus", kind="choice")
        self.add.setObjectName("add_somebody")
        self.add.clicked.connect(self.add_somebody)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.somebody, 1)
        line.addWidget(self.add)
        line.addStretch(1)
        return line

    @override
    def show_turn(self) -> None:
        wishes = self.turn.things(Question.SEE_MORE)
        if wishes == self._shown:
            return
        self._shown = wishes
        chosen = {wish.words for wish in wishes}
        for name, card in self.people.items():
            card.setChecked(name in chosen)
        self.who.setVisible(bool(wishes))
        for gone in self.others:
            gone.hide()
            gone.deleteLater()
        self.others = []
        for wish in wishes:
            if wish.words not in self.people:
                self._show_other(wish)

    def _show_other(self, wish: WishOnSheet) -> None:
        card = ThingCard(wish, self.turn.drawing(wish.drawing_id), self.turn.chair)
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.setMinimumWidth(280)
        card.clicked.connect(lambda: self.making_asked.emit(opened(wish)))
        self._others.addWidget(card)
        card.show()
        self.others.append(card)

    @override
    def first_stop(self) -> QWidget:
        return next(iter(self.people.values()), self.somebody)

    @override
    def flush(self) -> bool:
        """A name that is typed counts as added."""
        return self.add_somebody()

    @override
    def aloud(self) -> str:
        wishes = self.turn.things(Question.SEE_MORE)
        said = [spoken_of(wish, self.turn.chair) for wish in wishes]
        return ". ".join((self.title, *(said or self.turn.people())))

    def add_somebody(self) -> bool:
        """Keep who was typed; say whether nothing is left unsaved."""
        words = self.somebody.text()
        if not words.strip():
            return True
        if not self._see_more(words, typed=True):
            return False
        self.somebody.clear()
        return True

    def _put(self, name: str, *, on: bool) -> None:
        if on:
            self._see_more(name)
            return
        for wish in self.turn.things(Question.SEE_MORE):
            if wish.words == name and wish.way == Way.SHOWED:
                self._take_off(wish.id)

    def _see_more(self, words: str, *, typed: bool = False) -> bool:
        today = self.turn.today()
        who = {"private": self.who.private, "in_letter": self.who.in_letter}

        def act(review: "OpenReview") -> None:
            change(review, see_more(review, words, today, typed=typed), **who)

        return self.turn.act(act)

    def _put_who(self) -> None:
        who = {"private": self.who.private, "in_letter": self.who.in_letter}
        wishes = self.turn.things(Question.SEE_MORE)

        def act(review: "OpenReview") -> None:
            for each in wishes:
                change(review, each.id, **who)

        self.turn.act(act)

    def _take_off(self, wish_id: str) -> None:
        self.turn.act(lambda review: take_out(review, wish_id))
