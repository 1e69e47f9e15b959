"""The facts of each step: what they belong to, and of whom they are asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.fact_asked import FactKind
from models.rules.life_areas import LIFE_AREAS
from models.rules.meeting_steps import MEETING_STEPS
from models.rules.review_kinds import REVIEW_KINDS
from models.rules.schedule7 import SCHEDULE_7
from models.rules.step_facts import STEP_FACTS, facts_asked

KEY_LENGTH, CHOICE_LENGTH = 40, 30  # what the record keeps
EVERY_FACT = pytest.mark.parametrize("key", list(STEP_FACTS))


def _keys(step: str, age: int, kind: str = "later") -> list[str]:
    return [each.key for each in facts_asked(step, age, kind)]


@EVERY_FACT
def test_a_fact_belongs_to_its_step_its_part_of_life_and_its_matters_of_law(key: str) -> None:
    fact = STEP_FACTS[key]
    assert set(fact.schedule_7) <= set(MEETING_STEPS[fact.step].schedule_7)
    if fact.area:
        assert LIFE_AREAS[fact.area].step == fact.step
    assert bool(fact.area) == (fact.step != "A1") == bool(fact.schedule_7)
    assert fact.source


@EVERY_FACT
def test_a_fact_fits_the_record_and_says_what_can_be_answered(key: str) -> None:
    fact = STEP_FACTS[key]
    assert len(key) <= KEY_LENGTH
    assert bool(fact.answers) == (fact.kind in {FactKind.CHOICE, FactKind.YES_NO})
    assert len(fact.answer_words) == len(fact.answers)
    assert all(len(answer) <= CHOICE_LENGTH and words for answer, words in fact.answers)
    assert set(fact.not_for) <= set(REVIEW_KINDS)
    assert "{" not in fact.label


def test_every_matter_that_is_a_part_of_life_has_a_fact() -> None:
    covered = {key for fact in STEP_FACTS.values() for key in fact.schedule_7}
    elsewhere = {"S7.3", "S7.12"}  # the permanence fields, and the child's own words
    assert covered == set(SCHEDULE_7) - elsewhere


@pytest.mark.parametrize(
    ("step", "age", "asked", "not_asked"),
    [
        ("A6", 3, {"health_check", "jabs"}, {"sdq_on", "sdq_score"}),
        ("A6", 4, {"sdq_on", "sdq_score"}, set()),
        ("A6", 16, {"sdq_on"}, set()),
        ("A6", 17, {"dentist"}, {"sdq_on", "sdq_score"}),
        ("A7", 1, {"clubs"}, {"pep_on", "attendance", "after_school_age"}),
        ("A7", 15, {"pep_on", "attendance"}, {"after_school_age"}),
        ("A7", 16, {"after_school_age"}, set()),
        ("A8", 9, {"missing", "online"}, {"offending"}),
        ("A8", 10, {"offending"}, set()),
        ("A9", 15, {"savings", "legal_change"}, {"passport", "staying_put"}),
        ("A9", 16, {"passport", "national_insurance", "bank_account", "staying_put"}, set()),
        ("A2", 9, set(), {"savings"}),
    ],
)
def test_the_age_decides_what_is_asked(
    step: str, age: int, asked: set[str], not_asked: set[str]
) -> None:
    keys = set(_keys(step, age))
    assert asked <= keys
    assert not keys & not_asked


def test_a_series_of_short_breaks_asks_for_no_pep() -> None:
    assert "pep_on" in _keys("A7", 9)
    assert "pep_on" not in _keys("A7", 9, "short_breaks")


@given(st.sampled_from(list(MEETING_STEPS)), st.integers(0, 17), st.sampled_from([*REVIEW_KINDS]))
def test_a_step_never_asks_more_than_a_meeting_can_bear(step: str, age: int, kind: str) -> None:
    asked = facts_asked(step, age, kind)
    assert len(asked) <= 13
    assert [each.step for each in asked] == [step] * len(asked)


def test_no_number_of_a_document_is_ever_asked_for() -> None:
    for key in ("passport", "national_insurance", "bank_account"):
        assert STEP_FACTS[key].kind is FactKind.YES_NO
