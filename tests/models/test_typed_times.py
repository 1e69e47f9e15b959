"""Times of day are read as people type them, and anything else is refused in words."""

import pytest

from models.typed_times import UnreadableTime, read_time

READ = [
    ("4pm", "16:00"),
    ("4:30pm", "16:30"),
    ("4.30 p.m.", "16:30"),
    ("16:00", "16:00"),
    ("1600", "16:00"),
    ("9", "09:00"),
    ("930", "09:30"),
    ("10:30", "10:30"),
    ("4", "16:00"),
    ("04:00", "04:00"),
    ("12am", "00:00"),
    ("12pm", "12:00"),
    ("noon", "12:00"),
    ("7am", "07:00"),
]


@pytest.mark.parametrize(("typed", "time"), READ)
def test_a_time_is_read_as_it_is_said(typed: str, time: str) -> None:
    assert read_time(typed) == time


@pytest.mark.parametrize("typed", ["", "after school", "25:00", "16:75", "13pm", "0am", "4pm4"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableTime):
        read_time(typed)
