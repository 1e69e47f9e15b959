"""A computer with a voice reads aloud in the child's language; any other is silent."""

import subprocess
import sys
from enum import Enum

import pytest
from PySide6.QtCore import QLocale, QObject, Signal
from pytestqt.qtbot import QtBot

from tests import source
from ui.childs_turn.voice import Voice, find_speech


class State(Enum):
    Ready = 0
    Speaking = 1
    Error = 2


class FalseSpeech(QObject):
    """Speaks as Qt's engine would, into a list."""

    stateChanged = Signal(object)  # noqa: N815 as Qt has it

    def __init__(self, *locales: str, state: State = State.Ready) -> None:
        super().__init__()
        self.locales = [QLocale(name) for name in locales]
        self.now = state
        self.locale = QLocale()
        self.said: list[str] = []

    def state(self) -> State:
        return self.now

    def be(self, state: State) -> None:
        self.now = state
        self.stateChanged.emit(state)

    def availableLocales(self) -> list[QLocale]:  # noqa: N802 as Qt has it
        return self.locales

    def availableVoices(self) -> list[str]:  # noqa: N802 as Qt has it
        return ["a voice"] if self.locale in self.locales else []

    def setLocale(self, locale: QLocale) -> None:  # noqa: N802 as Qt has it
        self.locale = locale

    def setRate(self, _rate: float) -> None:  # noqa: N802 as Qt has it
        pass

    def say(self, words: str) -> None:
        self.said.append(words)
        self.be(State.Speaking)

    def stop(self) -> None:
        self.be(State.Ready)


def _voice(speech: FalseSpeech | None, language: str = "en_GB") -> Voice:
    return Voice(language, load=lambda: speech)


def test_it_reads_aloud_in_the_language_and_country_that_is_wanted(qtbot: QtBot) -> None:
    speech = FalseSpeech("en_US", "pl_PL", "en_GB")
    voice = _voice(speech)
    assert voice.is_there
    assert speech.locale == QLocale("en_GB")
    voice.say("How is it here?")
    assert speech.said == ["How is it here?"]
    assert voice.is_speaking
    with qtbot.waitSignal(voice.changed):
        voice.stop()
    assert not voice.is_speaking


def test_another_country_of_the_same_language_will_do(qtbot: QtBot) -> None:
    speech = FalseSpeech("de_DE", "en_US")
    assert _voice(speech).is_there
    assert speech.locale == QLocale("en_US")


def test_no_voice_of_another_language_reads_the_words(qtbot: QtBot) -> None:
    speech = FalseSpeech("de_DE", "en_US")
    voice = _voice(speech, "cy")
    assert not voice.is_there
    voice.say("Bore da")
    assert speech.said == []
    voice.set_language("de")
    assert voice.is_there


def test_nothing_is_read_where_there_is_nothing_to_read(qtbot: QtBot) -> None:
    speech = FalseSpeech("en_GB")
    _voice(speech).say("  ")
    assert speech.said == []


@pytest.mark.parametrize("speech", [None, FalseSpeech("en_GB", state=State.Error)])
def test_without_an_engine_it_is_silent(speech: FalseSpeech | None, qtbot: QtBot) -> None:
    voice = _voice(speech)
    assert not voice.is_there
    voice.say("Hello")
    voice.stop()
    assert not voice.is_speaking


def test_an_engine_that_needs_a_moment_is_found_when_it_is_ready(qtbot: QtBot) -> None:
    speech = FalseSpeech()
    voice = _voice(speech)
    assert not voice.is_there
    speech.locales = [QLocale("en_GB")]
    with qtbot.waitSignal(voice.changed):
        speech.be(State.Ready)
    assert voice.is_there


def test_this_computer_has_a_voice_or_none_and_says_nothing_of_it(qtbot: QtBot) -> None:
    voice = Voice("en_GB")
    assert voice.is_there in (True, False)
    if not voice.is_there:
        voice.say("Nobody hears this")


def test_qts_own_engine_for_tests_speaks_where_qt_can_load_it(qtbot: QtBot) -> None:
    speech = Voice("en_GB", load=lambda: find_speech("mock"))
    if not speech.is_there:
        pytest.skip("this computer lacks a library of sound that Qt's voice needs")
    with qtbot.waitSignal(speech.changed):
        speech.say("One word and another")
    assert speech.is_speaking
    qtbot.waitUntil(lambda: not speech.is_speaking)


def test_a_qt_without_voices_is_silent_and_writes_no_line() -> None:
    program = (
        "import sys; sys.modules['PySide6.QtTextToSpeech'] = None\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "application = QCoreApplication([])\n"
        "from ui.childs_turn.voice import Voice\n"
        "voice = Voice('en_GB'); voice.say('Hello'); print(voice.is_there)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=source.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "False"
    assert ran.stderr == ""


def test_a_computer_without_an_engine_writes_no_line() -> None:
    program = (
        "from PySide6.QtCore import QCoreApplication\n"
        "application = QCoreApplication([])\n"
        "from ui.childs_turn.voice import Voice\n"
        "voice = Voice('en_GB'); voice.stop(); application.processEvents()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=source.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout + ran.stderr == ""
