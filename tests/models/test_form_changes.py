"""A form is changed one thing at a time, and nothing else of it with that."""

from models.form import shipped_form
from models.form_changes import (
    add_area,
    add_step,
    keep_names,
    move_step,
    names_of,
    put_step_in,
    with_area,
    with_column_name,
    with_names,
    with_scale,
    with_sort_name,
    with_step,
)
from models.form_file import read_form_file, written

FORM = shipped_form()
KINDS = tuple(kind.key for kind in FORM.kinds)


def _steps(kind: str, form: object = FORM) -> list[str]:
    return [step.id for step in form.steps_of(kind)]  # type: ignore[attr-defined]


def test_the_ready_names_are_known_again_and_own_names_are_not() -> None:
    assert names_of(FORM) == "success"
    safety = with_names(FORM, "safety")
    assert names_of(safety) == "safety"
    assert safety.column["worry"].name == "What we are worried about"
    assert names_of(with_column_name(safety, "worry", "Troubles")) == ""
    named = with_sort_name(FORM, "goal", "Wellbeing goal")
    assert named.sort_names["goal"] == "Wellbeing goal"
    assert named.sort_names["harm"] == "What has happened"


def test_one_field_is_changed_and_the_rest_stays() -> None:
    assert with_step(FORM, "A4", name="House").step["A4"].name == "House"
    assert with_area(FORM, "home", hidden=True).areas_offered == FORM.areas[1:]
    assert with_scale(FORM, "overall", zero="bad").scale["overall"].zero == "bad"
    assert with_step(FORM, "A4", name="House").step["A5"] == FORM.step["A5"]


def test_a_step_moves_in_every_kind_of_review_that_keeps_the_order() -> None:
    moved = move_step(FORM, "A4", 2)
    assert _steps("first", moved)[3:6] == ["A5", "A6", "A4"]
    assert _steps("short_breaks", moved)[3:5] == ["A6", "A4"]
    assert move_step(moved, "A4", -2) == FORM
    assert move_step(FORM, "A1", -1) == FORM


def test_a_step_is_put_in_some_kinds_of_review_where_the_order_has_it() -> None:
    fewer = put_step_in(FORM, "A5", ["first"])
    assert _steps("first", fewer) == _steps("first")
    assert "A5" not in _steps("later", fewer)
    with_it = put_step_in(FORM, "A5", KINDS)
    assert _steps("short_breaks", with_it)[3:6] == ["A4", "A5", "A6"]


def test_an_own_step_comes_before_the_decisions_of_every_kind() -> None:
    form, step = add_step(FORM, "Faith")
    assert step == "B1"
    for kind in KINDS:
        assert _steps(kind, form).index("B1") == _steps(kind, form).index("A11") - 1
    assert read_form_file(written(form)) == form


def test_an_own_life_area_has_a_key_made_of_its_name() -> None:
    form, key = add_area(FORM, "Café & faith groups nearby", "A5")
    assert key == "cafe_faith_groups"
    again, second = add_area(form, "Café & faith groups nearby", "A5")
    assert second == "cafe_faith_groups_2"
    assert add_area(FORM, "اسرة", "A5")[1] == "area"
    assert read_form_file(written(again)) == again


def test_what_the_form_before_named_is_hidden_and_not_forgotten() -> None:
    own, key = add_area(add_step(FORM, "Faith")[0], "Faith", "A5")
    back = keep_names(FORM, own)
    assert back.area[key].hidden
    assert back.step["B1"].name == "Faith"
    assert "B1" not in _steps("later", back)
    assert keep_names(FORM, FORM) == FORM
