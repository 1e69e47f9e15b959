"""The list of what needs a person: one card for each field with two versions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.form import MeetingForm
from models.sync.two_versions import TwoVersions
from ui.appearance import appearance
from ui.caseload.row import Row
from ui.language import _, ngettext
from ui.overriding import override
from ui.parts.buttons import LinkButton
from ui.parts.cards import Card
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
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self.joined = Card()
        self.joined_words = IconWords("check-circle-fill", "", "small", "well", wrap=True)
        self.joined_words.words.set_colour("ink")
        self.see_joined = LinkButton(_("See the list"))
        self.see_joined.setObjectName("see_joined")
        self.see_joined.clicked.connect(self.joined_asked)
        self.joined.column.addWidget(self.joined_words)
        self.joined.column.addWidget(self.see_joined)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 14)
        column.setSpacing(14)
        column.addLayout(self._cards)
        column.addWidget(self.joined)
        column.addStretch(1)

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

    def show_chosen(self, conflict_id: str) -> None:
        """Mark the one that is shown."""
        for key, card in self.cards.items():
            card.choose(chosen=key == conflict_id)

    def show_joined(self, count: int) -> None:
        """Say how many joined by themselves, with the way to their list."""
        words = ngettext("{count} joined by itself", "{count} joined by themselves", count)
        self.joined_words.words.say(words.format(count=count))
        show_if(self.joined, count > 0)
