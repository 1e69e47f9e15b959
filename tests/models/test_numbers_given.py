"""One answer for each person and scale; a face is a number with its face; nothing else is."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models.database import Database
from models.numbers_given import Given, give
from models.open_review import OpenReview
from models.record import Refused
from models.rules.scales import FACES, Face
from models.signs import Answered
from tests import sample
from tests.sample import Sample

Sam = tuple[Database, Sample]


def give_all(sam: Sam, *answers: Given) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        for answer in answers:
            give(OpenReview(session, made.review_id), answer)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.key)
def test_a_face_keeps_its_number_and_itself(sam: Sam, face: Face) -> None:
    give_all(sam, Given("overall_young_child", face=face.key, number=face.number))
    answer = sample.sheet(*sam).scale_answers[0]
    assert (answer.number, answer.face) == (face.number, face.key)


@pytest.mark.parametrize(
    "wrong",
    [
        Given(number=2.5),
        Given(number=11),
        Given(number=-1),
        Given("overall_young_child", number=3, face="face-1"),
        Given("overall_young_child", number=10, face="face-1"),
        Given(number=None),
        Given(number=4, answered=Answered.RATHER_NOT),
    ],
)
def test_what_is_not_on_the_scale_is_refused(sam: Sam, wrong: Given) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            give(OpenReview(session, made.review_id), wrong)
        session.rollback()


def test_the_child_has_one_answer_over_all_and_may_change_from_numbers_to_faces(sam: Sam) -> None:
    give_all(
        sam,
        Given("overall_child", number=6),
        Given("permanence", number=3),
        Given("overall_young_child", number=7.5, face="face-3"),
    )
    found = {each.scale: each.number for each in sample.sheet(*sam).scale_answers}
    assert found == {"permanence": 3, "overall_young_child": 7.5}
    give_all(sam, Given("overall_child", number=4, reason="back again"))
    answers = sample.sheet(*sam).scale_answers
    found = {each.scale: each.number for each in answers}
    assert found == {"permanence": 3, "overall_child": 4}


def test_what_adults_gave_is_left_alone_by_the_childs(sam: Sam) -> None:
    carer = sam[1].people["carer"]
    give_all(sam, Given(person_id=carer, number=8), Given("overall_child", number=2))
    assert {(each.person_id, each.number) for each in sample.sheet(*sam).scale_answers} == {
        (carer, 8), (None, 2),
    }  # fmt: skip


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    some.lists(
        some.tuples(
            some.sampled_from(["", "carer", "worker"]),
            some.sampled_from(["overall", "permanence", "w:one", "w:two"]),
            some.integers(0, 10),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_the_last_number_of_each_on_each_scale_is_the_one_kept(
    sam: Sam, answers: Sequence[tuple[str, str, int]]
) -> None:
    people = sam[1].people
    given_now = [Given(scale, people.get(who), number=number) for who, scale, number in answers]
    give_all(sam, *given_now)
    kept = {(each.person_id, each.scale): each.number for each in sample.sheet(*sam).scale_answers}
    for each in {(one.person_id, one.scale): one for one in given_now}.values():
        assert kept[each.person_id, each.scale] == each.number
    assert len(kept) == len(sample.sheet(*sam).scale_answers)
