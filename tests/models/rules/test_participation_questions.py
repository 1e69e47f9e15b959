"""Working out the code: twenty examples, and every path through the questions."""

from dataclasses import fields, replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.age import is_under_four
from models.rules.participation_codes import PARTICIPATION_CODES, fits_age
from models.rules.participation_questions import (
    ASKED_FOR,
    PRESENCE_WORDS,
    QUESTION_WORDS,
    UNDER_FOUR_PROMPT,
    Answers,
    Presence,
    Question,
    asks,
    questions_asked,
    work_out,
)

REVIEW_ON = date(2026, 6, 10)
IN_ROOM, VIDEO, PHONE, NO = Presence.IN_ROOM, Presence.VIDEO, Presence.PHONE, Presence.NO
BORN_AT = {4: date(2022, 6, 10)} | {age: date(2026 - age, 3, 3) for age in range(5, 18)}
SPOKE = Answers(was_there=IN_ROOM, spoke=True)
SPOKEN_FOR = Answers(was_there=IN_ROOM, spoke=False, someone_spoke=True)
SHOWED = replace(SPOKEN_FOR, someone_spoke=False, showed_without_speech=True)
SILENT = replace(SHOWED, showed_without_speech=False)
BRIEFED = Answers(was_there=NO, someone_spoke_who_child_asked=True)
SENT = Answers(was_there=NO, someone_spoke_who_child_asked=False, own_words_reached=True)
NOTHING = replace(SENT, own_words_reached=False)
SPOKE_ON_SCREEN = Answers(was_there=VIDEO, spoke=True, someone_spoke_who_child_asked=False)

EXAMPLES = [
    (1, "born 11 June 2022, asleep upstairs", date(2022, 6, 11), NOTHING, "PN0"),
    (2, "fourth birthday today, carer's impressions only", BORN_AT[4], NOTHING, "PN7"),
    (3, "born 9 June 2022, says stay with Nan", date(2022, 6, 9), SPOKE, "PN1"),
    (4, "9, comes for ten minutes, reads her list", BORN_AT[9], SPOKE, "PN1"),
    (5, "14, whispers to an advocate who speaks", BORN_AT[14], SPOKEN_FOR, "PN2"),
    (6, "12, asks the IRO to say it", BORN_AT[12], SPOKEN_FOR, "PN2"),
    (7, "11, Makaton and picture cards", BORN_AT[11], SHOWED, "PN3"),
    (8, "15, sits silent", BORN_AT[15], SILENT, "PN4"),
    (9, "16, met the IRO on Monday", BORN_AT[16], BRIEFED, "PN5"),
    (10, "10, at school, advocate reports", BORN_AT[10], BRIEFED, "PN5"),
    (11, "13, texts the chair", BORN_AT[13], SENT, "PN6"),
    (12, "8, filled in the booklet", BORN_AT[8], SENT, "PN6"),
    (13, "17, missing that week", BORN_AT[17], NOTHING, "PN7"),
    (14, "17, missing, statement last week", BORN_AT[17], SENT, "PN6"),
    (15, "15, asked that nothing be said", BORN_AT[15], NOTHING, "PN7"),
    (16, "7, part 1 absent, part 2 talks", BORN_AT[7], SPOKE, "PN1"),
    (17, "16, joins by live video and speaks", BORN_AT[16], SPOKE_ON_SCREEN, "PN6"),
    (18, "5, drew a picture, shown at the review", BORN_AT[5], SENT, "PN6"),
    (19, "6, hands over a picture, does not talk", BORN_AT[6], SHOWED, "PN3"),
    (20, "12, disagrees aloud with the plan", BORN_AT[12], SPOKE, "PN1"),
]
YES_NO = st.sampled_from([None, True, False])
ANY_ANSWERS = st.builds(
    Answers,
    st.sampled_from([None, *Presence]),
    *[YES_NO] * 5,
)
BIRTHS = st.dates(date(2008, 7, 1), date(2026, 6, 10))


@pytest.mark.parametrize(
    ("number", "facts", "born_on", "answers", "code"),
    EXAMPLES,
    ids=[f"{number} {facts}" for number, facts, *_ in EXAMPLES],
)
def test_the_code_is_the_one_of_the_worked_example(
    number: int, facts: str, born_on: date, answers: Answers, code: str
) -> None:
    result = work_out(born_on, REVIEW_ON, answers)
    assert (result.code, result.next_question) == (code, None)


def test_there_are_twenty_examples() -> None:
    assert [example[0] for example in EXAMPLES] == list(range(1, 21))


def test_a_council_may_count_live_video_as_attending() -> None:
    assert work_out(BORN_AT[16], REVIEW_ON, SPOKE_ON_SCREEN, True).code == "PN1"


def test_a_phone_call_is_never_attending() -> None:
    on_the_phone = replace(SPOKE_ON_SCREEN, was_there=PHONE)
    assert work_out(BORN_AT[16], REVIEW_ON, on_the_phone, True).code == "PN6"


def test_on_a_screen_with_an_advocate_who_speaks_the_first_code_that_fits_is_taken() -> None:
    both = replace(SPOKE_ON_SCREEN, someone_spoke_who_child_asked=True)
    assert work_out(BORN_AT[16], REVIEW_ON, both).code == "PN5"


def test_on_a_screen_without_a_word_the_child_may_still_have_sent_words() -> None:
    silent = replace(SPOKE_ON_SCREEN, spoke=False)
    assert work_out(BORN_AT[16], REVIEW_ON, silent).next_question is Question.OWN_WORDS_REACHED
    sent = replace(silent, own_words_reached=True)
    assert work_out(BORN_AT[16], REVIEW_ON, sent).code == "PN6"
    nothing = replace(silent, own_words_reached=False)
    assert work_out(BORN_AT[16], REVIEW_ON, nothing).code == "PN7"


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        (Answers(), Question.WAS_THERE),
        (Answers(was_there=IN_ROOM), Question.SPOKE),
        (Answers(was_there=IN_ROOM, spoke=False), Question.SOMEONE_SPOKE),
        (
            Answers(was_there=IN_ROOM, spoke=False, someone_spoke=False),
            Question.SHOWED_WITHOUT_SPEECH,
        ),
        (Answers(was_there=NO), Question.SOMEONE_SPOKE_WHO_CHILD_ASKED),
        (
            Answers(was_there=NO, someone_spoke_who_child_asked=False),
            Question.OWN_WORDS_REACHED,
        ),
        (Answers(was_there=VIDEO), Question.SOMEONE_SPOKE_WHO_CHILD_ASKED),
        (Answers(was_there=PHONE, someone_spoke_who_child_asked=False), Question.SPOKE),
    ],
)
def test_one_question_follows_another(answers: Answers, question: Question) -> None:
    result = work_out(BORN_AT[9], REVIEW_ON, answers)
    assert (result.code, result.next_question) == (None, question)
    assert list(questions_asked(result))[-1] is question


def test_the_answers_that_led_there_are_kept_in_their_order() -> None:
    result = work_out(BORN_AT[15], REVIEW_ON, SILENT)
    assert [(each.question, each.answer) for each in result.because] == [
        (Question.WAS_THERE, IN_ROOM),
        (Question.SPOKE, False),
        (Question.SOMEONE_SPOKE, False),
        (Question.SHOWED_WITHOUT_SPEECH, False),
    ]
    assert list(questions_asked(result)) == [each.question for each in result.because]


def test_for_a_child_under_four_nothing_is_asked_but_how_they_are() -> None:
    result = work_out(date(2024, 1, 1), REVIEW_ON, Answers())
    assert [(each.question, each.answer) for each in result.because] == [
        (Question.UNDER_FOUR, True)
    ]
    assert UNDER_FOUR_PROMPT.endswith("?")


def test_every_question_and_every_way_of_being_there_can_be_said() -> None:
    assert set(QUESTION_WORDS) == set(Question)
    assert set(PRESENCE_WORDS) == set(Presence)
    assert [field.name for field in fields(Answers)] == list(Question)[1:]


def test_all_answers_given_always_end_in_a_code_and_every_code_is_reached() -> None:
    reached = set()
    for was_there, video, *rest in product(Presence, [True, False], *[[True, False]] * 5):
        for born_on in (BORN_AT[9], date(2024, 1, 1)):
            result = work_out(born_on, REVIEW_ON, Answers(was_there, *rest), video)
            assert result.next_question is None
            reached.add(result.code)
    assert reached == set(PARTICIPATION_CODES)


@given(BIRTHS, ANY_ANSWERS, st.booleans())
def test_pn0_if_and_only_if_under_four(born_on: date, answers: Answers, video: bool) -> None:
    result = work_out(born_on, REVIEW_ON, answers, video)
    assert (result.code == "PN0") is is_under_four(born_on, REVIEW_ON)
    assert (result.code is None) is not (result.next_question is None)
    if result.code is not None:
        assert fits_age(result.code, born_on, REVIEW_ON)


@given(BIRTHS, ANY_ANSWERS, st.booleans(), st.booleans())
def test_answering_the_next_question_is_always_a_step_on(
    born_on: date, answers: Answers, video: bool, answer: bool
) -> None:
    result = work_out(born_on, REVIEW_ON, answers, video)
    if result.next_question is None:
        return
    said = Presence.NO if result.next_question is Question.WAS_THERE else answer
    further = work_out(born_on, REVIEW_ON, replace(answers, **{result.next_question: said}), video)
    assert further.because[: len(result.because)] == result.because
    assert len(further.because) > len(result.because)


@given(BIRTHS, ANY_ANSWERS, st.booleans())
def test_the_code_agrees_with_whether_the_child_was_in_the_room(
    born_on: date, answers: Answers, video: bool
) -> None:
    code = work_out(born_on, REVIEW_ON, answers, video).code
    if code in (None, "PN0") or answers.was_there is VIDEO:
        return
    assert PARTICIPATION_CODES[code].was_present is (answers.was_there is IN_ROOM)


def test_under_four_the_presence_is_asked_outside_the_code() -> None:
    result = work_out(date(2024, 5, 9), REVIEW_ON, Answers())
    assert result.code == "PN0"
    assert Question.WAS_THERE in set(questions_asked(result))


def test_who_spoke_and_how_it_was_known_are_asked_for_some_codes_only() -> None:
    asked = {
        (field, code) for field in ASKED_FOR for code in PARTICIPATION_CODES if asks(field, code)
    }
    assert asked == {
        ("who_spoke", "PN2"),
        ("who_spoke", "PN5"),
        ("how_known", "PN0"),
        ("pn7_reason", "PN7"),
    }
