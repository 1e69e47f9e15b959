"""The list of what needs a person: one card for each field with two versions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from models.form import MeetingForm
from models.sync.two_versions import TwoVersions
from ui.appearance import appearance
from ui.caseload.row import Row
from ui.language import _, ngettext
from ui.overriding import override
from ui.parts.buttons import LinkButton
from ui.parts.cards import Card
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.words import IconWords, Words
from ui.sync.conflict_words import field_words_of, whose_words

_ROUND = 10


class ConflictCard(Row):
    """One of the list; the one that is shown has a thicker edge and says so."""

    def __init__(self) -> None:
        super().__init__("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._is_chosen = False
        self.whose = Words("", "h3", wrap=True)
        self.field = Words("", "small", "ink2", wrap=True)
        self.place = Words("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(4)
        for words in (self.whose, self.field, self.place):
            column.addWidget(words)

    def show_conflict(self, found: TwoVersions, form: MeetingForm, place: tuple[int, int]) -> None:
        """Show whose it is, which field, and which one of how many."""
        self.setObjectName(f"conflict_{found.id}")
        self.whose.say(whose_words(found))
        self.field.say(field_words_of(found, form))
        self.place.say(_("{number} of {count}").format(number=place[0], count=place[1]))
        self._speak()

    def choose(self, *, chosen: bool) -> None:
        """Look like the one that is shown, or like the others."""
        self._is_chosen = chosen
        self._speak()
        self.update()

    def _speak(self) -> None:
        self.setAccessibleName(
            _("{whose}. {field}. {place}").format(
                whose=self.whose.said, field=self.field.said, place=self.place.said
            )
        )
        self.setAccessibleDescription(_("Shown now") if self._is_chosen else _("Enter shows it"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks, painter = appearance(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = max(looks.edge, 2 if self._is_chosen else 1)
        if self._is_chosen and looks.theme == "contrast":
            edge = 4
        painter.setPen(QPen(looks.paint("primary" if self._is_chosen else "line"), edge))
        painter.setBrush(looks.paint("surface"))
        half = edge / 2
        box = self.rect().toRectF().adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        painter.end()
        super().paintEvent(event)


class ConflictList(QWidget):
    """Says which one is asked for; nothing leaves it by being looked at."""

    chosen = Signal(str)
    joined_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("conflict_list")
        self.setAccessibleName(_("What needs you"))
        self.cards: dict[str, ConflictCard] = {}
        self._rows = QWidget()
        self._cards = QVBoxLayout(self._rows)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(10)
        self.is_folded = False
        self.pick = ChoiceField(_("What needs you"))
        self.pick.control.setObjectName("pick_conflict")
        self.pick.let_shrink()
        self.pick.chosen.connect(self.chosen)
        self.pick.hide()
        self.joined = Card()
        self.joined_words = IconWords("check-circle-fill", "", "small", "well", wrap=True)
        self.joined_words.words.set_colour("ink")
        self.see_joined = LinkButton(_("See the list"))
        self.see_joined.setObjectName("see_joined")
        self.see_joined.clicked.connect(self.joined_asked)
        self.joined.column.addWidget(self.joined_words)
        self.joined.column.addWidget(self.see_joined)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 14, 12, 14)
        self.column.setSpacing(14)
        for part in (self.pick, self._rows, self.joined):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_conflicts(self, found: Sequence[TwoVersions], form: MeetingForm) -> None:
        """Show these in their order; the cards that stay keep the keyboard."""
        wanted = [each.id for each in found]
        for gone in [key for key in self.cards if key not in wanted]:
            card = self.cards.pop(gone)
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, each in enumerate(found):
            if each.id not in self.cards:
                card = self.cards[each.id] = ConflictCard()
                card.opened.connect(lambda key=each.id: self.chosen.emit(key))
                self._cards.insertWidget(place, card)
            self.cards[each.id].show_conflict(each, form, (place + 1, len(found)))
        self.cards = {key: self.cards[key] for key in wanted}
        said = _("{place}: {whose}. {field}")
        self.pick.set_choices(
            [
                (
                    key,
                    said.format(place=c.place.said, whose=c.whose.said, field=c.field.said),
                )
                for key, c in self.cards.items()
            ]
        )
        self._show_folded()

    def fold(self, *, folded: bool) -> None:
        """Be one drop-down where there is no room for cards, or the cards again."""
        if folded != self.is_folded:
            self.is_folded = folded
            self._show_folded()

    def height_folded(self, width: int) -> int:
        """Say how tall it is as one line of this width. Units: px."""
        self.column.activate()
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.totalSizeHint().height()

    def first_stop(self, conflict_id: str) -> QWidget | None:
        """Give what takes the keyboard for the one that is shown."""
        if self.is_folded and self.cards:
            return self.pick.control
        return self.cards.get(conflict_id)

    def _show_folded(self) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.joined.column.setDirection(across if self.is_folded else down)
        side, edge = (28, 8) if self.is_folded else (12, 14)
        self.column.setContentsMargins(side, edge, side, edge)
        show_if(self.pick, self.is_folded and bool(self.cards))
        show_if(self._rows, not self.is_folded)

    def show_chosen(self, conflict_id: str) -> None:
        """Mark the one that is shown."""
        self.pick.set_value(conflict_id)
        for key, card in self.cards.items():
            card.choose(chosen=key == conflict_id)

    def show_joined(self, count: int) -> None:
        """Say how many joined by themselves, with the way to their list."""
        words = ngettext("{count} joined by itself", "{count} joined by themselves", count)
        self.joined_words.words.say(words.format(count=count))
        show_if(self.joined, count > 0)
