"""Kit's map in the invented council: worries that go on, what is round them, and his part."""

import pytest

from models.database import Database
from models.demo.signs import MAPPED
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from models.rules.age import age_on
from models.rules.note_sorts import Sort
from models.rules.scales import FROM_ABOUT, OVERALL_CHILD, OVERALL_FACES
from models.scaling import CHILD, answers_on, over_time
from models.worry_pairs import bottom_lines, to_carry_on, worry_pairs
from tests import demo_record


@pytest.fixture
def kits(demo: Database) -> dict[int, ReviewSheet]:
    with demo.reading() as connection:
        rows = connection.execute(
            "select r.number, r.id from review r join child c on c.id = r.child_id "
            "where c.given_name = ?",
            (MAPPED,),
        ).fetchall()
        return {number: read_review(connection, review_id) for number, review_id in rows}


def test_one_worry_is_carried_on_with_its_scale_and_another_is_new(
    kits: dict[int, ReviewSheet],
) -> None:
    assert worry_pairs(kits[1]) == ()
    (before,) = worry_pairs(kits[2])
    again, new = worry_pairs(kits[3])
    assert (again.scale, again.worry.words) == (before.scale, before.worry.words)
    assert new.scale != again.scale
    assert all(pair.goal for pair in (before, again, new))
    own = [each.number for each in over_time(kits[3]) if each.scale == again.scale]
    assert len(own) == len({2, 3}) * 3
    assert [answers_on(kits[number], again.scale)[CHILD].number for number in (2, 3)] == [2, 4]


def test_today_offers_to_carry_both_worries_on(kits: dict[int, ReviewSheet]) -> None:
    assert len(to_carry_on(kits[4])) == 2
    assert worry_pairs(kits[4]) == ()


def test_what_is_round_the_worries_is_written_too(kits: dict[int, ReviewSheet]) -> None:
    sorts = {note.sort for note in kits[3].notes}
    assert {Sort.COMPLICATING, Sort.EXISTING_SAFETY} <= sorts
    assert len(bottom_lines(kits[3])) == 1
    (pair, _other) = worry_pairs(kits[3])
    assert pair.goal is not None
    decided = [each for each in kits[3].decisions if each.goal_id]
    assert [each.goal_id for each in decided] == [pair.goal.id]
    assert decided[0].by_when is not None
    assert decided[0].by_when > demo_record.TODAY


def test_kit_took_part_in_several_ways_and_chaired_a_part(kits: dict[int, ReviewSheet]) -> None:
    told = [kits[number].participation for number in (1, 2, 3)]
    assert [each.chaired for each in told if each] == ["", "", "part"]
    assert all(each and each.ways for each in told)
    assert all(len(kits[number].consultations) == 1 for number in (1, 2, 3))


def test_children_answer_on_a_scale_of_their_own(demo: Database) -> None:
    with demo.reading() as connection:
        held = connection.execute("select id from review where state = 'finished'").fetchall()
        sheets = [read_review(connection, row[0]) for row in held]
    faces = [answer for sheet in sheets for answer in sheet.scale_answers if answer.face]
    assert faces
    for sheet in sheets:
        own = [each for each in sheet.scale_answers if each.is_child and each.scale[:2] != "w:"]
        assert sheet.held_on is not None
        is_young = age_on(sheet.child.born_on, sheet.held_on) < FROM_ABOUT
        wanted = OVERALL_FACES if is_young else OVERALL_CHILD
        assert {each.scale for each in own} <= {wanted}
        given = [each for each in own if each.number is not None]
        assert all(bool(each.face) is is_young for each in given)
