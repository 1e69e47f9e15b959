"""The twelve steps of a review."""

import re

from models.rules.meeting_steps import COLUMN_NAMES, MEETING_STEPS, Column
from models.rules.schedule7 import SCHEDULE_7


def test_there_are_twelve_steps_in_order() -> None:
    assert list(MEETING_STEPS) == [f"A{number}" for number in range(1, 13)]


def test_the_steps_cover_schedule_7_even_without_the_one_that_takes_all() -> None:
    covered = {
        key for step in MEETING_STEPS.values() if step.id != "A11" for key in step.schedule_7
    }
    assert covered == set(SCHEDULE_7)
    assert MEETING_STEPS["A11"].schedule_7 == tuple(SCHEDULE_7)


def test_a_child_may_come_for_the_first_four_and_for_ten_and_eleven() -> None:
    comes = [step.id for step in MEETING_STEPS.values() if step.child_may_come_for_it]
    assert comes == ["A1", "A2", "A3", "A4", "A10", "A11"]


def test_prompts_know_no_other_gap_than_the_name() -> None:
    for step in MEETING_STEPS.values():
        for words in (step.name, step.adult_prompt, step.child_prompt):
            assert set(re.findall(r"{.*?}", words)) <= {"{name}"}
            assert words


def test_only_the_tenth_step_is_a_scale_and_every_column_has_a_name() -> None:
    assert [each.id for each in MEETING_STEPS.values() if Column.SCALE in each.columns] == ["A10"]
    assert set(COLUMN_NAMES) == set(Column)
