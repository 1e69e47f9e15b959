"""The ways and the answers of one review say the same, whichever is given first."""

import pytest

from models import taking_part
from models.database import Database
from models.open_review import OpenReview
from models.record import Refused
from models.review_sheet import ParticipationOnSheet
from models.rules.participation_ways import offered
from tests import sample

Sam = tuple[Database, sample.Sample]


class Told:
    """Sam's review, one act at a time."""

    def __init__(self, sam: Sam) -> None:
        self.database, self.made = sam
        sample.begin(self.database, self.made)

    def answer(self, field: str, value: object) -> ParticipationOnSheet:
        with self.database.saving(self.made.iro_id) as session:
            taking_part.answer(OpenReview(session, self.made.review_id), field, value)
        return self.now()

    def tick(self, way: str, *, done: bool = True) -> ParticipationOnSheet:
        with self.database.saving(self.made.iro_id) as session:
            taking_part.tick_way(OpenReview(session, self.made.review_id), way, done=done)
        return self.now()

    def now(self) -> ParticipationOnSheet:
        told = sample.sheet(self.database, self.made).participation
        assert told is not None
        return told


@pytest.fixture
def told(sam: Sam) -> Told:
    return Told(sam)


def test_a_yes_ticks_its_way_and_a_no_takes_it_back(told: Told) -> None:
    told.answer("was_there", "in_room")
    assert told.answer("spoke", True).ways == ("spoke",)
    assert told.now().code == "PN1"
    after = told.answer("spoke", False)
    assert (after.ways, after.code) == ((), "")


def test_a_tick_answers_its_question(told: Told) -> None:
    told.answer("was_there", "in_room")
    told.answer("spoke", False)
    told.answer("someone_spoke", False)
    after = told.tick("drawing")
    assert after.showed_without_speech is True
    assert after.code == "PN3"


def test_all_ways_are_kept_and_the_code_takes_the_first(told: Told) -> None:
    told.answer("was_there", "in_room")
    told.answer("spoke", True)
    told.tick("form")
    after = told.tick("drawing")
    assert after.ways == ("spoke", "drawing", "form")
    assert after.code == "PN1"


def test_a_tick_taken_back_asks_its_question_again_unless_another_way_answers_it(
    told: Told,
) -> None:
    told.answer("was_there", "no")
    told.answer("someone_spoke_who_child_asked", False)
    told.tick("app")
    told.tick("form")
    assert told.tick("app", done=False).code == "PN6"
    after = told.tick("form", done=False)
    assert after.own_words_reached is None
    assert after.code == ""


def test_a_no_takes_every_way_of_that_question_back(told: Told) -> None:
    told.answer("was_there", "no")
    told.answer("someone_spoke_who_child_asked", False)
    told.tick("app")
    told.tick("form")
    after = told.answer("own_words_reached", False)
    assert (after.ways, after.code) == ((), "PN7")


def test_ways_ticked_before_it_is_known_where_the_child_was_count_afterwards(told: Told) -> None:
    told.tick("form")
    told.tick("form", done=False)
    after = told.tick("form")
    assert after.code == ""
    told.answer("was_there", "no")
    assert told.answer("someone_spoke_who_child_asked", False).code == "PN6"


def test_an_offer_is_taken_with_its_reason_beside_the_code_worked_out(told: Told) -> None:
    told.answer("was_there", "in_room")
    told.answer("spoke", False)
    told.answer("someone_spoke", False)
    told.tick("talking_aid")
    offer = offered(told.now().code, "", told.now().ways)
    assert offer is not None
    with told.database.saving(told.made.iro_id) as session:
        review = OpenReview(session, told.made.review_id)
        assert taking_part.take_offer(review, offer, "Sam spoke with an aid.") == "PN1"
    after = told.now()
    assert (after.suggested_code, after.chosen_code) == ("PN3", "PN1")
    assert after.override_reason == "Sam spoke with an aid."


def test_a_way_that_is_not_known_is_refused(told: Told) -> None:
    with pytest.raises(Refused):
        told.tick("telepathy")
