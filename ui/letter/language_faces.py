"""The letters of other languages on the screen, where the computer itself may have none."""

from functools import cache

from PySide6.QtGui import QFontDatabase

import resources
from letters.languages import LANGUAGES, Language


@cache
def load_faces(family: str) -> None:
    """Let the window use the faces that letters in this family are printed in."""
    if family:
        for file in sorted(resources.path("fonts").glob(family.replace(" ", "") + "*.ttf")):
            QFontDatabase.addApplicationFont(str(file))


def load_faces_of(language: Language) -> None:
    """Let the window show words in this language."""
    load_faces(language.family)


def load_every_face() -> None:
    """Let the window show the own name of every language."""
    for language in LANGUAGES.values():
        load_faces_of(language)
