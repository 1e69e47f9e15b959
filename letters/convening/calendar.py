"""Calendar entries for a review, as one .ics file: no child's name stands in it anywhere.

Source: RFC 5545 and 5546 (UID, SEQUENCE, METHOD, folding).
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from letters.wording import Wording, wording
from models.convening_on_sheet import MeetingPart
from models.problems import N_

ZONE: Final = "Europe/London"
MINUTES: Final = 60
MOST_OCTETS: Final = 75
FILE_NAME: Final = "review-meeting.ics"
_OWN: Final = UUID("1d3a6a4e-2c35-5f0b-9d66-6f1f6f0c7b21")
_SUMMARY = N_("Review meeting")
_PART_OF = N_("Your part: {part}")
_ASK_WHERE = N_("Ask the service where it is.")
_ZONE_LINES: Final = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True)
class CalendarDay:
    """When and where a review is, as its calendar entries say it.

    `sitting` is the part of a series, from 1. `whose` is the id of the reader whose entry it is.
    `place` is "" where it must not be told. `sequence` goes up with every move.
    `organiser` is an e-mail address, or nothing.
    """

    review_id: str
    on: date
    at: str
    place: str
    sequence: int
    whose: str = ""
    sitting: int = 1
    is_cancelled: bool = False
    organiser: str = ""
    language: str = "en-GB"


Entry = tuple[CalendarDay, MeetingPart]


def said_by(entries: Iterable[Entry]) -> str:
    """Give a digest of what these entries say; a new SEQUENCE is due when it changes."""
    told = sorted(
        repr((day.whose, day.on, day.at, day.place, day.sitting, day.is_cancelled,
              part.words, part.begins, part.ends))
        for day, part in entries
    )  # fmt: skip
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def uid_of(review_id: str, sitting: int, whose: str) -> str:
    """Give the UID of one reader's entry: the same whatever part they come to; it names nobody."""
    return f"{uuid5(_OWN, f'{review_id}/{sitting}/{whose}')}@waymark.invalid"


def calendar_file(day: CalendarDay, part: MeetingPart, stamped: datetime) -> bytes:
    """Write the entry of one reader, for their part of the meeting.

    `stamped` is the moment of writing, with its zone.
    """
    method = "CANCEL" if day.is_cancelled else "PUBLISH"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Waymark//Convening//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        *_ZONE_LINES,
        *_event(day, part, stamped),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(day: CalendarDay, part: MeetingPart, stamped: datetime) -> Iterator[str]:
    say = wording(day.language)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid_of(day.review_id, day.sitting, day.whose)}"
    yield f"DTSTAMP:{stamped.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{day.sequence}"
    yield f"STATUS:{'CANCELLED' if day.is_cancelled else 'CONFIRMED'}"
    yield from _when(day, part)
    yield f"SUMMARY:{_escaped(say.say(_SUMMARY))}"
    yield f"LOCATION:{_escaped(day.place or say.say(_ASK_WHERE))}"
    yield from _described(say, part)
    if day.organiser:
        yield f"ORGANIZER:mailto:{_address(day.organiser)}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _described(say: Wording, part: MeetingPart) -> Iterator[str]:
    if part.begins and part.ends:
        times = f"{say.time(part.begins).text}–{say.time(part.ends).text}"
        yield f"DESCRIPTION:{_escaped(say.say(_PART_OF, part=times))}"


def _when(day: CalendarDay, part: MeetingPart) -> Iterator[str]:
    """The times of the entry; the whole day where no time is known."""
    at = part.begins or day.at
    if not at:
        yield f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}"
        return
    begins = _moment(day.on, at)
    ends = _moment(day.on, part.ends) if part.ends else begins
    if ends <= begins:
        ends = begins + timedelta(minutes=MINUTES)
    yield f"DTSTART{_told(begins)}"
    yield f"DTEND{_told(ends)}"


def _moment(on: date, at: str) -> datetime:
    return datetime.combine(on, time.fromisoformat(at), ZoneInfo(ZONE)).astimezone(UTC)


def _told(moment: datetime) -> str:
    """A moment by the clock, or in UTC in the night in which the clock says an hour twice."""
    local = moment.astimezone(ZoneInfo(ZONE))
    if local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        return f":{moment:%Y%m%dT%H%M%SZ}"
    return f";TZID={ZONE}:{local:%Y%m%dT%H%M%S}"


def _escaped(words: str) -> str:
    """Escape what has a meaning of its own, and leave out what nobody sees."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(each for each in lines if each == "\n" or each.isprintable())
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        kept = kept.replace(plain, written)
    return kept


def _address(email: str) -> str:
    """An e-mail address with nothing in it that could begin a new property."""
    return "".join(c for c in email.strip() if c > " " and c not in '\x7f;,\\"<>')


def _folded(line: str) -> bytes:
    """Fold a line after 75 octets, never within a character, and end it with CRLF."""
    pieces, piece, most = [], b"", MOST_OCTETS
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > most:
            pieces.append(piece)
            piece, most = b"", MOST_OCTETS - 1  # the blank that the next line begins with
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
