"""Sentences, days, times and lists of one language."""

from datetime import date

import pytest

from letters.paragraph import Piece
from letters.wording import Wording, quoted, strong, wording

NOVEMBER = date(2026, 11, 12)


def text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 4), "Friday 4 December"),
        (date(2027, 1, 29), "Friday 29 January 2027"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
    ],
)
def test_a_day_in_another_year_than_the_letter_has_its_year(day: date, said: str) -> None:
    assert wording().day(day, near=NOVEMBER).text == said


def test_days_are_kept_on_one_line() -> None:
    assert wording().full_day(NOVEMBER) == Piece("Thursday 12 November 2026", together=True)
    assert wording().plain_date(NOVEMBER) == Piece("12 November 2026", together=True)


def test_a_date_that_ends_with_a_stop_is_not_given_another() -> None:
    ukrainian = wording("uk")
    day = ukrainian.plain_date(date(2027, 2, 12))
    said = ukrainian.say("It was on {date}.", date=day)
    assert day.text.endswith("р.")
    assert said.endswith(" р.")
    assert wording().say("It is {words}.", words="so.") == "It is so."


@pytest.mark.parametrize(
    ("clock", "said"),
    [("16:04", "4:04pm"), ("09:30", "9:30am"), ("00:05", "12:05am"), ("12:00", "12:00pm"),
     ("about four", ""), ("", "")],
)  # fmt: skip
def test_times_are_said_as_people_say_them(clock: str, said: str) -> None:
    assert wording().time(clock).text == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Jo"], "Jo"),
        (["Jo", "Dele"], "Jo and Dele"),
        (["Jo", "Dele", "Nana Bea"], "Jo, Dele and Nana Bea"),
        (["{0}", "{x}"], "{0} and {x}"),
    ],
)
def test_names_are_listed_in_words(names: list[str], said: str) -> None:
    assert text(wording().listed(names)) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Jo", "Dele"], "Jo a Dele"),
        (["Jo", "Alys"], "Jo ac Alys"),
        (["Jo", "Dele", "Ŵyn"], "Jo, Dele ac Ŵyn"),
    ],
)
def test_a_welsh_list_has_the_word_for_and_that_goes_before_the_last(
    names: list[str], said: str
) -> None:
    assert text(wording("cy").listed(names)) == said


def test_values_are_plain_words_and_never_a_pattern() -> None:
    said = wording().say("You said: {words}", words="{words} <b>50%</b> {0}")
    assert said == "You said: {words} <b>50%</b> {0}"


def test_a_value_may_be_bold_or_the_childs_own() -> None:
    pieces = wording().pieces("{a} and {b}.", a=strong("0800 1"), b=quoted("dogs"))
    assert pieces == (
        Piece("0800 1", bold=True, together=True),
        Piece(" and "),
        Piece("dogs", quoted=True),
        Piece("."),
    )


def test_the_form_of_a_sentence_goes_with_the_number() -> None:
    say = wording().ngettext
    assert text(say("{count} dog", "{count} dogs", 1)) == "1 dog"
    assert text(say("{count} dog", "{count} dogs", 2)) == "2 dogs"


def test_values_are_kept_apart_in_a_right_to_left_language() -> None:
    arabic = Wording("ar")
    assert arabic.right_to_left
    assert arabic.say("{phone}!", phone="01632 960 114") == "\u206801632 960 114\u2069!"
    assert not wording().right_to_left


def test_days_and_times_take_the_words_of_the_language() -> None:
    welsh = Wording("cy")
    assert welsh.full_day(NOVEMBER).text == "Dydd Iau 12 Tachwedd 2026"
    assert welsh.time("16:04").text == "16:04"
    assert Wording("so").time("16:04").text == "4:04\u00a0GD"


def test_a_wording_is_loaded_once() -> None:
    assert wording("en-GB") is wording("en-GB")


def test_a_wording_knows_which_sentences_its_catalogue_has() -> None:
    assert Wording("cy").knows("What you told us")
    assert not Wording("so").knows("What you told us")
    assert wording().knows("anything at all")
    ways = ("{people} was not there.", "{people} were not there.")
    assert Wording("cy").knows(*ways)
    assert not Wording("so").knows(*ways)


def test_words_from_right_to_left_do_not_turn_the_english_round_them() -> None:
    said = wording().say("“{words}” “{more}”", words="هنا", more="<3")
    assert said == "“\u2068هنا\u2069” “<3”"
