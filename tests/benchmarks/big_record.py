"""A record with very many invented children, and one review as large as any."""

from datetime import date, timedelta
from pathlib import Path

from models.database import Database
from models.open_review import OpenReview
from models.record import new_id
from models.rules.working_days import WorkingDays
from tests import demo_record, sample

KEY = demo_record.KEY
CASELOAD = 70
IRO = "00000000-0000-4000-8000-000000000001"
GIVEN = ("Ada", "Bo", "Cerys", "Dai", "Efa", "Finn", "Gwil", "Hope", "Iolo", "Jan")
FAMILY = ("Ashby", "Birch", "Croft", "Dale", "Elm", "Ford", "Glen", "Holt", "Ives", "Jarrow")


def with_children(folder: Path, how_many: int) -> Database:
    """A record with so many children in care, seventy of them one IRO's."""
    database = Database.create(folder, KEY, lambda: demo_record.NOW)
    columns = (
        "id, authority_id, case_id, identifier, given_name, family_name, chosen_name, pronouns,"
        " born_on, legal_status, first_language, interpreter, communication, lives_with,"
        " placement_code, plan, school, what_helps, letter_wishes, letter_colour, chosen_words,"
        " social_worker, team, iro_id, iro_typed, review_due_on, review_due_clock,"
        " review_counted_from, reviews_held, in_care, created_by, updated_by, base_version,"
        " pending"
    )
    marks = ", ".join("?" * len(columns.split(",")))
    writer = database._writer
    writer.execute("BEGIN")
    writer.executemany(
        f"insert into child ({columns}) values ({marks})",  # noqa: S608 our own names
        (_child(place, how_many) for place in range(how_many)),
    )
    writer.execute("COMMIT")
    return database


def _child(place: int, how_many: int) -> tuple[object, ...]:
    born_on = date(2010, 1, 1) + timedelta(days=place % 5000)
    due_on = date(2026, 11, 1) + timedelta(days=place % 180)
    mine = place % (how_many // CASELOAD) == 0
    child_id = new_id()
    return (
        child_id, 1, child_id, f"B{place:07d}", GIVEN[place % 10],
        f"{FAMILY[place // 10 % 10]}-{place}", "", "they/them", born_on.isoformat(), "C2",
        "English", "", "", "Carers", "", "", "School", "", "", "green", "",
        f"Worker {place % 400}", "Team", IRO if mine else "other", "[]", due_on.isoformat(),
        "T12", "2026-05-01", 3, 1, "", "", 0, "{}",
    )  # fmt: skip


def with_largest_review(folder: Path) -> tuple[Database, str]:
    """A review with three hundred notes, forty of the child's sayings and thirty decisions."""
    database = sample.open_database(folder)
    made = sample.fill(database)
    sample.write_whole_review(database, made)
    words = "Words that somebody said in the meeting, as long as such words are. " * 2
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        for place in range(300):
            column = ("going_well", "worry", "next")[place % 3]
            review.add_note(column, f"{place} {words}", step="A4", life_area="home")
        for place in range(40):
            review.add_wish(f"{place} I said this.")
        for place in range(28):
            review.decide(f"{place} {words}", "Samir Oakenshaw", date(2026, 10, 1))
    return database, made.review_id


CALENDAR = WorkingDays.of_england_and_wales()
