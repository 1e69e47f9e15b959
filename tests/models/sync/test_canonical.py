"""What a laptop hashes is byte for byte what PostgreSQL writes."""

import hashlib
import json
import math
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from models.sync.canonical import (
    NotJson,
    content_hash,
    is_same,
    jsonb_text,
    row_digest,
    without_nulls,
)
from tests.shared_council import SharedCouncil

SAM = "019a0000-0000-7000-8000-00000000a001"
ALMA = "019a0000-0000-7000-8000-00000000a002"
WORDS = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"))
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=6),
    max_leaves=12,
)
ODD = {
    "é": "Zoë said “no” 🙂", "b": [1, -0.0, 7.5, 1e300, 1e-7, 2.0], "aa": {"": None, "\n": "\x1f"},
    "Z": "tab\tquote\"back\\slash/\x7f\u2028", "a": True,
}  # fmt: skip


def _batch(council: SharedCouncil, values: list[Any]) -> list[str]:
    sent = [json.dumps(value) for value in values]
    rows = council.admin.execute("SELECT v::jsonb::text FROM unnest(%s::text[]) AS v", (sent,))
    return [row[0] for row in rows]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(values=st.lists(VALUES, min_size=1, max_size=8))
@example(values=[ODD, [], {}, "", 0, -0.0, 10**30, [[{}]]])
def test_a_value_is_written_as_postgresql_writes_it(
    council: SharedCouncil, values: list[Any]
) -> None:
    assert [jsonb_text(value) for value in values] == _batch(council, values)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(one=VALUES, other=VALUES)
@example(one=1, other=1.0)
@example(one=1, other=True)
@example(one={"a": [0]}, other={"a": [False]})
@example(one=0.0, other=-0.0)
def test_two_values_are_the_same_when_postgresql_says_so(
    council: SharedCouncil, one: Any, other: Any
) -> None:
    said = council.one("SELECT %s::jsonb = %s::jsonb", json.dumps(one), json.dumps(other))
    assert is_same(one, other) == said
    assert is_same(one, one)


def test_a_row_has_the_digest_that_the_database_gives_it(council: SharedCouncil) -> None:
    data = {"words": "Zoë said “no” 🙂", "gone": None, "deep": {"none": None}}
    said = council.one(
        "SELECT ('x' || encode(substr(sha256(convert_to(%s || '|7|' || %s::jsonb::text, 'UTF8'))"
        ", 1, 8), 'hex'))::bit(64)::bigint",
        *(SAM, json.dumps(without_nulls(data))),
    )
    assert row_digest(SAM, 7, data) == said
    assert row_digest(SAM, 8, data) != said


def test_what_is_signed_does_not_depend_on_the_order_of_rows_or_on_what_is_blank() -> None:
    rows: list[tuple[str, dict[str, Any]]] = [(ALMA, {"what": "b", "x": None}), (SAM, {})]
    expected = hashlib.sha256(f'{SAM}|{{}}\n{ALMA}|{{"what": "b"}}\n'.encode()).hexdigest()
    assert content_hash(rows) == content_hash(reversed(rows)) == expected
    assert content_hash([]) == hashlib.sha256(b"").hexdigest()


@pytest.mark.parametrize(
    "value", ["a\x00", "\ud83d", ["\udc00"], {"\x00": 1}, {"\ud800": 1}, math.nan, -math.inf, b"x"]
)
def test_what_jsonb_refuses_is_refused(value: Any) -> None:
    with pytest.raises(NotJson):
        jsonb_text(value)
