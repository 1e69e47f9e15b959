"""About Waymark: its version, and the licence of everything that it brings with it."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

import resources
from ui.language import _
from ui.parts.buttons import SecondaryButton
from ui.parts.words import Words

_ROW = re.compile(r"^\| (?P<what>.+?) \|(?P<rest>.*\]\(.*)$", re.MULTILINE)
_LICENCE = re.compile(r"\[(?P<name>[^\]]+)\]\((?P<file>[^)]+)\)")
OWN = "../LICENSE"


@dataclass(frozen=True)
class Bundled:
    """Something that is not ours: what it is, the name of its licence, and the file of it."""

    what: str
    licence: str
    file: Path

    @property
    def words(self) -> str:
        """The licence itself."""
        return self.file.read_text(encoding="utf-8", errors="replace")


def licences_folder() -> Path:
    """Where the licences lie, from source and in the packaged program."""
    return resources.path("").parent / "LICENSES"


def everything_bundled() -> tuple[Bundled, ...]:
    """Waymark itself and each font, picture and library, as LICENSES/README.md lists them."""
    folder = licences_folder()
    table = (folder / "README.md").read_text(encoding="utf-8")
    rows = [
        Bundled(row["what"].replace("`", ""), each["name"], (folder / each["file"]).resolve())
        for row in _ROW.finditer(table)
        for each in _LICENCE.finditer(row["rest"])
    ]
    own = Bundled(_("Waymark"), "Apache 2.0", (folder / OWN).resolve())
    return (own, *rows)


class AboutBox(QDialog):
    """A list of what is bundled; the licence of the chosen one beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Waymark"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bundled = everything_bundled()
        self.list = QListWidget()
        self.list.setAccessibleName(_("What Waymark brings with it"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([f"{each.what}: {each.licence}" for each in self._bundled])
        self.licence = QPlainTextEdit()
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setAccessibleName(_("Licence"))
        self.close_button = SecondaryButton(_("Close"))
        self.close_button.setObjectName("close_button")
        self._build()
        self.list.currentRowChanged.connect(self._show)
        self.close_button.clicked.connect(self.accept)
        self.list.setCurrentRow(0)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Words(_("Waymark {version}").format(version=resources.version()), "h1"))
        free = _(
            "Waymark is free software under the Apache License 2.0. Its fonts, pictures and "
            "libraries keep their own licences, listed here."
        )
        column.addWidget(Words(free, wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.list, 2)
        row.addWidget(self.licence, 3)
        column.addLayout(row, 1)
        last = QHBoxLayout()
        last.addWidget(self.close_button)
        last.addStretch(1)
        column.addLayout(last)
        self.resize(900, 600)

    def _show(self, row: int) -> None:
        self.licence.setPlainText(self._bundled[row].words)
