"""One review as full as any: 5,000 words in 200 notes, 30 decisions, 20 people, 10 scales."""

from datetime import date
from pathlib import Path

from models.considered import StepFact
from models.database import Database
from models.open_review import OpenReview
from models.rules.scales import SCALES
from tests import sample

NOTES, WORDS, DECISIONS, PEOPLE, SCALES_GIVEN, FACTS = 200, 5_000, 30, 20, 10, 12
_SAID = (
    "Sam told us about the sleepover at Nana Bea’s and how it went and what she would like "
    "next time when the weather is better and there is more time"
)
SAID = tuple(_SAID.split())


def with_full_review(folder: Path) -> tuple[Database, sample.Sample]:
    """The record, and the family whose review is full; step A4 holds a third of the notes."""
    database = sample.open_database(folder)
    made = sample.fill(database)
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        people = [review.add_person(f"Person {place}") for place in range(PEOPLE - 5)]
        for place, person_id in enumerate(people):
            review.attendance_of(person_id).attended = "in_room" if place % 2 else "no"
        _write(review, list(made.people.values()))
    return database, made


def _write(review: OpenReview, people: list[str]) -> None:
    """Write what is said: each note is as long as notes are."""
    for place in range(NOTES):
        words = " ".join(SAID[(place + each) % len(SAID)] for each in range(WORDS // NOTES))
        column = ("going_well", "worry", "next")[place % 3]
        step, area = (("A4", "home"), ("A5", "family_time"), ("A7", "learning"))[place // 3 % 3]
        review.add_note(column, f"{words}.", step=step, life_area=area, person_id=people[0])
    for place in range(DECISIONS - 2):
        review.decide(f"Decision {place}: {' '.join(SAID)}", "Samir Oakenshaw", date(2026, 10, 1))
    for place in range(SCALES_GIVEN):
        scale = list(SCALES)[place % len(SCALES)]
        person_id = people[place // len(SCALES) % len(people)]
        review.give_number(place, " ".join(SAID), scale=scale, person_id=person_id)
    for place in range(FACTS):
        review._add(StepFact, fact=f"fact_{place}", words=" ".join(SAID))
