"""Two versions become one, or both are kept; nothing is ever said that nobody wrote."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.record import MergeRule
from models.sync.canonical import is_same
from models.sync.merge import Outcome, is_blank, merge_field, merge_row

RULES = tuple(rule for rule in MergeRule if rule not in (MergeRule.DERIVED, MergeRule.BY_DIGEST))
VALUE = st.sampled_from([None, "", "a", "b", "c", 0, 1, True, False])
MEMBERS = st.lists(st.sampled_from(["mum", "carer", "gran", "worker"]), max_size=4, unique=True)
FIELD = st.sampled_from(["what", "why", "who", "came", "state"])
KINDS = {
    "what": MergeRule.DECISION, "why": MergeRule.TEXT, "who": MergeRule.CHOICE,
    "came": MergeRule.MEMBER, "state": MergeRule.EXACT, "number": MergeRule.FIXED,
    "removed_at": MergeRule.EXACT, "removed_by": MergeRule.EXACT, "name": MergeRule.REFERENCE,
}  # fmt: skip
ROW = st.dictionaries(FIELD, st.sampled_from(["", "a", "b", "c"]), max_size=5)


@pytest.mark.parametrize(
    ("rule", "base", "theirs", "mine", "value", "outcome"),
    [
        (MergeRule.TEXT, "a", "b", "b", "b", Outcome.SAME),
        (MergeRule.TEXT, "a", "a", "b", "b", Outcome.APPLIED),
        (MergeRule.TEXT, "a", "b", "c", "b", Outcome.BOTH),
        (MergeRule.TEXT, "a", "", "c", "", Outcome.BOTH),
        (MergeRule.TEXT, "a", "b", "", "b", Outcome.BOTH),
        (MergeRule.TEXT, "a", "b", "a", "b", Outcome.SAME),
        (MergeRule.TEXT, None, "", "c", "c", Outcome.APPLIED),
        (MergeRule.TEXT, "a", None, "", "", Outcome.BLANK),
        (MergeRule.CHOICE, "a", "", "c", "c", Outcome.MERGED),
        (MergeRule.CHOICE, "a", "b", None, "b", Outcome.SAME),
        (MergeRule.CHOICE, "a", "b", "c", "b", Outcome.BOTH),
        (MergeRule.CHOICE, None, 0, 1, 0, Outcome.BOTH),
        (MergeRule.CHOICE, None, False, True, False, Outcome.BOTH),
        (MergeRule.DECISION, "a", "", "c", "", Outcome.BOTH),
        (MergeRule.FIXED, "a", "a", "b", "b", Outcome.FIXED),
        (MergeRule.EXACT, "a", "a", "b", "b", Outcome.EXACT),
        (MergeRule.REFERENCE, "a", "b", "c", "c", Outcome.APPLIED),
        (MergeRule.MEMBER, True, True, False, False, Outcome.APPLIED),
        (MergeRule.MEMBER, ["x"], ["x", "a"], ["x", "b"], ["x", "a", "b"], Outcome.MERGED),
        (MergeRule.MEMBER, ["x", "y"], ["y"], ["x", "y", "b"], ["y", "b"], Outcome.MERGED),
        (MergeRule.MEMBER, ["x", "y"], ["x"], ["y"], [], Outcome.MERGED),
        (MergeRule.MEMBER, None, ["a"], ["a", "b"], ["a", "b"], Outcome.MERGED),
        (MergeRule.MEMBER, ["x"], ["x", "a", "b"], ["x", "a"], ["x", "a", "b"], Outcome.SAME),
    ],
)  # fmt: skip
def test_one_field_is_merged_by_its_kind(
    rule: MergeRule, base: Any, theirs: Any, mine: Any, value: Any, outcome: Outcome
) -> None:
    merged = merge_field(rule, base, theirs, mine)
    assert (merged.value, merged.outcome) == (value, outcome)


@settings(max_examples=60, deadline=None)
@given(rule=st.sampled_from(RULES), base=VALUE, theirs=VALUE, mine=VALUE)
def test_a_field_never_holds_what_nobody_wrote(
    rule: MergeRule, base: Any, theirs: Any, mine: Any
) -> None:
    merged = merge_field(rule, base, theirs, mine)
    assert any(is_same(merged.value, each) for each in (theirs, mine))
    if not is_blank(theirs) and is_same(merged.value, mine) and not is_same(theirs, mine):
        seen = is_same(base, theirs) or (is_blank(base) and is_blank(theirs))
        assert seen or rule not in (MergeRule.TEXT, MergeRule.DECISION, MergeRule.CHOICE)


@settings(max_examples=60, deadline=None)
@given(rule=st.sampled_from(RULES), base=VALUE, theirs=VALUE, mine=VALUE)
def test_merging_the_same_again_changes_nothing(
    rule: MergeRule, base: Any, theirs: Any, mine: Any
) -> None:
    once = merge_field(rule, base, theirs, mine)
    again = merge_field(rule, base, once.value, mine)
    assert is_same(again.value, once.value)


@settings(max_examples=60, deadline=None)
@given(base=MEMBERS, theirs=MEMBERS, mine=MEMBERS)
def test_a_set_holds_what_either_added_and_nothing_that_either_took_away(
    base: list[str], theirs: list[str], mine: list[str]
) -> None:
    one = merge_field(MergeRule.MEMBER, base, theirs, mine).value
    other = merge_field(MergeRule.MEMBER, base, mine, theirs).value
    was, left, right = set(base), set(theirs), set(mine)
    assert set(one) == set(other) == (left & right) | (left - was) | (right - was)
    assert len(one) == len(set(one))
    assert merge_field(MergeRule.MEMBER, base, one, mine).value == one


@settings(max_examples=60, deadline=None)
@given(base=ROW, one=ROW, other=ROW)
def test_changes_of_different_fields_come_to_the_same_in_either_order(
    base: dict[str, Any], one: dict[str, Any], other: dict[str, Any]
) -> None:
    other = {field: value for field, value in other.items() if field not in one}
    first = merge_row(KINDS, merge_row(KINDS, base, one, base).data, other, base)
    second = merge_row(KINDS, merge_row(KINDS, base, other, base).data, one, base)
    assert first.data == second.data == {**base, **one, **other}
    assert not first.both and not second.both


@settings(max_examples=60, deadline=None)
@given(stands=ROW, base=ROW, mine=ROW, is_exact=st.booleans())
def test_an_op_taken_twice_is_taken_once(
    stands: dict[str, Any], base: dict[str, Any], mine: dict[str, Any], is_exact: bool
) -> None:
    once = merge_row(KINDS, stands, mine, base, is_exact)
    again = merge_row(KINDS, once.data, mine, base, is_exact)
    assert again.data == once.data
    assert again.both == once.both


@settings(max_examples=60, deadline=None)
@given(stands=ROW, base=ROW, mine=ROW, is_exact=st.booleans())
def test_every_word_is_in_the_row_or_told_of(
    stands: dict[str, Any], base: dict[str, Any], mine: dict[str, Any], is_exact: bool
) -> None:
    merged = merge_row(KINDS, stands, mine, base, is_exact)
    for field, value in mine.items():
        is_told = field in (*merged.both, *merged.left_out)
        is_old = value == base.get(field, "") or is_blank(value)
        assert is_told or is_old or is_same(merged.data.get(field), value)


def test_a_new_row_holds_what_it_was_made_with() -> None:
    made = merge_row(KINDS, None, {"number": 3, "what": "a", "state": "open"}, {})
    assert made.data == {"number": 3, "what": "a", "state": "open"}
    assert set(made.changed) == set(made.data)


def test_what_is_set_once_keeps_the_whole_op_out() -> None:
    stands = {"number": 3, "what": "a"}
    kept_out = merge_row(KINDS, stands, {"number": 4, "what": "b"}, stands)
    assert (kept_out.why, kept_out.data) == ("fixed_field", stands)
    assert merge_row(KINDS, stands, {"what": "b", "strange": 1}, stands).why == "unknown_field"


def test_a_row_that_was_taken_away_is_not_revived_by_an_edit() -> None:
    stands = {"what": "a", "removed_at": "2026-08-12T15:04:00+00:00"}
    edited = merge_row(KINDS, stands, {"what": "b"}, {"what": "a"})
    assert (edited.data, edited.both) == (stands, ("what",))


def test_a_row_is_taken_away_and_brought_back_only_as_it_was_seen() -> None:
    gone = {"removed_at": "2026-08-12T15:04:00+00:00", "removed_by": "ruth"}
    away = merge_row(KINDS, {"what": "b"}, gone, {}, is_exact=False)
    assert (away.left_out, away.data) == (("removed_at", "removed_by"), {"what": "b"})
    twice = merge_row(KINDS, gone, {"removed_at": "later", "removed_by": "me"}, {}, is_exact=False)
    assert (twice.left_out, twice.data) == ((), gone)
    back = {"removed_at": None, "removed_by": None, "what": "c"}
    assert merge_row(KINDS, gone, back, gone, is_exact=False).left_out == (
        "removed_at",
        "removed_by",
    )
    assert merge_row(KINDS, gone, back, gone).data == back


def test_what_the_council_sets_is_left_to_it() -> None:
    merged = merge_row(KINDS, {"name": "a"}, {"name": "b", "what": "c"}, {"name": "a"},
                       not_mine=("name",))  # fmt: skip
    assert (merged.closed, merged.data) == (("name",), {"name": "a", "what": "c"})
