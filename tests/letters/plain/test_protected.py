"""Stretches that plain words never touch."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.plain.protected import blanked, protected, quoted


def parts(text: str, names: tuple[str, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in protected(text, names)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("You said “I don’t know” to us", ["“I don’t know”"]),
        ("You said 'I don't know' to us", ["'I don't know'"]),
        ("You said ‘I don’t know’ to us", ["‘I don’t know’"]),
        ("The carers' dog and Sam's cat", []),
        ("It's the boys' school, isn't it", []),
        ('a "b" and "c', ['"b"', '"c']),
        ("«oui» ‹non› „ja“", ["«oui»", "‹non›", "„ja“"]),
        ("so “open", ["“open"]),
        ("at 12 Mill Pond Lane today", ["12 Mill Pond Lane"]),
        ("at Mill Road", ["Mill Road"]),
        ("in LS1 4AB", ["LS1 4AB"]),
        (
            "a.b@c.example and http://x.example/review",
            ["a.b@c.example", "http://x.example/review"],
        ),
        ("the Family Court", []),
    ],
)
def test_quotations_and_addresses(text: str, kept: list[str]) -> None:
    assert parts(text) == kept


def test_names_by_their_capitals_whole_and_in_parts() -> None:
    assert parts("Bea saw bea and Nana Bea’s dog", ("Nana Bea",)) == ["Bea", "Nana Bea"]
    assert parts("the school and School", ("the school",)) == ["the school"]
    assert parts("nothing", ("", " ")) == []


def test_a_sentence_that_ends_in_a_quotation_still_ends() -> None:
    text = "She said, “It is on.” We went. “No.” she said"
    bare = blanked(text, quoted(text))
    assert len(bare) == len(text)
    assert bare.split() == ["She", "said,", ".", "We", "went.", "she", "said"]


@settings(max_examples=60)
@given(st.text(alphabet="ab “”‘’'\"«».\n\\", max_size=40))
def test_any_text_can_be_looked_through(text: str) -> None:
    spans = quoted(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert len(blanked(text, spans)) == len(text)
