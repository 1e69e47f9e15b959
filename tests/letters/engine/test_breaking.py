"""Where lines may end."""

import pytest

from letters.engine.breaking import parts_of, plain_words, words


def pieces(text: str) -> list[str]:
    return [text[word.start : word.after] for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello there, you", ["Hello ", "there, ", "you"]),
        ("  lead", ["  ", "lead"]),
        ("two  blanks ", ["two  ", "blanks "]),
        ("Friday\u00a029\u00a0January is", ["Friday\u00a029\u00a0January ", "is"]),
        ("ring 01632 960 114 now", ["ring ", "01632 960 114 ", "now"]),
        ("call +44 20 7946 0000.", ["call ", "+44 20 7946 0000."]),
        ("(01632) 960 120 it is", ["(01632) 960 120 ", "it ", "is"]),
        ("on 3 4 5 days", ["on ", "3 ", "4 ", "5 ", "days"]),
        ("by 12 May 2027 or", ["by ", "12 May 2027 ", "or"]),
        ("the 3rd March, at", ["the ", "3rd March, ", "at"]),
        ("7 Marchers came", ["7 ", "Marchers ", "came"]),
        ("foster-carer", ["foster-", "carer"]),
        ("5-10 year-old", ["5-10 ", "year-", "old"]),
        ("yes\u2014no", ["yes\u2014", "no"]),
        ("https://a.example/path/more", ["https://a.example/", "path/", "more"]),
        ("ሰላም፡ሰላም", ["ሰላም፡", "ሰላም"]),
        ("我说：“好。”她", ["我", "说：", "“好。”", "她"]),
    ],
)
def test_a_text_is_cut_where_lines_may_end(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_nothing_of_a_text_is_lost_between_its_words() -> None:
    text = "A line\nand (01632) 960 120, foster-carer 你好  end \n"
    joined = "".join(
        text[word.start : word.after] + ("\n" if word.ends_line else "") for word in words(text)
    )
    assert joined == text


def test_a_line_end_that_was_written_ends_the_line() -> None:
    assert [word.ends_line for word in words("one\n\ntwo")] == [True, True, False]


def test_no_text_is_one_empty_word() -> None:
    assert pieces("") == [""]
    assert plain_words("") == [""]


def test_simple_words_are_cut_the_same_by_the_quick_way() -> None:
    for text in ("Hello there, you", "  lead", "one ", "x", "  "):
        assert plain_words(text) == pieces(text)


@pytest.mark.parametrize("text", ["a\nb", "a-b", "01632 960", "你好", "a\u2003b", "x/path"])
def test_the_quick_way_leaves_hard_texts_to_the_careful_one(text: str) -> None:
    assert plain_words(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday\u00a029\u00a0January", ["Friday\u00a0", "29\u00a0", "January"]),
        ("12 November 2026", ["12 ", "November ", "2026"]),
        ("ann.lee@a.example", ["ann.", "lee@", "a.", "example"]),
        ("Unbreakable", ["Unbreakable"]),
        ("ends.", ["ends."]),
    ],
)
def test_a_word_too_wide_for_its_line_is_cut_first_where_it_hurts_least(
    text: str, expected: list[str]
) -> None:
    (word,) = words(text)
    assert [text[part.start : part.after] for part in parts_of(text, word)] == expected
