"""push: one writer in order, a counter for each laptop, and nothing refused into the void."""

import hashlib
import json
import threading
from typing import Any

import psycopg
import pytest

from models.record import new_id
from models.sync.canonical import jsonb_text
from tests.models.sync.server.handing_in import AT, SAM, HandingIn, Op, act, row, sent, stands
from tests.shared_council import SharedCouncil


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("ruth")
    return HandingIn(council, "ruth")


def test_a_new_child_is_their_makers_and_the_offices(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    for login, role in (("mo", "manager"), ("sue", "business_support"), ("stu", "steward")):
        council.person(login, role)
    council.person("ann")
    case = new_id()
    made = ruth.one(row("child", case, case, SAM))
    assert made["status"] == "applied"
    assert sent(made)["data"] == {**SAM, "iro_id": ruth.person}
    kinds = dict(
        council.admin.execute("SELECT person_id::text, kind FROM waymark.access").fetchall()
    )
    named = {name: kinds.get(person.id) for name, person in council.people.items()}
    assert named == {
        "ruth": "allocated", "mo": "manager", "sue": "business_support", "stu": None, "ann": None
    }  # fmt: skip


def test_a_manager_brings_a_child_whom_nobody_has_yet(council: SharedCouncil) -> None:
    council.person("mo", "manager")
    mo = HandingIn(council, "mo")
    mo.child()
    assert [one[1] for one in mo.hello()["cases"]] == ["manager"]


def test_business_support_brings_no_child(council: SharedCouncil) -> None:
    council.person("sue", "business_support")
    case = new_id()
    made = HandingIn(council, "sue").one(row("child", case, case, SAM))
    assert (made["status"], made["why"]) == ("held", "no_access")
    assert council.one("SELECT count(*) FROM waymark.child_case") == 0


def test_a_case_that_is_somebody_elses_cannot_be_made_again(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("ann")
    case = ruth.child()
    made = HandingIn(council, "ann").one(row("child", case, case, {"given_name": "Kit"}))
    assert (made["status"], made["why"]) == ("held", "no_access")
    assert "row" not in made
    assert stands(council, case)["given_name"] == "Sam"


def test_who_and_when_come_from_the_login_and_the_server(ruth: HandingIn) -> None:
    case = new_id()
    asked = row("child", case, case, SAM)
    asked.update(created_by=new_id(), person=new_id(), authority_id=1)
    made = sent(ruth.one(asked))
    assert made["by"] == made["updated_by"] == ruth.person
    assert made["at"] > "2026"


def test_a_batch_sent_again_is_answered_again_and_done_once(ruth: HandingIn) -> None:
    case = ruth.child()
    batch = ruth.batch(row("child", case, case, {"school": "Elm"}))
    first = ruth.send(batch)
    again = ruth.send(batch)
    assert again["results"] == first["results"]
    assert (again["seq"], again["head"]) == (first["seq"], first["head"])
    assert sent(again["results"][0])["version"] == 2


def test_a_batch_sent_again_never_tells_what_has_been_taken_away(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("mo", "manager")
    case = ruth.child()
    batch = ruth.batch(row("child", case, case, {"school": "Elm"}))
    assert "row" in ruth.send(batch)["results"][0]
    gone = act("access", case=case, person=ruth.person, on=False, reason="", **{"as": "allocated"})
    HandingIn(council, "mo").one(gone)
    assert "row" not in ruth.send(batch)["results"][0]


def test_another_person_gets_nothing_for_the_same_batch(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("ann")
    case = ruth.child()
    batch = ruth.batch(row("child", case, case, {"school": "Elm House"}))
    ruth.send(batch)
    said = council.call("ann", "push", batch)
    assert said == {"error": "copied_device"}
    assert ruth.hello()["device"]["state"] == "ok"


def test_a_gap_in_the_count_asks_for_what_is_missing(ruth: HandingIn) -> None:
    ruth.child()
    ruth.n = 4
    assert ruth.send(ruth.batch()) == {"error": "send_from", "n": 2}


def test_an_op_that_comes_in_another_batch_is_done_once(ruth: HandingIn) -> None:
    case = ruth.child()
    op = row("child", case, case, {"school": "Elm"})
    first = ruth.one(op)
    ruth.one(row("child", case, case, {"school": "Ash"}, {"school": "Elm"}, 2))
    again = ruth.one(op)
    assert (again["status"], first["status"]) == ("applied", "applied")
    assert sent(again)["data"]["school"] == "Ash"
    assert sent(again)["version"] == 3


def test_one_op_twice_in_a_batch_is_done_once(ruth: HandingIn) -> None:
    case = ruth.child()
    op = row("child", case, case, {"school": "Elm"})
    assert [one["row"][4] for one in ruth.push(op, op)] == [2, 2]


def test_every_batch_takes_one_seq_and_nothing_is_skipped(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("ann")
    case = ruth.child()
    HandingIn(council, "ann").one(row("child", case, case, {"school": "x"}))
    ruth.push()
    seqs = [one[0] for one in council.admin.execute("SELECT seq FROM waymark.link ORDER BY seq")]
    assert seqs == list(range(1, len(seqs) + 1))
    assert council.one("SELECT seq FROM waymark.clock") == seqs[-1]


def test_the_chain_covers_who_changed_what(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    ruth.one(row("child", case, case, {"school": "Elm"}))
    prev, hash_, seq = council.admin.execute(
        "SELECT prev, hash, seq FROM waymark.link ORDER BY seq DESC LIMIT 1"
    ).fetchone() or (b"", b"", 0)
    again = "SELECT waymark._link_hash(%s::smallint, %s, %s)"
    council.admin.execute("ALTER TABLE waymark.change DISABLE TRIGGER stays")
    assert council.one(again, council.authority_id, seq, prev) == hash_
    council.admin.execute(
        "UPDATE waymark.change SET person_id = %s WHERE seq = %s", (new_id(), seq)
    )
    assert council.one(again, council.authority_id, seq, prev) != hash_


def test_the_hash_of_a_change_is_of_its_salt_and_its_words(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    ruth.one(row("child", case, case, {"school": "Élm ☂"}))
    patch, salt, made = council.admin.execute(
        "SELECT patch, salt, content_hash FROM waymark.change ORDER BY seq DESC LIMIT 1"
    ).fetchone() or ({}, b"", b"")
    assert patch == {"school": [None, "Élm ☂"]}
    assert hashlib.sha256(salt + jsonb_text(patch).encode()).digest() == made


def test_a_version_is_the_number_of_accepted_changes(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    for school in ("Elm", "Ash", "Ash", "Oak"):
        known = stands(council, case).get("school")
        ruth.one(row("child", case, case, {"school": school}, {"school": known}))
    versions = council.admin.execute(
        "SELECT row_version FROM waymark.change WHERE row_id = %s ORDER BY seq, ord", (case,)
    ).fetchall()
    assert [one[0] for one in versions] == [1, 2, 3, 4]
    assert council.one("SELECT row_version FROM waymark.row WHERE id = %s", case) == 4


POISON: list[tuple[str, Any]] = [
    ("malformed", 7),
    ("malformed", None),
    ("malformed", []),
    ("malformed", {"op": "not an id", "kind": "row"}),
    ("malformed", {"kind": "magic"}),
    ("malformed", {"kind": "row", "table": "note"}),
    ("malformed", {"kind": "row", "set": [], "table": "note"}),
    ("malformed", {"seen": "many", "set": {"removed_at": "2026-01-01T00:00:00+00:00"}}),
    ("malformed", {"at": "yesterday at tea"}),
    ("malformed", {"case": "x"}),
    ("malformed", {"id": "'; drop table waymark.row; --"}),
    ("malformed", {"table": "council"}),
    ("unknown_field", {"table": "pg_authid"}),
    ("unknown_field", {"set": {"given_nam": "x"}}),
    ("unknown_field", {"set": {"created_by": "x"}}),
    ("too_long", {"set": {"given_name": "x" * 101}}),
    ("too_long", {"set": {"school": "x" * 100_001}}),
    ("not_text", {"set": {"school": {"deep": ["x"]}}}),
    ("not_text", {"set": {"given_name": 7}}),
    ("fixed_field", {"set": {"identifier": "other"}}),
]


@pytest.mark.parametrize(("why", "wrong"), POISON)
def test_a_poisoned_op_is_held_and_stops_nothing(ruth: HandingIn, why: str, wrong: Any) -> None:
    case = ruth.child()
    poisoned = wrong
    if isinstance(wrong, dict):
        poisoned = {**row("child", case, case, {"school": "x"}), **wrong}
    results = ruth.push(poisoned, row("child", case, case, {"plan": "sound"}))
    assert (results[0]["status"], results[0]["why"]) == ("held", why)
    assert results[1]["status"] == "applied"
    kept = ruth.council.admin.execute(
        "SELECT op, why, person_id::text FROM waymark.held"
    ).fetchall()
    assert kept == [(poisoned, why, ruth.person)]
    assert "school" not in stands(ruth.council, case)


@pytest.mark.parametrize(
    "wrong",
    [
        {"ops": {}},
        {"ops": None},
        {"n": 0},
        {"n": "x"},
        {"n": None},
        {"n": 2**40},
        {"device": "me"},
        {"schema": "x"},
    ],
)
def test_what_is_no_batch_is_refused_without_a_word_of_it(
    ruth: HandingIn, wrong: dict[str, Any]
) -> None:
    with pytest.raises(psycopg.Error) as refused:
        ruth.send({**ruth.batch(), **wrong})
    assert refused.value.sqlstate == "WM003"


def test_a_batch_of_more_than_a_megabyte_or_five_thousand_ops_is_too_big(ruth: HandingIn) -> None:
    case = ruth.child()
    for batch in (
        ruth.batch(*[row("child", case, case, {"school": "x" * 99_000})] * 11),
        ruth.batch(*[{}] * 5001),
    ):
        with pytest.raises(psycopg.Error) as refused:
            ruth.send(batch)
        assert refused.value.sqlstate == "WM002"


def test_nothing_is_taken_in_while_the_database_recovers(ruth: HandingIn) -> None:
    ruth.council.admin.execute("UPDATE waymark.clock SET state = 'recovering'")
    assert ruth.send(ruth.batch()) == {"error": "recovering"}


def test_text_of_every_script_comes_back_as_it_was_sent(ruth: HandingIn) -> None:
    case = ruth.child()
    words = "Ελένη said “☂” 👩‍👧 \t\n\x01 \u2028 Zoë' OR 1=1; --"
    made = ruth.one(row("child", case, case, {"school": words}))
    assert sent(made)["data"]["school"] == words
    assert json.loads(json.dumps(stands(ruth.council, case)))["school"] == words


def test_four_laptops_at_once_keep_one_order(council: SharedCouncil) -> None:
    laptops = []
    for number in range(4):
        council.person(f"iro{number}")
        laptops.append(HandingIn(council, f"iro{number}"))
    failed: list[BaseException] = []

    def work(laptop: HandingIn) -> None:
        try:
            case = laptop.child()
            for number in range(10):
                laptop.one(
                    row("child", case, case, {"plan": f"{number}"}, {"plan": f"{number - 1}"})
                )
        except BaseException as problem:  # noqa: BLE001 - told to the test's own thread
            failed.append(problem)

    for laptop in laptops:
        council.connect(laptop.login)
    threads = [threading.Thread(target=work, args=(laptop,)) for laptop in laptops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    seqs = [one[0] for one in council.admin.execute("SELECT seq FROM waymark.link ORDER BY seq")]
    assert seqs == list(range(1, len(seqs) + 1))
    again = "SELECT bool_and(hash = waymark._link_hash(authority_id, seq, prev)) FROM waymark.link"
    assert council.one(again)


def meddled(council: SharedCouncil, ruth: HandingIn) -> tuple[str, list[str]]:
    """A child with five decisions, one of which somebody else has reworded and one removed."""
    mo = HandingIn(council, "mo")
    case = ruth.child()
    review = ruth.review(case)
    ids = [new_id() for _ in range(6)]
    for one in ids[:5]:
        ruth.one(row("decision", case, one, {"review_id": review, "what": "Zoo", "who": "Jo"}))
    mo.one(row("decision", case, ids[0], {"what": "Aquarium"}, {"what": "Zoo"}, 1))
    mo.one(row("decision", case, ids[1], {"removed_at": AT}, {}, 1))
    mo.one(row("decision", case, ids[2], {"who": "Al"}, {"who": "Jo"}, 1))
    return case, [*ids, review]


def ops_on(case: str, ids: list[str]) -> list[Op]:
    """What Ruth made of those decisions, not knowing: some meet, some do not, some are wrong."""
    zoo = {"what": "Zoo"}
    first, gone, passed, plain, twice, new, review = ids
    return [
        row("decision", case, first, {"what": "Park"}, zoo, 1),
        row("decision", case, gone, {"what": "Park"}, zoo, 1),
        row("decision", case, passed, {"what": "Park"}, zoo, 1),
        row("decision", case, plain, {"what": "Park", "why": "sun"}, zoo, 1),
        row("decision", case, plain[:-4] + "ffff", {"what": 7, "review_id": review}),
        row("decision", case, twice, {"what": "Park"}, zoo, 1),
        row("decision", case, twice, {"what": "Lake"}, {"what": "Park"}, 1),
        row("decision", case, new, {"what": "Lake", "review_id": review, "who": ""}),
        row("wish", case, new_id(), {"no_such_field": 1}),
        row("review", case, review, {"state": "open"}, {}, 1),
    ]


def test_many_at_once_end_as_one_by_one(council: SharedCouncil, ruth: HandingIn) -> None:
    council.person("mo", "manager")
    ends = []
    for at_once in (True, False):
        case, ids = meddled(council, ruth)
        ops = ops_on(case, ids)
        told = ruth.push(*ops) if at_once else [ruth.one(op) for op in ops]
        rows = "SELECT data, row_version, table_name FROM waymark.row WHERE case_id = %s"
        kept = council.admin.execute(rows, (case,)).fetchall()
        words = json.dumps(
            [[one["status"], one.get("why"), len(one.get("conflicts", ()))] for one in told]
        )
        ends.append((words, sorted(json.dumps([_told(data), *more]) for data, *more in kept)))
    assert ends[0] == ends[1]
    assert ends[0][0].count("conflict") == 2


def _told(data: dict[str, Any]) -> dict[str, Any]:
    """A row's words without the ids and moments that differ from case to case."""
    return {key: value for key, value in data.items() if not key.endswith(("_id", "_at"))}


def test_nothing_is_added_to_a_record_that_was_erased(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    council.admin.execute("UPDATE waymark.row SET erased_at = now(), data = '{}'")
    ops = [row("note", case, new_id(), {"words": "x"}) for _ in range(5)]
    told = ruth.push(*ops, row("child", case, case, {"plan": "x"}))
    assert {(one["status"], one["why"]) for one in told} == {("held", "erased")}
    assert sent(told[-1])["data"] == {"erased": True}
