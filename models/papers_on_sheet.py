"""The papers of a review as read: which it should have, and how each stands."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from models.review_sheet import PaperOnSheet, ReviewSheet
from models.rules.age import age_on
from models.rules.papers import (
    PAPERS,
    Paper,
    PaperStanding,
    PaperState,
    paper_standing,
    papers_needed,
)
from models.rules.working_days import BeyondCalendar, WorkingDays


@dataclass(frozen=True)
class PaperNow:
    """One paper that this review should have, and how it stands."""

    paper: Paper
    noted: PaperOnSheet | None
    standing: PaperStanding

    @property
    def is_said(self) -> bool:
        """Whether it is known that it came, or why it did not."""
        return self.standing.state is not PaperState.NOT_SAID


def papers_of(sheet: ReviewSheet, today: date, calendar: WorkingDays) -> tuple[PaperNow, ...]:
    """The papers this review should have, and any others noted, each with how it stands."""
    review_on = sheet.held_on or sheet.booked_on
    needed = papers_needed(sheet.kind, age_on(sheet.child.born_on, review_on or today))
    noted = {each.paper: each for each in sheet.papers}
    also = tuple(PAPERS[key] for key in PAPERS if key in noted and PAPERS[key] not in needed)
    return tuple(
        PaperNow(paper, noted.get(paper.key), _standing(noted.get(paper.key), review_on, calendar))
        for paper in needed + also
    )


def _standing(
    noted: PaperOnSheet | None, review_on: date | None, calendar: WorkingDays
) -> PaperStanding:
    if noted is None:
        return PaperStanding(PaperState.NOT_SAID)
    with suppress(BeyondCalendar):  # so long ago or so far ahead that no limit can be counted
        return paper_standing(noted.received_on, noted.missing_why, review_on, calendar)
    return PaperStanding(PaperState.HERE)
