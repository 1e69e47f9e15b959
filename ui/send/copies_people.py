"""The people who get something of a review, each with the state of their copies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.appearance import appearance
from ui.caseload.row import Row, paint_ring
from ui.language import _
from ui.overriding import override
from ui.parts.cards import CardRows
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words

MAKING, CHECK, LOOK, READY, RELEASED, NOTHING = (
    "making", "check", "look", "ready", "released", "nothing",
)  # fmt: skip
_ICONS: Final = {
    MAKING: ("clock", "ink2"),
    CHECK: ("warning-circle-fill", "due"),
    LOOK: ("eye", "primary"),
    READY: ("check-circle", "well"),
    RELEASED: ("check-circle-fill", "well"),
    NOTHING: ("minus-circle", "ink2"),
}
_DIGITS: Final = {
    key: number
    for number, key in enumerate(
        (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5,
         Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9)
    )
}  # fmt: skip


@dataclass(frozen=True)
class PersonShown:
    """One line of the list: who, what they get, how it stands, and what is still to do."""

    key: str
    who: str
    detail: str
    state: str
    to_do: str = ""


class PersonRow(Row):
    """Enter and Right lead to the copy; the one that is shown is tinted and says so."""

    step_asked = Signal(int)
    digit_pressed = Signal(int)

    def __init__(self, person: PersonShown) -> None:
        super().__init__("")
        self._is_chosen = False
        self.setObjectName(f"person_{person.key}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.icon = Icon("clock", "ink2")
        self.who = Words("", "h3", wrap=True)
        self.detail = Words("", "small", "ink2", wrap=True)
        self.to_do = Words("", "label", "due", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.who, self.detail, self.to_do):
            words.addWidget(part)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 9, 12, 9)
        line.setSpacing(12)
        line.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.show_person(person)

    def show_person(self, person: PersonShown) -> None:
        """Show the state of their copies as it is now."""
        self.person = person
        self.icon.show_icon(*_ICONS[person.state])
        self.who.say(person.who)
        self.detail.say(person.detail)
        self.to_do.say(person.to_do)
        self.to_do.set_colour("due" if person.state == CHECK else "ink2")
        show_if(self.to_do, bool(person.to_do))
        self._speak()

    def choose(self, *, chosen: bool) -> None:
        """Look like the one whose copy is shown, or like the others."""
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.StrongFocus if chosen else policies.ClickFocus)
        if chosen != self._is_chosen:
            self._is_chosen = chosen
            self._speak()
            self.update()

    @property
    def is_chosen(self) -> bool:
        """Whether their copy is the one that is shown."""
        return self._is_chosen

    def _speak(self) -> None:
        person = self.person
        said = _("{who}. {detail}. {to_do}") if person.to_do else _("{who}. {detail}")
        self.setAccessibleName(
            said.format(who=person.who, detail=person.detail, to_do=person.to_do)
        )
        shown, enter = _("Shown now. Right goes to the copy."), _("Enter shows the copy.")
        self.setAccessibleDescription(shown if self._is_chosen else enter)

    @override
    def step(self, by: int) -> None:
        self.step_asked.emit(by)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if key == (Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right):
            self.opened.emit()
        elif key in _DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.digit_pressed.emit(_DIGITS[key])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_chosen:
            self._paint_chosen()
        if self.hasFocus():
            paint_ring(self)

    def _paint_chosen(self) -> None:
        looks, painter = appearance(), QPainter(self)
        if looks.theme != "contrast":
            painter.fillRect(self.rect(), looks.paint("chosen_row"))
            return
        painter.setPen(QPen(looks.paint("primary"), 4))
        painter.drawRect(QRectF(self.rect()).adjusted(2, 2, -2, -2))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()


class PeopleList(CardRows):
    """Up and Down go from person to person, digits to one of the first nine."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("copies_people")
        self.setAccessibleName(_("Who gets a copy"))
        self.rows: dict[str, PersonRow] = {}
        self._chosen = ""

    def show_people(self, people: Sequence[PersonShown]) -> None:
        """Show these people; rows that stay keep the keyboard."""
        if [person.key for person in people] != list(self.rows):
            self._make(people)
            return
        for person in people:
            if self.rows[person.key].person != person:
                self.rows[person.key].show_person(person)

    def choose(self, key: str) -> None:
        """Show this person as the one whose copy is seen."""
        self._chosen = key
        for name, row in self.rows.items():
            row.choose(chosen=name == key)

    def enter(self, key: str = "") -> None:
        """Put the keyboard on a person, or on the one that is shown."""
        row = self.row(key)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self, key: str = "") -> PersonRow | None:
        """The row of a person, or of the one that is shown."""
        return self.rows.get(key or self._chosen) or next(iter(self.rows.values()), None)

    def _make(self, people: Sequence[PersonShown]) -> None:
        focused = next((key for key, row in self.rows.items() if row.hasFocus()), "")
        self.clear()
        self.rows = {}
        for person in people:
            row = self.rows[person.key] = PersonRow(person)
            row.step_asked.connect(lambda by, key=person.key: self._step(key, by))
            row.opened.connect(lambda key=person.key: self.opened.emit(key))
            row.digit_pressed.connect(self._take_number)
            self.add_row(row)
        self.choose(self._chosen)
        if focused:
            self.enter(focused if focused in self.rows else "")

    def _step(self, key: str, by: int) -> None:
        self._take_number(list(self.rows).index(key) + by)

    def _take_number(self, number: int) -> None:
        if not 0 <= number < len(self.rows):
            return
        key = list(self.rows)[number]
        self.rows[key].setFocus(Qt.FocusReason.TabFocusReason)
        if key != self._chosen:
            self.chosen.emit(key)
