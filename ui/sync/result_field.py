"""What the record will say: a box for words, and the right field for days, codes and ticks."""

from collections.abc import Callable
from datetime import date
from typing import Any  # a field may hold any JSON value

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.sync.two_versions import FieldKind
from ui.language import _
from ui.parts.chips import ChipGroup
from ui.parts.date_field import DateField
from ui.parts.fields import LINE_LENGTH, ChoiceField, Field, LineField
from ui.parts.text_field import TextField
from ui.parts.ticks import RoundChoices
from ui.parts.time_field import TimeField
from ui.parts.words import Words
from ui.sync.value_words import Choices

YES, NO = "yes", "no"
Control = Field | RoundChoices | ChipGroup


class ResultField(QWidget):
    """Always editable; `edited` tells that a person changed it, and not the page."""

    edited = Signal()
    finished = Signal()  # Ctrl+Enter in a text

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._kind = FieldKind.TEXT
        self._control: Control | None = None
        self.label = Words(_("What the record will say"), "label", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.label)

    def show_kind(self, kind: FieldKind, choices: Choices, most: int | None = None) -> None:
        """Make the field that this kind of value is changed in, empty."""
        if self._control is not None:
            self._column.removeWidget(self._control)
            self._control.hide()
            self._control.deleteLater()
        self._kind = kind
        self._control = self._made(choices, most)
        self._control.setObjectName("result")
        has_own_label = isinstance(self._control, Field)
        self.label.setVisible(not has_own_label)
        self._column.addWidget(self._control)

    @property
    def control(self) -> QWidget:
        """What takes the keyboard."""
        if isinstance(self._control, Field):
            return self._control.control
        return self._control or self

    @property
    def is_written(self) -> bool:
        """Whether words are typed in it, which are kept while they are typed."""
        return self._kind in (FieldKind.TEXT, FieldKind.LINE)

    @property
    def is_read_later(self) -> bool:
        """Whether what is typed is only read when the field is left, as a day or a time."""
        return self._kind in (FieldKind.DAY, FieldKind.TIME)

    def value(self) -> Any:
        """Give what stands in the field as JSON holds it; a day that was not read is read."""
        control = self._control
        if isinstance(control, DateField):
            control.read()
            day = control.day()
            return day.isoformat() if day else None
        if isinstance(control, TimeField):
            control.read()
            return control.time()
        if isinstance(control, ChoiceField):
            return control.value() or (None if self._kind is FieldKind.ROW else "")
        if isinstance(control, RoundChoices):
            return {YES: True, NO: False}.get(control.chosen())
        if isinstance(control, ChipGroup):
            return sorted(control.all_chosen())
        text = control.text() if isinstance(control, LineField | TextField) else ""
        return _number(text) if self._kind is FieldKind.NUMBER else text

    @property
    def wrong(self) -> str:
        """What is wrong with what stands there, in words, or nothing."""
        control = self._control
        if isinstance(control, DateField | TimeField):
            control.read()
            return control.error.said
        if self._kind is FieldKind.NUMBER and isinstance(control, LineField):
            text = control.text().strip()
            return _("Write a number.") if text and _number(text) is None else ""
        return ""

    def set_value(self, value: Any) -> None:
        """Show a value without telling anyone."""
        control = self._control
        if isinstance(control, DateField):
            control.set_day(date.fromisoformat(value) if value else None)
        elif isinstance(control, TimeField):
            control.set_time(str(value or ""))
        elif isinstance(control, ChoiceField):
            control.set_value(str(value or ""))
        elif isinstance(control, RoundChoices):
            control.choose("" if value is None else YES if value else NO)
        elif isinstance(control, ChipGroup):
            control.choose(*(value or ()))
        elif isinstance(control, LineField | TextField):
            control.set_text("" if value is None else str(value))

    def _made(self, choices: Choices, most: int | None) -> Control:
        label, kind = _("What the record will say"), self._kind
        if kind in (FieldKind.TICK, FieldKind.REMOVAL):
            return self._ticks(label)
        if kind is FieldKind.NAMES:
            chips = ChipGroup(label, choices, several=True)
            chips.chosen_changed.connect(self.edited)
            return chips
        return self._telling(self._written(label, choices, most))

    def _written(self, label: str, choices: Choices, most: int | None) -> Field:
        kind = self._kind
        if kind is FieldKind.DAY:
            return DateField(label, self._today)
        if kind is FieldKind.TIME:
            return TimeField(label)
        if kind in (FieldKind.CODE, FieldKind.ROW):
            choice = ChoiceField(label, [("", _("Nothing")), *choices])
            choice.let_shrink()
            return choice
        if kind is FieldKind.TEXT:
            text = TextField(label, lines=3)
            text.control.finished.connect(self.finished)
            return text
        return LineField(label, most=most or LINE_LENGTH)

    def _telling(self, field: Field) -> Field:
        field.edited.connect(self.edited)
        if isinstance(field, DateField):
            field.day_chosen.connect(lambda _day: self.edited.emit())
        return field

    def _ticks(self, label: str) -> RoundChoices:
        is_removal = self._kind is FieldKind.REMOVAL
        words = [(YES, _("Take it away")), (NO, _("Keep it"))] if is_removal else _yes_or_no()
        ticks = RoundChoices(label, words, show_question=False)
        ticks.chosen_changed.connect(lambda _key: QTimer.singleShot(0, self, self.edited.emit))
        return ticks


def _yes_or_no() -> list[tuple[str, str]]:
    return [(YES, _("Yes")), (NO, _("No"))]


def _number(text: str) -> float | int | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return int(number) if number == int(number) else number
