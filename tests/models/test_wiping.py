"""What was deleted from a file is wiped from it; whoever reads is not in the way for long."""

from pathlib import Path

from tests.decrypted import search
from tests.models import opened
from tests.sample import KEY


def test_a_deleted_row_is_found_no_more(tmp_path: Path) -> None:
    database = opened.create(tmp_path / "record")
    row_id = opened.add_staff(database, "Marker-of-days " * 500)
    with database.sharing() as hand:
        hand.connection.execute("DELETE FROM staff_member WHERE id = ?", (row_id,))
    assert search(database.folder, KEY, ["Marker-of-days"]) != {}
    assert database.wipe_freed_pages()
    assert search(database.folder, KEY, ["Marker-of-days"]) == {}
    database.close()


def test_somebody_who_reads_puts_it_off(tmp_path: Path) -> None:
    database = opened.create(tmp_path / "record")
    opened.add_staff(database)
    with database.reading() as connection:
        connection.execute("SELECT count(*) FROM staff_member").fetchone()
        opened.add_staff(database)
        assert not database.wipe_freed_pages()
    assert database.wipe_freed_pages()
    database.close()
