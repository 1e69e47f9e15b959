"""What a meeting still lacks is found from the record alone, and goes as it is filled in."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models.agenda import (
    ASKED_AT_THE_END,
    MATTER,
    Lacking,
    StepStanding,
    lacking,
    participation_code,
    step_states,
)
from models.considering import consider
from models.database import Database
from models.editing import put
from models.numbers_given import Given, give
from models.open_review import OpenReview
from models.rules.meeting_steps import MEETING_STEPS
from models.rules.scales import OVERALL_FACES
from models.rules.working_days import WorkingDays
from models.sittings import Stop, adjourn
from tests import sample


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = sample.open_database(tmp_path / "record")
    yield opened
    opened.close()


@pytest.fixture
def sam(database: Database) -> sample.Sample:
    return sample.fill(database)


def _lacking(database: Database, sam: sample.Sample) -> tuple[Lacking, ...]:
    return lacking(sample.sheet(database, sam), sample.REVIEW_ON, sample.calendar())


def _in(step: str, found: tuple[Lacking, ...]) -> list[str]:
    return [each.field for each in found if each.step == step]


def _review(database: Database, sam: sample.Sample, *acts: tuple[str, tuple, dict]) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        for name, given, named in acts:
            getattr(review, name)(*given, **named)


def test_a_review_not_begun_lacks_something_in_every_step(
    database: Database, sam: sample.Sample
) -> None:
    found = _lacking(database, sam)
    assert {each.step for each in found} == set(MEETING_STEPS)
    states = step_states(sample.sheet(database, sam))
    assert {state.standing for state in states.values()} == {StepStanding.TO_DO}


def test_a_whole_review_lacks_nothing_and_every_step_is_done(
    database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    assert _lacking(database, sam) == ()
    states = step_states(sample.sheet(database, sam))
    assert {state.standing for state in states.values()} == {StepStanding.DONE}


def test_what_lacks_is_said_in_the_order_of_the_steps(
    database: Database, sam: sample.Sample
) -> None:
    steps = [each.step for each in _lacking(database, sam)]
    assert steps == sorted(steps, key=list(MEETING_STEPS).index)


def test_every_sentence_takes_its_values(database: Database, sam: sample.Sample) -> None:
    _review(database, sam, ("decide", ("Ask the panel",), {}), ("give_number", (4,), {}))
    for each in _lacking(database, sam):
        assert "{" not in each.words.format(**each.values)


def test_a_decision_without_a_person_or_a_day_says_so_by_its_number(
    database: Database, sam: sample.Sample
) -> None:
    _review(database, sam, ("decide", ("Ask the panel",), {}))
    words = [
        each.words.format(**each.values) for each in _lacking(database, sam) if each.step == "A11"
    ]
    assert words == ["Decision 1: say who will do it", "Decision 1: say by when"]


def test_what_the_child_asked_for_waits_until_it_is_answered(
    database: Database, sam: sample.Sample
) -> None:
    _review(database, sam, ("add_wish", ("My own phone",), {"asked_for": True}))
    asked = [each for each in _lacking(database, sam) if each.table == "wish"]
    assert [each.field for each in asked] == ["answer"]
    with database.saving(sam.iro_id) as session:
        put(session, "wish", asked[0].row_id, "answer", "Not before you are eleven.")
    assert not [each for each in _lacking(database, sam) if each.table == "wish"]


def test_a_step_left_out_with_a_reason_lacks_nothing(
    database: Database, sam: sample.Sample
) -> None:
    _review(database, sam, ("mark_step", ("A10",), {"done": False, "left_out_why": "Tired"}))
    assert _in("A10", _lacking(database, sam)) == []
    state = step_states(sample.sheet(database, sam))["A10"]
    assert (state.standing, state.why) == (StepStanding.LEFT_OUT, "Tired")


def test_nothing_to_add_is_enough_for_a_step_of_notes(
    database: Database, sam: sample.Sample
) -> None:
    _review(database, sam, ("mark_step", ("A6",), {}))
    assert step_states(sample.sheet(database, sam))["A6"].standing is StepStanding.DONE


def test_a_late_review_asks_why(database: Database, sam: sample.Sample) -> None:
    late_on = date(2026, 8, 20)  # six months from 16 February were over on the 16th
    _review(database, sam, ("begin", (late_on, "16:00", sample.calendar()), {}))
    assert "late_why" in _in("A1", _lacking(database, sam))


def test_an_adjourned_review_names_the_last_day_to_go_on(
    database: Database, sam: sample.Sample
) -> None:
    sample.begin(database, sam)
    _adjourn(database, sam)
    resume = next(each for each in _lacking(database, sam) if each.field == "resume")
    assert resume.values["day"] == date(2026, 9, 10)  # 31 August is a bank holiday


def test_another_code_a_pn7_and_an_earlier_decision_not_done_each_want_a_reason(
    database: Database, sam: sample.Sample
) -> None:
    _review(
        database,
        sam,
        ("answer_participation", ("was_there", "no"), {}),
        ("answer_participation", ("someone_spoke_who_child_asked", False), {}),
        ("answer_participation", ("own_words_reached", False), {}),
        ("hear_progress", (sam.earlier_decisions[0], "not_done"), {}),
    )
    assert "pn7_reason" in _in("A2", _lacking(database, sam))
    assert "why" in _in("A3", _lacking(database, sam))
    _review(database, sam, ("answer_participation", ("chosen_code", "PN6"), {}))
    assert "override_reason" in _in("A2", _lacking(database, sam))


def test_only_the_code_the_next_day_and_matters_of_law_have_reasons_of_their_own_at_the_end(
    database: Database, sam: sample.Sample
) -> None:
    asked = {
        (each.table, each.field) for each in _lacking(database, sam) if each.is_asked_at_the_end
    }
    assert asked == {*ASKED_AT_THE_END, (MATTER, "state")}


def test_a_matter_is_not_asked_for_where_a_step_that_covers_it_still_waits(
    database: Database, sam: sample.Sample
) -> None:
    assert _matters(database, sam) == ["S7.13", "S7.14"]
    _review(
        database,
        sam,
        ("add_note", ("worry", "Noise"), {"step": "A7", "life_area": "learning"}),
    )
    assert _matters(database, sam) == ["S7.7", "S7.13", "S7.14"]


def test_a_matter_said_without_its_words_asks_for_them(
    database: Database, sam: sample.Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        consider(OpenReview(session, sam.review_id), "S7.13", "not_applicable")
    (asked,) = [each for each in _lacking(database, sam) if each.row_id == "S7.13"]
    assert asked.words == "“{matter}”: say why, or what was said of it"
    assert (asked.step, asked.values) == ("A12", {"matter": "Social worker’s visits"})


def test_a_short_breaks_review_needs_only_what_its_steps_ask(
    database: Database, sam: sample.Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        put(session, "review", sam.review_id, "kind", "short_breaks")
    found = _lacking(database, sam)
    assert {each.step for each in found} == set(MEETING_STEPS) - {"A5", "A9"}
    assert "permanence_plan" not in {each.field for each in found}
    assert _matters(database, sam) == ["S7.13", "S7.14"]
    assert len(step_states(sample.sheet(database, sam))) == 10


def test_beyond_the_bank_holidays_that_are_known_the_rest_is_still_asked_for(
    database: Database, sam: sample.Sample
) -> None:
    sample.begin(database, sam)
    _adjourn(database, sam)
    known = _lacking(database, sam)
    sheet = sample.sheet(database, sam)
    unknown = lacking(
        sheet, sample.REVIEW_ON, WorkingDays((), date(2020, 1, 1), date(2020, 12, 31))
    )
    assert [each.field for each in known if each not in unknown] == ["resume"]


def _adjourn(database: Database, sam: sample.Sample) -> None:
    with database.saving(sam.iro_id) as session:
        adjourn(OpenReview(session, sam.review_id), Stop("16:30", words="Sam was tired"))


def _matters(database: Database, sam: sample.Sample) -> list[str]:
    return [each.row_id for each in _lacking(database, sam) if each.table == MATTER]


def test_a_next_review_in_the_past_is_pointed_out(database: Database, sam: sample.Sample) -> None:
    sample.write_whole_review(database, sam)
    found = lacking(sample.sheet(database, sam), date(2027, 3, 1), sample.calendar())
    assert [each.field for each in found] == ["next_review_on"]


@pytest.mark.parametrize("kept_out", [{"private": True}, {"in_letter": False}])
def test_words_that_may_not_stand_in_the_letter_still_leave_it_something_to_say(
    database: Database, sam: sample.Sample, kept_out: dict[str, bool]
) -> None:
    _review(database, sam, ("add_wish", ("I am scared",), kept_out))
    (asked,) = [each for each in _lacking(database, sam) if each.field == "no_words_why"]
    assert asked.words.startswith("For the letter, without the private words")
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).review.no_words_why = "We talked twice."
    assert "no_words_why" not in _in("A2", _lacking(database, sam))


def test_private_and_restricted_words_are_never_quoted_in_what_is_lacking(
    database: Database, sam: sample.Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        review.add_wish("zebra", asked_for=True, private=True)
        for decision_id in sam.earlier_decisions:
            put(session, "decision", decision_id, "restricted", True)
        review.hear_progress(sam.earlier_decisions[0], "not_done")
    found = _lacking(database, sam)
    said = [each.words.format(**each.values) for each in found]
    assert "Answer what Sam asked for in private" in said
    assert "Say why restricted decision 1 was not done" in said
    assert "Say how restricted decision 2 went" in said
    held = str([(each.words, dict(each.values)) for each in found])
    assert not [word for word in ("zebra", "sleep over", "hearing") if word in held]


def test_a_child_under_four_is_asked_after_once_and_whether_they_were_there(
    database: Database, sam: sample.Sample
) -> None:
    _be_born(database, sam, date(2024, 5, 9))
    assert _in("A2", _lacking(database, sam)) == ["was_there", "seen_alone", "how_known"]
    _review(
        database,
        sam,
        ("answer_participation", ("was_there", "in_room"), {}),
        ("answer_participation", ("how_known", "Watched at play."), {}),
    )
    assert _in("A2", _lacking(database, sam)) == ["seen_alone"]
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).review.no_words_why = ""
    assert _in("A2", _lacking(database, sam)) == ["no_words_why", "seen_alone"]


def test_a_code_that_no_longer_fits_the_age_is_lacking_at_once(
    database: Database, sam: sample.Sample
) -> None:
    _review(
        database,
        sam,
        ("answer_participation", ("chosen_code", "PN6"), {}),
        ("answer_participation", ("override_reason", "A picture came."), {}),
    )
    _be_born(database, sam, date(2024, 5, 9))
    assert "chosen_code" in _in("A2", _lacking(database, sam))
    _review(database, sam, ("recode", (), {}))
    told = sample.sheet(database, sam).participation
    assert told is not None
    assert (told.chosen_code, told.code) == ("", "PN0")
    assert told.override_reason == "A picture came."
    assert "chosen_code" not in _in("A2", _lacking(database, sam))


def test_a_code_worked_out_for_another_age_is_worked_out_again(
    database: Database, sam: sample.Sample
) -> None:
    _be_born(database, sam, date(2024, 5, 9))
    _review(database, sam, ("recode", (), {}))
    _be_born(database, sam, date(2016, 5, 9))
    assert participation_code(sample.sheet(database, sam)) == ""
    assert "code" in _in("A2", _lacking(database, sam))


def test_how_a_little_child_feels_is_known_to_the_letter_too(
    database: Database, sam: sample.Sample
) -> None:
    _be_born(database, sam, date(2024, 5, 9))
    _review(database, sam, ("answer_participation", ("how_known", "Watched at play."), {}))
    assert sample.sheet(database, sam).no_words_why == "Watched at play."
    _review(database, sam, ("answer_participation", ("how_known", "Watched at play, twice."), {}))
    assert sample.sheet(database, sam).no_words_why == "Watched at play, twice."


def _be_born(database: Database, sam: sample.Sample, born_on: date) -> None:
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).child.born_on = born_on


def test_the_code_is_not_asked_for_again_once_it_is_said_why_it_is_not_known(
    database: Database, sam: sample.Sample
) -> None:
    assert "code" in _in("A2", _lacking(database, sam))
    with database.saving(sam.iro_id) as session:
        put(session, "review", sam.review_id, "no_code_why", "Nobody could say")
    assert "code" not in _in("A2", _lacking(database, sam))


def test_a_letter_needs_something_that_goes_well_though_no_step_has_more_to_add(
    database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        for step in ("A4", "A5", "A7"):
            review.mark_step(step)
        for note in sample.sheet(database, sam).notes_in("going_well"):
            put(session, "note", note.id, "restricted", True)
    (asked,) = _lacking(database, sam)
    assert (asked.step, asked.table, asked.field) == ("A4", "note", "words")
    assert asked.words == "For the letter: write what is going well for {name}"


def test_a_face_is_not_asked_why(database: Database, sam: sample.Sample) -> None:
    sample.write_whole_review(database, sam)
    with database.saving(sam.iro_id) as session:
        given = Given(scale=OVERALL_FACES, answered="number", number=10, face="face-4")
        give(OpenReview(session, sam.review_id), given)
    assert _lacking(database, sam) == ()


def test_not_talking_alone_wants_the_reason_and_an_offer_its_day(
    database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    for key, field, value in (
        ("no", "seen_alone_why", "Sam was asleep."),
        ("declined", "seen_alone_on", date(2026, 8, 10)),
    ):
        _answer(database, sam, seen_alone=key)
        assert field in _in("A2", _lacking(database, sam))
        _answer(database, sam, **{field: value})
        assert _in("A2", _lacking(database, sam)) == []


@pytest.mark.parametrize("was_there", ["no", "in_room"])
def test_a_code_without_views_beside_words_of_the_child_is_asked_about(
    database: Database, sam: sample.Sample, was_there: str
) -> None:
    sample.write_whole_review(database, sam)
    asked = ("spoke", "someone_spoke", "showed_without_speech",
             "someone_spoke_who_child_asked", "own_words_reached")  # fmt: skip
    _answer(database, sam, was_there=was_there, **dict.fromkeys(asked, False))
    _answer(database, sam, pn7_reason="other")
    found = _in("A2", _lacking(database, sam))
    assert "override_reason" in found
    assert ("pn7_why" in found) is (was_there == "no")
    _answer(database, sam, override_reason="Told weeks before, and taken back.", pn7_why="Snow")
    assert _in("A2", _lacking(database, sam)) == []


def _answer(database: Database, sam: sample.Sample, **answers: object) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        for field, value in answers.items():
            review.answer_participation(field, value)
