"""The words of the child's turn, in the child's language; the other windows keep theirs."""

import gettext as catalogues
from functools import cache
from typing import Final

from PySide6.QtCore import QLocale, Qt

import resources
from ui import language

WHOLE: Final = frozenset({"cy", language.SOURCE_LANGUAGE})
"""The languages in which every sentence of the child's turn is said; a test reads each."""


class _Spoken:
    """The language of the child's turn now; empty is that of the windows."""

    code: str = ""


def speak(code: str) -> None:
    """Speak this language to the child from now on; empty is that of the windows."""
    _Spoken.code = code


def spoken() -> str:
    """Give the code of the language spoken to the child."""
    return _Spoken.code or language.language()


def offered() -> tuple[str, ...]:
    """Give the languages that a child may choose: those that leave nothing in English."""
    return tuple(code for code in language.languages() if code in WHOLE)


def _(words: str) -> str:
    """Give a sentence in the language spoken to the child."""
    if not words or spoken() == language.language():
        return language._(words)
    return _catalogue(_Spoken.code).gettext(words)


def own_name(code: str) -> str:
    """Give what a language is called by those who speak it."""
    locale = QLocale(code)
    if locale.language() == QLocale.Language.English:
        return "English"
    name = locale.nativeLanguageName() or QLocale.languageToString(locale.language())
    return name[:1].upper() + name[1:]


def language_of(first_language: str) -> str:
    """Give the offered language that a child's first language is, or nothing."""
    wanted = first_language.strip().casefold()
    for code in offered():
        names = (QLocale.languageToString(QLocale(code).language()), own_name(code))
        if wanted and wanted in {name.casefold() for name in names}:
            return code
    return ""


def direction() -> Qt.LayoutDirection:
    """Say from which side the language spoken to the child is read."""
    return QLocale(spoken()).textDirection()


@cache
def _catalogue(code: str) -> catalogues.NullTranslations:
    folder = resources.path("locale")
    return catalogues.translation("ui", folder, languages=[code], fallback=True)
