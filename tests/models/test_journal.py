"""The typing journal: what was typed is there, whatever became of the record."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.database import Database
from models.journal import Journal, JournalSetAside
from tests.models import opened
from tests.models.opened import ME, Clock
from tests.sample import KEY

AT = datetime(2026, 8, 12, 15, 4, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "record"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    made = opened.create(folder)
    yield made
    made.close()


def test_every_pause_in_typing_is_kept_in_order(database: Database) -> None:
    journal = database.journal
    first = journal.note("note", "row", "words", "I like", AT, ME)
    second = journal.note("note", "row", "words", "I like football", AT, ME)
    assert second == first + 1
    assert [(t.seq, t.at, t.by, t.text) for t in journal.since()] == [
        (first, AT, ME, "I like"),
        (second, AT, ME, "I like football"),
    ]
    assert [typed.text for typed in journal.since(first)] == ["I like football"]
    assert "football" not in repr(journal.since())


@pytest.mark.parametrize(
    "text", ["", "nul \x00 in it", "عربي مع English", "👩‍👧", "x" * 1_000_000]
)
def test_any_text_comes_back_as_it_was(database: Database, text: str) -> None:
    database.journal.note("note", "row", "words", text, AT)
    assert database.journal.newest()[0].text == text


def test_nothing_is_unsaved_after_an_ordinary_day(database: Database) -> None:
    row_id = opened.add_staff(database)
    for days in ("M", "Mo", "Mondays", "", "Fridays"):
        opened.type_and_save(database, row_id, days)
    assert database.unsaved() == []


def test_text_whose_saving_was_lost_is_offered_and_put_back(database: Database) -> None:
    row_id = opened.add_staff(database)
    opened.type_and_save(database, row_id, "Mon")
    opened.note(database, row_id, "Mondays")
    lost = database.unsaved()
    assert [(each.typed.text, each.has_place) for each in lost] == [("Mondays", True)]
    heard: list[frozenset[str]] = []
    database.listen(heard.append)
    database.put_back(lost)
    assert opened.days(database, row_id) == "Mondays"
    assert heard == [frozenset({"staff_member"})]
    assert database.unsaved() == []


def test_saving_another_field_does_not_hide_what_was_lost(database: Database) -> None:
    row_id = opened.add_staff(database)
    opened.note(database, row_id, "Mondays")
    database.journal.note("staff_member", row_id, "phone", "01632 960 101", AT, ME)
    with database.saving(ME) as session:
        from models.council import StaffMember

        session.get_one(StaffMember, row_id).phone = "01632 960 101"
    assert [each.typed.text for each in database.unsaved()] == ["Mondays"]


def test_text_typed_while_an_older_one_was_being_saved_is_not_forgotten(
    database: Database,
) -> None:
    row_id = opened.add_staff(database)
    opened.note(database, row_id, "Mon")
    opened.note(database, row_id, "Mondays")
    opened.save(database, row_id, "Mon")
    assert [each.typed.text for each in database.unsaved()] == ["Mondays"]


def test_text_that_was_changed_again_later_is_not_offered(folder: Path) -> None:
    database = opened.create(folder)
    row_id = opened.add_staff(database)
    opened.type_and_save(database, row_id, "Mondays")
    database.close()
    database = opened.reopen(folder)
    opened.save(database, row_id, "set by an import")
    assert database.unsaved() == []
    database.close()


def test_text_of_a_row_that_is_gone_is_offered_without_a_place(database: Database) -> None:
    opened.note(database, "no such row", "Mondays")
    database.journal.note("no such table; DROP TABLE x", "r", 'f"', "words", AT)
    lost = database.unsaved()
    assert [(each.typed.text, each.has_place) for each in lost] == [
        ("Mondays", False),
        ("words", False),
    ]
    database.put_back(lost)
    database.journal.settle(each.typed for each in lost)
    assert database.unsaved() == []


def test_a_settled_text_is_offered_again_when_it_is_typed_on(database: Database) -> None:
    row_id = opened.add_staff(database)
    opened.note(database, row_id, "Mon")
    database.journal.settle(each.typed for each in database.unsaved())
    assert database.unsaved() == []
    opened.note(database, row_id, "Mondays")
    assert [each.typed.text for each in database.unsaved()] == ["Mondays"]


def test_a_record_cut_off_says_so_and_holds_what_was_saved(folder: Path, tmp_path: Path) -> None:
    database = opened.create(folder)
    row_id = opened.add_staff(database)
    opened.type_and_save(database, row_id, "Mondays")
    opened.note(database, row_id, "Mondays and Fridays")
    copy = tmp_path / "as a power cut leaves it"
    copy.mkdir()
    for name, content in opened.contents(folder).items():
        if "/" not in name and not name.endswith("-shm"):
            (copy / name).write_bytes(content)
    database.close()
    after = opened.reopen(copy)
    assert after.was_cut_off
    assert opened.days(after, row_id) == "Mondays"
    assert [each.typed.text for each in after.unsaved()] == ["Mondays and Fridays"]
    after.close()


@pytest.mark.parametrize("hurt", [b"", b"\x00" * 40960, b"not a journal" * 999])
def test_a_damaged_journal_is_set_aside_and_typing_goes_on(folder: Path, hurt: bytes) -> None:
    database = opened.create(folder)
    row_id = opened.add_staff(database, "Mondays")
    before = database.journal.note("staff_member", row_id, "days", "Mondays", AT)
    database.close()
    (folder / "journal.db").write_bytes(hurt)
    database = opened.reopen(folder)
    assert [type(notice) for notice in database.notices] == [JournalSetAside]
    assert opened.days(database, row_id) == "Mondays"
    aside = list(folder.glob("journal-damaged-*.db"))
    assert [path.read_bytes() for path in aside] == [hurt]
    assert database.journal.note("staff_member", row_id, "days", "Fri", AT) > before
    database.close()


def test_a_journal_that_goes_bad_under_way_is_replaced_and_loses_no_new_word(
    folder: Path,
) -> None:
    database = opened.create(folder)
    row_id = opened.add_staff(database)
    database.close()
    file = folder / "journal.db"
    hurt = bytearray(file.read_bytes())
    hurt[4096 + 100 :] = bytes(len(hurt) - 4196)
    journal = Journal(folder, KEY, Clock())
    file.write_bytes(hurt)
    journal.note("staff_member", row_id, "days", "Mondays", AT)
    journal.note("staff_member", row_id, "days", "Mondays and", AT)
    assert journal.newest()[0].text == "Mondays and"
    assert [type(notice) for notice in journal.notices] == [JournalSetAside]
    journal.close()


def test_the_journal_lets_go_of_old_typing_only_when_the_record_is_whole(folder: Path) -> None:
    clock = Clock()
    database = opened.create(folder, clock)
    row_id = opened.add_staff(database)
    database.journal.note("staff_member", row_id, "days", "old", clock() - timedelta(days=61))
    database.journal.note("staff_member", row_id, "days", "new", clock() - timedelta(days=59))
    database.check_thoroughly()
    assert [typed.text for typed in database.journal.since()] == ["new"]
    database.close()
