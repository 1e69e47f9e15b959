"""The chain: whoever alters, removes or re-orders what was accepted is found out."""

from collections.abc import Iterator

import psycopg
import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import AT, HandingIn, act, row
from tests.shared_council import SharedCouncil

NOTE = "(SELECT seq FROM waymark.change WHERE table_name = 'note' ORDER BY seq LIMIT 1)"


@pytest.fixture
def council(council: SharedCouncil) -> Iterator[SharedCouncil]:
    """A council with some work in it; the superuser's hand is let into its tables."""
    council.person("ruth")
    council.person("mo", "manager")
    ruth, other = HandingIn(council, "ruth"), HandingIn(council, "ruth")
    case = ruth.child()
    note, review = new_id(), ruth.review(case)
    ruth.one(row("note", case, note, {"review_id": review, "words": "Two cats", "position": 2}))
    for laptop, words in ((ruth, "Cats"), (other, "Dogs")):
        laptop.one(row("note", case, note, {"words": words}, {"words": "Two cats"}, seen=1))
    look = {"id": new_id(), "case": case, "act": "opened_child", "what": "", "at": AT}
    ruth.push(row("note", case, note, {"removed_at": AT}, seen=2), act("looked", lines=[look]))
    assert ruth.one(act("guard", case=case, restricted=True, reason="None"))["status"] == "held"
    HandingIn(council, "mo").one(act("guard", case=case, restricted=True, reason="Court"))
    yield council


def _breaks(council: SharedCouncil) -> set[str]:
    found = council.admin.execute(
        "SELECT what FROM waymark._chain_breaks(%s::smallint)", (council.authority_id,)
    )
    return {what for (what,) in found.fetchall()}


def _tamper(council: SharedCouncil, *words: str) -> None:
    council.admin.execute("SET session_replication_role = replica")
    for table in ("change", "held", "link", "opened"):
        council.admin.execute(f"ALTER TABLE waymark.{table} DISABLE TRIGGER ALL".encode())
    for one in words:
        council.admin.execute(one.replace("NOTE_SEQ", NOTE))  # type: ignore[call-overload]


def test_what_was_handed_in_is_whole(council: SharedCouncil) -> None:
    assert _breaks(council) == set()


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE waymark.change SET patch = jsonb_set(patch, '{words,1}', '\"One dog\"')"
         " WHERE seq = NOTE_SEQ", {"change"}),
        ("UPDATE waymark.change SET person_id = gen_random_uuid() WHERE seq = NOTE_SEQ",
         {"link", "row"}),
        ("UPDATE waymark.change SET device_id = gen_random_uuid() WHERE seq = NOTE_SEQ", {"link"}),
        ("UPDATE waymark.change SET server_at = server_at - interval '1 second'"
         " WHERE seq = NOTE_SEQ", {"link"}),
        ("UPDATE waymark.change SET client_at = '1999-01-01' WHERE seq = NOTE_SEQ", {"link"}),
        ("UPDATE waymark.change SET clock_offset_ms = 7 WHERE seq = NOTE_SEQ", {"link"}),
        ("UPDATE waymark.change SET schema_v = 7 WHERE seq = NOTE_SEQ", {"link"}),
        ("UPDATE waymark.change SET patch = NULL, salt = NULL WHERE seq = NOTE_SEQ",
         {"blank", "row"}),
        ("DELETE FROM waymark.opened", {"link"}),
        ("UPDATE waymark.opened SET person_id = gen_random_uuid()", {"link"}),
        ("UPDATE waymark.opened SET link_seq = 900", {"astray", "link"}),
        ("DELETE FROM waymark.held", {"link"}),
        ("UPDATE waymark.held SET why = 'malformed'", {"link"}),
        ("DELETE FROM waymark.row WHERE table_name = 'note'", {"gone"}),
        ("UPDATE waymark.row SET table_name = 'wish' WHERE table_name = 'note'", {"row"}),
        ("UPDATE waymark.row SET case_id = gen_random_uuid() WHERE table_name = 'note'", {"row"}),
        ("UPDATE waymark.row SET created_by = gen_random_uuid() WHERE table_name = 'note'",
         {"row"}),
        ("UPDATE waymark.row SET updated_by = gen_random_uuid() WHERE table_name = 'note'",
         {"row"}),
        ("UPDATE waymark.row SET updated_at = '1999-01-01' WHERE table_name = 'note'", {"row"}),
        ("UPDATE waymark.row SET data = '{}', erased_at = now() WHERE table_name = 'note'",
         {"row"}),
        ("UPDATE waymark.change SET row_id = gen_random_uuid() WHERE seq = NOTE_SEQ",
         {"gone", "link", "row"}),
        ("UPDATE waymark.change SET content_hash = '\\x00', patch = NULL WHERE seq = NOTE_SEQ",
         {"blank", "link", "row"}),
        ("DELETE FROM waymark.change WHERE seq = NOTE_SEQ", {"link", "row"}),
        ("DELETE FROM waymark.link WHERE seq = NOTE_SEQ", {"gap", "order", "unlinked"}),
        ("UPDATE waymark.link SET hash = prev WHERE seq = NOTE_SEQ", {"link", "order"}),
        ("UPDATE waymark.clock SET seq = seq - 1", {"head"}),
        ("UPDATE waymark.clock SET head = '\\x00'", {"head"}),
        ("INSERT INTO waymark.change (authority_id, seq, ord, case_id, table_name, row_id,"
         " row_version, person_id, op_id, patch, salt, content_hash, schema_v)"
         " SELECT authority_id, seq, ord + 1, case_id, table_name, row_id, row_version,"
         " person_id, gen_random_uuid(), patch, salt, content_hash, 1"
         " FROM waymark.change WHERE seq = NOTE_SEQ",
         {"link", "row"}),
        ("UPDATE waymark.row SET data = data || '{\"words\": \"One dog\"}'"
         " WHERE table_name = 'note'", {"row"}),
        ("UPDATE waymark.row SET data = data - 'position' WHERE table_name = 'note'", {"row"}),
        ("UPDATE waymark.row SET row_version = 9 WHERE table_name = 'child'", {"row"}),
    ],
)  # fmt: skip
def test_tampering_is_found(council: SharedCouncil, tampering: str, found: set[str]) -> None:
    _tamper(council, tampering)
    assert _breaks(council) == found


def test_two_batches_in_the_wrong_order_are_found(council: SharedCouncil) -> None:
    moved = "UPDATE waymark.change SET seq = seq + {} WHERE seq {}"
    last = council.one("SELECT seq FROM waymark.clock")
    _tamper(
        council, moved.format(1_000, f"= {last}"), moved.format(1, f"= {last - 1}"),
        moved.format(-1_001, "> 1000"),
    )  # fmt: skip
    assert "link" in _breaks(council)


def test_a_chain_made_anew_does_not_have_the_hash_that_laptops_keep(
    council: SharedCouncil,
) -> None:
    laptop = HandingIn(council, "ruth")
    told = laptop.hello()
    witness = [told["seq"], told["head"]]
    assert laptop.hello(witness=witness)["witness"] == "same"
    _tamper(
        council,
        "UPDATE waymark.change SET device_id = gen_random_uuid() WHERE seq = NOTE_SEQ",
        "DO $$ DECLARE l record; before bytea := '\\x00'; BEGIN"
        " FOR l IN SELECT * FROM waymark.link ORDER BY seq LOOP"
        " UPDATE waymark.link SET prev = before,"
        "  hash = waymark._link_hash(l.authority_id, l.seq, before) WHERE seq = l.seq"
        "  RETURNING hash INTO before;"
        " END LOOP; UPDATE waymark.clock SET head = before; END $$",
    )
    assert _breaks(council) == set()
    assert laptop.hello(witness=witness)["witness"] == "different"


def test_a_second_council_has_a_chain_of_its_own(council: SharedCouncil) -> None:
    council.second_council(77)
    _tamper(council, "DELETE FROM waymark.change WHERE seq = NOTE_SEQ AND authority_id <> 77")
    there = council.admin.execute("SELECT * FROM waymark._chain_breaks(77::smallint)").fetchall()
    assert there == []


@pytest.mark.parametrize("login", ["ruth", "mo"])
def test_nobody_but_an_administrator_runs_the_check(council: SharedCouncil, login: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        council.connect(login).execute("SELECT * FROM waymark._chain_breaks(1::smallint)")
