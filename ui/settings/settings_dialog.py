"""The settings, made from their declaration; each choice takes effect at once."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.settings import SETTINGS, Setting, Settings
from ui.appearance import appearance
from ui.language import N_, _
from ui.parts.buttons import SecondaryButton
from ui.parts.fields import ChoiceField
from ui.parts.fitting import fit_to_words
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Words

WIDTH_PX: Final = 480
WORDS: Final = {
    "system": N_("The same as this computer"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}


class SettingsDialog(QDialog):
    """One drop-down for each setting; there is nothing to confirm."""

    setting_changed = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Settings"))
        self.fields = {one.name: self._field(one) for one in SETTINGS}
        self.close_button = SecondaryButton(_("Close"))
        self.close_button.setObjectName("close_button")
        self.close_button.clicked.connect(self.accept)
        self._page = ScrollingPage(24)
        self._build()
        appearance().changed.connect(self._fit_soon)

    def _build(self) -> None:
        column = self._page.column
        column.setSpacing(16)
        column.addWidget(Words(_("Settings"), "h1"))
        column.addWidget(Words(_("These are for this laptop. Changes show at once."), wrap=True))
        for field in self.fields.values():
            column.addWidget(field)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(self.close_button)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 20)
        whole.addWidget(self._page, 1)
        whole.addLayout(row)
        fit_to_words(self, self._page, WIDTH_PX)

    def _fit_soon(self) -> None:
        """Grow with the text, once every part has taken its new size."""
        QTimer.singleShot(0, self, lambda: fit_to_words(self, self._page, WIDTH_PX))

    def _field(self, setting: Setting) -> ChoiceField:
        choices = [(str(value), value_in_words(setting, value)) for value in setting.allowed]
        field = ChoiceField(_(setting.title), choices, hint=_(setting.meaning))
        field.setObjectName(setting.name)
        field.set_value(str(self._settings.value(setting.name)))
        field.chosen.connect(lambda value: self._set(setting, value))
        return field

    def _set(self, setting: Setting, value: str) -> None:
        self._settings.set(setting.name, setting.type(value))
        self.setting_changed.emit(setting.name)


def value_in_words(setting: Setting, value: str | int) -> str:
    """Say one of a setting's values, with its unit."""
    if isinstance(value, str):
        return _(WORDS[value])
    if setting.unit == "%":
        return _("{number}%").format(number=value)
    return _("{number} {unit}").format(number=value, unit=_(setting.unit))
