"""The IRO's lists, read from the demo council."""

from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from models import caseload
from models.child import Child
from models.database import Database
from models.owed import REPLY
from models.review import Review, ReviewState
from models.rules.timescales import RESUMED
from models.rules.working_days import WorkingDays
from tests.demo_record import TODAY

CALENDAR = WorkingDays.of_england_and_wales()
MONTH = TODAY + timedelta(days=28)


def due(demo: Database, owner_id: str, until: date = MONTH) -> tuple[caseload.DueLine, ...]:
    with demo.reading() as connection:
        return caseload.what_is_due(connection, owner_id, TODAY, until, CALENDAR)


def test_an_iro_sees_her_own_children_soonest_first(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    with demo.reading() as connection:
        mine = caseload.children(connection, demo_made[1])
        everyone = caseload.children(connection)
        counted = caseload.count_children(connection, demo_made[1])
    days = [line.review_due_on for line in mine if line.review_due_on]
    assert days == sorted(days)
    assert len(mine) == counted == 31
    assert len(everyone) == 60


def test_pages_of_the_list_hold_every_child_once(demo: Database) -> None:
    with demo.reading() as connection:
        whole = caseload.children(connection)
        paged: list[caseload.ChildLine] = []
        while page := caseload.children(connection, after=paged[-1] if paged else None, most=7):
            paged += page
        assert caseload.count_children(connection) == len(whole)
    assert [line.id for line in paged] == [line.id for line in whole]


def test_a_child_without_a_due_date_comes_last_and_is_not_lost_between_pages(
    demo: Database,
) -> None:
    with demo.saving("x") as session:
        for child in session.scalars(select(Child).order_by(Child.id).limit(3)):
            child.review_due_on = None
    with demo.reading() as connection:
        whole = caseload.children(connection)
        last = caseload.children(connection, after=whole[57])
    assert [line.review_due_on for line in whole[-3:]] == [None, None, None]
    assert [line.id for line in last] == [line.id for line in whole[58:]]


def test_a_child_is_found_by_the_beginning_of_any_name_identifier_or_social_worker(
    demo: Database,
) -> None:
    with demo.reading() as connection:
        kit = caseload.find_children(connection, "larkh kit")[0]
        assert (kit.given_name, kit.family_name) == ("Kit", "Larkhollow")
        by_identifier = caseload.find_children(connection, kit.identifier)
        by_worker = caseload.find_children(connection, kit.social_worker.split()[1])
        without_accents = caseload.find_children(connection, "zoe")
    assert [line.id for line in by_identifier] == [kit.id]
    assert kit.id in {line.id for line in by_worker}
    assert [line.given_name for line in without_accents] == ["Zoë"]


def test_search_keeps_in_step_with_a_changed_name(demo: Database) -> None:
    with demo.saving("x") as session:
        child = session.scalars(select(Child).where(Child.given_name == "Kit")).one()
        child.put("chosen_name", "Kestrel")
    with demo.reading() as connection:
        assert len(caseload.find_children(connection, "kestr larkh")) == 1


def test_marks_that_mean_something_to_the_index_are_only_text(demo: Database) -> None:
    with demo.reading() as connection:
        assert caseload.find_children(connection, '"kit" OR * NEAR(') == ()
        assert len(caseload.find_children(connection, ' "; -- ')) == 60


def test_somebody_elses_children_are_not_found_among_mine(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    with demo.reading() as connection:
        everyone = caseload.find_children(connection, "a")
        mine = caseload.find_children(connection, "a", demo_made[1])
    assert 0 < len(mine) < len(everyone)


def test_what_is_due_names_late_reviews_the_adjourned_one_and_what_follows_a_review(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    lines = due(demo, demo_made[1])
    assert [line.due_on for line in lines] == sorted(line.due_on for line in lines)
    clocks = {line.clock for line in lines}
    assert {"T12", RESUMED.id} <= clocks
    assert clocks & {"T31", "T33", "T35", "T36", "T37"}
    late = [line for line in lines if line.due_on < TODAY and line.review_id is None]
    assert "Ives Tallowfield" in {line.full_name for line in late}


def test_the_managers_silence_settles_their_answer(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    assert all(line.due_on >= TODAY for line in due(demo, demo_made[1]) if line.clock == REPLY)


def test_todays_reviews_and_the_next_are_listed(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    with demo.reading() as connection:
        lines = caseload.reviews_to_come(connection, demo_made[1], TODAY, MONTH)
    today = {line.called for line in lines if line.booked_on == TODAY}
    assert {"Kit", "Posy"} <= today
    assert any(line.state == "adjourned" for line in lines)


def test_a_review_due_is_not_asked_for_again_while_it_is_under_way(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    with demo.saving("x") as session:
        ives = session.scalars(select(Child).where(Child.given_name == "Ives")).one()
        review = session.scalars(
            select(Review).where(Review.child_id == ives.id, Review.state == ReviewState.PLANNED)
        ).one()
        review.state = ReviewState.OPEN
    assert "Ives Tallowfield" not in {line.full_name for line in due(demo, demo_made[1])}
