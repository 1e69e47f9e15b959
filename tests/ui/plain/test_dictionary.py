"""The dictionary is read away from the window, once."""

from pytestqt.qtbot import QtBot

from letters.plain import spelling
from ui.background import Background
from ui.plain.dictionary import read_dictionary


def test_it_is_read_by_the_worker_and_words_are_known_then(qtbot: QtBot) -> None:
    background, told = Background(), list[object]()
    try:
        read_dictionary(background, told.append, _raise)
        read_dictionary(background, told.append, _raise)
        qtbot.waitUntil(lambda: len(told) == 2)
    finally:
        background.close()
    assert spelling.is_ready()
    assert spelling.is_known("grandmother")


def _raise(failure: Exception) -> None:
    raise failure
