"""Any words at all, made fit to be set."""

import pytest

from letters.engine.clean import clean, without_controls


@pytest.mark.parametrize(
    "text", ["plain", "<3 & more", "Zoë 😀", "سامي", "a\u200cb", "\u2066x\u2069"]
)
def test_what_can_be_written_is_kept(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "mark", ["\x00", "\x1b", "\x7f", "\ud83d", "\udc00", "\ufffe", "\U0001ffff"]
)
def test_what_cannot_be_written_becomes_a_mark_that_is_seen(mark: str) -> None:
    assert clean(f"a{mark}b") == "a\ufffdb"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x85"])
def test_every_kind_of_line_end_is_one_line_end_after_a_blank(end: str) -> None:
    assert clean(f"a{end}b") == "a \nb"


def test_a_tab_is_a_blank_and_a_byte_order_mark_joins_words() -> None:
    assert clean("a\tb\ufeffc") == "a b\u2060c"


def test_controls_of_direction_can_be_taken_out() -> None:
    assert without_controls("\u2066a\u2069\u202eb\u200e") == "ab"
