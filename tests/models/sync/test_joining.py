"""Somebody who worked alone joins their council: their record becomes one of its laptops'."""

import json
from pathlib import Path
from typing import Any

import pytest

from models.database import Database
from models.document_kind import DocumentKind
from models.editing import put
from models.issuing import Issue, issue
from models.sync import joining
from models.sync.joining import JoinedAlready, NobodyBegun, NotForReviews
from models.sync.link import ConnectionLost, NoSuchPerson
from models.sync.standing import read_standing, standing_of
from models.undo import keep_step
from models.whose import owner_of
from tests import laptop as laptops
from tests import sample
from tests.laptop import Crash, ListenedLink
from tests.models.sync.conftest import Pair
from tests.sample import AUTHORITY, NOW, Sample
from tests.shared_council import SharedCouncil

ALONE = 1


def _alone(folder: Path) -> tuple[Database, Sample]:
    """Sam's record of somebody who has worked alone: typed, undone, issued, journalled."""
    database, sam = sample.open_filled(folder)
    laptops.own(database, sam.iro_id)
    with database.saving(sam.iro_id) as session:
        pages = Issue(DocumentKind.LETTER, b"%PDF one", "Dear Sam,")
        issue(session, sam.review_id, pages, sam.iro_id, NOW)
        keep_step(session, sam.review_id, lambda s: put(s, "review", sam.review_id, "place", "x"))
    database.journal.note("staff_member", sam.iro_id, "days", "Mondays", NOW, sam.iro_id)
    with database.sharing() as hand:
        hand.connection.execute("UPDATE child SET authority_id = ?", (ALONE,))
    return database, sam


def _holds(database: Database, words: str) -> list[str]:
    """Every table in which these words stand, and the journal."""
    found = [
        table
        for table, rows in laptops.contents(database).items()
        if any(words in str(cell) for row in rows for cell in row)
    ]
    typed = [words in (each.row_id + each.by) for each in database.journal.since()]
    return found + ["journal"] * any(typed)


def _join(council: SharedCouncil, login: str, database: Database) -> Any:
    real = council.people[login].login
    return joining.join(database, council.link(login), council.url, real, now=lambda: NOW)


def test_whoever_joins_is_known_everywhere_by_the_id_the_council_has(
    council: SharedCouncil, tmp_path: Path
) -> None:
    ruth = council.person("ruth", "iro")
    database, sam = _alone(tmp_path / "record")
    own_council = laptops.contents(database)["council"][0][0]
    assert "journal" in _holds(database, sam.iro_id)
    standing = _join(council, "ruth", database)
    assert (standing.person, standing.council_id) == (ruth.id, council.council_id)
    assert _holds(database, sam.iro_id) == []
    kept = [table for table in _holds(database, own_council) if table != "held_work"]
    assert kept == []
    assert {"child", "review", "staff_member", "document", "undo_step", "laptop_fact",
            "journal"} <= set(_holds(database, ruth.id))  # fmt: skip
    with database.reading() as connection:
        assert owner_of(connection).id == ruth.id
        for table in ("child", "council", "staff_member", "review", "document"):
            numbers = connection.execute(f"SELECT DISTINCT authority_id FROM {table}")  # noqa: S608
            assert numbers.fetchall() == [(AUTHORITY,)]
        fact = connection.execute("SELECT value FROM laptop_fact WHERE name = 'owner'").fetchone()
        assert json.loads(fact[0]) == {"staff_id": ruth.id, "authority_id": AUTHORITY}
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()


def test_what_the_council_sets_comes_from_the_council_and_own_words_are_kept(
    council: SharedCouncil, tmp_path: Path
) -> None:
    council.person("ruth", "iro")
    laptop, _sam = laptops.with_sam(council, "ruth", tmp_path / "record")
    assert laptop.round().refused == 0
    assert laptop.one("SELECT name FROM council") == "Wyrdale Council"
    assert laptop.one("SELECT name || ' ' || phone FROM staff_member") == "Ruth 01632 960 101"
    kept = laptop.one("SELECT fields FROM held_work WHERE table_name = 'council'")
    assert json.loads(kept)["advocacy_name"] == "Speak Out Penhallow"
    laptop.close()


def test_everything_else_is_sent_as_new(council: SharedCouncil, tmp_path: Path) -> None:
    council.person("ruth", "iro")
    database, sam = _alone(tmp_path / "record")
    laptop = laptops.joined(council, "ruth", database)
    report = laptop.round()
    assert (report.held, report.refused, report.conflicts) == (0, 0, 0)
    for table in ("child", "care_period", "person", "review", "decision", "document"):
        here = laptop.one(f"SELECT count(*) FROM {table}")  # noqa: S608
        there = council.one("SELECT count(*) FROM waymark.row WHERE table_name = %s", table)
        assert here == there > 0
    assert council.one("SELECT data ->> 'iro_id' FROM waymark.row WHERE id = %s", sam.child_id)
    assert laptop.one("SELECT iro_id FROM child") == laptop.person
    laptop.close()


def test_a_second_joining_by_the_same_person_only_changes_the_address(pair: Pair) -> None:
    ruth, _bea, _sam, council = pair
    with ruth.database.reading() as connection:
        before = standing_of(connection)
    after = joining.join(
        ruth.database, council.link("ruth"), "postgresql://elsewhere/db", "r", now=ruth.now
    )
    assert (after.url, after.login, after.device) == (
        "postgresql://elsewhere/db", "r", before.device,
    )  # fmt: skip
    assert (after.next_n, after.cursor) == (before.next_n, before.cursor)


def test_a_record_of_one_person_is_not_joined_by_another(pair: Pair) -> None:
    ruth, _bea, _sam, council = pair
    before = laptops.contents(ruth.database)
    with pytest.raises(JoinedAlready):
        _join(council, "bea", ruth.database)
    assert laptops.contents(ruth.database) == before


def test_a_record_that_nobody_has_begun_is_not_joined(
    council: SharedCouncil, tmp_path: Path
) -> None:
    council.person("ruth", "iro")
    database, _ = sample.open_filled(tmp_path / "record")
    with pytest.raises(NobodyBegun):
        _join(council, "ruth", database)
    database.close()


def test_a_steward_does_not_join(council: SharedCouncil, tmp_path: Path) -> None:
    council.person("stew", "steward")
    database, _ = _alone(tmp_path / "record")
    with pytest.raises(NotForReviews):
        _join(council, "stew", database)
    with database.reading() as connection:
        assert read_standing(connection) is None
    database.close()


def test_one_who_has_left_does_not_join(council: SharedCouncil, tmp_path: Path) -> None:
    person = council.person("ruth", "iro")
    council.admin.execute(
        "UPDATE waymark.person SET revoked_at = now() WHERE id = %s", (person.id,)
    )
    database, _ = _alone(tmp_path / "record")
    with pytest.raises(NoSuchPerson):
        _join(council, "ruth", database)
    database.close()


def test_a_cut_while_joining_leaves_a_record_that_works_alone(
    council: SharedCouncil, tmp_path: Path
) -> None:
    council.person("ruth", "iro")
    database, _ = _alone(tmp_path / "record")
    before = laptops.contents(database)

    def cut(*_told: object) -> None:
        raise ConnectionLost

    with pytest.raises(ConnectionLost):
        joining.join(
            database, ListenedLink(council.link("ruth"), after=cut), "u", "l", now=lambda: NOW
        )
    assert laptops.contents(database) == before
    database.close()


@pytest.mark.parametrize("left", [0, 1, 5, 40, 150, 200])
def test_a_laptop_that_dies_while_joining_has_joined_or_not(
    council: SharedCouncil, tmp_path: Path, left: int
) -> None:
    ruth = council.person("ruth", "iro")
    database, sam = _alone(tmp_path / "record")
    before = laptops.contents(database)
    laptops.fuse(database, left)
    try:
        _join(council, "ruth", database)
    except Crash:
        database = laptops.reopened(database)
    with database.reading() as connection:
        standing = read_standing(connection)
    if standing is None:
        assert laptops.contents(database) == before
        _join(council, "ruth", database)
    joining.finish(database)
    assert _holds(database, sam.iro_id) == []
    assert "journal" in _holds(database, ruth.id)
    database.close()
