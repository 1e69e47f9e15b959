"""The invented council's facts and papers: in character, in time, and the same each time."""

from models.database import Database
from models.demo.facts import CHOSEN, DAYS_AGO, WRITTEN
from models.facts_on_sheet import facts_for
from models.papers_on_sheet import papers_of
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from models.rules.fact_asked import FactKind
from models.rules.papers import PaperState
from models.rules.permanence import PERMANENCE_TYPES, is_plan_missing
from models.rules.step_facts import STEP_FACTS
from models.rules.working_days import WorkingDays
from tests import demo_record

ENGLAND = WorkingDays.of_england_and_wales()


def _kits_next(demo: Database) -> ReviewSheet:
    with demo.reading() as connection:
        (review_id,) = connection.execute(
            "select r.id from review r join child c on c.id = r.child_id "
            "where c.given_name = 'Kit' and r.state = 'planned'"
        ).fetchone()
        return read_review(connection, review_id)


def test_there_is_an_answer_to_invent_for_every_fact() -> None:
    for key, fact in STEP_FACTS.items():
        if fact.kind is FactKind.DATE:
            assert key in DAYS_AGO
        elif fact.kind is FactKind.CHOICE:
            assert set(CHOSEN[key]) <= set(fact.answer_words)
        elif fact.kind is not FactKind.YES_NO:
            assert WRITTEN[key]


def test_kit_s_review_today_has_something_to_say_of_last_time(demo: Database) -> None:
    sheet = _kits_next(demo)
    facts = [
        fact
        for step in ("A1", "A4", "A5", "A6", "A7", "A8", "A9")
        for fact in facts_for(sheet, step, demo_record.TODAY)
    ]
    assert not any(fact.is_filled for fact in facts)
    told = [fact for fact in facts if fact.before is not None]
    assert len(told) > len(facts) * 0.8
    assert "passport" not in {fact.asked.key for fact in facts}


def test_some_papers_have_come_for_today_and_some_are_still_to_come(demo: Database) -> None:
    papers = papers_of(_kits_next(demo), demo_record.TODAY, ENGLAND)
    assert 0 < sum(paper.is_said for paper in papers) < len(papers)


def test_papers_of_all_the_reviews_came_in_time_late_and_not_at_all(demo: Database) -> None:
    with demo.reading() as connection:
        held = connection.execute("select id from review where state = 'finished'").fetchall()
        sheets = [read_review(connection, row[0]) for row in held]
    told = [sheet for sheet in sheets if sheet.papers]
    papers = [paper for sheet in told for paper in papers_of(sheet, demo_record.TODAY, ENGLAND)]
    states = {paper.standing.state for paper in papers}
    assert states == {PaperState.ON_TIME, PaperState.LATE, PaperState.ABSENT}
    assert all(sheet.permanence_type in PERMANENCE_TYPES for sheet in sheets)
    assert not [s for s in sheets if is_plan_missing(s.number, s.kind, s.permanence_type)]


def test_no_fact_is_of_a_day_before_the_child_was_born_or_after_the_review(
    demo: Database,
) -> None:
    with demo.reading() as connection:
        wrong = connection.execute(
            "select count(*) from step_fact f join review r on r.id = f.review_id "
            "join child c on c.id = r.child_id "
            "where f.day is not null and (f.day < c.born_on or f.day > r.held_on)"
        ).fetchone()
    assert wrong[0] == 0
