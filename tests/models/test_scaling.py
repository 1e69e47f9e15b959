"""Which scales are asked, who is asked, and when everyone may see the numbers."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models.database import Database
from models.mapping import carry_on, make_pair
from models.numbers_given import Given, give
from models.open_review import OpenReview
from models.review_sheet import AttendanceOnSheet, ReviewSheet, ScaleAnswerOnSheet
from models.scaling import (
    CHILD,
    answers_on,
    answers_that_stand,
    asked,
    asks_with_faces,
    covered,
    is_hidden,
    over_time,
    own_scale,
    scales_here,
    scales_to_add,
    waited_for,
)
from tests import sample
from tests.sample import Sample

Sam = tuple[Database, Sample]


@pytest.fixture
def sheet(sam: Sam) -> ReviewSheet:
    database, made = sam
    sample.begin(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        for key in ("carer", "worker"):
            review.attendance_of(made.people[key]).attended = "in_room"
        make_pair(review, "Mum’s calls stop", "She rings")
    return sample.sheet(*sam)


def answer(
    person_id: str | None, answered: str, number: float | None = None
) -> ScaleAnswerOnSheet:
    return ScaleAnswerOnSheet(
        id=f"{person_id}", review_id="", scale="overall" if person_id else "overall_child",
        person_id=person_id, who="", is_child=person_id is None, answered=answered, number=number,
        reason="", one_more="",
    )  # fmt: skip


def test_the_usual_scales_come_first_then_one_for_each_worry(sheet: ReviewSheet) -> None:
    here = scales_here(sheet)
    assert [each.key for each in here[:-1]] == ["overall", "permanence", "family_time"]
    assert here[-1].worry is not None
    assert (here[-1].key, here[-1].place) == (here[-1].worry.scale, 1)
    assert here[-1].zero == "it is happening now, or will"


def test_confidence_is_asked_once_the_chair_adds_it_or_someone_answered(
    sheet: ReviewSheet,
) -> None:
    assert [each.key for each in scales_to_add(sheet)] == ["confidence"]
    assert "confidence" in [each.key for each in scales_here(sheet, ["confidence"])]
    assert scales_to_add(sheet, ["confidence"]) == ()
    given_one = replace(answer(None, "number", 4), scale="confidence")
    assert scales_to_add(replace(sheet, scale_answers=(given_one,))) == ()


@pytest.mark.parametrize(
    ("born_on", "with_faces"),
    [(date(2018, 8, 13), True), (date(2018, 8, 12), False), (date(2010, 1, 1), False)],
)
def test_faces_are_asked_for_below_eight(
    sheet: ReviewSheet, born_on: date, with_faces: bool
) -> None:
    child = replace(sheet.child, born_on=born_on)
    assert asks_with_faces(replace(sheet, child=child)) is with_faces


def test_a_child_who_answered_goes_on_as_they_began(sheet: ReviewSheet) -> None:
    by_face = replace(answer(None, "number", 7.5), scale="overall_young_child", face="face-3")
    assert asks_with_faces(replace(sheet, scale_answers=(by_face,)))
    young = replace(sheet.child, born_on=date(2022, 1, 1))
    by_number = replace(sheet, child=young, scale_answers=(answer(None, "number", 7),))
    assert not asks_with_faces(by_number)
    assert own_scale("overall", with_faces=True) == "overall_young_child"
    assert own_scale("overall", with_faces=False) == "overall_child"
    assert own_scale("permanence", with_faces=True) == "permanence"


def test_those_who_came_and_the_child_are_asked_and_not_those_passed_over(
    sam: Sam, sheet: ReviewSheet
) -> None:
    people = sam[1].people
    assert asked(sheet, "overall") == (CHILD, people["carer"], people["worker"])
    also = asked(sheet, "overall", [people["gran"]])
    assert people["gran"] in also
    passed_over = replace(sheet, scale_answers=(answer(None, "not_asked"),))
    assert CHILD not in asked(passed_over, "overall")


def test_numbers_are_hidden_until_all_are_in_and_only_if_the_chair_wishes(
    sam: Sam, sheet: ReviewSheet
) -> None:
    people = sam[1].people
    given_now = [answer(None, "number", 4), answer(people["carer"], "rather_not")]
    some_in = replace(sheet, scale_answers=tuple(given_now))
    assert not is_hidden(some_in, "overall")
    wished = replace(some_in, numbers_hidden=True)
    assert waited_for(wished, "overall") == (people["worker"],)
    assert is_hidden(wished, "overall")
    last = answer(people["worker"], "number", 9)
    all_in = replace(wished, scale_answers=(*given_now, last))
    assert not is_hidden(all_in, "overall")
    assert is_hidden(all_in, "overall", [people["gran"]])
    assert not is_hidden(replace(wished, state="finished"), "overall")


def test_a_covered_review_has_none_of_the_hidden_numbers_and_all_the_rest(
    sheet: ReviewSheet,
) -> None:
    other = replace(answer(None, "number", 3), scale="permanence")
    own = answer(None, "number", 8)
    filled = replace(sheet, scale_answers=(own, other))
    assert covered(filled, ["overall"]).scale_answers == (other,)
    assert covered(filled, []) is filled


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.data())
def test_nothing_is_hidden_when_nobody_is_waited_for(
    sheet: ReviewSheet, data: some.DataObject
) -> None:
    """However people answer, hidden and waiting are the same, and an answer never hides more."""
    people = [person.id for person in sheet.people]
    came = data.draw(some.sets(some.sampled_from(people)))
    states = some.sampled_from(["number", "rather_not", "not_asked"])
    given_now = data.draw(some.dictionaries(some.sampled_from([None, *people]), states))
    attendances = tuple(_came(person) for person in came)
    answers = tuple(
        answer(who, state, 5 if state == "number" else None) for who, state in given_now.items()
    )
    one = replace(sheet, attendances=attendances, scale_answers=answers, numbers_hidden=True)
    assert is_hidden(one, "overall") == bool(waited_for(one, "overall"))
    assert set(waited_for(one, "overall")) <= set(asked(one, "overall"))
    for who in waited_for(one, "overall"):
        more = answer(None if who == CHILD else who, "rather_not")
        after = replace(one, scale_answers=(*answers, more))
        assert len(waited_for(after, "overall")) == len(waited_for(one, "overall")) - 1


def _came(person_id: str) -> AttendanceOnSheet:
    return AttendanceOnSheet(
        id=person_id, person_id=person_id, consulted=False, invited=True, not_invited_why="",
        attended="in_room", part="", sent_views=False, views="", apologies=False,
    )  # fmt: skip


def test_a_worry_that_is_taken_away_takes_its_numbers_from_what_stands(
    sam: Sam, sheet: ReviewSheet
) -> None:
    key = scales_here(sheet)[-1].key
    own = replace(answer(None, "number", 3), scale=key)
    filled = replace(sheet, scale_answers=(own,))
    assert answers_that_stand(filled) == (own,)
    assert answers_on(filled, key) == {CHILD: own}
    assert answers_that_stand(replace(filled, notes=())) == ()


def test_a_worrys_line_goes_on_from_review_to_review_for_each_person(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        before = OpenReview(session, made.earlier_review_id)
        first = make_pair(before, "Mum’s calls stop")
        give(before, Given(f"w:{first}", number=2))
        now = OpenReview(session, made.review_id)
        carry_on(now, first)
        give(now, Given(f"w:{first}", number=5))
    given_so_far = [each for each in over_time(sample.sheet(*sam)) if each.scale == f"w:{first}"]
    assert [(each.review_number, each.number) for each in given_so_far] == [(2, 2), (3, 5)]
