"""The record: the caseload, the largest review, and one field saved durably."""

import itertools
from pathlib import Path

from models.caseload import ChildLine, children
from models.database import Database
from models.editing import put
from models.encrypted_file import connect
from models.plain_reading import shape_of
from models.reading_a_review import read_review
from tests import demo_record
from tests.benchmarks import big_record
from tests.benchmarks.timing import Figure, beside

PARTS = (
    *("sitting", "attendance", "wish", "note", "scale_answer", "decision", "participation"),
    *("step_mark", "right_explained", "milestone"),
)


def figures(folder: Path, repeats: int, many: int) -> list[Figure]:
    """All the record's figures; `many` children in the largest list."""
    return [
        _caseload(folder / "some", 1100, repeats),
        _caseload(folder / "many", many, repeats),
        _largest_review(folder / "large", repeats),
        _save(folder / "large", repeats),
    ]


def _caseload(folder: Path, how_many: int, repeats: int) -> Figure:
    database = big_record.with_children(folder, how_many)

    def ours() -> None:
        with database.reading() as connection:
            children(connection, big_record.IRO)

    raw = connect(folder / "record.db", big_record.KEY, for_reading=True)
    statement = (
        f"select {shape_of(ChildLine).columns('child')} from child where iro_id = ? "  # noqa: S608
        "and in_care = 1 and removed_at is null order by review_due_on, id limit 200"
    )

    def theirs() -> None:
        raw.execute(statement, (big_record.IRO,)).fetchall()

    figure = beside(f"caseload of 70 among {how_many:,}", ours, "raw SQL", theirs, 2, repeats * 10)
    _close(raw, database)
    return figure


def _largest_review(folder: Path, repeats: int) -> Figure:
    database, review_id = big_record.with_largest_review(folder)

    def ours() -> None:
        with database.reading() as connection:
            read_review(connection, review_id)

    raw = connect(folder / "record.db", big_record.KEY, for_reading=True)

    def theirs() -> None:
        raw.execute("select * from review where id = ?", (review_id,)).fetchall()
        raw.execute("select * from child").fetchall()
        raw.execute("select * from person").fetchall()
        for table in PARTS:
            statement = f"select * from {table} where review_id = ?"  # noqa: S608 our own names
            raw.execute(statement, (review_id,)).fetchall()

    figure = beside("opening the largest review", ours, "raw SQL", theirs, 2, repeats * 5)
    _close(raw, database)
    return figure


def _save(folder: Path, repeats: int) -> Figure:
    database = Database.open(folder, big_record.KEY, lambda: demo_record.NOW)
    with database.reading() as connection:
        note_id = connection.execute("select id from note limit 1").fetchone()[0]
    turn = itertools.count()

    def ours() -> None:
        with database.saving("me") as session:
            put(session, "note", note_id, "words", f"typed {next(turn)}")

    raw_folder = folder.with_name("raw")
    other = Database.create(raw_folder, big_record.KEY, lambda: demo_record.NOW)
    raw = connect(raw_folder / "record.db", big_record.KEY)
    raw.execute("create table plain (id text primary key, words text)")
    raw.execute("insert into plain values ('one', '')")
    raw.commit()

    def theirs() -> None:
        raw.execute("update plain set words = ? where id = 'one'", (f"typed {next(turn)}",))
        raw.commit()

    figure = beside("saving a field durably", ours, "raw commit", theirs, 2, repeats * 20)
    _close(raw, other, database)
    return figure


def _close(*opened: object) -> None:
    for each in opened:
        each.close()  # type: ignore[attr-defined]  # connections and databases alike
