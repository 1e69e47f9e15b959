"""A convening paper as a finished file, read by the disclosure check before it leaves."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime

from letters.addresses import looks_like_an_address
from letters.convening.calendar import CalendarDay, calendar_file
from letters.convening.forms import form_paper
from letters.convening.invitation import invitation
from letters.convening.notice import notice
from letters.convening.pages import render_paper, shows_address
from letters.convening.paper import FORM, INVITATION, NOTICE, ConveningPaper
from letters.convening.setting import Calling
from letters.disclosure.checking import check
from letters.disclosure.hit import Hit
from letters.disclosure.looked_for import Secret, secrets_for
from models.disclosure.folding import words_of
from models.disclosure.matching import OTHER_CHILD
from models.protected import FactKind
from models.readers_of_papers import reader_of

CALENDAR = "calendar"


@dataclass(frozen=True)
class ReadyPaper:
    """A finished file for one reader. `document` is INVITATION, FORM, NOTICE or CALENDAR.

    `hits` are the finds that nobody has answered. `is_place_unsure` says that it tells an
    address and that this laptop does not hold what is protected, so that the chair has to look.
    """

    document: str
    reader: str
    file_name: str
    data: bytes = field(repr=False)
    pages: int = 0
    hits: tuple[Hit, ...] = ()
    is_place_unsure: bool = False

    @property
    def may_leave(self) -> bool:
        """Whether nothing stops it."""
        return not self.hits and not self.is_place_unsure


def ready_invitation(calling: Calling, *, holds_protected: bool = True) -> ReadyPaper:
    """The invitation of one reader, checked.

    `holds_protected` says whether this laptop holds the protected facts.
    """
    return _ready(calling, invitation(calling), holds_protected=holds_protected)


def ready_form(calling: Calling) -> ReadyPaper:
    """The form that one reader is sent, checked; it tells no place."""
    return _ready(calling, form_paper(calling), holds_protected=True)


def ready_notice(calling: Calling, *, is_cancelled: bool) -> ReadyPaper:
    """The letter that it is cancelled, or that this reader need not come; it tells no place."""
    return _ready(calling, notice(calling, is_cancelled=is_cancelled), holds_protected=True)


def ready_calendar(
    calling: Calling,
    sequence: tuple[int, bool],
    stamped: datetime,
    *,
    holds_protected: bool = True,
) -> ReadyPaper:
    """The calendar entry of one reader, checked; where the place names the child it is left out.

    `sequence` is the SEQUENCE, and whether the meeting is cancelled.

    Raises: ValueError for a review with no day.
    """
    data = calendar_file(day_of(calling, sequence), calling.part, stamped)
    name = paper_file_name(CALENDAR, calling.sheet.id, calling.reader.reader, "ics")
    secrets = (*_secrets(calling), _of_the_child(calling))
    hits = _unanswered(calling, CALENDAR, check(data, "ics", name, secrets))
    unsure = not holds_protected and looks_like_an_address(place_in_calendar(calling))
    return ReadyPaper(CALENDAR, calling.reader.reader, name, data, 0, hits, unsure)


def day_of(calling: Calling, sequence: tuple[int, bool]) -> CalendarDay:
    """What the calendar entries of one reader say.

    Raises: ValueError for a review with no day.
    """
    sheet = calling.sheet
    if sheet.booked_on is None:
        raise ValueError("a review with no day has no calendar entry")
    number, is_cancelled = sequence
    return CalendarDay(
        review_id=sheet.id,
        on=sheet.booked_on,
        at=sheet.booked_time,
        place=place_in_calendar(calling),
        sequence=number,
        whose=calling.reader.reader,
        sitting=len(sheet.sittings) + 1,
        is_cancelled=is_cancelled,
        organiser=sheet.chair.email,
        language=calling.language,
    )


def place_in_calendar(calling: Calling) -> str:
    """The place, unless a name of the child stands in it."""
    child = calling.sheet.child
    names = {*words_of(child.full_name), *words_of(child.chosen_name)}
    return "" if names & {*words_of(calling.place)} else calling.place


def paper_file_name(document: str, review_id: str, reader: str, format: str) -> str:  # noqa: A002
    """Name a file; it says nothing of the child or the reader."""
    whose = hashlib.sha256(f"{review_id}/{reader}".encode()).hexdigest()[:6]
    return f"{document}-{review_id[:8]}-{whose}.{format}"


def _ready(calling: Calling, paper: ConveningPaper, *, holds_protected: bool) -> ReadyPaper:
    rendered = render_paper(paper)
    name = paper_file_name(paper.kind, calling.sheet.id, calling.reader.reader, "pdf")
    lines = paper.address if shows_address(paper) else None
    found = check(rendered.pdf, "pdf", name, _secrets(calling), address_lines=lines)
    if any(hit.kind == OTHER_CHILD for hit in found) and paper.address:
        found = _but_for_the_address(calling, paper, found)
    hits = _unanswered(calling, paper.kind, found)
    unsure = not holds_protected and looks_like_an_address(calling.place)
    return ReadyPaper(paper.kind, calling.reader.reader, name, rendered.pdf, rendered.pages, hits,
                      unsure)  # fmt: skip


def _but_for_the_address(
    calling: Calling, paper: ConveningPaper, found: tuple[Hit, ...]
) -> tuple[Hit, ...]:
    """Without the names of other children that only the reader's own address says."""
    bare = render_paper(replace(paper, address=()))
    name = paper_file_name(paper.kind, calling.sheet.id, calling.reader.reader, "pdf")
    elsewhere = check(bare.pdf, "pdf", name, _secrets(calling))
    kept = (hit for hit in elsewhere if hit.kind == OTHER_CHILD)
    return (*(hit for hit in found if hit.kind != OTHER_CHILD), *kept)


def _secrets(calling: Calling) -> tuple[Secret, ...]:
    """What must not be found in the papers of this reader."""
    sheet = calling.sheet
    reader = reader_of(sheet, calling.reader.reader)
    if reader is None:
        raise ValueError("a convening paper is for somebody of the review")
    return secrets_for(sheet, reader, sheet.making.other_children)


def _of_the_child(calling: Calling) -> Secret:
    """The names of the child, which stand in no calendar."""
    child = calling.sheet.child
    also = tuple(each for each in (child.given_name, child.chosen_name) if each.strip())
    return Secret("child/name", FactKind.NAME, child.full_name, also)


def _unanswered(calling: Calling, document: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    answered = {
        answer.hit
        for answer in calling.sheet.disclosure_answers
        if answer.reader == calling.reader.reader and answer.document == document
        and answer.why.strip()
    }  # fmt: skip
    return tuple(hit for hit in hits if hit.key not in answered)


def without_place(calling: Calling) -> Calling:
    """The same reader, not told where it is."""
    return replace(calling, shows_place=False)


__all__ = ["CALENDAR", "FORM", "INVITATION", "NOTICE", "ReadyPaper", "day_of", "paper_file_name",
           "place_in_calendar", "ready_calendar", "ready_form", "ready_invitation",
           "ready_notice",
           "without_place"]  # fmt: skip
