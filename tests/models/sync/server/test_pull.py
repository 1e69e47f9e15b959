"""pull: what changed and is theirs, in order, and of each row only what the role may read."""

import psycopg
import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import AT, HandingIn, act, row, stands
from tests.models.sync.server.reading import cursor, give, ids, pull, rows
from tests.shared_council import SharedCouncil

WORDS = "She misses Nana Bea."


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("ruth")
    return HandingIn(council, "ruth")


@pytest.fixture
def office(council: SharedCouncil) -> str:
    council.person("bea", "business_support")
    return "bea"


def _note(ruth: HandingIn, case: str, review: str, words: str = WORDS) -> str:
    note = new_id()
    made = ruth.one(row("note", case, note, {"review_id": review, "step": "A4",
                                             "column": "worries", "words": words}))  # fmt: skip
    assert made["status"] == "applied", made
    return note


def test_what_i_may_read_comes_once_and_in_order(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    review = ruth.review(case)
    note = _note(ruth, case, review)
    came = rows(council, "ruth", limit=1)
    assert [row["id"] for row in came if row["case"]] == [case, review, note]
    assert [row["seq"] for row in came] == sorted(row["seq"] for row in came)
    assert {row["table"] for row in came if not row["case"]} == {"council", "staff_member"}
    assert came[-1]["data"]["words"] == WORDS
    assert came[-1]["by"] == came[-1]["updated_by"] == ruth.person


def test_a_colleague_reads_nothing_of_my_cases(council: SharedCouncil, ruth: HandingIn) -> None:
    ruth.child()
    council.person("ann")
    assert ids(council, "ann") == []
    assert pull(council, "ann", what="case", case=new_id()) == {"error": "no_access"}


def test_nothing_crosses_from_one_council_to_another(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    council.second_council(77)
    council.person("mo", "manager", 77)
    assert {row["case"] for row in rows(council, "mo")} == {""}
    assert {row["data"]["name"] for row in rows(council, "mo")} == {"Elmford Council", "Mo"}
    assert pull(council, "mo", what="case", case=case) == {"error": "no_access"}
    assert council.call("mo", "digest", {"cases": [case]}) == {"digests": {}}


def test_who_has_read_it_all_hears_only_of_what_changes_later(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    here = cursor(council, "ruth")
    assert pull(council, "ruth", what="rows", after=here)["rows"] == []
    ruth.one(row("child", case, case, {"plan": "Stay at home"}))
    (changed,) = rows(council, "ruth", here)
    assert (changed["id"], changed["version"], changed["data"]["plan"]) == (
        case, 2, "Stay at home"
    )  # fmt: skip


def test_what_was_removed_travels(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    note = _note(ruth, case, ruth.review(case))
    here = cursor(council, "ruth")
    ruth.one(row("note", case, note, {"removed_at": AT}, seen=1))
    (gone,) = rows(council, "ruth", here)
    assert gone["id"] == note
    assert gone["data"]["removed_at"]


def test_the_office_reads_who_comes_and_not_what_was_said(
    council: SharedCouncil, ruth: HandingIn, office: str
) -> None:
    case = ruth.child()
    review = ruth.review(case)
    note = _note(ruth, case, review)
    decision = new_id()
    ruth.one(row("decision", case, decision, {"review_id": review, "number": 1, "what": "Swim",
                                              "note_id": note}))  # fmt: skip
    ruth.push(row("review", case, review, {"place": "School", "warm_line": "She laughs again"}))
    came = {row["id"]: row for row in rows(council, office)}
    assert not {note, decision} & set(came)
    assert came[review]["data"]["place"] == "School"
    assert "warm_line" not in came[review]["data"]
    assert {"child", "review"} <= {row["table"] for row in came.values()}
    for unread in (note, decision):
        assert pull(council, office, what="history", row=unread) == {"changes": []}
    changes = pull(council, office, what="history", row=review)["changes"]
    assert any("place" in change["patch"] for change in changes)
    assert not any("warm_line" in change["patch"] for change in changes)


def test_two_versions_of_a_note_are_not_for_the_office(
    council: SharedCouncil, ruth: HandingIn, office: str
) -> None:
    case = ruth.child()
    note = _note(ruth, case, ruth.review(case))
    give(council, "ruth", case)
    other = HandingIn(council, "ruth")
    for laptop, words in ((ruth, "One"), (other, "Two")):
        laptop.push(
            row("note", case, note, {"words": words}, {"words": WORDS}),
            row("child", case, case, {"plan": words}, {"plan": ""}),
            row("child", case, case, {"team": words}, {"team": ""}),
        )
    assert _abouts(council, "ruth") == {("note", "words"), ("child", "plan"), ("child", "team")}
    assert _abouts(council, office) == {("child", "team")}


def _abouts(council: SharedCouncil, login: str) -> set[tuple[str, str]]:
    found = [row["data"] for row in rows(council, login) if row["table"] == "conflict"]
    return {(data["table_name"], data["field"]) for data in found}


def test_a_steward_reads_no_content(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    council.person("stu", "steward")
    assert rows(council, "stu") == []
    assert pull(council, "stu", what="case", case=case) == {"error": "no_access"}
    assert pull(council, "stu", what="council")["rows"] == []
    assert pull(council, "stu", what="held") == {"held": []}


def test_a_case_that_is_given_comes_whole_to_who_had_read_everything(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    note = _note(ruth, case, ruth.review(case))
    council.person("ann")
    here = cursor(council, "ann")
    seq = give(council, "ann", case)
    came = rows(council, "ann", here, limit=1)
    assert [row["seq"] for row in came] == [seq] * 3
    assert {row["id"] for row in came} >= {case, note}
    assert ids(council, "ann", cursor(council, "ann")) == []


def test_access_that_has_ended_is_no_access(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    council.person("ann")
    give(council, "ann", case, until="2026-01-01T00:00:00+00:00")
    assert ids(council, "ann") == []
    assert pull(council, "ann", what="case", case=case) == {"error": "no_access"}
    assert council.call("ann", "digest", {"cases": [case]}) == {"digests": {}}
    give(council, "ann", case, until="2199-01-01T00:00:00+00:00")
    assert ids(council, "ann") == [case]


def test_a_case_taken_away_sends_nothing_more(council: SharedCouncil, ruth: HandingIn) -> None:
    council.person("mo", "manager")
    council.person("ann")
    case = ruth.child()
    HandingIn(council, "mo").one(
        act("access", case=case, person=council.people["ann"].id, **{"as": "allocated"}, on=True)
    )
    assert ids(council, "ann") == [case]
    assert ids(council, "ruth") == []


def test_a_restricted_child_is_not_for_the_office(
    council: SharedCouncil, ruth: HandingIn, office: str
) -> None:
    council.person("mo", "manager")
    council.person("mia", "manager")
    case = ruth.child()
    assert ids(council, office) == [case]
    guarded = HandingIn(council, "mo").one(
        act("guard", case=case, restricted=True, reason="Asked by the court")
    )
    assert guarded["status"] == "done", guarded
    assert [ids(council, login) for login in (office, "mia")] == [[], []]
    assert [ids(council, login) for login in ("ruth", "mo")] == [[case], [case]]


def test_who_was_revoked_reads_nothing(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    council.admin.execute("UPDATE waymark.person SET revoked_at = now()")
    assert pull(council, "ruth", what="rows", after=[0, ""]) == {"error": "revoked"}
    assert council.call("ruth", "digest", {"cases": [case]}) == {"error": "revoked"}


def test_a_lost_laptop_reads_nothing(council: SharedCouncil, ruth: HandingIn) -> None:
    ruth.child()
    council.admin.execute("UPDATE waymark.device SET state = 'revoked'")
    lost = pull(council, "ruth", what="rows", after=[0, ""], device=ruth.device)
    assert lost == {"error": "revoked"}
    assert pull(council, "ruth", what="rows", after=[0, ""], device=new_id())["rows"]


@pytest.mark.parametrize(
    "request_",
    [
        {}, {"what": "everything"}, {"what": "rows", "after": ["x", 1]},
        {"what": "case", "case": "1; drop table waymark.row"}, {"what": "parts", "wants": 7},
        {"what": "rows", "limit": "many"}, {"what": "history", "row": "'"},
    ],
)  # fmt: skip
def test_a_request_that_no_laptop_sends_is_refused(
    council: SharedCouncil, ruth: HandingIn, request_: dict[str, object]
) -> None:
    with pytest.raises(psycopg.Error) as refused:
        council.call("ruth", "pull", request_)
    assert refused.value.sqlstate == "WM003"


def test_a_question_of_a_megabyte_is_refused(council: SharedCouncil, ruth: HandingIn) -> None:
    for name, request in (("pull", {"what": "x" * 2**21}), ("digest", {"cases": ["x" * 2**21]})):
        with pytest.raises(psycopg.Error) as refused:
            council.call("ruth", name, request)
        assert refused.value.sqlstate == "WM002"


def test_the_history_of_a_row_tells_who_wrote_what(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    note = _note(ruth, case, ruth.review(case))
    ruth.one(row("note", case, note, {"words": "Now two cats"}, {"words": WORDS}))
    first, second = pull(council, "ruth", what="history", row=note)["changes"]
    assert (first["version"], first["patch"]["words"]) == (1, [None, WORDS])
    assert (second["person"], second["patch"]) == (ruth.person, {"words": [WORDS, "Now two cats"]})
    council.person("ann")
    assert pull(council, "ann", what="history", row=note) == {"changes": []}


def test_held_work_is_seen_by_its_author_and_by_who_has_the_case(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    for login, role in (("ann", "iro"), ("eve", "iro"), ("mo", "manager")):
        council.person(login, role)
    case = ruth.child()
    op = row("child", case, case, {"plan": WORDS})
    assert HandingIn(council, "ann").one(op)["status"] == "held"
    for login in ("ann", "ruth", "mo"):
        (held,) = pull(council, login, what="held")["held"]
        assert (held["op_id"], held["why"], held["outcome"]) == (op["op"], "no_access", None)
        assert held["op"]["set"] == {"plan": WORDS}
        assert (held["table"], held["row"], held["case"]) == ("child", case, case)
    assert pull(council, "eve", what="held") == {"held": []}
    ruth.one(act("held", held=op["op"], add=True))
    (settled,) = pull(council, "ann", what="held")["held"]
    assert settled["outcome"] == "added"
    assert stands(council, case)["plan"] == WORDS


def test_held_work_for_no_known_case_reaches_a_manager(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("mo", "manager")
    council.person("ann")
    ruth.one(row("note", new_id(), new_id(), {"words": WORDS}))
    assert len(pull(council, "mo", what="held")["held"]) == 1
    assert pull(council, "ann", what="held") == {"held": []}


def test_the_functions_hold_without_row_level_security(
    council: SharedCouncil, ruth: HandingIn, office: str
) -> None:
    council.person("ann")
    council.person("mia", "manager")
    case = ruth.child()
    note = _note(ruth, case, ruth.review(case))
    ruth.one(act("looked", lines=[
        {"id": new_id(), "case": case, "act": "opened_child", "what": "", "at": AT}
    ]))  # fmt: skip
    council.person("mo", "manager")
    give(council, "mo", case, "manager")
    HandingIn(council, "mo").one(act("guard", case=case, restricted=True, reason="Court"))
    for (table,) in council.admin.execute(
        "SELECT tablename::text FROM pg_tables WHERE schemaname = 'waymark'"
    ).fetchall():
        council.admin.execute(f"ALTER TABLE waymark.{table} DISABLE ROW LEVEL SECURITY")
    for login in ("ann", office, "mia"):
        assert ids(council, login) == []
        assert pull(council, login, what="case", case=case) == {"error": "no_access"}
        assert pull(council, login, what="history", row=note) == {"changes": []}
        assert pull(council, login, what="held") == {"held": []}
        assert council.call(login, "digest", {"cases": [case]}) == {"digests": {}}
    assert pull(council, "mia", what="looked") == {"lines": []}
    assert len(ids(council, "ruth")) == 3
