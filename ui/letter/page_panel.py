"""The rest of how a letter is set: size, paper, how it is given, and what goes with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from letters.engine.families import family_for
from letters.looks.envelope import AddressDoesNotFit, fits
from ui.language import _
from ui.letter.choosing import HANDED, POSTED, TEXT_SIZES, WAYS
from ui.letter.letter_in_hand import LetterInHand
from ui.meeting.kept_field import KeptField, Value
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import RoundChoices, Tick
from ui.parts.words import Words
from ui.problem_box import sentences


class PagePanel(Card):
    """Everything here is saved at once, and seen on the page beside it."""

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
        self.lacks = Words("", "small", "due", wrap=True)
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
        for part in (self.sizes, self.cream, self.ways, self.address, self.read_with, goes, ticks):
            column.addWidget(part)
        column.addWidget(self.lacks)
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
        self._say_what_lacks()
        self._say_whether_it_fits()

    def flush(self) -> bool:
        """Save now what still waits in a field."""
        flushed = [kept.flush() for kept in self._kept]
        return all(flushed)

    def _keep(self, field: TextField | LineField, name: str) -> KeptField:
        def save(value: Value) -> bool:
            return self._letter.choose_while_typing(name, str(value or ""))

        place = ("child_letter", self._letter.setting.id, name)
        return KeptField(self._letter, field, place, save=save)

    def _begin(self) -> None:
        """Let the letter have its row before words are typed for it, so that they have a place."""
        if not self._letter.setting.id:
            self._letter.begin()

    def _say_whether_it_fits(self) -> None:
        lines = [line for line in self._letter.setting.address.splitlines() if line.strip()]
        family = family_for(self._letter.setting.language)
        if self._letter.setting.is_posted and lines and not fits(lines, family):
            what, _kept, then = sentences(AddressDoesNotFit())
            self.address.show_error(_("{what} {next}").format(what=what, next=then))
        else:
            self.address.clear_error()

    def _say_what_lacks(self) -> None:
        """Say what is asked for and is not there to be shown."""
        sheet, setting = self._letter.sheet, self._letter.setting
        lacks = []
        if setting.with_photo and sheet.making.picture_of("photo", sheet.chair.id) is None:
            lacks.append(_("There is no photograph of you yet. Put one into the settings."))
        if setting.with_code and not sheet.council.letter_page.strip():
            lacks.append(_("The page that the code opens is not set. It is in the settings."))
        if setting.with_about_me and not sheet.chair.about_me.strip():
            lacks.append(_("You have not written about yourself yet. That is in the settings."))
        if setting.is_posted and not setting.address.strip():
            lacks.append(_("It is to be posted, and no address is written yet."))
        self.lacks.say("\n".join(lacks))
        show_if(self.lacks, bool(lacks))


def _said(choices: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(key, _(words)) for key, words in choices]


def _put(letter: LetterInHand, field: str) -> Callable[[bool], object]:
    return lambda on: letter.choose(field, on)
