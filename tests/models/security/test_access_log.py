"""Who looked is noted once for each look, and holds ids only."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.database import Database
from models.security.access_log import Look, note_look
from tests.sample import NOW, Sample

TEN_MINUTES = timedelta(minutes=10)  # said here as well: ours is what is looked at

LINES = "select id, at, person_id, case_id, act, what, batch_place from looked order by at, id"


def _lines(database: Database) -> list[tuple[str, ...]]:
    with database.reading() as connection:
        return connection.execute(LINES).fetchall()


def _look(
    database: Database, made: Sample, act: Look, table: str, row_id: str, later: float = 0
) -> bool:
    at = NOW + timedelta(seconds=later)
    with database.saving(made.iro_id, at) as session:
        return note_look(session, act, table, row_id)


def test_opening_a_child_and_a_review_is_noted_with_the_record_it_belongs_to(
    sam: tuple[Database, Sample],
) -> None:
    database, made = sam
    assert _look(database, made, Look.OPENED_CHILD, "child", made.child_id)
    assert _look(database, made, Look.OPENED_REVIEW, "review", made.review_id, 1)
    first, second = _lines(database)
    assert first[2:] == (
        *(made.iro_id, made.child_id, "opened_child", f"child:{made.child_id}"),
        None,
    )
    assert second[3:6] == (made.child_id, "opened_review", f"review:{made.review_id}")


def test_the_log_holds_no_names(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    for act in Look:
        _look(database, made, act, "review", made.review_id)
    said = repr(_lines(database))
    assert not [name for name in ("Sam", "Tillbrook", "Nadia", "Penhallow") if name in said]


def test_going_back_and_forth_is_one_look_and_each_print_is_one(
    sam: tuple[Database, Sample],
) -> None:
    database, made = sam
    review = ("review", made.review_id)
    assert _look(database, made, Look.OPENED_REVIEW, *review)
    assert not _look(database, made, Look.OPENED_REVIEW, *review, later=599)
    assert _look(database, made, Look.OPENED_REVIEW, *review, later=600)
    assert _look(database, made, Look.PRINTED, *review, later=601)
    assert _look(database, made, Look.PRINTED, *review, later=602)


def test_a_clock_put_back_hides_no_look(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    assert _look(database, made, Look.OPENED_CHILD, "child", made.child_id, later=3600)
    assert _look(database, made, Look.OPENED_CHILD, "child", made.child_id)


def test_what_is_not_on_this_laptop_is_nobodys_record(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    assert not _look(database, made, Look.OPENED_CHILD, "child", "no such child")
    assert _lines(database) == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 3000), min_size=1, max_size=6))
def test_no_opening_is_further_than_ten_minutes_from_one_that_is_noted(
    sam: tuple[Database, Sample], moments: list[int]
) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        session.connection().exec_driver_sql("DELETE FROM looked")
    for later in sorted(moments):
        _look(database, made, Look.OPENED_CHILD, "child", made.child_id, later)
    noted = [line[1] for line in _lines(database)]
    for later in moments:
        at = NOW + timedelta(seconds=later)
        assert any(timedelta() <= at - type(at).fromisoformat(one) < TEN_MINUTES for one in noted)
