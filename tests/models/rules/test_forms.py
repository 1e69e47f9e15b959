"""The consultation forms: one for each who is asked, in words that they can read."""

from datetime import date

import pytest

from models.rules.forms import FORMS, Answer, ConsultationForm, childs_form, usual_form

BORN_ON = date(2016, 5, 9)


@pytest.mark.parametrize(
    ("on", "form"),
    [
        (date(2020, 5, 8), ""),
        (date(2020, 5, 9), "child_4"),
        (date(2024, 5, 8), "child_4"),
        (date(2024, 5, 9), "child_8"),
        (date(2028, 5, 9), "child_12"),
        (date(2032, 5, 9), "child_16"),
        (date(2034, 5, 9), "child_16"),
    ],
)
def test_age_on_the_day_of_the_review_suggests_the_childs_form(on: date, form: str) -> None:
    assert childs_form(BORN_ON, on) == form


@pytest.mark.parametrize(
    ("role", "has_responsibility", "form"),
    [
        ("parent", True, "parent"),
        ("parent", False, "parent"),
        ("carer", False, "carer"),
        ("teacher", False, "school"),
        ("nurse", False, "health"),
        ("solicitor", False, ""),
        ("other", True, "parent"),
        ("social_worker", False, ""),
    ],
)
def test_who_is_asked_gets_the_form_of_their_place(
    role: str, has_responsibility: bool, form: str
) -> None:
    assert usual_form(role, has_responsibility=has_responsibility) == form


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_asks_what_is_well_what_worries_and_what_next(
    form: ConsultationForm,
) -> None:
    assert form in FORMS.values()
    made = FORMS[form.key]
    columns = [question.column for question in made.questions if question.column]
    assert columns[:2] == ["going_well", "worry"]
    assert columns[2] in {"next", "hope"}
    keys = [question.key for question in made.questions]
    assert len(keys) == len(set(keys))
    assert all(question.choices for question in made.questions if question.answer is Answer.TICKS)
    assert made.key == form.key and len(made.key) <= 20


def test_the_youngest_show_a_face_and_the_others_a_number() -> None:
    assert FORMS["child_4"].questions[0].answer is Answer.FACES
    for key in ("child_8", "child_12", "child_16", "parent", "carer", "school"):
        assert any(each.answer is Answer.NUMBER for each in FORMS[key].questions)


def test_the_forms_for_the_young_are_in_large_type() -> None:
    assert FORMS["child_4"].size_pt >= 16
    assert FORMS["child_8"].size_pt >= 14
