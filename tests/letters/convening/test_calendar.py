"""Calendar entries: read by two other programs, kept through moves, and naming nobody."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.convening.calendar import FILE_NAME, CalendarDay, calendar_file, said_by, uid_of
from models.convening_on_sheet import MeetingPart
from tests.letters.convening.readers import by_ical_js, by_khal

STAMPED = datetime(2026, 8, 1, 9, 30, tzinfo=UTC)
WHOLE = MeetingPart(0)
LONDON = ZoneInfo("Europe/London")


def day(on: date = date(2026, 8, 12), at: str = "16:00", **changed: object) -> CalendarDay:
    fields: dict[str, object] = {"place": "Town hall; room 2, 1st floor", "sequence": 0,
                                "whose": "mum", **changed}  # fmt: skip
    return CalendarDay("review-1", on, at, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "begins"),
    [
        (date(2026, 8, 12), datetime(2026, 8, 12, 15, tzinfo=UTC)),  # summer time
        (date(2026, 12, 2), datetime(2026, 12, 2, 16, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 15, tzinfo=UTC)),  # the clocks go forward
        (date(2026, 10, 25), datetime(2026, 10, 25, 16, tzinfo=UTC)),  # and back
        (date(2028, 2, 29), datetime(2028, 2, 29, 16, tzinfo=UTC)),
    ],
)
def test_two_programs_read_the_same_moment_on_days_when_the_clocks_change(
    on: date, begins: datetime, tmp_path: Path
) -> None:
    data = calendar_file(day(on), WHOLE, STAMPED)
    (event,) = by_ical_js(data)["events"]
    assert (event["begins"], event["ends"]) == (
        begins.timestamp(),
        (begins + timedelta(hours=1)).timestamp(),
    )
    ((told_begin, told_end, summary, place),) = by_khal(data, tmp_path)
    assert told_begin == begins.astimezone(LONDON).strftime("%Y-%m-%d %H:%M")
    assert told_end == f"{on} 17:00"
    assert (summary, place) == ("Review meeting", "Town hall; room 2, 1st floor")


def test_a_move_keeps_the_uid_and_counts_the_sequence_on() -> None:
    before, after = day(), day(date(2026, 8, 19), sequence=1)
    (one,) = by_ical_js(calendar_file(before, WHOLE, STAMPED))["events"]
    (two,) = by_ical_js(calendar_file(after, WHOLE, STAMPED))["events"]
    assert one["uid"] == two["uid"]
    assert (one["sequence"], two["sequence"]) == (0, 1)
    assert two["begins"] - one["begins"] == timedelta(days=7).total_seconds()
    assert said_by([(before, WHOLE)]) != said_by([(after, WHOLE)])
    assert said_by([(before, WHOLE)]) == said_by([(day(sequence=9), WHOLE)])


def test_cancelling_takes_the_entry_out_of_every_diary(tmp_path: Path) -> None:
    data = calendar_file(day(is_cancelled=True, sequence=2), WHOLE, STAMPED)
    read = by_ical_js(data)
    assert read["method"] == "CANCEL"
    assert [each["status"] for each in read["events"]] == ["CANCELLED"]
    assert read["events"][0]["uid"] == uid_of("review-1", 1, "mum")
    assert len(by_khal(data, tmp_path)) == 1


@pytest.mark.parametrize(
    ("part", "begins", "ends"),
    [
        (MeetingPart(0, begins="16:00"), "16:00", "17:00"),
        (MeetingPart(1, "with Mum", "16:00", "16:30"), "16:00", "16:30"),
        (MeetingPart(2, "with school", "16:30", "17:00"), "16:30", "17:00"),
    ],
)
def test_an_entry_has_the_times_of_the_part_that_its_reader_comes_to(
    part: MeetingPart, begins: str, ends: str, tmp_path: Path
) -> None:
    data = calendar_file(day(), part, STAMPED)
    ((told_begin, told_end, *_),) = by_khal(data, tmp_path)
    assert (told_begin, told_end) == (f"2026-08-12 {begins}", f"2026-08-12 {ends}")
    assert b"Mum" not in data


def test_whoever_gets_another_part_keeps_their_one_entry() -> None:
    early, late = MeetingPart(1, "early", "16:00", "16:30"), MeetingPart(2, "late", "16:30")
    mum, school = day(), day(whose="school")
    uids = {
        (whose.whose, by_ical_js(calendar_file(whose, part, STAMPED))["events"][0]["uid"])
        for whose in (mum, school)
        for part in (early, late)
    }
    assert len(uids) == len({uid for _whose, uid in uids}) == 2
    assert said_by([(mum, early), (school, late)]) != said_by([(mum, late), (school, early)])
    assert said_by([(mum, early), (school, late)]) == said_by([(school, late), (mum, early)])


@pytest.mark.parametrize(
    ("on", "at", "begins"),
    [
        (date(2027, 10, 31), "01:30", datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),  # said twice
        (date(2027, 10, 31), "00:30", datetime(2027, 10, 30, 23, 30, tzinfo=UTC)),
        (date(2027, 3, 28), "01:30", datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),  # never said
    ],
)
def test_an_entry_in_the_night_of_the_clocks_lasts_its_hour(
    on: date, at: str, begins: datetime
) -> None:
    (event,) = by_ical_js(calendar_file(day(on, at), WHOLE, STAMPED))["events"]
    assert event["begins"] == begins.timestamp()
    assert event["ends"] - event["begins"] == timedelta(hours=1).total_seconds()


def test_the_next_part_of_a_series_is_another_entry() -> None:
    assert uid_of("review-1", 1, "mum") != uid_of("review-1", 2, "mum")
    assert uid_of("review-1", 1, "mum") != uid_of("review-2", 1, "mum")
    assert "review-1" not in uid_of("review-1", 1, "mum")


def test_a_day_without_a_time_is_the_whole_day() -> None:
    (event,) = by_ical_js(calendar_file(day(at=""), WHOLE, STAMPED))["events"]
    assert event["isDay"]
    assert event["ends"] - event["begins"] == timedelta(days=1).total_seconds()


def test_who_must_not_know_where_it_is_reads_whom_to_ask() -> None:
    (event,) = by_ical_js(calendar_file(day(place=""), WHOLE, STAMPED))["events"]
    assert event["location"] == "Ask the service where it is."


def test_the_organiser_is_named_by_address_only() -> None:
    data = calendar_file(day(organiser="iro@example.org\r\nX-A: 1"), WHOLE, STAMPED)
    assert b"ORGANIZER:mailto:iro@example.orgX-A:1" in data


def test_no_name_stands_in_the_name_of_the_file() -> None:
    assert FILE_NAME == "review-meeting.ics"


@given(st.text(max_size=120), st.sampled_from(["", "09:05", "16:00"]))
@settings(max_examples=40, deadline=None)
def test_whatever_the_place_is_called_lines_stay_short_and_the_place_whole(
    place: str, at: str
) -> None:
    data = calendar_file(day(at=at, place=place), WHOLE, STAMPED)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\r" not in line and b"\n" not in line for line in lines)
    assert all(line.decode() is not None for line in lines)  # no character is cut in two
    (event,) = by_ical_js(data)["events"]
    lines_of_place = place.replace("\r\n", "\n").replace("\r", "\n")
    shown = "".join(each for each in lines_of_place if each == "\n" or each.isprintable())
    assert event["location"] == (shown or "Ask the service where it is.") or not shown
