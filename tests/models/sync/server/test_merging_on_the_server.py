"""Merging on the server: each kind of field by its rule, and both versions kept where two meet."""

from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.record import MergeRule, new_id
from models.sync.canonical import is_same
from models.sync.merge import is_blank, merge_field, merge_row
from models.sync.registry import registry
from tests.models.sync.server.handing_in import AT, HandingIn, row, sent, stands
from tests.shared_council import SharedCouncil

LATER: Final = "2026-11-20T11:00:00+00:00"
Pair = tuple[HandingIn, HandingIn, str]


@pytest.fixture
def pair(council: SharedCouncil) -> Pair:
    """Ruth, who has the case, and Mo, who manages."""
    council.person("ruth")
    council.person("mo", "manager")
    ruth, mo = HandingIn(council, "ruth"), HandingIn(council, "mo")
    return ruth, mo, ruth.child(school="Elm", social_worker="Jo")


def test_different_fields_of_one_row_merge_by_themselves(pair: Pair) -> None:
    ruth, mo, case = pair
    ruth.one(row("child", case, case, {"school": "Ash"}, {"school": "Elm"}, 1))
    answer = mo.one(row("child", case, case, {"plan": "stay"}, {}, 1))
    assert answer["status"] == "merged"
    data = sent(answer)["data"]
    assert (data["school"], data["plan"]) == ("Ash", "stay")


def test_the_same_words_from_both_are_one_change(pair: Pair) -> None:
    ruth, mo, case = pair
    ruth.one(row("child", case, case, {"school": "Ash"}, {"school": "Elm"}, 1))
    answer = mo.one(row("child", case, case, {"school": "Ash"}, {"school": "Elm"}, 1))
    assert answer["status"] == "merged"
    assert sent(answer)["version"] == 2


def test_two_texts_are_both_kept_with_who_and_when(pair: Pair) -> None:
    ruth, mo, case = pair
    ruth.one(row("child", case, case, {"school": "Ash"}, {"school": "Elm"}, 1))
    answer = mo.one(row("child", case, case, {"school": "Oak"}, {"school": "Elm"}, 1))
    assert answer["status"] == "conflict"
    assert sent(answer)["data"]["school"] == "Ash"
    conflict = sent({"row": answer["conflicts"][0]})
    assert (conflict["table"], conflict["case"], conflict["by"]) == ("conflict", case, mo.person)
    kept = conflict["data"]
    assert (kept["before"], kept["theirs"], kept["mine"]) == ("Elm", "Ash", "Oak")
    assert (kept["theirs_by"], kept["mine_by"]) == (ruth.person, mo.person)
    assert (kept["table_name"], kept["row_id"], kept["field"]) == ("child", case, "school")
    assert kept["mine_at"] == AT
    assert kept["theirs_at"] > "2026"


def test_one_author_has_one_open_conflict_of_a_field(pair: Pair) -> None:
    ruth, mo, case = pair
    ruth.one(row("child", case, case, {"school": "Ash"}, {"school": "Elm"}, 1))
    first = mo.one(row("child", case, case, {"school": "Oak"}, {"school": "Elm"}, 1))
    second = mo.one(row("child", case, case, {"school": "Oak House"}, {"school": "Oak"}, 1))
    one, two = (sent({"row": each["conflicts"][0]}) for each in (first, second))
    assert one["id"] == two["id"]
    assert (two["data"]["mine"], two["data"]["before"], two["version"]) == ("Oak House", "Elm", 2)


def test_settled_and_disagreed_on_again_it_is_open_again(pair: Pair) -> None:
    ruth, mo, case = pair
    ruth.one(row("child", case, case, {"school": "Ash"}, {"school": "Elm"}, 1))
    answer = mo.one(row("child", case, case, {"school": "Oak"}, {"school": "Elm"}, 1))
    conflict = answer["conflicts"][0][2]
    settled = {"outcome": "theirs", "settled_by": mo.person, "settled_at": AT}
    done = ruth.one(row("conflict", case, conflict, settled))
    assert sent(done)["data"]["settled_by"] == ruth.person
    mo.one(row("child", case, case, {"school": "Fir"}, {"school": "Elm"}, 1))
    again = stands(ruth.council, conflict)
    assert (again["outcome"], again["mine"], again["settled_by"]) == ("", "Fir", "")


@pytest.mark.parametrize("field", ["mine", "theirs", "row_id", "before"])
def test_nobody_writes_what_a_conflict_holds(pair: Pair, field: str) -> None:
    ruth, mo, case = pair
    ruth.one(row("child", case, case, {"school": "Ash"}, {"school": "Elm"}, 1))
    answer = mo.one(row("child", case, case, {"school": "Oak"}, {"school": "Elm"}, 1))
    conflict = answer["conflicts"][0][2]
    refused = mo.one(row("conflict", case, conflict, {field: new_id()}))
    assert (refused["status"], refused["why"]) == ("held", "fixed_field")
    made = mo.one(row("conflict", case, new_id(), {"mine": "x", "row_id": case}))
    assert made["status"] == "held"


def test_only_the_chair_or_a_manager_settles(pair: Pair) -> None:
    ruth, mo, case = pair
    ruth.council.person("sue", "business_support")
    ruth.council.person("pat")
    sue, pat = HandingIn(ruth.council, "sue"), HandingIn(ruth.council, "pat")
    grant = "SELECT set_config('waymark.act', 'council', false)"
    ruth.council.admin.execute(grant)
    for person, kind in ((sue.person, "business_support"), (pat.person, "panel")):
        ruth.council.admin.execute(
            "INSERT INTO waymark.access VALUES (%s, %s, %s, %s, 1) ON CONFLICT DO NOTHING",
            (ruth.council.authority_id, case, person, kind),
        )
    ruth.one(row("child", case, case, {"social_worker": "Al"}, {"social_worker": "Jo"}, 1))
    answer = mo.one(row("child", case, case, {"social_worker": "Bo"}, {"social_worker": "Jo"}, 1))
    conflict = answer["conflicts"][0][2]
    settling = {"outcome": "theirs"}
    for nobody in (sue, pat):
        refused = nobody.one(row("conflict", case, conflict, settling))
        assert refused["why"] == "role_may_not_write"
    assert mo.one(row("conflict", case, conflict, settling))["status"] == "applied"


def test_business_support_is_not_told_of_words_it_does_not_read(pair: Pair) -> None:
    ruth, _mo, case = pair
    ruth.council.person("sue", "business_support")
    sue = HandingIn(ruth.council, "sue")
    review = ruth.review(case, place="Home", warm_line="She laughs again")
    copy = new_id()
    ruth.one(
        row("paper_copy", case, copy, {"review_id": review, "reader": "child", "reason": "x"})
    )
    answer = sue.push(
        row("review", case, review, {"place": "School"}, {"place": "Home"}, 1),
        row("paper_copy", case, copy, {"address": "mine"}),
    )
    assert sent(answer[0])["data"]["place"] == "School"
    assert "warm_line" not in sent(answer[0])["data"]
    assert answer[1]["why"] == "fixed_field"
    assert "reason" not in sent(answer[1])["data"]


@pytest.mark.parametrize(
    ("theirs", "mine", "holds", "status"),
    [
        ("", "Bo", "Bo", "merged"),
        (None, "Bo", "Bo", "merged"),
        ("Al", "", "Al", "merged"),
        ("Al", "Bo", "Al", "conflict"),
    ],
)
def test_a_blank_choice_gives_way_to_an_answer(
    pair: Pair, theirs: Any, mine: Any, holds: str, status: str
) -> None:
    ruth, mo, case = pair
    ruth.one(row("child", case, case, {"social_worker": theirs}, {"social_worker": "Jo"}, 1))
    answer = mo.one(row("child", case, case, {"social_worker": mine}, {"social_worker": "Jo"}, 1))
    assert (sent(answer)["data"]["social_worker"], answer["status"]) == (holds, status)


def test_a_list_takes_in_both_and_keeps_nothing_that_was_taken_out(pair: Pair) -> None:
    ruth, mo, case = pair
    review = ruth.review(case)
    part = new_id()
    known = {"came": ["a", "b"]}
    ruth.one(row("sitting", case, part, {"review_id": review, "held_on": "2026-11-20", **known}))
    ruth.one(row("sitting", case, part, {"came": ["a", "b", "c"]}, known, 1))
    answer = mo.one(row("sitting", case, part, {"came": ["b", "d"]}, known, 1))
    assert sent(answer)["data"]["came"] == ["b", "c", "d"]
    assert answer["status"] == "merged"


def test_removing_what_nobody_else_touched_removes_it(pair: Pair) -> None:
    ruth, _mo, case = pair
    gone = ruth.one(row("child", case, case, {"removed_at": LATER, "removed_by": "x"}, {}, 1))
    data = sent(gone)["data"]
    assert (gone["status"], data["removed_at"], data["removed_by"]) == (
        "applied",
        LATER,
        ruth.person,
    )


def test_ones_own_batches_on_the_way_do_not_stop_a_removal(pair: Pair) -> None:
    ruth, _mo, case = pair
    ruth.one(row("child", case, case, {"school": "Ash"}, {"school": "Elm"}, 1))
    assert ruth.one(row("child", case, case, {"removed_at": LATER}, {}, 1))["status"] == "applied"


def test_removing_what_others_changed_is_refused_and_asked(pair: Pair) -> None:
    ruth, mo, case = pair
    ruth.one(row("child", case, case, {"school": "Ash"}, {"school": "Elm"}, 1))
    answer = mo.one(row("child", case, case, {"removed_at": LATER, "plan": "go"}, {}, 1))
    assert (answer["status"], answer["why"]) == ("refused", "changed_since_seen")
    assert "removed_at" not in sent(answer)["data"]
    assert sent(answer)["data"]["plan"] == "go"
    kept = sent({"row": answer["conflicts"][0]})["data"]
    assert (kept["field"], kept["mine"]) == ("removed_at", LATER)
    assert ruth.council.one("SELECT why FROM waymark.held") == "changed_since_seen"


def test_an_edit_of_what_was_removed_revives_nothing_and_loses_nothing(pair: Pair) -> None:
    ruth, mo, case = pair
    ruth.one(row("child", case, case, {"removed_at": LATER}, {}, 1))
    answer = mo.one(row("child", case, case, {"school": "Oak"}, {"school": "Elm"}, 1))
    assert (answer["status"], answer["why"]) == ("conflict", "removed_meanwhile")
    assert sent(answer)["data"]["removed_at"] == LATER
    assert sent({"row": answer["conflicts"][0]})["data"]["mine"] == "Oak"


def test_both_removing_it_is_no_dispute_and_it_can_be_brought_back(pair: Pair) -> None:
    ruth, mo, case = pair
    ruth.one(row("child", case, case, {"removed_at": AT}, {}, 1))
    again = mo.one(row("child", case, case, {"removed_at": LATER}, {}, 1))
    assert "conflicts" not in again
    assert sent(again)["data"]["removed_at"] == AT
    stale = mo.one(row("child", case, case, {"removed_at": None}, {"removed_at": AT}, 1))
    assert stale["status"] == "refused"
    back = mo.one(row("child", case, case, {"removed_at": None, "plan": "b"}, {}, 2))
    assert back["status"] == "applied"
    assert is_blank(sent(back)["data"]["removed_at"])
    assert sent(back)["data"]["plan"] == "b"


def test_two_laptops_that_make_one_row_make_one(pair: Pair) -> None:
    ruth, mo, case = pair
    review, mark = ruth.review(case), new_id()
    made = {"review_id": review, "clock": "T31"}
    ruth.one(row("milestone", case, mark, {**made, "met_on": "2026-11-01"}))
    same = mo.one(row("milestone", case, mark, {**made, "met_on": "2026-11-01", "note": "n"}))
    other = mo.one(row("milestone", case, mark, {**made, "met_on": "2026-11-03"}))
    assert (same["status"], other["status"]) == ("merged", "conflict")
    fixed = mo.one(row("milestone", case, mark, {**made, "clock": "T32"}))
    assert (fixed["status"], fixed["why"]) == ("held", "fixed_field")


def test_a_row_of_another_table_or_case_is_not_theirs_to_touch(pair: Pair) -> None:
    ruth, _mo, case = pair
    other = ruth.child()
    for wrong in (
        row("review", case, case, {"place": "x"}),
        row("child", other, case, {"plan": "x"}),
    ):
        refused = ruth.one(wrong)
        assert refused["status"] == "held"
    nowhere = ruth.one(row("note", "", new_id(), {"words": "seen by all"}))
    assert nowhere["why"] == "malformed"


def test_what_the_council_sets_stays_and_the_rest_of_the_op_goes_in(pair: Pair) -> None:
    ruth, _mo, case = pair
    answer = ruth.one(
        row("child", case, case, {"iro_id": new_id(), "plan": "p"}, {"iro_id": ruth.person})
    )
    assert (answer["status"], answer["why"]) == ("refused", "council_sets_this")
    data = sent(answer)["data"]
    assert (data["iro_id"], data["plan"]) == (ruth.person, "p")


def test_people_write_about_themselves_and_nobody_else_does(pair: Pair) -> None:
    ruth, mo, _case = pair
    mine = row("staff_member", "", ruth.person, {"about_me": "I like maps"}, {}, 1)
    assert ruth.one(mine)["status"] == "applied"
    assert mo.one(row("staff_member", "", ruth.person, {"about_me": "x"}))["status"] == "held"
    assert (
        ruth.one(row("staff_member", "", ruth.person, {"name": "Dr X"}))["why"]
        == "council_sets_this"
    )
    assert mo.one(row("staff_member", "", ruth.person, {"name": "Ruth B"}))["status"] == "merged"
    photo = {"staff_id": ruth.person, "use": "photo"}
    assert ruth.one(row("letter_picture", "", new_id(), photo))["status"] == "applied"
    assert ruth.one(row("letter_picture", "", new_id(), {"use": "crest"}))["status"] == "held"
    assert ruth.one(row("plain_word", "", new_id(), {"term": "LAC"}))["status"] == "held"
    assert mo.one(row("plain_word", "", new_id(), {"term": "LAC"}))["status"] == "applied"


# Histories that nobody thought of, against the reference model.

FIELDS: Final = {
    "child": ("school", "plan", "social_worker", "team", "removed_at"),
    "decision": ("what", "who", "why", "number"),
    "sitting": ("came", "place", "began_at", "adjourned"),
    "attendance": ("consulted", "attended", "views"),
}
RULES: Final = {
    table: {line.field: line.merge_rule for line in registry() if line.table == table}
    for table in FIELDS
}
WORDS: Final = st.sampled_from(["", None, "a", "b", "ab"])
VALUES: Final = {
    "came": st.one_of(st.none(), st.lists(st.sampled_from(["x", "y", "z"]), unique=True)),
    "adjourned": st.booleans(),
    "consulted": st.booleans(),
    "number": st.one_of(st.none(), st.integers(0, 3)),
    "removed_at": st.sampled_from([None, AT, LATER]),
}


@st.composite
def histories(
    draw: st.DrawFn,
) -> tuple[str, list[tuple[int, dict[str, Any], dict[str, Any], int]]]:
    """One row, and what two people made of it: who, what they set, on what base, seen when."""
    table = draw(st.sampled_from(sorted(FIELDS)))
    steps = []
    for _ in range(draw(st.integers(1, 6))):
        fields = draw(
            st.lists(st.sampled_from(FIELDS[table]), min_size=1, max_size=3, unique=True)
        )
        set_, base = ({f: draw(VALUES.get(f, WORDS)) for f in fields} for _ in range(2))
        steps.append((draw(st.integers(0, 1)), set_, base, draw(st.integers(0, 4))))
    return table, steps


def _is_as_seen(
    table: str, model: dict[str, Any] | None, new: dict[str, Any], base: dict[str, Any]
) -> bool:
    """Whether what only moves on stands as it was seen; what is taken away asks for more."""
    if model is None or "removed_at" in new:
        return model is None
    exact = [field for field in new if RULES[table][field] is MergeRule.EXACT and field in model]
    return all(is_same(model[field], base.get(field)) for field in exact)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(history=histories())
def test_the_server_merges_as_the_reference_does(
    pair: Pair, history: tuple[str, list[tuple[int, dict[str, Any], dict[str, Any], int]]]
) -> None:
    table, steps = history
    ruth, mo, _case = pair
    case = ruth.child() if table == "child" else _case
    row_id = case if table == "child" else new_id()
    model = stands(ruth.council, case) if table == "child" else None
    writers = [ruth.person] if table == "child" else []
    for who, set_, base, seen in steps:
        laptop = (ruth, mo)[who]
        answer = laptop.one(row(table, case, row_id, set_, base, seen))
        since = set(writers[seen:])
        is_exact = _is_as_seen(table, model, set_, base) or (
            seen <= len(writers) and since <= {laptop.person}
        )
        mine = dict(set_)
        if "removed_at" in mine:
            mine["removed_by"] = None if is_blank(mine["removed_at"]) else laptop.person
        expected = merge_row(RULES[table], model, mine, base, is_exact)
        now = sent(answer)
        assert now["data"] == expected.data
        conflicts = {sent({"row": each})["data"]["field"] for each in answer.get("conflicts", ())}
        asked = {"removed_at"} & set(expected.left_out) if mine.get("removed_at") else set()
        assert conflicts == set(expected.both) | asked
        assert (answer["status"] == "refused") == bool(expected.left_out)
        if model is None or expected.changed:
            writers.append(laptop.person)
        model = expected.data
        assert now["version"] == len(writers)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rule=st.sampled_from(
        [r for r in MergeRule if r not in (MergeRule.DERIVED, MergeRule.BY_DIGEST)]
    ),
    values=st.tuples(*[st.one_of(WORDS, st.booleans(), st.integers(0, 2), VALUES["came"])] * 3),
)
def test_one_field_merges_as_the_reference_does(
    council: SharedCouncil, rule: MergeRule, values: tuple[Any, Any, Any]
) -> None:
    from psycopg.types.json import Jsonb

    made = council.admin.execute(
        "SELECT m.value, m.outcome FROM waymark._merge_field(%s, %s, %s, %s) AS m",
        (rule.value, *map(Jsonb, values)),
    ).fetchone()
    assert made is not None
    expected = merge_field(rule, *values)
    assert made == (expected.value, expected.outcome.value)
