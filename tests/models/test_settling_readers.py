"""What the chair settles for one reader: more than the rule gives needs a reason."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.database import Database
from models.document_kind import DocumentKind
from models.open_review import OpenReview
from models.readers_of_papers import Reader, council_rule, reader_of, readers
from models.record import Refused
from models.review_sheet import ReviewSheet
from models.rules.recipients import READER_RULES, Share
from models.settling_readers import (
    NeedsAReason,
    Place,
    answer_hit,
    back_to_the_rule,
    change_reader,
    keep_in,
    leave_out,
    take_back_change,
)
from tests import sample


class World:
    """Sam's written review, and acts in it."""

    def __init__(self, database: Database, made: sample.Sample) -> None:
        self.database, self.made = database, made

    def act(self, act: Callable[[OpenReview], object]) -> None:
        """Do one thing."""
        with self.database.saving(self.made.iro_id) as session:
            act(OpenReview(session, self.made.review_id))

    @property
    def sheet(self) -> ReviewSheet:
        """The review as it stands."""
        return sample.sheet(self.database, self.made)

    def reader(self, key: str) -> Reader:
        """Somebody, as they stand."""
        found = reader_of(self.sheet, self.made.people.get(key, key))
        assert found is not None
        return found


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Give Sam's review with everything written."""
    database, made = sample.open_written(tmp_path / "sam")
    yield World(database, made)
    database.close()


def test_the_child_comes_first_then_the_people_and_the_councils_file_last(world: World) -> None:
    keys = [each.key for each in readers(world.sheet)]
    assert keys[0] == "child"
    assert keys[-1] == "file"
    assert world.made.people["mum"] in keys


def test_to_lower_needs_no_reason_and_to_raise_does(world: World) -> None:
    mum = world.made.people["mum"]
    world.act(lambda review: change_reader(review, mum, record=Share.NO, decisions=Share.NO))
    assert not world.reader("mum").gets(DocumentKind.MINUTES)
    gran = world.made.people["gran"]
    with pytest.raises(NeedsAReason):
        world.act(lambda review: change_reader(review, gran, record=Share.YES))
    assert not world.reader("gran").gets(DocumentKind.MINUTES)
    why = "Sam lives with her at weekends."
    world.act(lambda review: change_reader(review, gran, record=Share.YES, why=why))
    assert world.reader("gran").gets(DocumentKind.MINUTES)
    assert world.reader("gran").why == why


def test_to_leave_out_less_needs_a_reason_and_more_does_not(world: World) -> None:
    carer = world.made.people["carer"]
    rule = world.reader("carer").rule.cuts
    world.act(lambda review: change_reader(review, carer, cuts=rule | {"R9"}))
    assert world.reader("carer").cuts == rule | {"R9"}
    with pytest.raises(NeedsAReason):
        world.act(lambda review: change_reader(review, carer, cuts=rule - {"R7"}))
    assert world.reader("carer").cuts == rule | {"R9"}


def test_back_to_the_rule_takes_all_changes_back_and_they_can_be_made_again(
    world: World,
) -> None:
    carer = world.made.people["carer"]
    world.act(lambda review: change_reader(review, carer, record=Share.NO, as_word=True))
    world.act(lambda review: back_to_the_rule(review, carer))
    assert not world.reader("carer").is_changed
    assert world.reader("carer").gets(DocumentKind.MINUTES)
    world.act(lambda review: change_reader(review, carer, letter=Share.NO))
    assert world.reader("carer").gets(DocumentKind.MINUTES)
    assert not world.reader("carer").as_word


def test_what_needs_an_agreement_goes_only_when_it_is_noted_who_agreed(world: World) -> None:
    assert world.reader("child").record is Share.ASK
    assert not world.reader("child").gets(DocumentKind.MINUTES)
    world.act(lambda review: change_reader(review, "child", agreed="child"))
    assert world.reader("child").gets(DocumentKind.MINUTES)


def test_words_are_left_out_kept_in_and_taken_back(world: World) -> None:
    mum, place = world.made.people["mum"], Place("review", world.made.review_id, "iro_view")
    kept: list[str] = []
    world.act(lambda review: kept.append(leave_out(review, mum, place, "some words")))
    with pytest.raises(NeedsAReason):
        world.act(lambda review: keep_in(review, mum, place, "", " "))
    world.act(lambda review: keep_in(review, mum, place, "other words", "She knows it."))
    changes = world.sheet.copy_changes
    assert [(each.words, each.leave_out) for each in changes] == [
        ("some words", True), ("other words", False),
    ]  # fmt: skip
    world.act(lambda review: take_back_change(review, kept[0]))
    assert [each.words for each in world.sheet.copy_changes] == ["other words"]


def test_a_find_is_answered_with_a_reason_for_one_reader_and_one_paper(world: World) -> None:
    mum = world.made.people["mum"]
    with pytest.raises(NeedsAReason):
        world.act(lambda review: answer_hit(review, mum, "minutes", "ab" * 32, ""))
    world.act(lambda review: answer_hit(review, mum, "minutes", "ab" * 32, "Her own street."))
    (answer,) = world.sheet.disclosure_answers
    assert (answer.reader, answer.document, answer.hit) == (mum, "minutes", "ab" * 32)


def test_nobody_of_another_family_can_be_a_reader(world: World) -> None:
    with pytest.raises(Refused):
        world.act(lambda review: change_reader(review, "019a-nobody", record=Share.NO))
    with pytest.raises(Refused):
        world.act(lambda review: change_reader(review, "child", colour="green"))


def test_a_councils_changes_stand_in_the_rule_and_what_it_cannot_mean_is_passed_over() -> None:
    rule = READER_RULES["carer"]
    changed = council_rule(rule, {"carer": {"record": "no", "cuts": ["R1", "R99"], "letter": "x"}})
    assert (changed.record, changed.letter, changed.cuts) == (
        Share.NO, rule.letter, frozenset({"R1"}),
    )  # fmt: skip
    assert council_rule(rule, {"carer": "no"}) == rule
