"""The list of languages: each by its own name, and in words how far it can be relied on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionComboBox

from letters.fixed_words import STANDINGS, FixedWords, Standing, standing
from letters.languages import ENGLISH, LANGUAGES, Language
from ui.background import Background
from ui.language import _
from ui.letter.language_faces import load_every_face
from ui.letter.language_list import STANDING_ROLE, LanguageRow
from ui.overriding import override
from ui.parts.fields import ChoiceBox

SHORT_LENGTH = 9
APART, END = "\u2068", "\u2069"


class LanguageBox(ChoiceBox):
    """Closed it says the English name only; the standing is counted away from the window."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORT_LENGTH)
        self.setObjectName("language")
        self.setAccessibleName(_("Language"))
        self.setToolTip(_("Language"))
        self._rows = LanguageRow(self.view())
        self.setItemDelegate(self._rows)
        for language in LANGUAGES.values():
            self.addItem(_named(language), language.code)
        background.run(_every_standing, self._show_standings, _raise)

    def _show_standings(self, found: dict[str, FixedWords]) -> None:
        for place, (code, fixed) in enumerate(found.items()):
            if code != ENGLISH:
                words = standing_words(fixed)
                told = _("{language}. {standing}").format(
                    language=self.itemText(place), standing=words
                )
                self.setItemData(place, words, STANDING_ROLE)
                self.setItemData(place, told, Qt.ItemDataRole.AccessibleTextRole)

    @override
    def showPopup(self) -> None:
        load_every_face()
        width = self._rows.widest() + 2 * self.view().frameWidth()
        bar = self.view().verticalScrollBar().sizeHint().width()
        room = self.screen().availableGeometry().width()
        self.view().setMinimumWidth(min(width + bar, room))
        super().showPopup()

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        language = LANGUAGES.get(str(self.currentData()))
        option.currentText = _(language.name) if language else ""


def standing_words(fixed: FixedWords) -> str:
    """How far the fixed words of a language can be relied on, with their share."""
    said = _(STANDINGS[fixed.standing]).format(who=fixed.checked_by)
    if fixed.standing is Standing.NONE:
        return said
    share = _("{percent}% of the fixed sentences have words.").format(percent=fixed.per_cent)
    return _("{standing} {share}").format(standing=said, share=share)


def _named(language: Language) -> str:
    """Both names; the own one is kept apart, whichever way it runs."""
    if language.name == language.own_name:
        return _(language.name)
    own = f"{APART}{language.own_name}{END}"
    return _("{language}: {own_name}").format(language=_(language.name), own_name=own)


def _every_standing() -> dict[str, FixedWords]:
    return {code: standing(code) for code in LANGUAGES}


def _raise(failure: Exception) -> None:
    raise failure
