"""A case list goes into a real record, twice without a change, and spares what the IRO typed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from models.case_list import apply
from models.case_list.apply import ImportResult, apply_plan
from models.case_list.case_list_file import open_case_list
from models.case_list.known import KnownChild, known_children
from models.case_list.owner import Owner
from models.case_list.plan import ImportPlan
from models.case_list.reading import Watch
from models.child import CarePeriod, Child
from models.database import Database
from models.editing import put
from models.review import Review
from tests.models.case_list.lists import TODAY, liquid_list, written
from tests.sample import AUTHORITY, Sample, calendar, fill, open_database

TODAY_AT = datetime(2026, 5, 1, 9, tzinfo=UTC)
HEADINGS = (
    "Person ID,Name,DOB,Became LAC,LS,Social Worker,IRO,Last Review,Review No,Next Review,"
    "LAC End Date"
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "record")
    yield opened
    opened.close()


@pytest.fixture
def sample(database: Database) -> Sample:
    return fill(database)


def known(database: Database) -> dict[str, KnownChild]:
    with database.reading() as connection:
        return known_children(connection)


def plan(database: Database, path: Path, today: date = TODAY) -> ImportPlan:
    found = open_case_list(path)
    return found.plan(found.guessed, known(database), today)


def take(
    database: Database, sample: Sample, path: Path, *accepted: str, watch: Watch | None = None
) -> ImportResult:
    owner = Owner(sample.iro_id, AUTHORITY)
    return apply_plan(
        database, owner, plan(database, path), calendar(), accepted, watch or Watch()
    )


def rows(database: Database, words: str, *values: str) -> list[tuple[object, ...]]:
    with database.reading() as connection:
        return [tuple(row) for row in connection.execute(words, values).fetchall()]


def child(database: Database, identifier: str, columns: str) -> tuple[object, ...]:
    [found] = rows(database, f"select {columns} from child where identifier = ?", identifier)  # noqa: S608
    return found


def test_good_rows_go_in_with_care_review_and_due_date(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    assert take(database, sample, liquid_list(tmp_path)) == ImportResult(added=3)
    kit = "given_name, family_name, born_on, legal_status, social_worker, lives_with, iro_id"
    assert child(database, "0012345", kit) == (
        "Kit", "Larkhollow", "2016-04-03", "C2", "Nadia Fern", "Bea Marrow", sample.iro_id,
    )  # fmt: skip
    assert child(database, "0012345", "last_reviewed_on, in_care, iro_typed") == (
        "2026-02-12", 1, "[]",
    )  # fmt: skip
    assert child(database, "0012346", "given_name, chosen_name, reviews_held") == ("Zoë", "Zo", 0)
    due = child(database, "0012345", "review_due_on")[0]
    assert due is not None and str(due) > "2026-02-12"
    assert rows(database, "select count(*) from review where state = 'known'") == [(1,)]


def test_importing_twice_changes_nothing(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    path = liquid_list(tmp_path)
    take(database, sample, path)
    saved: list[frozenset[str]] = []
    database.listen(saved.append)
    second = plan(database, path)
    assert second.does_nothing
    assert (second.unchanged, second.updates, len(second.errors)) == (3, (), 3)
    assert take(database, sample, path) == ImportResult()
    assert saved == []


def test_a_list_that_tells_everything_is_unchanged_the_second_time(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    row = "77,Kit Lark,03/04/2016,01/02/2024,V2,Ola Reed,Ivo Hale,01/03/2026,5,01/09/2026,"
    path = written(tmp_path, [HEADINGS, row])
    assert take(database, sample, path).added == 1
    assert plan(database, path).unchanged == 1
    assert rows(
        database,
        "select review.number, state, held_on, review.booked_on from review join child "
        "on child.id = child_id where identifier = '77' order by number",
    ) == [(5, "known", "2026-03-01", None), (6, "planned", None, "2026-09-01")]
    assert rows(
        database,
        "select staff_member.name from staff_member join child on iro_id = staff_member.id "
        "where identifier = '77'",
    ) == [("Ivo Hale",)]


def test_what_the_iro_typed_stays_and_the_rest_is_taken(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    with database.saving(sample.iro_id) as session:
        put(session, "child", sample.child_id, "social_worker", "Nobody yet")
    head = "Person ID,First Name,Surname,DOB,Became LAC,Social Worker,Team"
    row = "P-1001,Samantha,Tillbrook,09/05/2016,03/11/2025,Ola Reed,North"
    path = written(tmp_path, [head, row])
    [update] = plan(database, path).updates
    assert [change.field for change in update.kept] == ["social_worker"]
    assert take(database, sample, path) == ImportResult(changed=1)
    assert child(database, "P-1001", "social_worker, team") == ("Nobody yet", "North")


def test_a_changed_birth_date_waits_until_a_person_has_looked(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    head = "Person ID,First Name,Surname,DOB,Became LAC,LS,Team"
    row = "P-1001,Samantha,Tillbrook,10/05/2016,03/11/2025,V2,North"
    path = written(tmp_path, [head, row])
    [update] = plan(database, path).to_look_at
    assert [(change.field, change.before) for change in update.look] == [
        ("born_on", date(2016, 5, 9)), ("legal_status", "C2"),
    ]  # fmt: skip
    take(database, sample, path)
    columns = "born_on, legal_status, team"
    assert child(database, "P-1001", columns) == ("2016-05-09", "C2", "North")
    assert take(database, sample, path, "P-1001") == ImportResult(changed=1)
    assert child(database, "P-1001", columns) == ("2016-05-10", "V2", "North")
    assert plan(database, path).does_nothing


def test_a_value_changed_since_the_plan_was_made_is_not_written_over(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    head = "Person ID,First Name,Surname,DOB,Became LAC,School"
    row = "P-1001,Samantha,Tillbrook,09/05/2016,03/11/2025,Elm Road"
    made = plan(database, written(tmp_path, [head, row]))
    with database.saving(sample.iro_id) as session:
        found = session.get(Child, sample.child_id)
        assert found is not None
        found.school = "Moved to Ash Lane"
    result = apply_plan(database, Owner(sample.iro_id, AUTHORITY), made, calendar())
    assert result == ImportResult()
    assert child(database, "P-1001", "school") == ("Moved to Ash Lane",)


def test_a_planned_review_held_elsewhere_becomes_known(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    head = "Person ID,First Name,Surname,DOB,Became LAC,Last Review,Next Review"
    row = "P-1001,Samantha,Tillbrook,09/05/2016,03/11/2025,10/08/2026,10/02/2027"
    path = written(tmp_path, [head, row])
    found = open_case_list(path)
    made = found.plan(found.guessed, known(database), date(2026, 9, 1))
    owner = Owner(sample.iro_id, AUTHORITY)
    apply_plan(database, owner, made, calendar(), accepted=["P-1001"])
    assert rows(database, "select number, state, held_on, booked_on from review order by number")[
        2:
    ] == [(3, "known", "2026-08-10", "2026-08-12"), (4, "planned", None, "2027-02-10")]
    assert found.plan(found.guessed, known(database), date(2026, 9, 1)).does_nothing


def test_leaving_care_waits_for_a_look_and_coming_back_begins_another_time_in_care(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    left = "77,Kit Lark,03/04/2016,01/02/2024,V2,,,,,,01/03/2026"
    back = "77,Kit Lark,03/04/2016,20/04/2026,V2,,,,,,"
    take(database, sample, written(tmp_path, [HEADINGS, left.removesuffix("01/03/2026")]))
    path = written(tmp_path, [HEADINGS, left])
    take(database, sample, path)
    assert child(database, "77", "in_care") == (1,)
    take(database, sample, path, "77")
    assert child(database, "77", "in_care") == (0,)
    take(database, sample, written(tmp_path, [HEADINGS, back]), "77")
    assert child(database, "77", "in_care") == (1,)
    with database.saving(sample.iro_id) as session:
        periods = session.execute(
            select(CarePeriod.began_on, CarePeriod.ended_on)
            .join(Child)
            .where(Child.identifier == "77")
            .order_by(CarePeriod.began_on)
        ).all()
    assert [tuple(period) for period in periods] == [
        (date(2024, 2, 1), date(2026, 3, 1)), (date(2026, 4, 20), None),
    ]  # fmt: skip


def test_care_that_began_before_the_known_calendar_does_not_stop_an_import(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    row = "77,Kit Lark,03/04/2008,01/02/2009,C2,,,,,,"
    path = written(tmp_path, [HEADINGS, row])
    assert take(database, sample, path).added == 1
    assert child(database, "77", "review_due_on") == (None,)


def test_a_child_whose_record_was_removed_is_not_added_again(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    path = liquid_list(tmp_path)
    take(database, sample, path)
    with database.saving(sample.iro_id, TODAY_AT) as session:
        gone = session.scalars(select(Child).where(Child.identifier == "0012345")).one()
        gone.remove(sample.iro_id, TODAY_AT)
    again = plan(database, path)
    assert again.does_nothing
    assert len(again.errors) == 4


def test_stopped_half_way_it_keeps_what_is_in_and_goes_on_the_next_time(
    database: Database, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apply, "CHILDREN_IN_ONE_COMMIT", 2)
    many = [f"{n},Kit Lark,03/04/2016,01/02/2024,V2,,,,,," for n in range(5)]
    path = written(tmp_path, [HEADINGS, *many])
    told: list[float] = []
    watch = Watch(told.append, lambda: len(told) == 2)
    assert take(database, sample, path, watch=watch) == ImportResult(4, was_stopped=True)
    assert take(database, sample, path, watch=Watch(told.append)) == ImportResult(1)
    assert told[-1] == 1.0
    assert rows(database, "select count(*) from child") == [(6,)]


def test_reviews_that_waymark_held_are_known_by_their_days(
    database: Database, sample: Sample
) -> None:
    sam = known(database)["P-1001"]
    assert sam.reviewed_on == (date(2025, 11, 24), date(2026, 2, 16))
    assert sam.value_of("booked_on") == date(2026, 8, 12)
    assert sam.value_of("iro") == "Nadia Brightwell"
    assert sam.value_of("care_began_on") == date(2025, 11, 3)


def test_imported_children_belong_to_their_own_case(
    database: Database, sample: Sample, tmp_path: Path
) -> None:
    take(database, sample, liquid_list(tmp_path))
    with database.saving(sample.iro_id) as session:
        for found in session.scalars(select(Child)):
            assert found.case_id == found.id
        for kind in (CarePeriod, Review):
            for part in session.scalars(select(kind)):
                assert part.case_id == part.child_id
