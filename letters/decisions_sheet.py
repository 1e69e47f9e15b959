"""Composes the decisions of a review on one side: what, who, by when, and a box to answer in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from letters.correction import Correction
from letters.decisions_of_sheet import changes, decisions_table, manager_box, manager_of
from letters.letter import Foot
from letters.minutes_form import MinutesSection, WordTable
from letters.minutes_writing import ForReader, MinutesWriting
from letters.paragraph import Missing, Paragraph, Piece, Source
from letters.standing_of_decisions import standing_on
from letters.wording import Value, Wording
from models.problems import N_
from models.review_sheet import ReviewSheet
from models.rules.deadlines import after_completion
from models.rules.scales import OVERALL, family
from models.rules.timescales import DECISIONS_WRITTEN
from models.rules.working_days import BeyondCalendar, WorkingDays
from models.scaling import answers_that_stand


@dataclass(frozen=True)
class ManagerBox:
    """Where the manager answers: its words, and what stands under the two lines to write on."""

    heading: str
    words: Paragraph
    name_label: str
    date_label: str


@dataclass(frozen=True)
class DecisionsSheet:
    """The decisions of one review, composed and not yet laid out.

    `copy_for` says whose copy it is. `changed` says what changed since the version before, and
    `beside` are the two short parts under the table. Without a `box` there is nobody to answer.
    """

    title: str
    subtitle: str
    language: str
    right_to_left: bool
    dated: date
    council: str
    service: str
    author: str
    private: str
    copy_for: str
    changed: MinutesSection | None
    asked_for: Paragraph | None
    table: WordTable | None
    nothing: Paragraph | None
    beside: tuple[MinutesSection, ...]
    standing: Paragraph | None
    box: ManagerBox | None
    signed: Paragraph
    foot: Foot
    not_recorded: str
    left_out: tuple[str, ...] = ()
    kind: str = "decisions"

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What the sheet should hold and does not; a warning, and no bar to issuing it."""
        return tuple(paragraph.gap for paragraph in self.every_paragraph() if paragraph.gap)

    def every_paragraph(self) -> Iterator[Paragraph]:
        """Every paragraph and cell in reading order."""
        if self.changed is not None:
            yield from self.changed.every_paragraph()
        yield from filter(None, (self.asked_for, self.nothing))
        for row in self.table.rows if self.table else ():
            for cell in row:
                yield from cell
        for part in self.beside:
            yield from part.every_paragraph()
        yield from filter(None, (self.standing, self.box.words if self.box else None))
        yield self.signed


def compose(
    sheet: ReviewSheet,
    wording: Wording,
    dated: date,
    correction: Correction | None = None,
    reader: ForReader | None = None,
    *,
    to_manager: bool = True,
) -> DecisionsSheet:
    """The sheet for one reader; by itself it is the team manager's, with the box to answer in.

    Source: domain reference 2.1 T31 to T33 and 6.3; design 6.6.
    """
    writing = MinutesWriting(sheet, wording, dated, correction, reader=reader)
    say = wording.say
    table = decisions_table(writing)
    return DecisionsSheet(
        title=say(N_("Decisions for {name}"), name=sheet.child.full_name),
        subtitle=_subtitle(writing, to_manager=to_manager),
        language=wording.language,
        right_to_left=wording.right_to_left,
        dated=dated,
        council=sheet.council.name,
        service=sheet.council.service,
        author=sheet.chair.name,
        private=say(N_("Private and personal")),
        copy_for=_for_manager(writing) if reader is None else reader.copy_for,
        changed=changes(writing),
        asked_for=_asked_for(writing),
        table=table,
        nothing=None if table else writing.line(N_("No decisions are written down yet.")),
        beside=tuple(_beside(writing)),
        standing=_standing(writing, to_manager=to_manager),
        box=_box(writing) if to_manager else None,
        signed=_signed(writing),
        foot=_foot(writing),
        not_recorded=say(N_("Not recorded.")),
        left_out=tuple(each.id for each in sheet.decisions if each.restricted),
    )


def _subtitle(writing: MinutesWriting, *, to_manager: bool) -> str:
    sheet, say, dated = writing.sheet, writing.wording.say, writing.dated
    sent_on = dated
    if writing.correction is None:
        sent_on = standing_on(sheet, dated).sent_on or dated
    sent = writing.wording.day(sent_on, near=dated)
    values: dict[str, Value] = {"number": sheet.number, "sent": sent}
    if sheet.completed_on is None:
        return say(N_("Review {number}. Written {sent}."), **values)
    held = writing.wording.full_day(sheet.completed_on)
    if writing.correction is not None:
        old = writing.correction.version
        said = N_("Review {number}, {held}. Version {version}, sent {sent}.")
        return say(said, held=held, version=old, **values)
    if not to_manager and standing_on(sheet, dated).sent_on is None:
        return say(N_("Review {number}, {held}. Written {sent}."), held=held, **values)
    if _is_in_time(sheet.completed_on, sent_on):
        said = N_("Review {number}, {held}. Sent {sent}, within {days} working days.")
        return say(said, held=held, days=DECISIONS_WRITTEN.length, **values)
    return say(N_("Review {number}, {held}. Sent {sent}."), held=held, **values)


def _is_in_time(completed_on: date, sent_on: date) -> bool:
    try:
        limits = after_completion(completed_on, WorkingDays.of_england_and_wales())
    except BeyondCalendar:
        return False
    return sent_on <= limits[DECISIONS_WRITTEN.id]


def _for_manager(writing: MinutesWriting) -> str:
    """Whose copy the first sheet is."""
    person = manager_of(writing.sheet)
    if person is None:
        return writing.wording.say(N_("Copy for the team manager"))
    role = "".join(piece.text for piece in writing.role_of(person))
    return writing.wording.say(N_("Copy for {name}, {role}"), name=person.name, role=role)


def _asked_for(writing: MinutesWriting) -> Paragraph | None:
    """What the child asked for, in their own words."""
    asked = [wish for wish in writing.wishes if wish.asked_for and wish.words.strip()]
    if not asked:
        return None
    said = "; ".join(f"“{wish.words.strip().rstrip('.')}”" for wish in asked)
    label = Piece(
        writing.wording.say(N_("What {name} asked for:"), name=writing.called), bold=True
    )
    source = Source("wish", asked[0].id, "words")
    return writing.say(N_("{label} {words}"), source, label=label, words=said)


def _beside(writing: MinutesWriting) -> Iterator[MinutesSection]:
    say = writing.wording.say
    given = [
        (each, f"{each.number:g}")
        for each in answers_that_stand(writing.sheet)
        if each.number is not None and not each.private and family(each.scale) == OVERALL
    ]
    if given:
        numbers = ", ".join(
            say(
                N_("{name} {number}"),
                name=writing.called if each.is_child else writing.named(each.person_id, each.who),
                number=number,
            )
            for each, number in given
        )
        kept = writing.line(
            N_("{numbers}. Every number is kept as it was given."), numbers=numbers
        )
        yield MinutesSection("scales", say(N_("Where we are, 0 to 10")), (kept,))
    days = tuple(_days(writing))
    if days:
        yield MinutesSection("dates", say(N_("Dates")), days)


def _days(writing: MinutesWriting) -> Iterator[Paragraph]:
    sheet, full = writing.sheet, writing.wording.full_day
    if sheet.midpoint_on is not None:
        source = writing.of_review("midpoint_on")
        yield writing.say(N_("Check half-way: {date}."), source, date=full(sheet.midpoint_on))
    if sheet.next_review_on is not None:
        source = writing.of_review("next_review_on")
        yield writing.say(N_("Next review: {date}."), source, date=full(sheet.next_review_on))


def _standing(writing: MinutesWriting, *, to_manager: bool) -> Paragraph | None:
    """What became of the decisions, once they stand; before, that they may still change."""
    found = standing_on(writing.sheet, writing.dated)
    if found.final_on is None:
        return (
            None if to_manager else _not_final(writing, found.reply_by if found.sent_on else None)
        )
    day = writing.wording.plain_date(found.final_on)
    return writing.line(N_("These decisions have been final since {date}."), date=day)


def _not_final(writing: MinutesWriting, reply_by: date | None) -> Paragraph:
    if reply_by is None or reply_by < writing.dated:
        return writing.line(N_("These decisions are not final yet, and may still change."))
    day = writing.wording.plain_date(reply_by)
    said = N_(
        "The team manager has until {date} to answer these decisions. They may still change."
    )
    return writing.line(said, date=day)


def _box(writing: MinutesWriting) -> ManagerBox | None:
    if standing_on(writing.sheet, writing.dated).final_on is not None:
        return None
    say = writing.wording.say
    heading, words = manager_box(writing)
    return ManagerBox(heading, words, say(N_("Name")), say(N_("Date")))


def _signed(writing: MinutesWriting) -> Paragraph:
    chair = writing.sheet.chair
    if chair.phone.strip():
        said = N_("{name}, Independent Reviewing Officer, {phone}")
        return writing.line(said, name=chair.name, phone=chair.phone.strip())
    return writing.line(N_("{name}, Independent Reviewing Officer"), name=chair.name)


def _foot(writing: MinutesWriting) -> Foot:
    return writing.foot(
        N_("{name}, decisions, version {version}"),
        N_("{name}, review of {date}, decisions, version {version}"),
    )
