"""The rest of how a letter is set: size, paper, how it is given, and what goes with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from letters.looks.envelope import AddressDoesNotFit
from ui.language import _
from ui.letter.choosing import HANDED, POSTED, TEXT_SIZES, WAYS
from ui.letter.last_address import LastAddress
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.page_lacks import LackRows, address_fits, what_lacks
from ui.meeting.kept_field import KeptField, Value
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import RoundChoices, Tick
from ui.parts.words import Words
from ui.problem_box import sentences
from ui.regions import first_stop


class PagePanel(Card):
    """Everything here is saved at once, and seen on the page beside it."""

    way_asked = Signal(str, str)  # the control of the settings where what lacks is brought

    def __init__(self, letter: LetterInHand) -> None:
        super().__init__("info")
        self._letter = letter
        self.setObjectName("page_panel")
        self.setAccessibleName(_("Page"))
        name = letter.name
        self.sizes = RoundChoices(_("Size of text"), _said(TEXT_SIZES))
        self.cream = Tick(_("Cream paper: choose cream sheets when it is printed"))
        self.ways = RoundChoices(_("How {name} gets it").format(name=name), _said(WAYS))
        self.address = TextField(
            _("Address, one line under the other"),
            hint=_("At most five lines, the postcode last. It stands in the envelope’s window."),
        )
        self.read_with = LineField(
            _("Who reads it with {name}").format(name=name), optional=True, most=200
        )
        self.ticks = {
            "with_photo": Tick(_("My photograph")),
            "with_code": Tick(_("A code that opens our page for children")),
            "with_road_map": Tick(_("A road map of {name}’s time with us").format(name=name)),
            "with_about_me": Tick(_("A page about me")),
        }
        self.last = LastAddress(letter)
        self.lacks = LackRows()
        self._build()
        self._kept = [
            self._keep(self.address, "address"),
            self._keep(self.read_with, "read_with"),
        ]
        self._connect()
        self.show_setting()

    def _build(self) -> None:
        ticks = QWidget()
        flow = FlowLayout(ticks, gap_across=24, gap_down=4)
        for field, tick in self.ticks.items():
            tick.setObjectName(field)
            flow.addWidget(tick)
        column = QVBoxLayout()
        column.setSpacing(10)
        self.cream.setObjectName("cream")
        goes = Words(_("What goes with the letter"), "h3", wrap=True)
        given = (self.ways, self.address, self.last, self.read_with)
        for part in (self.sizes, self.cream, *given, goes, ticks, self.lacks):
            column.addWidget(part)
        self.column.addLayout(column)
        self.address.control.setObjectName("address_box")
        self.read_with.control.setObjectName("read_with_box")

    def _connect(self) -> None:
        letter = self._letter
        self.sizes.chosen_changed.connect(lambda key: letter.choose("text_size", key))
        self.cream.clicked.connect(lambda on: letter.choose("paper", "cream" if on else "white"))
        self.ways.chosen_changed.connect(lambda key: letter.choose("is_posted", key == POSTED))
        for field, tick in self.ticks.items():
            tick.clicked.connect(_put(letter, field))
        for text in (self.address, self.read_with):
            text.edited.connect(self._begin)
        self.address.edited.connect(self._say_whether_it_fits)
        self.last.taken.connect(self._take_last)
        self.lacks.way_asked.connect(self.way_asked)
        letter.changed.connect(self.show_setting)

    def show_setting(self) -> None:
        """Show how the letter is set."""
        setting = self._letter.setting
        self.sizes.choose(setting.text_size)
        self.cream.setChecked(setting.paper == "cream")
        self.ways.choose(POSTED if setting.is_posted else HANDED)
        for field, tick in self.ticks.items():
            tick.setChecked(getattr(setting, field))
        for kept, value in zip(self._kept, (setting.address, setting.read_with), strict=True):
            kept.move_to(setting.id)
            kept.show(value)
        show_if(self.address, setting.is_posted)
        self.last.show_for(self._letter.sheet.child.id)
        self.lacks.show_lacks(what_lacks(self._letter.sheet, setting))
        self._say_whether_it_fits()

    def flush(self) -> bool:
        """Save now what still waits in a field."""
        flushed = [kept.flush() for kept in self._kept]
        return all(flushed)

    @property
    def fields(self) -> dict[str, QWidget]:
        """Where each field of the letter is chosen here."""
        address = self.address if self._letter.setting.is_posted else self.ways
        return {
            "text_size": self.sizes, "paper": self.cream, "is_posted": self.ways,
            "address": address, "read_with": self.read_with, **self.ticks,
        }  # fmt: skip

    def enter(self, field: str = "text_size") -> None:
        """Put the keyboard into one of its choices, or into the first."""
        target = self.fields[field]
        stop = first_stop(target) or target
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, field: TextField | LineField, name: str) -> KeptField:
        def save(value: Value) -> bool:
            return self._letter.choose_while_typing(name, str(value or ""))

        place = ("child_letter", self._letter.setting.id, name)
        return KeptField(self._letter, field, place, save=save)

    def _begin(self) -> None:
        """Let the letter have its row before words are typed for it, so that they have a place."""
        if not self._letter.setting.id:
            self._letter.begin()

    def _take_last(self, address: str) -> None:
        if self._letter.choose("address", address):
            self.address.control.go_to_end()

    def _say_whether_it_fits(self) -> None:
        setting = self._letter.setting
        if setting.is_posted and not address_fits(setting, self.address.text()):
            what, _kept, then = sentences(AddressDoesNotFit())
            self.address.show_error(_("{what} {next}").format(what=what, next=then))
        else:
            self.address.clear_error()


def _said(choices: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(key, _(words)) for key, words in choices]


def _put(letter: LetterInHand, field: str) -> Callable[[bool], object]:
    return lambda on: letter.choose(field, on)
