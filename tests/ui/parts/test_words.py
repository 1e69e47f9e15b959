"""Words are shown as they are, whatever is in them."""

from pytestqt.qtbot import QtBot

from ui.parts.words import Words


def test_words_are_never_read_as_markup(qtbot: QtBot) -> None:
    words = Words("Kit & Jo <b>here</b>", wrap=True)
    qtbot.addWidget(words)
    assert words.said == words.accessibleName() == "Kit & Jo <b>here</b>"
    assert "&lt;b&gt;" in words.text()
    words.say("Send Tarn’s minutes", strong=["Tarn"])
    assert "<b>Tarn</b>" in words.text()
