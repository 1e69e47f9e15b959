"""The words of a council and of a child: added, changed, refused, removed and back again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.plain.glossary import Glossary
from models.database import Database
from models.letter_making import PlainWordOnSheet
from models.plain_words import bring_word_back, put_word, remove_word
from models.reading_letters import making_for_review
from models.record import Refused
from models.whose_words import (
    AVOID,
    EXPLAIN,
    KEEP,
    SWAP,
    BadWord,
    NoMeaning,
    NoTerm,
    NothingInstead,
    SameWordAgain,
    SaysItself,
    TooLongATerm,
    WantedWord,
    WhoseWords,
    checked_word,
    way_of,
    words_of,
)
from tests import sample

Sam = tuple[Database, sample.Sample]


@pytest.fixture
def council(sam: Sam) -> WhoseWords:
    with sam[0].reading() as connection:
        (found,) = connection.execute("select id from council").fetchone()
    return WhoseWords("council", str(found))


@pytest.fixture
def child(sam: Sam) -> WhoseWords:
    return WhoseWords("child", sam[1].child_id)


def _put(sam: Sam, whose: WhoseWords, wanted: WantedWord, word_id: str = "") -> str:
    with sam[0].saving(sam[1].iro_id) as session:
        return put_word(session, whose, wanted, word_id)


def _read(sam: Sam, whose: WhoseWords) -> tuple[PlainWordOnSheet, ...]:
    with sam[0].reading() as connection:
        return words_of(connection, whose)


def test_a_childs_word_comes_before_the_councils_in_letters_to_them(
    sam: Sam, council: WhoseWords, child: WhoseWords
) -> None:
    _put(sam, council, WantedWord("contact", "seeing your family"))
    _put(sam, child, WantedWord(" contact ", "Nana\ntime"))
    with sam[0].reading() as connection:
        making = making_for_review(connection, sam[1].review_id, sam[1].child_id)
    (found,) = Glossary.of(making.plain_words).findings("We talked about contact.")
    assert found.replacement == "Nana time"
    (of_council,), (of_child,) = _read(sam, council), _read(sam, child)
    assert (of_council.child_id, of_child.child_id) == (None, sam[1].child_id)


def test_a_word_is_changed_and_another_may_not_become_the_same(
    sam: Sam, child: WhoseWords
) -> None:
    first = _put(sam, child, WantedWord("placement", "home"))
    _put(sam, child, WantedWord("respite", "a stay with Jo"))
    assert _put(sam, child, WantedWord("placement", "my house"), first) == first
    with pytest.raises(SameWordAgain):
        _put(sam, child, WantedWord("Respite", "home"), first)
    said = [(each.term, each.instead) for each in _read(sam, child)]
    assert said == [("placement", "my house"), ("respite", "a stay with Jo")]


def test_a_removed_word_comes_back_and_may_be_written_anew_meanwhile(
    sam: Sam, child: WhoseWords
) -> None:
    database, made = sam
    word = _put(sam, child, WantedWord("placement", "home"))
    with database.saving(made.iro_id) as session:
        remove_word(session, word)
    assert _read(sam, child) == ()
    with database.saving(made.iro_id) as session:
        bring_word_back(session, word)
    (back,) = _read(sam, child)
    assert back.id == word


def test_a_word_may_be_left_as_it_is(sam: Sam, child: WhoseWords) -> None:
    _put(sam, child, WantedWord("contact", "not kept", KEEP))
    (kept,) = _read(sam, child)
    assert (kept.mode, kept.instead, way_of(kept)) == (SWAP, "", KEEP)
    assert Glossary.of([kept]).findings("We talked about contact.") == ()


def test_what_a_bug_would_ask_for_is_refused(
    sam: Sam, council: WhoseWords, child: WhoseWords
) -> None:
    word = _put(sam, council, WantedWord("placement", "home"))
    for wanted, word_id in (
        (WantedWord("contact", "family time", "shout"), ""),
        (WantedWord("contact", "family time"), word),  # of another owner
        (WantedWord("contact", "family time"), "nobody"),
    ):
        with pytest.raises(Refused):
            _put(sam, child, wanted, word_id)


@pytest.mark.parametrize(
    ("wanted", "problem", "field"),
    [
        (WantedWord(" ", "home"), NoTerm, "term"),
        (WantedWord("…", "home"), NoTerm, "term"),
        (WantedWord("one two three four five six seven", "home"), TooLongATerm, "term"),
        (WantedWord("LAC", "home"), SameWordAgain, "term"),
        (WantedWord("placement", " – "), NothingInstead, "instead"),
        (WantedWord("advocate", "", EXPLAIN), NoMeaning, "instead"),
        (WantedWord("abscond", "", AVOID), NoMeaning, "instead"),
        (WantedWord("placement", "your Placement, where you live"), SaysItself, "instead"),
    ],
)
def test_a_bad_entry_says_what_is_wrong_and_where(
    wanted: WantedWord, problem: type[BadWord], field: str
) -> None:
    with pytest.raises(problem) as caught:
        checked_word(wanted, ["lac", "contact"])
    assert caught.value.field == field
    assert all("{" not in said for said in caught.value.sentences())


@settings(max_examples=60)
@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from([SWAP, EXPLAIN, AVOID, KEEP]))
def test_whatever_is_written_is_kept_on_one_line_or_refused_in_words(
    term: str, instead: str, way: str
) -> None:
    try:
        kept = checked_word(WantedWord(term, instead, way), [])
    except BadWord as problem:
        assert all(problem.sentences())
        return
    assert kept.term == " ".join(term.split())
    assert checked_word(kept, []) == kept
    assert (kept.instead == "") is (way == KEEP)
