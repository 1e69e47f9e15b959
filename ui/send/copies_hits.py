"""What the check found in a reader's copy: each find is left out, answered for, or restricted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from letters.disclosure.hit import Hit
from letters.where_it_goes import PLACES_TO_GO
from models.readers_of_papers import Reader
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words
from ui.send.copies_reason import ReasonAsked
from ui.send.copies_sources import Stands
from ui.send.copies_words import hit_words, short_name


@dataclass(frozen=True)
class HitShown:
    """One find with those inside it, for whom, and where its words are typed.

    They are typed nowhere where the program wrote them. `child` is what the child is called;
    `kinds` are the kinds of restriction that such words have.
    """

    hits: tuple[Hit, ...]
    reader: Reader
    child: str
    stands: Stands | None
    kinds: tuple[str, ...] = ()

    @property
    def hit(self) -> Hit:
        """The find itself."""
        return self.hits[0]


class HitRow(Card):
    """Says what was found and why it matters; a reason is asked for in the row itself."""

    leave_out_asked = Signal(object)  # the HitShown
    stand_asked = Signal(object, str)  # the HitShown, and why
    restrict_asked = Signal(object)  # the HitShown
    look_asked = Signal(object)  # the HitShown

    def __init__(self, shown: HitShown) -> None:
        super().__init__("due")
        self.shown = shown
        self.setObjectName(f"hit_{shown.hit.key[:12]}")
        title, why = hit_words(shown.hit, shown.reader, shown.child)
        self.title = Words(title, "label", wrap=True)
        self.why = Words(why, "small", wrap=True)
        self.look_button = self._button(_("Show it"), "look", title)
        self.out_button = self._button(_("Leave it out"), "leave_out", title, "primary")
        self.stand_button = self._button(_("Let it stand"), "let_stand", title, "quiet")
        self.restrict_button = self._button(_("Restrict it for everybody"), "restrict", title)
        self.reason = ReasonAsked("let_stand_reason", _("Let it stand"))
        self._build()
        self._connect()
        self.setAccessibleName(_("{title}. {why}").format(title=title, why=why))

    def _button(self, words: str, name: str, title: str, kind: str = "secondary") -> SmallButton:
        button = SmallButton(words, in_row=True, kind=kind)
        button.setObjectName(name)
        button.setAccessibleDescription(title)
        return button

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for part in (self.title, self.why):
            words.addWidget(part)
        for button in (
            self.out_button, self.look_button, self.restrict_button, self.stand_button,
        ):  # fmt: skip
            flow.addWidget(button)
        words.addWidget(buttons)
        words.addWidget(self.reason)
        line.addWidget(Icon("warning-circle-fill", "due", 20), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.column.addLayout(line)
        is_typed = self.shown.stands is not None
        show_if(self.look_button, self.shown.hit.page is not None)
        show_if(self.out_button, is_typed)
        show_if(self.restrict_button, is_typed and bool(self.shown.kinds))
        if not is_typed:
            told = _(
                "It is in words that Waymark writes. Change it where it is typed, or let it stand."
            )
            if self.shown.hit.where in PLACES_TO_GO:
                told = _("Change the way or the address it goes to, or say why it may go there.")
            words.insertWidget(2, Words(told, "small", "ink2", wrap=True))

    def _connect(self) -> None:
        self.look_button.clicked.connect(lambda: self.look_asked.emit(self.shown))
        self.out_button.clicked.connect(lambda: self.leave_out_asked.emit(self.shown))
        self.restrict_button.clicked.connect(lambda: self.restrict_asked.emit(self.shown))
        self.stand_button.clicked.connect(self._ask)
        self.reason.given.connect(lambda why: self.stand_asked.emit(self.shown, why))
        self.reason.left.connect(self._go_back)

    def _ask(self) -> None:
        question = _("Why may {reader} read this? It is kept with the copy.")
        self.reason.ask(question.format(reader=short_name(self.shown.reader, self.shown.child)))

    def _go_back(self) -> None:
        self.stand_button.setFocus(Qt.FocusReason.OtherFocusReason)


class HitRows(QWidget):
    """Those of one copy; a row in which a reason is being typed stays as it is."""

    leave_out_asked = Signal(object)
    stand_asked = Signal(object, str)
    restrict_asked = Signal(object)
    look_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("copies_hits")
        self.setAccessibleName(_("To check"))
        self.rows: dict[str, HitRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_hits(self, hits: Sequence[HitShown]) -> None:
        """Show these, keeping the rows of those that are here already."""
        wanted = {each.hit.key: each for each in hits}
        for key in [key for key, row in self.rows.items() if wanted.get(key) != row.shown]:
            row = self.rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for key, each in wanted.items():
            if key not in self.rows:
                self._add(key, each)
        show_if(self, bool(wanted))

    def _add(self, key: str, shown: HitShown) -> None:
        row = self.rows[key] = HitRow(shown)
        row.leave_out_asked.connect(self.leave_out_asked)
        row.stand_asked.connect(self.stand_asked)
        row.restrict_asked.connect(self.restrict_asked)
        row.look_asked.connect(self.look_asked)
        self._column.addWidget(row)
