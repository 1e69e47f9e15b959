"""Where lines may end."""

import pytest

from letters.engine.breaking import plain_words, words


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
