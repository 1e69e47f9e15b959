"""The settings, made from their declaration; each choice takes effect at once."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.settings import SETTINGS, Setting, Settings
from ui.language import N_, _
from ui.parts.buttons import SecondaryButton
from ui.parts.fields import ChoiceField
from ui.parts.words import Words

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
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(Words(_("Settings"), "h1"))
        column.addWidget(Words(_("These are for this laptop. Changes show at once."), wrap=True))
        for field in self.fields.values():
            column.addWidget(field)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(460)

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
