"""Laptops against the real shared database: what one did, the other has, and nobody else."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.document_kind import DocumentKind
from models.issuing import Issue, issue, issued_pdf
from models.record import new_id
from models.signs import Note
from models.sync import arriving
from models.sync.digests import digest_of
from tests.decrypted import search
from tests.laptop import Laptop, empty, with_sam
from tests.models.sync.handing_in import rows_of
from tests.sample import KEY, NOW, Sample
from tests.shared_council import SharedCouncil

Pair = tuple[SharedCouncil, Laptop, Laptop, Sample]


@pytest.fixture
def pair(council: SharedCouncil, tmp_path: Path) -> Iterator[Pair]:
    """Nadia, who has Sam's record, and a manager with a new laptop; both have shared."""
    for login, role in (("nadia", "iro"), ("ruth", "iro"), ("boss", "manager")):
        council.person(login, role)
    nadia, family = with_sam(council, "nadia", tmp_path / "nadia")
    nadia.round()
    boss = empty(council, "boss", tmp_path / "boss")
    boss.round()
    yield council, nadia, boss, family
    nadia.close()
    boss.close()


def _allocate(council: SharedCouncil, case: str, to: str) -> None:
    """Give the child to another IRO, as a manager's laptop does."""
    head = council.call("boss", "hello", _hello("device-of-boss"))
    device = _hello("device-of-boss")["device"]
    answer = council.call(
        "boss",
        "push",
        {
            "device": device, "n": head["device"]["last_n"] + 1, "schema": 1,
            "sealed_at": NOW.isoformat(),
            "ops": [{"op": new_id(), "kind": "access", "case": case, "on": True,
                     "person": council.people[to].id, "as": "allocated", "reason": "moved",
                     "until": None, "at": NOW.isoformat()}],
        },
    )  # fmt: skip
    assert answer["results"][0]["status"] in {"applied", "done"}, answer


def _hello(_name: str) -> dict[str, Any]:
    device = "019a0000-0000-7000-8000-0000000b0555"
    return {"protocol": 1, "schema": 1, "app": "0.1.0", "device": device, "laptop": "office",
            "n": 0, "epoch": None, "cursor": [0, None], "witness": None,
            "clock": NOW.isoformat(), "cases_hash": None, "waiting": 0}  # fmt: skip


def _type(laptop: Laptop, review_id: str, words: str) -> str:
    with laptop.database.saving(laptop.person) as session:
        case = laptop.one("SELECT case_id FROM review WHERE id = ?", review_id)
        note = Note(authority_id=990, case_id=case, review_id=review_id, step="A4",
                    column="well", words=words)  # fmt: skip
        session.add(note)
    return note.id


def test_a_new_laptop_has_all_that_the_other_has(pair: Pair) -> None:
    _, nadia, boss, family = pair
    assert rows_of(boss.database, family.child_id) == rows_of(nadia.database, family.child_id)
    due = "SELECT review_due_on FROM child"
    assert boss.one(due) == nadia.one(due)
    with boss.database.reading() as theirs, nadia.database.reading() as ours:
        assert digest_of(theirs, family.child_id) == digest_of(ours, family.child_id)
        assert arriving.without_place(theirs) == []
    boss.database.check_thoroughly()


def test_a_sentence_travels_in_one_turn_and_a_poll_is_one_question(pair: Pair) -> None:
    _, nadia, boss, family = pair
    nadia.round()
    note_id = _type(nadia, family.review_id, "She reads every evening")
    nadia.link.asked.clear()
    nadia.round()
    assert nadia.link.asked == ["hello", "push", "receipt"]  # own work is not fetched back
    nadia.link.asked.clear()
    nadia.round()
    assert nadia.link.asked == ["hello"]
    assert boss.round().came == 1
    assert boss.one("SELECT words FROM note WHERE id = ?", note_id) == "She reads every evening"
    with boss.database.saving(boss.person) as session:
        session.get_one(Note, note_id).detail = "Since June"
    boss.round()
    nadia.round()
    assert nadia.one("SELECT detail FROM note WHERE id = ?", note_id) == "Since June"


def test_pages_travel_in_parts_and_are_the_same(pair: Pair) -> None:
    _, nadia, boss, family = pair
    pdf = b"".join(hashlib.sha256(bytes([n % 256, n // 256])).digest() for n in range(20_000))
    with nadia.database.saving(nadia.person) as session:
        paper = Issue(DocumentKind.LETTER, pdf, "Dear Sam")
        document_id = issue(session, family.earlier_review_id, paper, nadia.person, NOW)
    nadia.round()
    boss.round()
    boss.round()
    with boss.database.reading() as connection:
        assert issued_pdf(connection, document_id) == pdf


def test_a_child_who_is_another_s_leaves_the_laptop_and_comes_to_theirs(
    pair: Pair, tmp_path: Path
) -> None:
    council, nadia, _, family = pair
    ruth = empty(council, "ruth", tmp_path / "ruth")
    ruth.round()
    assert ruth.one("SELECT count(*) FROM child") == 0
    _allocate(council, family.child_id, "ruth")
    note_id = _type(nadia, family.review_id, "Typed after she was allocated")
    report = nadia.round()
    assert (report.held, report.purged) == (1, (family.child_id,))
    assert nadia.one("SELECT count(*) FROM child") == 0
    held = nadia.one("SELECT fields FROM held_work WHERE row_id = ?", note_id)
    assert "Typed after she was allocated" in held
    assert search(nadia.database.folder, KEY, ["Tillbrook", "Oakenshaw", "Dunmore"]) == {}
    ruth.round()
    assert ruth.one("SELECT given_name FROM child") is not None
    assert ruth.one("SELECT count(*) FROM note WHERE id = ?", note_id) == 0
    nadia.database.check_thoroughly()
    ruth.database.check_thoroughly()
    ruth.close()


def test_a_child_who_comes_back_comes_whole(pair: Pair) -> None:
    council, nadia, boss, family = pair
    _allocate(council, family.child_id, "ruth")
    nadia.round()
    _allocate(council, family.child_id, "nadia")
    nadia.round()
    assert rows_of(nadia.database, family.child_id) == rows_of(boss.database, family.child_id)
