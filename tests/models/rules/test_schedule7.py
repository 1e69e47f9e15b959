"""What a review must consider."""

from datetime import date

from models.rules.schedule7 import CONSIDERED_NAMES, SCHEDULE_7, Considered


def test_the_matters_are_numbered_as_the_schedule_is() -> None:
    assert list(SCHEDULE_7) == [f"S7.{number}" for number in range(1, 15)]
    assert all(each.short_name and each.must_consider for each in SCHEDULE_7.values())


def test_the_last_matter_was_added_in_2014() -> None:
    assert SCHEDULE_7["S7.14"].in_force_from == date(2014, 8, 18)
    assert SCHEDULE_7["S7.1"].in_force_from == date(2011, 4, 1)


def test_only_a_matter_not_considered_holds_up_the_review() -> None:
    assert [each for each in Considered if each.blocks_completion] == [Considered.NOT_CONSIDERED]


def test_only_nothing_to_add_needs_no_words() -> None:
    assert [each for each in Considered if not each.needs_words] == [Considered.NOTHING_TO_ADD]
    assert set(CONSIDERED_NAMES) == set(Considered)
