"""Every paper of one review that is called together, made and checked away from the window."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from letters.convening.readying import (
    ReadyPaper,
    ready_calendar,
    ready_form,
    ready_invitation,
)
from letters.convening.setting import Calling
from models.convening_list import part_of, parts_of_meeting
from models.convening_on_sheet import Invited
from models.review_sheet import ReviewSheet


@dataclass(frozen=True)
class PapersWanted:
    """What is to be made. `not_told` are readers who must not learn the place."""

    sheet: ReviewSheet
    lines: tuple[Invited, ...]
    room: str
    today: date
    is_large: bool = False
    not_told: frozenset[str] = frozenset()
    holds_protected: bool = True
    sequence: tuple[int, bool] = (0, False)
    stamped: datetime | None = None
    readers: frozenset[str] = field(default_factory=frozenset)


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
    """Make the invitation and the form of everybody who is invited, and check each."""
    return PapersMade(tuple(_of_all(wanted)))


def make_calendars(wanted: PapersWanted) -> PapersMade:
    """Make the calendar entry of everybody who is invited, and check each."""
    stamped = wanted.stamped
    if stamped is None:
        raise ValueError("a calendar entry says when it was written")
    parts = parts_of_meeting(wanted.lines, wanted.sheet.booked_time)
    made = (
        ready_calendar(
            calling,
            (part_of(parts, calling.reader),),
            wanted.sequence,
            stamped,
            holds_protected=wanted.holds_protected,
        )
        for calling in callings(wanted)
    )
    return PapersMade(tuple(made))


def callings(wanted: PapersWanted) -> Iterator[Calling]:
    """Everybody who is invited, or those asked for, called to their part."""
    parts = parts_of_meeting(wanted.lines, wanted.sheet.booked_time)
    for line in _invited(wanted):
        called = Calling(wanted.sheet, line, part_of(parts, line), wanted.today, wanted.room,
                         is_large=wanted.is_large)  # fmt: skip
        yield replace(called, shows_place=line.reader not in wanted.not_told)


def _invited(wanted: PapersWanted) -> Iterable[Invited]:
    for line in wanted.lines:
        if line.is_invited and (not wanted.readers or line.reader in wanted.readers):
            yield line


def _of_all(wanted: PapersWanted) -> Iterator[ReadyPaper]:
    for calling in callings(wanted):
        yield ready_invitation(calling, holds_protected=wanted.holds_protected)
        if calling.reader.form:
            yield ready_form(calling)
