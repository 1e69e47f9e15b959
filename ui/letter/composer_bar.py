"""The top of the composer: whose letter, how it stands, how it is set, and the way to its end."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from letters.bands import BANDS, Band, suggested_band
from letters.letter import Letter
from ui.appearance import appearance
from ui.language import _, time_in_words
from ui.letter.choosing import typefaces
from ui.letter.language_box import LanguageBox
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.segments import Segments
from ui.meeting.clock_words import day_words
from ui.overriding import override
from ui.parts.buttons import IconButton, PrimaryButton, SecondaryButton
from ui.parts.fields import ChoiceBox
from ui.parts.flow_layout import FlowLayout
from ui.parts.one_line import OneLine
from ui.parts.saved_state import PageSavedState
from ui.parts.showing import show_if
from ui.parts.ticks import Tick

SHORT_LENGTH = 9
NAME_PX = 320


class ComposerBar(QFrame):
    """Every choice is saved at once."""

    left = Signal()
    finish_asked = Signal()

    def __init__(self, letter: LetterInHand) -> None:
        super().__init__()
        self._letter = letter
        self._saved_at = ""
        self.setProperty("part", "bar")
        name = letter.name
        self.back_button = IconButton("arrow-left", _("Leave the letter"))
        self.back_button.setObjectName("leave")
        self.name = OneLine(_("Letter to {name}").format(name=name), "h2")
        self.standing = OneLine("", "small", "ink2")
        self.bands = Segments(_("For which age it is written"), _bands(letter))
        self.typeface = _choice(_("Typeface"), "typeface", typefaces(Band.B))
        self.language = LanguageBox(letter.desk.background)
        self.pictures = Tick(_("Pictures"))
        self.pictures.setObjectName("with_pictures")
        self.page_button = SecondaryButton(_("Page"), "sliders-horizontal")
        self.page_button.setObjectName("page_panel_button")
        self.page_button.setCheckable(True)
        self.page_button.setToolTip(_("Size, paper, address and what goes with the letter"))
        self.letter_button = SecondaryButton(_("See the page"), "eye")
        self.letter_button.setObjectName("see_page")
        self.finish_button = PrimaryButton(_("Check and finish"))
        self.finish_button.setObjectName("check_and_finish")
        self.saved = PageSavedState()
        self.head = QHBoxLayout()
        self.choices = QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.standing)
        self.head.setSpacing(10)
        self.head.addWidget(self.back_button)
        self.head.addLayout(words, 1)
        self.head.addWidget(self.saved)
        self.head.addWidget(self.letter_button)
        self.head.addWidget(self.finish_button)
        choices = FlowLayout(self.choices, gap_across=10, gap_down=6)
        for part in (self.bands, self.typeface, self.language, self.pictures, self.page_button):
            choices.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 24, 8)
        column.setSpacing(6)
        column.addLayout(self.head)
        column.addWidget(self.choices)
        self.letter_button.hide()

    def _connect(self) -> None:
        letter = self._letter
        self.back_button.clicked.connect(self.left)
        self.finish_button.clicked.connect(self.finish_asked)
        self.bands.chosen_changed.connect(lambda key: letter.choose("band", key))
        self.pictures.clicked.connect(lambda on: letter.choose("with_pictures", on))
        for box, field in ((self.typeface, "typeface"), (self.language, "language")):
            box.activated.connect(_put(letter, box, field))
        letter.saved.connect(self._note_saved)

    def show_letter(self, letter: Letter) -> None:
        """Show how the letter is set, and how it stands."""
        setting = self._letter.setting
        self.bands.choose(letter.band)
        self.typeface.setItemText(0, typefaces(letter.band)[0][1])
        self.typeface.setCurrentIndex(max(0, self.typeface.findData(setting.typeface)))
        self.language.setCurrentIndex(self.language.findData(setting.language))
        self.pictures.setChecked(setting.with_pictures)
        self._show_standing()

    def be_large(self, *, large: bool) -> None:
        """Leave out the name where the text is so large that the window itself says it."""
        self.name.setVisible(not large)

    def _fit_saved(self) -> None:
        """Say where the work is safe unless the letter's own name would be cut off by it."""
        large = appearance().menu_replaces_rail
        show_if(self.saved, not large)
        if not large and self.width() < self.head.minimumSize().width() + appearance().px(NAME_PX):
            self.saved.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_saved()

    def take_choices(self) -> None:
        """Have the choices stand here."""
        layout = self.layout()
        if layout is not None and layout.indexOf(self.choices) < 0:
            layout.addWidget(self.choices)

    def _note_saved(self) -> None:
        self._saved_at = time_in_words(self._letter.desk.now().time())
        self._show_standing()

    def _show_standing(self) -> None:
        letter, today = self._letter, self._letter.desk.today()
        latest, values = letter.latest, {"which": letter.which(), "time": self._saved_at}
        words = _("{which}. Draft, saved {time}") if self._saved_at else _("{which}. Draft")
        if latest is not None:
            day = day_words(latest.issued_at.astimezone().date(), today)
            values |= {"day": day, "version": str(latest.version)}
            words = _("{which}. Version {version} was issued on {day}")
        self.standing.say(words.format(**values))


def _choice(name: str, field: str, choices: tuple[tuple[str, str], ...]) -> ChoiceBox:
    box = ChoiceBox()
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(SHORT_LENGTH)
    box.setObjectName(field)
    box.setAccessibleName(name)
    box.setToolTip(name)
    for key, words in choices:
        box.addItem(_(words), key)
    return box


def _put(letter: LetterInHand, box: ChoiceBox, field: str) -> Callable[[int], object]:
    return lambda _place: letter.choose(field, str(box.currentData()))


def _bands(letter: LetterInHand) -> tuple[tuple[str, str, str], ...]:
    """The six, each with whom it is for; the one that age suggests says so in words."""
    sheet, today = letter.sheet, letter.desk.today()
    suggested = suggested_band(sheet.child.born_on, sheet.held_on or today)
    return tuple(
        (rule.band, _band_words(rule.name, by_age=rule.band is suggested), _(rule.who))
        for rule in BANDS.values()
    )


def _band_words(name: str, *, by_age: bool) -> str:
    return _("{band} (by age)").format(band=_(name)) if by_age else _(name)
