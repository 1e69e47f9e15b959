"""Marks that nobody sees are taken out of typed words; everything that is read stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.typed_text import without_unseen


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("You \u202emet\u202c Nan", "You met Nan"),
        ("Nan\x00\x07 came.\r\nThen\thome", "Nan came.\r\nThen\thome"),
        ("\u2068Amal\u2069 came", "\u2068Amal\u2069 came"),
        ("\u2067Amal came", "Amal came"),
        ("Amal\u2069 \u2068came", "Amal came"),
        ("ی\u200cها \U0001f436", "ی\u200cها \U0001f436"),
    ],
)
def test_only_what_is_unseen_goes(typed: str, kept: str) -> None:
    assert without_unseen(typed) == kept


@given(st.text(max_size=40))
@settings(max_examples=40)
def test_twice_is_as_once(text: str) -> None:
    once = without_unseen(text)
    assert without_unseen(once) == once
    assert "\u202e" not in once
