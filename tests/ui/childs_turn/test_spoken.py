"""A language is offered to a child only where it leaves no sentence of their turn in English."""

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from models.rules.scales import FACES
from tools import words
from ui.childs_turn import spoken
from ui.childs_turn.house import LOOKS
from ui.childs_turn.start_page import CHOICES
from ui.language import SOURCE_LANGUAGE
from ui.meeting.picture_words import PICTURE_WORDS

FOLDER = Path(spoken.__file__).parent
FOR_THE_CHAIR = ("give_back_card.py", "keypad.py")
ON_THE_CHAIRS_CARD = "Carry on with my turn"


def said_to_the_child() -> set[str]:
    """Every sentence of the child's turn, and the names of its pictures and faces."""
    found = extract_from_dir(FOLDER, [("**.py", "python")], keywords=words.KEYWORDS)
    said = {str(message) for name, _, message, _, _ in found if name not in FOR_THE_CHAIR}
    return (
        said | {ON_THE_CHAIRS_CARD} | set(PICTURE_WORDS.values()) | {each.name for each in FACES}
    )


def test_the_sentences_are_found() -> None:
    said = said_to_the_child()
    assert {each.title for each in LOOKS.values()} <= said
    assert {each.words for each in CHOICES.values()} <= said
    assert len(said) > 100


@pytest.mark.parametrize("code", sorted(spoken.WHOLE - {SOURCE_LANGUAGE}))
def test_an_offered_language_has_every_sentence_of_the_childs_turn(code: str) -> None:
    (path,) = [each for each in words.translations("ui") if each.parts[-3] == code]
    translated = words.read(path)
    missing = {
        each
        for each in said_to_the_child()
        if (message := translated.get(each)) is None or not message.string or message.fuzzy
    }
    assert missing == set()


def test_a_language_that_is_not_whole_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(spoken.offered()) == spoken.WHOLE
    monkeypatch.setattr(spoken.language, "languages", lambda: ("cy", SOURCE_LANGUAGE, "pl"))
    assert spoken.offered() == ("cy", SOURCE_LANGUAGE)
    assert spoken.language_of("Polish") == ""
