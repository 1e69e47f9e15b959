"""What is to be made for one review that is called together, and to whom what was made went."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letters.convening.addressing import NotPosted, why_not_posted
from models.convening_on_sheet import Invited
from models.convening_queue import was_invited_before
from models.sending_steps import SendingWay
from ui.convening.convened_review import ConvenedReview
from ui.convening.making_papers import PapersMade, PapersWanted, make_papers
from ui.letter.printing import PRINT_WIDTH_PX, whole_sheets
from ui.meeting.paper_pages import PagePicture, PageSize, draw_pages

if TYPE_CHECKING:
    from models.open_review import OpenReview


@dataclass(frozen=True)
class PersonsSheets:
    """What one person gets, as one job of whole sheets: None is a side that stays empty."""

    review_id: str
    reader: str
    sides: tuple[PagePicture | None, ...] = field(repr=False)


def waits(convened: ConvenedReview, line: Invited) -> bool:
    """Whether something is still to be sent to somebody."""
    if convened.form.cancelled_on is not None or line.is_taken_off:
        return line.waits_for_notice
    review = convened.review
    again = review is not None and was_invited_before(line, review)
    lacks = line.invited_on is None or bool(line.form and line.form_sent_on is None)
    return line.is_invited and (lacks or again)


def must_be_asked_again(convened: ConvenedReview, line: Invited) -> bool:
    """Whether somebody was invited to another day, time or place than it now has."""
    review, is_on = convened.review, convened.form.cancelled_on is None
    return is_on and line.is_invited and review is not None and was_invited_before(line, review)


def not_posted(convened: ConvenedReview) -> tuple[tuple[Invited, NotPosted], ...]:
    """Those to whom nothing can be posted as it stands, and why."""
    found = ((line, why_not_posted(line)) for line in convened.lines
             if line.is_invited or line.is_taken_off)  # fmt: skip
    return tuple((line, why) for line, why in found if why is not None)


def goes_on_paper(line: Invited, labelled: frozenset[str] = frozenset()) -> bool:
    """Whether paper reaches somebody: by hand, or by post to an address that shows."""
    why = why_not_posted(line)
    shows = why is None or (why is NotPosted.TOO_LONG and line.reader in labelled)
    return line.way != SendingWay.EMAIL and shows


def wanted_of(
    convened: ConvenedReview,
    readers: Iterable[str] = (),
    *,
    is_large: bool = False,
    labelled: frozenset[str] = frozenset(),
) -> PapersWanted:
    """What is made for these, as it stands now; with none it is for all that still wait."""
    asked = frozenset(readers) or frozenset(
        line.reader for line in convened.lines if waits(convened, line)
    )
    desk = convened.desk
    return PapersWanted(
        sheet=convened.meeting.sheet,
        lines=convened.lines,
        room=convened.form.room,
        today=desk.today(),
        calendar=desk.calendar,
        is_large=is_large,
        is_cancelled=convened.form.cancelled_on is not None,
        holds_protected=desk.reach().reads("protected_fact", "words"),
        readers=asked,
        labelled=labelled,
    )


def drawn(wanted: PapersWanted) -> tuple[PapersMade, tuple[PersonsSheets, ...]]:
    """Make the papers and draw them, one job for each to whom paper goes."""
    made = make_papers(wanted)
    size = PageSize(PRINT_WIDTH_PX)
    jobs = []
    for line in wanted.lines:
        own = [paper for paper in made.may_leave if paper.reader == line.reader]
        if own and goes_on_paper(line, wanted.labelled):
            sides = whole_sheets(draw_pages(paper.data, size) for paper in own)
            jobs.append(PersonsSheets(wanted.sheet.id, line.reader, sides))
    return made, tuple(jobs)


def note_went_out(convened: ConvenedReview, readers: Sequence[str]) -> Callable[[], object] | None:
    """Note that papers went out today to these. Gives what takes it back, if it is on the disk."""
    from models.convening_acts import (  # loads SQLAlchemy
        note_forms_sent,
        note_invited,
        note_told_cancelled,
        put_back,
    )

    today, is_off = convened.desk.today(), convened.form.cancelled_on is not None
    before = [convened.line(each) for each in readers]
    told = [line.reader for line in before if is_off or line.is_taken_off]
    invited = [line.reader for line in before if line.reader not in told]
    with_form = [line.reader for line in before if line.form and line.reader in invited]

    def note(review: "OpenReview") -> None:
        note_told_cancelled(review, told)
        note_invited(review, invited, today)
        note_forms_sent(review, with_form, today)

    if not convened.act(note):
        return None
    return lambda: convened.act(lambda review: put_back(review, before))
