"""Every paper of one review that is called together, made and checked away from the window."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from letters.convening.calendar import said_by
from letters.convening.readying import (
    ReadyPaper,
    day_of,
    ready_calendar,
    ready_form,
    ready_invitation,
    ready_notice,
)
from letters.convening.setting import Calling
from models.convening_list import part_of, parts_of_meeting
from models.convening_on_sheet import Invited
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays


@dataclass(frozen=True)
class PapersWanted:
    """What is to be made. `readers` are those asked for; with none it is everybody.

    `labelled` are readers whose address goes on a label, as no window shows it whole.
    """

    sheet: ReviewSheet
    lines: tuple[Invited, ...]
    room: str
    today: date
    calendar: WorkingDays
    is_large: bool = False
    is_cancelled: bool = False
    holds_protected: bool = True
    sequence: int = 0
    stamped: datetime | None = None
    readers: frozenset[str] = frozenset()
    labelled: frozenset[str] = frozenset()

    def is_off(self, line: Invited) -> bool:
        """Whether somebody is not to come: the meeting is cancelled, or they were taken off."""
        return self.is_cancelled or line.is_taken_off


@dataclass(frozen=True)
class PapersMade:
    """The papers in the order they are put into envelopes: each one's invitation, then form."""

    papers: tuple[ReadyPaper, ...]

    @property
    def stopped(self) -> tuple[ReadyPaper, ...]:
        """Those that the check stopped."""
        return tuple(paper for paper in self.papers if not paper.may_leave)

    @property
    def may_leave(self) -> tuple[ReadyPaper, ...]:
        """The papers of everybody of whom no paper is stopped."""
        stopped = {paper.reader for paper in self.stopped}
        return tuple(paper for paper in self.papers if paper.reader not in stopped)


def make_papers(wanted: PapersWanted) -> PapersMade:
    """Make what each is to get, and check it: invitation and form, or that they need not come."""
    return PapersMade(tuple(_of_all(wanted)))


def make_calendars(wanted: PapersWanted) -> PapersMade:
    """Make the calendar entry of everybody who is or was invited, and check each.

    Raises: ValueError without the moment of writing.
    """
    stamped = wanted.stamped
    if stamped is None:
        raise ValueError("a calendar entry says when it was written")
    made = (
        ready_calendar(
            calling,
            (wanted.sequence, wanted.is_off(calling.reader)),
            stamped,
            holds_protected=wanted.holds_protected or wanted.is_off(calling.reader),
        )
        for calling in callings(wanted)
    )
    return PapersMade(tuple(made))


def said_in_calendars(wanted: PapersWanted) -> str:
    """A digest of what the calendar entries of everybody say."""
    return said_by(
        (day_of(calling, (0, wanted.is_off(calling.reader))), calling.part)
        for calling in callings(replace(wanted, readers=frozenset()))
    )


def callings(wanted: PapersWanted) -> Iterator[Calling]:
    """Everybody who is or was invited, or those asked for, called to their part."""
    parts = parts_of_meeting(wanted.lines, wanted.sheet.booked_time)
    for line in wanted.lines:
        if not (line.is_invited or line.is_taken_off):
            continue
        if wanted.readers and line.reader not in wanted.readers:
            continue
        called = Calling(wanted.sheet, line, part_of(parts, line), wanted.today, wanted.room,
                         is_large=wanted.is_large, calendar=wanted.calendar)  # fmt: skip
        shows_place = not line.hide_place and not wanted.is_off(line)
        yield replace(called, shows_place=shows_place, is_label=line.reader in wanted.labelled)


def _of_all(wanted: PapersWanted) -> Iterator[ReadyPaper]:
    for calling in callings(wanted):
        if wanted.is_off(calling.reader):
            if calling.reader.waits_for_notice:
                yield ready_notice(calling, is_cancelled=wanted.is_cancelled)
            continue
        yield ready_invitation(calling, holds_protected=wanted.holds_protected)
        if calling.reader.form:
            yield ready_form(calling)
