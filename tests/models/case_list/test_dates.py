"""Dates are read day first or year first, and anything else is answered in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.case_list.dates import is_month_first, read_date
from models.case_list.faults import Fault

THIRD_OF_APRIL = date(2016, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2016", "3/4/2016", "03-04-2016", "03.04.2016", "2016-04-03", "2016/04/03",
        "2016-04-03 00:00:00", "2016-04-03T00:00:00.000", "2016-04-03T09:30:00Z",
        "03/04/2016 00:00", "03/04/2016 12:00:00 AM", "3 Apr 2016", "3 April 2016",
        "03-Apr-2016", "03 apr 2016", "3rd April 2016", "3APR2016", " 03/04/2016 ",
    ],
)  # fmt: skip
def test_the_third_of_april_is_read_however_a_council_writes_it(text: str) -> None:
    assert read_date(text) == THIRD_OF_APRIL


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("04/13/2016", "month first"),
        ("April 3, 2016", "month first"),
        ("Apr 3 2016", "month first"),
        ("03/04/16", "four digits"),
        ("3 Apr 16", "four digits"),
        ("03-Apr-16", "four digits"),
        ("42463", "spreadsheet keeps"),
        ("42463.5", "spreadsheet keeps"),
        ("31/02/2016", "no such day"),
        ("00/00/0000", "year cannot be right"),
        ("2016-13-03", "no such day"),
        ("03/04/0216", "year cannot be right"),
        ("03/04-2016", "should be a date"),
        ("soon", "should be a date"),
        ("3 Foo 2016", "should be a date"),
        ("٠٣/٠٤/٢٠١٦", "should be a date"),
    ],
)
def test_what_is_no_certain_day_is_refused_in_words(text: str, words: str) -> None:
    found = read_date(text)
    assert isinstance(found, Fault)
    sentence = found.within("DOB").said()
    assert words in sentence
    assert "“DOB”" in sentence


def test_a_date_that_is_one_only_month_first_is_known_as_such() -> None:
    assert is_month_first("04/13/2016")
    assert not is_month_first("04/03/2016")
    assert not is_month_first("13/13/2016")


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_from_each_way_of_writing_it(day: date) -> None:
    for pattern in ("{0.day}/{0.month}/{0.year}", "{0:%Y-%m-%d}", "{0:%d %B %Y}", "{0:%d-%b-%Y}"):
        assert read_date(pattern.format(day)) == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_is_answered_in_words(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, date) or found.within("DOB").said()
