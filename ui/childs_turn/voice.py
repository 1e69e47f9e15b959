"""Reads words aloud where this computer has a voice; where it has none, it is silent."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QLoggingCategory, QObject, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

NOT_REAL: Final = "mock"  # Qt's engine for tests, which makes no sound
_A_LITTLE_SLOWER: Final = -0.1


class Voice(QObject):
    """One voice in one language; `changed` comes when it begins or ends, or has been found."""

    changed = Signal()

    def __init__(
        self,
        language: str,
        parent: QObject | None = None,
        *,
        load: "Callable[[], QTextToSpeech | None] | None" = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._is_there = False
        with _no_noise():
            self._speech = (load or find_speech)()
        if self._speech is not None:
            self._speech.stateChanged.connect(self._follow)
            self.set_language(language)

    @property
    def is_there(self) -> bool:
        """Whether there is a voice for this language."""
        return self._is_there

    @property
    def is_speaking(self) -> bool:
        """Whether it is reading aloud now."""
        return self._is_there and _state(self._speech) == "Speaking"

    def say(self, words: str) -> None:
        """Read these words aloud, and no longer what it was reading."""
        if self._speech is not None and self._is_there and words.strip():
            with _no_noise():
                self._speech.stop()
                self._speech.say(words)

    def stop(self) -> None:
        """Be silent."""
        if self._speech is not None and self._is_there:
            self._speech.stop()

    def set_language(self, language: str) -> None:
        """Speak another language from now on, if there is a voice for it."""
        self.stop()
        self._language = language
        with _no_noise():
            self._is_there = self._choose(QLocale(language))
        self.changed.emit()

    def _choose(self, wanted: QLocale) -> bool:
        """Take a voice of this language and country, else of the language."""
        speech = self._speech
        if speech is None or _state(speech) == "Error":
            return False
        there = speech.availableLocales()
        like = [each for each in there if each.language() == wanted.language()]
        exact = [each for each in like if each.territory() == wanted.territory()]
        for locale in (*exact, *like):
            speech.setLocale(locale)
            if speech.availableVoices():
                speech.setRate(_A_LITTLE_SLOWER)
                return True
        return False

    def _follow(self, _state_now: object) -> None:
        """An engine may need a moment before it knows its voices."""
        if not self._is_there and _state(self._speech) == "Ready":
            with _no_noise():
                self._is_there = self._choose(QLocale(self._language))
        self.changed.emit()


def find_speech(engine: str = "") -> "QTextToSpeech | None":
    """The engine of this name, or the computer's own; none where it lacks what Qt needs."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # only for who has a child's turn
    except ImportError:
        return None
    QLoggingCategory.setFilterRules("qt.multimedia.*=false\nqt.speech.*=false")
    names = [engine] if engine else QTextToSpeech.availableEngines()
    for name in names:
        if name == NOT_REAL and not engine:
            continue
        speech = QTextToSpeech(name)
        if _state(speech) != "Error":
            return speech
        speech.deleteLater()
    return None


def _state(speech: "QTextToSpeech | None") -> str:
    return "Error" if speech is None else speech.state().name


@contextmanager
def _no_noise() -> Iterator[None]:
    """Keep what Qt says of missing engines to itself: having no voice is no fault."""
    before = qInstallMessageHandler(lambda _kind, _context, _words: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
