"""The settings of this laptop, declared once: no one's name, needed before the record opens."""

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final  # Any: a setting's file may hold anything at all

from models.atomic_file import write_whole
from models.problems import N_

FILE: Final = "settings.json"


@dataclass(frozen=True)
class Setting:
    """One setting: its name, type, default, unit, what it may be and what it means."""

    name: str
    type: type
    default: str | int
    unit: str
    allowed: tuple[str | int, ...]
    title: str
    meaning: str

    def accepts(self, value: object) -> bool:
        """Whether this value may be set."""
        return type(value) is self.type and value in self.allowed


SETTINGS: Final = (
    Setting(
        name="theme",
        type=str,
        default="system",
        unit="",
        allowed=("system", "light", "dark", "contrast"),
        title=N_("Theme"),
        meaning=N_("Light, dark or high contrast; or the same as the rest of this computer."),
    ),
    Setting(
        name="text_size",
        type=int,
        default=100,
        unit="%",
        allowed=(100, 125, 150, 175, 200),
        title=N_("Text size"),
        meaning=N_("How large words are. Ctrl and plus, minus or 0 change it anywhere."),
    ),
    Setting(
        name="idle_minutes",
        type=int,
        default=10,
        unit=N_("minutes"),
        allowed=(2, 5, 10, 15, 30, 60),
        title=N_("Lock after"),
        meaning=N_("Waymark locks when nobody has typed or moved the mouse for this long."),
    ),
)


class Settings:
    """The values in use; each change is written at once. A damaged file gives the defaults."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = folder / FILE if folder else None
        self._values: dict[str, str | int] = {one.name: one.default for one in SETTINGS}
        self._read()

    @property
    def theme(self) -> str:
        """Give the theme that was chosen."""
        return str(self._values["theme"])

    @property
    def text_size(self) -> int:
        """Give the size of text. Units: per cent."""
        return int(self._values["text_size"])

    @property
    def idle_minutes(self) -> int:
        """Give how long nobody may be there before it locks. Units: minutes."""
        return int(self._values["idle_minutes"])

    def value(self, name: str) -> str | int:
        """Give the value of a setting by its name."""
        return self._values[name]

    def set(self, name: str, value: str | int) -> None:
        """Set and keep a value.

        Raises: ValueError for a value that the setting does not allow.
        """
        setting = next(one for one in SETTINGS if one.name == name)
        if not setting.accepts(value):
            raise ValueError(f"{name} does not allow this value")
        if value != self._values[name]:
            self._values[name] = value
            self._write()

    def _read(self) -> None:
        found = _whole(self._file) if self._file else {}
        for setting in SETTINGS:
            if setting.accepts(found.get(setting.name)):
                self._values[setting.name] = found[setting.name]

    def _write(self) -> None:
        if self._file is None:
            return
        with contextlib.suppress(OSError):  # a comfort only: the choice lasts until the end
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(self._values, indent=2).encode())


def _whole(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
