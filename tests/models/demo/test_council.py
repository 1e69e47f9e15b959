"""The demo council holds what a demonstration needs, and the same for the same seed."""

from collections import Counter
from datetime import date
from pathlib import Path

from models.database import Database
from models.demo.after_meetings import Stage, after_meetings
from models.demo.council import demo_council
from models.rules.participation_codes import PARTICIPATION_CODES, fits_age
from models.rules.working_days import WorkingDays
from tests import demo_record

TABLES = (
    "child", "review", "note", "wish", "decision", "step_fact", "paper_received", "person",
    "milestone", "manager_reply", "protected_fact", "restriction", "convening", "invitation",
    "returned_form",
)  # fmt: skip


def test_every_participation_code_is_there_and_fits_the_childs_age(demo: Database) -> None:
    with demo.reading() as connection:
        rows = connection.execute(
            "select p.suggested_code, c.born_on, r.held_on from participation p "
            "join review r on r.id = p.review_id join child c on c.id = r.child_id"
        ).fetchall()
    assert {code for code, _, _ in rows} == set(PARTICIPATION_CODES)
    for code, born_on, held_on in rows:
        assert fits_age(code, date.fromisoformat(born_on), date.fromisoformat(held_on))


def test_some_are_late_some_in_two_parts_and_one_adjourned(demo: Database) -> None:
    with demo.reading() as connection:
        late = connection.execute("select count(*) from review where held_on > due_on").fetchone()
        parts = connection.execute("select count(*) from sitting where number = 2").fetchone()
        states = Counter(row[0] for row in connection.execute("select state from review"))
    assert late[0] > 0
    assert parts[0] > 0
    assert states["adjourned"] == 1


def test_no_review_is_in_the_future_and_none_before_care_began(demo: Database) -> None:
    with demo.reading() as connection:
        wrong = connection.execute(
            "select count(*) from review r join care_period p on p.child_id = r.child_id "
            "where r.held_on >= ? or r.held_on < p.began_on",
            (demo_record.TODAY.isoformat(),),
        ).fetchone()
    assert wrong[0] == 0


def test_somebody_by_name_comes_for_a_children_s_home(demo: Database) -> None:
    with demo.reading() as connection:
        homes = connection.execute(
            "select p.name, p.what_they_are from person p join child c on c.id = p.child_id "
            "where c.lives_with in ('Hollybush House', 'The Coppice', 'Ferry Lodge') "
            "and p.role = 'carer'"
        ).fetchall()
        names = {row[0] for row in connection.execute("select name from person")}
        lines = [row[0] for row in connection.execute("select home_line from review")]
    assert ("Ola Brightside", "key worker, Hollybush House") in homes
    assert not names & {"Hollybush House", "The Coppice", "Ferry Lodge"}
    assert not [name for name in names if "," in name]
    assert any(line.startswith("You live at Hollybush House.") for line in lines)
    assert not [line for line in lines if line.startswith("You live with Hollybush House")]


def test_the_check_half_way_was_made_near_its_day_and_not_soon_after_the_review(
    demo: Database,
) -> None:
    with demo.reading() as connection:
        rows = connection.execute(
            "select r.completed_on, r.midpoint_on, m.met_on from milestone m "
            "join review r on r.id = m.review_id where m.clock = 'T50'"
        ).fetchall()
    assert rows
    for completed_on, midpoint_on, met_on in (map(date.fromisoformat, row) for row in rows):
        assert (met_on - completed_on).days > 14
        assert 0 <= (midpoint_on - met_on).days <= 14


def test_it_can_be_made_on_a_day_that_few_years_have(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "d", demo_record.KEY, lambda: demo_record.NOW)
    day, calendar = date(2028, 2, 29), WorkingDays.of_england_and_wales()
    with database.saving("") as session:
        owner = demo_council(session, day, calendar)
        assert set(after_meetings(session, owner.id, day, calendar)) == set(Stage)
    with database.reading() as connection:
        assert connection.execute("select count(*) from child").fetchone()[0] == 60
    database.close()


def test_the_same_seed_and_day_give_the_same_council(
    demo: Database, demo_made: tuple[Path, str], tmp_path: Path
) -> None:
    again = demo_record.make(tmp_path / "again")
    assert again == demo_made[1]
    other = demo_record.open_copy(tmp_path / "again", tmp_path / "open")
    for table in TABLES:
        with demo.reading() as one, other.reading() as two:
            words = f"select id, case_id from {table} order by id"  # noqa: S608
            assert one.execute(words).fetchall() == two.execute(words).fetchall()
    other.close()
