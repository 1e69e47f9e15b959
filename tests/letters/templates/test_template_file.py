"""A template that is wrong is refused with every fault and its line; a right one is read whole."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.bands import Band
from letters.templates import broken_template as wrong
from letters.templates.broken_template import BrokenTemplate
from letters.templates.fields import FIELDS
from letters.templates.shipped import SHIPPED, shipped, shipped_text
from letters.templates.template import BuiltIn
from letters.templates.template_file import (
    MOST_BYTES,
    key_taken,
    read_template,
    read_template_bytes,
)
from models import broken_form as broken

TEXT = """\
waymark_letter = 1
key = "visit"
name = "After a visit"
about = "What we saw."
title = "A letter for {name}"
bands = ["B", "C"]

[[blocks]]
built_in = "greeting"

[[blocks]]
key = "seen"
heading = "What I saw"
picture = "home"

[[blocks.lines]]
key = "came"
words = "I came on {about_date}, {name}."
c = "I came to see you on {about_date}."
without = "I came to see you."

[[blocks.lines]]
key = "liked"
ask = "What did {name} show you?"
required = false

[[blocks]]
built_in = "rights"

[[blocks]]
built_in = "sign_off"
"""


def refused(text: str) -> tuple[tuple[int, str], ...]:
    """Give the line and the sentence of each fault."""
    with pytest.raises(BrokenTemplate) as told:
        read_template(text)
    assert told.value.sentences()[0] == told.value.faults[0].said()
    return tuple((fault.line, fault.reason) for fault in told.value.faults)


def test_a_template_is_read_whole() -> None:
    template = read_template(TEXT)
    assert (template.key, template.title) == ("visit", "A letter for {name}")
    assert template.bands == (Band.B, Band.C)
    assert template.built_ins == (BuiltIn.GREETING, BuiltIn.RIGHTS, BuiltIn.SIGN_OFF)
    came, liked = template.blocks[1].lines
    assert came.words_for(Band.C) == "I came to see you on {about_date}."
    assert came.words_for(Band.B) == came.words_for(Band.A) == came.words
    assert (liked.ask, liked.required, liked.without) == ("What did {name} show you?", False, None)
    assert not template.needs_a_review


@pytest.mark.parametrize(
    ("words", "instead", "line", "reason"),
    [
        ("waymark_letter = 1", "waymark_letter = 2", 1, wrong.NEWER),
        ("waymark_letter = 1", "waymark_letter = true", 1, wrong.NOT_A_TEMPLATE),
        ("waymark_letter = 1\n", "", 1, wrong.NOT_A_TEMPLATE),
        ('key = "visit"', 'key = "Visit us"', 2, broken.BAD_KEY),
        ('key = "visit"', "key = 7", 2, broken.NOT_WORDS),
        ('name = "After a visit"', 'colour = "red"\nname = "After"', 3, wrong.UNKNOWN),
        ('about = "What we saw."\n', "", 1, broken.LEFT_OUT),
        ('title = "A letter for {name}"', 'title = "For {child}"', 5, wrong.NO_SUCH_FIELD),
        ('title = "A letter for {name}"', 'title = "For {name"', 5, wrong.LONE_BRACE),
        ('title = "A letter for {name}"', 'title = "For }"', 5, wrong.LONE_BRACE),
        ('title = "A letter for {name}"', 'title = "For {}"', 5, wrong.NO_SUCH_FIELD),
        ('title = "A letter for {name}"', 'title = "For {name:>9}"', 5, wrong.NO_FORMAT),
        ('title = "A letter for {name}"', 'title = "For {name!r}"', 5, wrong.NO_FORMAT),
        ('"I came to see you."', '"You refused to engage."', 20, wrong.A_LABEL),
        ('bands = ["B", "C"]', 'bands = ["B", "X"]', 6, wrong.NO_SUCH_BAND),
        ('bands = ["B", "C"]', "bands = []", 6, wrong.BAD_BANDS),
        ('bands = ["B", "C"]', 'bands = ["B", "B"]', 6, broken.TWICE),
        ('built_in = "greeting"', 'built_in = "hello"', 9, wrong.NO_SUCH_BLOCK),
        ('built_in = "greeting"', 'built_in = "rights"', 8, wrong.NEEDS_BLOCK),
        ('heading = "What I saw"', 'heading = ""', 13, broken.EMPTY),
        ('heading = "What I saw"\n', "", 13, wrong.NEEDS_HEADING),
        ('picture = "home"', 'picture = "castle"', 14, wrong.NO_SUCH_PICTURE),
        ('key = "liked"', 'key = "came"', 23, broken.TWICE),
        ("required = false", 'required = "no"', 25, broken.NOT_YES_OR_NO),
        ("required = false", 'without = ""', 25, wrong.ONLY_WITH_WORDS),
        ("required = false", 'b = "x"', 25, wrong.ONLY_WITH_WORDS),
        ('without = "I came to see you."', "required = true", 20, wrong.ONLY_WITH_ASK),
        ('ask = "What', 'words = "A"\nask = "What', 22, wrong.WORDS_OR_ASK),
        ('ask = "What did {name}', 'ask = "What did {iro}', 24, broken.BRACES),
        ('without = "I came to see you."', 'without = ""', 13, wrong.NOTHING_LEFT),
        ('built_in = "sign_off"', 'built_in = "sign_off"\nheading = "Bye"', 32, wrong.BOTH),
        ('key = "visit"', 'key = "visit', 2, broken.NO_QUOTATION),
        ('key = "visit"', "key", 2, broken.NO_EQUALS),
        ('[[blocks]]\nbuilt_in = "rights"\n', "", 8, wrong.NEEDS_BLOCK),
        ('[[blocks]]\nbuilt_in = "sign_off"\n', "", 8, wrong.NEEDS_BLOCK),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(
    words: str, instead: str, line: int, reason: str
) -> None:
    assert words in TEXT
    assert (line, reason) in refused(TEXT.replace(words, instead, 1))


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_lines() -> None:
    text = (
        TEXT.replace("{about_date}, {name}", "{when}", 1)
        .replace('heading = "What I saw"', 'heading = ""')
        .replace('built_in = "rights"', 'built_in = "right"')
        .replace("required = false", "required = 1")
    )
    assert refused(text) == (
        (8, wrong.NEEDS_BLOCK),
        (13, broken.EMPTY),
        (18, wrong.NO_SUCH_FIELD),
        (25, broken.NOT_YES_OR_NO),
        (28, wrong.NO_SUCH_BLOCK),
    )


def test_a_block_without_lines_or_far_from_the_greeting_without_a_heading_is_refused() -> None:
    bare = '\n[[blocks]]\nkey = "end"\n'
    assert (33, wrong.NOTHING_IN_IT) in refused(TEXT + bare)
    lines = f'{bare}\n[[blocks.lines]]\nkey = "x"\nwords = "Bye."\n'
    assert (33, wrong.NEEDS_HEADING_HERE) in refused(TEXT + lines)


def test_a_field_twice_the_same_block_twice_and_a_line_twice_are_refused() -> None:
    assert refused(TEXT + '\n[[blocks]]\nbuilt_in = "rights"\n') == ((34, broken.TWICE),)
    assert refused(TEXT.replace('key = "liked"', 'key = "liked"\nkey = "liked"')) == (
        (24, broken.TWICE_WRITTEN),
    )


def test_a_file_that_is_no_text_or_too_large_is_refused() -> None:
    for data, reason in (
        (b"key = \xff", broken.NOT_UTF_8),
        (b"#" * (MOST_BYTES + 1), wrong.TOO_LARGE),
        (b"", wrong.NOT_A_TEMPLATE),
    ):
        with pytest.raises(BrokenTemplate) as told:
            read_template_bytes(data)
        assert told.value.faults[0].reason == reason


def test_a_file_from_another_editor_reads_the_same() -> None:
    other = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    assert read_template_bytes(other) == read_template(TEXT)


def test_a_key_that_another_letter_has_is_told_with_its_line() -> None:
    assert key_taken(TEXT, "visit").said().startswith("Line 2: ")


def test_every_field_has_its_place_in_the_record_and_its_meaning() -> None:
    assert all(field.meaning and field.lacking for field in FIELDS.values())


@pytest.mark.parametrize("key", SHIPPED)
def test_each_template_that_we_bring_can_be_read(key: str) -> None:
    assert shipped(key).key == key
    assert len(set(shipped(key).bands)) >= 5


def _without_line(number: int) -> Callable[[str], str]:
    def change(text: str) -> str:
        lines = text.splitlines()
        return "\n".join(lines[: number % len(lines)] + lines[number % len(lines) + 1 :])

    return change


def _with_words(number: int, words: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        lines = text.splitlines()
        lines[number % len(lines)] += words
        return "\n".join(lines)

    return change


_CHANGES = st.one_of(
    st.builds(_without_line, st.integers(0, 200)),
    st.builds(_with_words, st.integers(0, 200), st.text(max_size=6)),
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SHIPPED), st.lists(_CHANGES, min_size=1, max_size=3))
def test_whatever_is_changed_the_file_is_read_or_refused_with_lines_that_it_has(
    key: str, changes: list[Callable[[str], str]]
) -> None:
    text = shipped_text(key)
    for change in changes:
        text = change(text)
    try:
        read_template(text)
    except BrokenTemplate as failure:
        for fault in failure.faults:
            assert 1 <= fault.line <= text.count("\n") + 1
            assert "{line}" not in fault.said()
