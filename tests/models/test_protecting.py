"""One place of a review's record is restricted as a whole, and says from whom it is kept."""

import pytest

from models.database import Database
from models.open_review import OpenReview
from models.protected import ProtectedFact
from models.protecting import Place, kinds_at, left_out_for, protect, set_kinds, toggle, usual_tag
from models.reading_a_review import read_review
from models.record import Refused
from models.review_sheet import ReviewSheet
from tests import sample


def _sheet(database: Database, made: sample.Sample) -> ReviewSheet:
    with database.reading() as connection:
        return read_review(connection, made.review_id)


def _toggle(database: Database, made: sample.Sample, place: Place) -> ReviewSheet:
    with database.saving(made.iro_id) as session:
        toggle(OpenReview(session, made.review_id), place)
    return _sheet(database, made)


def test_a_paragraph_of_the_review_is_restricted_and_taken_back(
    sam: tuple[Database, sample.Sample],
) -> None:
    database, made = sam
    place = ("review", made.review_id, "iro_view")
    assert kinds_at(_toggle(database, made, place), place) == ()
    with database.saving(made.iro_id) as session:
        set_kinds(OpenReview(session, made.review_id), place, ["R4", "R10"])
    assert kinds_at(_sheet(database, made), place) == ("R4", "R10")
    assert kinds_at(_toggle(database, made, place), place) is None
    assert kinds_at(_toggle(database, made, place), place) == ()


@pytest.mark.parametrize(
    ("field", "kinds"), [("phone", "address_kinds"), ("name", "restriction_kinds")]
)
def test_a_carers_address_lines_are_kept_together_and_apart_from_who_they_are(
    sam: tuple[Database, sample.Sample], field: str, kinds: str
) -> None:
    database, made = sam
    sheet = _toggle(database, made, ("person", made.people["carer"], field))
    carer = sheet.person[made.people["carer"]]
    held = {name: getattr(carer, name) for name in ("address_kinds", "restriction_kinds")}
    assert held == {"address_kinds": (), "restriction_kinds": (), kinds: ("R1",)}


def test_an_unknown_kind_is_refused(sam: tuple[Database, sample.Sample]) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session, pytest.raises(Refused):
        set_kinds(
            OpenReview(session, made.review_id), ("review", made.review_id, "iro_view"), ["R13"]
        )


def test_a_protected_fact_begins_with_the_kind_it_usually_has(
    sam: tuple[Database, sample.Sample],
) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        fact_id = protect(
            session, made.child_id, "address", " 14 Larch Close ", person_id=made.people["carer"]
        )
        fact = session.get(ProtectedFact, fact_id)
        assert fact is not None
        assert (fact.words, fact.tag) == ("14 Larch Close", "R1")
    assert usual_tag("refuge", "carer") == "R8"


def test_those_who_do_not_read_a_carers_address_are_named() -> None:
    named = left_out_for({"R1"})
    assert "Parent with parental responsibility" in named
    assert "Social worker" not in named
