"""The parts of a child's life."""

from models.rules.life_areas import LIFE_AREAS
from models.rules.meeting_steps import MEETING_STEPS


def test_the_areas_of_the_design_are_there() -> None:
    assert [area.name for area in LIFE_AREAS.values()] == [
        "Home",
        "Health",
        "Learning",
        "Family time",
        "Friends and fun",
        "Identity",
        "Feelings",
        "Safety",
        "The long plan",
        "Money",
        "Moving on",
    ]


def test_each_area_is_spoken_of_in_a_step_that_has_its_matters_or_in_the_childs_own_words() -> (
    None
):
    for area in LIFE_AREAS.values():
        known = {*MEETING_STEPS[area.step].schedule_7, "S7.12"}
        assert set(area.schedule_7) <= known
