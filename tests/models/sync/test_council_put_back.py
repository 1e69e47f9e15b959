"""The real shared database is put back from a backup: laptops fill it again, nothing is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.child import Child
from models.signs import Note
from models.sync.held_outcomes import put_back
from models.sync.restored import OlderCopy
from tests import used_databases
from tests.laptop import Laptop, empty, with_sam
from tests.models.sync.handing_in import rows_of
from tests.models.sync.server.handing_in import HandingIn, row, stands
from tests.sample import Sample
from tests.shared_council import SharedCouncil

SET_ASIDE = "SELECT count(*) FROM held_work WHERE why = 'not_in_restored_copy'"
Shared = tuple[SharedCouncil, Laptop, Laptop, Sample]


@pytest.fixture
def shared(council: SharedCouncil, tmp_path: Path) -> Iterator[Shared]:
    """Nadia with Sam's record and a manager, both of whom have shared; a backup was taken then."""
    for login, role in (("nadia", "iro"), ("boss", "manager"), ("steward", "steward")):
        council.person(login, role)
    nadia, family = with_sam(council, "nadia", tmp_path / "nadia")
    nadia.round()
    boss = empty(council, "boss", tmp_path / "boss")
    boss.round()
    nadia.round()
    used_databases.back_up(council.admin)
    yield council, nadia, boss, family
    nadia.close()
    boss.close()


def _recover(council: SharedCouncil, act: str, **how: Any) -> dict[str, Any]:
    while True:
        answer = council.call("steward", "recover", {"act": act, **how})
        if not answer.get("more"):
            return answer


def _type(laptop: Laptop, family: Sample, words: str) -> str:
    with laptop.database.saving(laptop.person) as session:
        note = Note(authority_id=990, case_id=family.child_id, review_id=family.review_id,
                    step="A4", column="well", words=words)  # fmt: skip
        session.add(note)
    laptop.round()
    return note.id


def test_a_copy_that_nobody_recovers_stops_every_laptop(shared: Shared) -> None:
    council, nadia, _, family = shared
    _type(nadia, family, "Accepted after the backup")
    used_databases.put_back(council.admin)
    with pytest.raises(OlderCopy):
        nadia.round()


def test_laptops_fill_it_again_and_all_is_as_it_was(shared: Shared) -> None:
    council, nadia, boss, family = shared
    note_id = _type(nadia, family, "Accepted after the backup")
    boss.round()
    with boss.database.saving(boss.person) as session:
        session.get_one(Note, note_id).detail = "And the manager's"
    boss.round()
    used_databases.put_back(council.admin)
    _recover(council, "begin")
    with nadia.database.saving(nadia.person) as session:
        session.get_one(Note, note_id).words = "Typed while it recovered"
    for laptop in (nadia, boss):
        assert laptop.round().recovering
    _recover(council, "replay")
    answer = _recover(council, "close")
    assert "error" not in answer, answer
    for laptop in (nadia, boss, nadia, boss):
        laptop.round()
    assert rows_of(nadia.database, family.child_id) == rows_of(boss.database, family.child_id)
    row = boss.database
    with row.reading() as connection:
        found = connection.execute("SELECT words, detail FROM note WHERE id = ?", (note_id,))
        assert found.fetchone() == ("Typed while it recovered", "And the manager's")
    for laptop in (nadia, boss):
        assert laptop.one(SET_ASIDE) == 0
        laptop.database.check_thoroughly()


def test_what_no_laptop_brought_back_is_set_aside_and_put_back_with_one_press(
    shared: Shared,
) -> None:
    council, nadia, boss, family = shared
    note_id = _type(nadia, family, "Accepted after the backup")
    boss.round()
    used_databases.put_back(council.admin)
    _recover(council, "begin")
    answer = _recover(council, "close", close_with_gaps=True)
    assert "error" not in answer, answer
    boss.round()
    assert boss.one("SELECT count(*) FROM note WHERE id = ?", note_id) == 0
    op_id = boss.one("SELECT op_id FROM held_work WHERE why = 'not_in_restored_copy'")
    put_back(boss.database, op_id, boss.person)
    boss.round()
    nadia.round()
    nadia.round()
    for laptop in (nadia, boss):
        words = laptop.one("SELECT words FROM note WHERE id = ?", note_id)
        assert words == "Accepted after the backup"
    assert rows_of(nadia.database, family.child_id) == rows_of(boss.database, family.child_id)


@pytest.mark.parametrize("is_parked", [True, False])
def test_a_row_changed_again_after_gaps_sets_aside_only_what_was_lost(
    shared: Shared, is_parked: bool
) -> None:
    council, nadia, boss, family = shared
    with nadia.database.saving(nadia.person) as session:
        session.get_one(Child, family.child_id).school = "Accepted after the backup"
    nadia.round()
    boss.round()
    used_databases.put_back(council.admin)
    _recover(council, "begin")
    if is_parked:
        assert nadia.round().recovering
        _recover(council, "replay")
    assert "error" not in _recover(council, "close", close_with_gaps=True)
    council.person("mary", "manager")
    mary, case = HandingIn(council, "mary"), family.child_id
    for school in ("Ash", "Beech", "Elm"):
        stood = stands(council, case)
        mary.one(row("child", case, case, {"school": school}, {"school": stood.get("school")}, 9))
    for _ in range(2):
        nadia.round()
    assert nadia.one("SELECT school FROM child WHERE id = ?", case) == "Elm"
    assert nadia.one(SET_ASIDE) == (0 if is_parked else 1)
