"""A worry statement and its goal: made in one act, paired, parted, carried on with its scale."""

from collections.abc import Callable

import pytest

from models.database import Database
from models.editing import bring_back, remove
from models.mapping import carry_on, make_pair, pair, unpair, write_goal
from models.open_review import OpenReview
from models.record import Refused
from models.review_sheet import ReviewSheet
from models.worry_pairs import (
    bottom_lines,
    free_goals,
    goals,
    said_when_removed,
    to_carry_on,
    worry_pairs,
)
from tests import sample
from tests.sample import Sample

Sam = tuple[Database, Sample]
WORRY, GOAL = "Mum’s phone calls stop again", "Mum rings each Sunday, for three months"


def do(sam: Sam, act: Callable[[OpenReview], object], *, earlier: bool = False) -> object:
    database, made = sam
    with database.saving(made.iro_id) as session:
        review_id = made.earlier_review_id if earlier else made.review_id
        return act(OpenReview(session, review_id))


def refused(sam: Sam, act: Callable[[OpenReview], object]) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        with pytest.raises(Refused):
            act(OpenReview(session, made.review_id))
        session.rollback()


def now(sam: Sam) -> ReviewSheet:
    return sample.sheet(*sam)


def test_a_pair_is_made_in_one_act_and_stands_in_the_step_of_safety(sam: Sam) -> None:
    do(sam, lambda review: make_pair(review, WORRY, GOAL, life_area="family_time"))
    made = worry_pairs(now(sam))
    assert [(each.worry.words, each.goal.words) for each in made if each.goal] == [(WORRY, GOAL)]
    assert {note.step for note in now(sam).notes} == {"A8"}
    assert {note.column for note in now(sam).notes} == {"worry", "next"}
    assert made[0].scale == f"w:{made[0].worry.id}"


def test_a_worry_may_wait_for_its_goal(sam: Sam) -> None:
    worry_id = str(do(sam, lambda review: make_pair(review, WORRY)))
    assert worry_pairs(now(sam))[0].goal is None
    do(sam, lambda review: write_goal(review, worry_id, GOAL))
    written = worry_pairs(now(sam))[0].goal
    assert written is not None
    assert written.words == GOAL
    refused(sam, lambda review: write_goal(review, worry_id, "Another"))


def test_notes_that_are_there_are_paired_and_take_their_sorts(sam: Sam) -> None:
    worry = str(do(sam, lambda review: review.add_note("worry", WORRY)))
    goal = str(do(sam, lambda review: review.add_note("next", GOAL)))
    do(sam, lambda review: pair(review, worry, goal))
    assert [(each.worry.id, each.goal and each.goal.id) for each in worry_pairs(now(sam))] == [
        (worry, goal)
    ]


def test_only_notes_of_the_right_columns_are_paired_and_a_goal_serves_one_worry(sam: Sam) -> None:
    first = str(do(sam, lambda review: make_pair(review, WORRY, GOAL)))
    second = str(do(sam, lambda review: make_pair(review, "Sleep")))
    taken = goals(now(sam))[0].id
    refused(sam, lambda review: pair(review, second, taken))
    refused(sam, lambda review: pair(review, second, first))
    refused(sam, lambda review: pair(review, "nobody's", taken))
    do(sam, lambda review: unpair(review, first))
    assert [goal.id for goal in free_goals(now(sam))] == [taken]
    do(sam, lambda review: pair(review, second, taken))
    assert [each.goal is not None for each in worry_pairs(now(sam))] == [False, True]


def test_removing_one_half_says_what_happens_to_the_other_and_can_be_taken_back(sam: Sam) -> None:
    database, made = sam
    worry = str(do(sam, lambda review: make_pair(review, WORRY, GOAL)))
    goal = goals(now(sam))[0].id
    assert "Its goal stays" in said_when_removed(now(sam), worry)
    assert "Its worry statement stays" in said_when_removed(now(sam), goal)
    with database.saving(made.iro_id) as session:
        remove(session, "note", goal)
    assert worry_pairs(now(sam))[0].goal is None
    assert said_when_removed(now(sam), worry) == "The worry statement was removed with its scale."
    with database.saving(made.iro_id) as session:
        bring_back(session, "note", goal)
    assert worry_pairs(now(sam))[0].goal is not None
    with database.saving(made.iro_id) as session:
        remove(session, "note", worry)
    assert worry_pairs(now(sam)) == ()
    assert [each.id for each in free_goals(now(sam))] == [goal]
    assert said_when_removed(now(sam), goal) == "The note was removed."


def test_a_goal_that_went_makes_room_for_another(sam: Sam) -> None:
    database, made = sam
    worry = str(do(sam, lambda review: make_pair(review, WORRY, GOAL)))
    with database.saving(made.iro_id) as session:
        remove(session, "note", goals(now(sam))[0].id)
    do(sam, lambda review: write_goal(review, worry, "A better one"))
    assert [each.words for each in goals(now(sam))] == ["A better one"]


def test_a_worry_of_last_time_goes_on_with_its_words_its_goal_and_its_scale(sam: Sam) -> None:
    first = str(do(sam, lambda r: make_pair(r, WORRY, GOAL, restricted=True), earlier=True))
    assert [each.worry.id for each in to_carry_on(now(sam))] == [first]
    do(sam, lambda review: carry_on(review, first))
    here = worry_pairs(now(sam))
    assert [(each.worry.words, each.goal.words) for each in here if each.goal] == [(WORRY, GOAL)]
    assert here[0].worry.restricted
    assert here[0].worry.id != first
    assert here[0].scale == f"w:{first}"
    assert to_carry_on(now(sam)) == ()


def test_carrying_on_twice_changes_nothing(sam: Sam) -> None:
    first = str(do(sam, lambda review: make_pair(review, WORRY, GOAL), earlier=True))
    once = do(sam, lambda review: carry_on(review, first))
    again = do(sam, lambda review: carry_on(review, first))
    assert once == again
    assert len(now(sam).notes) == 2


def test_what_is_carried_on_is_carried_from_the_first_review_of_all(sam: Sam) -> None:
    database, made = sam
    first = str(do(sam, lambda review: make_pair(review, WORRY), earlier=True))
    second = str(do(sam, lambda review: carry_on(review, first)))
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        note = review.add_note("worry", "x", sort="worry_statement", carried_from=first)
        assert note
        session.rollback()
    assert {each.carried_from for each in now(sam).notes if each.id == second} == {first}


def test_only_worry_statements_of_earlier_reviews_of_this_child_are_carried_on(sam: Sam) -> None:
    here = str(do(sam, lambda review: make_pair(review, WORRY, GOAL)))
    plain = str(do(sam, lambda review: review.add_note("worry", "Noise"), earlier=True))
    refused(sam, lambda review: carry_on(review, here))
    refused(sam, lambda review: carry_on(review, plain))
    refused(sam, lambda review: carry_on(review, "nobody's"))


def test_bottom_lines_are_found_under_what_happens_next(sam: Sam) -> None:
    do(sam, lambda review: review.add_note("next", "Nobody smokes indoors", sort="bottom_line"))
    do(sam, lambda review: review.add_note("next", "Buy a bell", sort="next_step"))
    assert [each.words for each in bottom_lines(now(sam))] == ["Nobody smokes indoors"]
