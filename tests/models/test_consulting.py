"""How a child was asked before the review is kept with its day and by whom."""

from datetime import date

import pytest

from models.consulting import consult
from models.database import Database
from models.editing import put, remove
from models.open_review import OpenReview
from models.record import Refused
from tests import sample

Sam = tuple[Database, sample.Sample]


def test_each_way_is_kept_with_its_day_and_by_whom(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        later = consult(review, "school", date(2026, 8, 11), " Ms Fennimore ")
        consult(review, "met_iro", date(2026, 8, 3), "Nadia", "at home")
    kept = sample.sheet(database, made).consultations
    assert [(each.way, each.on, each.by, each.note) for each in kept] == [
        ("met_iro", date(2026, 8, 3), "Nadia", "at home"),
        ("school", date(2026, 8, 11), "Ms Fennimore", ""),
    ]
    with database.saving(made.iro_id) as session:
        put(session, "consultation", later, "way", "advocate")
    assert sample.sheet(database, made).consultations[1].way == "advocate"
    with database.saving(made.iro_id) as session:
        remove(session, "consultation", later)
    assert [each.way for each in sample.sheet(database, made).consultations] == ["met_iro"]


def test_a_way_that_is_not_known_is_refused(sam: Sam) -> None:
    database, made = sam
    with pytest.raises(Refused), database.saving(made.iro_id) as session:
        consult(OpenReview(session, made.review_id), "horoscope")
