"""British spelling, with no network."""

from collections.abc import Iterator

import pytest

from letters.engine.pace import paced
from letters.plain import spelling
from letters.plain.dictionary_files import read_dictionary
from tests.letters.plain.words import NAMES


@pytest.fixture(scope="module", autouse=True)
def _dictionary() -> Iterator[None]:
    spelling.make_ready()
    spelling.make_ready()  # a second time does nothing
    yield


def wrong(text: str, names: tuple[str, ...] = NAMES) -> list[str]:
    return [each.text for each in spelling.misspelt(text, names)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The colour of your favourite school is grey.", []),
        ("The color of your favorite, I realize.", ["color", "favorite", "realize"]),
        ("Your placment and well-bieng", ["placment", "well-bieng"]),
        ("Placment is", ["Placment"]),
        ("It isn’t Sam’s, it isn't nan's or the boys'.", []),
        ("We met Oakenshaw and Xqzzp Yqz in Wobbleton.", []),
        ("oakenshaw", ["oakenshaw"]),
        ("“I recieve” and 'wich' too", []),
        ("Write to wich@xqz.example, at www.wich.example, LS1 4AB, 4pmm, abc123", []),
        ("The CAMHS and GPs and iPad and McQqz", []),
        ("Your wellbeing, emails and sleepovers on TikTok", []),
        ("I a x", []),
        ("A café, naïve; привет 中文 ärxqz", []),
        ("self-harm and grown-up", []),
    ],
)
def test_words_that_the_dictionary_does_not_know(text: str, words: list[str]) -> None:
    assert wrong(text) == words


def test_a_word_stands_where_it_was_found() -> None:
    (found,) = spelling.misspelt("You recieve it.")
    assert (found.start, found.end, found.text) == (4, 11, "recieve")


def test_ideas_come_on_demand_and_keep_to_a_bound() -> None:
    assert spelling.ideas_for("recieve")[0] == "receive"
    assert spelling.ideas_for("wellbieng")[0] == "wellbeing"
    assert "don't" in spelling.ideas_for("dont")
    assert len(spelling.ideas_for("teh", most=2)) == 2
    assert len(spelling.ideas_for("teh", seconds=0)) == 1
    assert spelling.ideas_for("didnt’s", most=1) != ()
    assert spelling.ideas_for("zzqxqzz") == ()
    assert spelling.ideas_for("x" * 31) == ()
    assert spelling.ideas_for("two words") == ()


def test_until_it_is_ready_nothing_is_misspelt(monkeypatch: pytest.MonkeyPatch) -> None:
    assert spelling.is_ready()
    assert spelling.is_known("school")
    assert not spelling.is_known("schoool")
    monkeypatch.setattr(spelling, "_SHELF", type(spelling._SHELF)())
    assert not spelling.is_ready()
    assert spelling.misspelt("Recieve") == ()
    assert spelling.ideas_for("recieve") == ()
    assert not spelling.is_known("school")


def test_reading_the_dictionary_lets_others_go_first() -> None:
    breaths: list[None] = []
    with paced(lambda: breaths.append(None)):
        assert read_dictionary("en-GB").lookup("colour")
    assert len(breaths) > 500
