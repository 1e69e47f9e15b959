"""What is known of the meeting and of one reader when a convening paper is written."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from letters.bands import Band, band_of
from letters.convening.addressing import lines_of
from letters.convening.paper import FORM, INVITATION, LARGE_PT, NOTICE, ConveningPaper, Part
from letters.wording import Wording, wording
from models.convening_list import last_working_day
from models.convening_on_sheet import Invited, MeetingPart, was_moved
from models.problems import N_
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays
from models.sending_steps import SendingWay

ANSWER_DAYS: Final = 5
"""So long before the meeting answers and forms are wanted back. Units: days."""

_SEND_BACK = N_("Please send it back to:")
_PAGE = N_("Page {page} of {pages}")
_FOOT = N_("Private. For the person named above.")
_FOR = N_("For {name}")
_PLAIN_TITLES = {INVITATION: N_("Invitation to a review"), FORM: N_("Form for a review"),
                 NOTICE: N_("News about a review")}  # fmt: skip
_DAY_AND_TIME = N_("{day} at {time}")


@dataclass(frozen=True)
class Calling:
    """One reader, called to one meeting: what their papers are made from.

    `shows_place` is off where this reader must not learn where it is; `place` is the place and
    the room as they are told. `is_large` asks for 18 point type. `is_label` has the address for a
    label over the words, where it is too long for a window. `calendar` knows the working days.
    """

    sheet: ReviewSheet
    reader: Invited
    part: MeetingPart
    dated: date
    room: str = ""
    shows_place: bool = True
    is_large: bool = False
    is_label: bool = False
    calendar: WorkingDays | None = None
    language: str = "en-GB"

    @cached_property
    def say(self) -> Wording:
        """The sentences of the language."""
        return wording(self.language)

    @property
    def band(self) -> Band:
        """How the child is written to."""
        on = self.sheet.booked_on or self.dated
        return band_of(self.sheet.making.letter.band, self.sheet.child.born_on, on)

    @property
    def place(self) -> str:
        """Where it is, as this reader is told; nothing where they are not."""
        if not self.shows_place:
            return ""
        return ", ".join(each.strip() for each in (self.sheet.place, self.room) if each.strip())

    @property
    def day(self) -> str:
        """The day in words."""
        on = self.sheet.booked_on
        return self.say.full_day(on).text if on else ""

    @property
    def begins(self) -> str:
        """The time at which this reader comes, in words."""
        return self.say.time(self.part.begins or self.sheet.booked_time).text

    @property
    def answer_by(self) -> str:
        """By when we would like to hear, in words; nothing where that day is past."""
        on = self.sheet.booked_on
        by = last_working_day(on - timedelta(days=ANSWER_DAYS), self.calendar) if on else None
        return self.say.full_day(by).text if by and by >= self.dated else ""

    def paper(self, kind: str, title: str, parts: tuple[Part, ...], size_pt: float,
              send_back: str = "") -> ConveningPaper:  # fmt: skip
        """Put these parts on a paper of the council for this reader."""
        say, council = self.say, self.sheet.council
        posted = self.reader.way == SendingWay.POST and not self.reader.is_child
        return ConveningPaper(
            kind=kind,
            title=title,
            plain_title=say.say(_PLAIN_TITLES[kind]),
            made_for=say.say(_FOR, name=self.reader.name),
            council=council.name,
            service=council.service,
            return_to=self.return_to,
            send_back=send_back,
            parts=parts,
            foot=say.say(_FOOT),
            page_of=say.say(_PAGE, page="{page}", pages="{pages}"),
            language=self.language,
            right_to_left=say.right_to_left,
            author=council.service or council.name,
            dated=self.dated,
            size_pt=max(size_pt, LARGE_PT) if self.is_large else size_pt,
            address=self.address if posted else (),
            is_label=self.is_label,
        )

    @property
    def return_to(self) -> tuple[str, ...]:
        """Where papers come back to: the council's return address, or its names."""
        council = self.sheet.council
        lines = council.return_address.splitlines() or [council.service, council.name]
        return tuple(line.strip() for line in lines if line.strip())

    @property
    def address(self) -> tuple[str, ...]:
        """The reader's name and address, line by line; nothing without an address."""
        return lines_of(self.reader)

    @property
    def was_told(self) -> str:
        """The day and time that this reader was told before, in words; nothing if not known."""
        on, at = self.reader.told_on, self.reader.told_time
        if on is None:
            return ""
        day = self.say.full_day(on).text
        time = self.say.time(at).text
        return self.say.say(_DAY_AND_TIME, day=day, time=time) if time else day

    @property
    def was_moved(self) -> bool:
        """Whether this reader was invited to another day, time or place than it now has."""
        sheet = self.sheet
        return was_moved(self.reader, sheet.booked_on, sheet.booked_time, sheet.place)

    def send_back(self) -> str:
        """The words before the return address."""
        return self.say.say(_SEND_BACK)
