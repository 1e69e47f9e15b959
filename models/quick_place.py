"""Where a quick line belongs in a review, and how it is written there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from models.day_checks import wrong_by_when
from models.form import MeetingForm
from models.quick_note import Kind, Known, Named, QuickNote
from models.review_sheet import ReviewSheet

if TYPE_CHECKING:
    from models.open_review import OpenReview

NOTE_STEPS = ("A3", "A4", "A5", "A6", "A7", "A8", "A9")
"""The steps that show notes under their columns."""
OWN_WORDS_STEP = "A2"
CHILD, CHAIR = "child", "chair"
_FALLS_TO = {Kind.NEXT: "A9"}


@dataclass(frozen=True)
class Placed:
    """A line ready to be written: a note, the child's own words, or a decision."""

    table: str
    kind: Kind
    words: str
    step: str
    column: str = ""
    life_area: str = ""
    who: str = ""
    person_id: str | None = None
    by_when: date | None = None
    restricted: bool = False
    also: tuple[str, ...] = ()


def known_in(
    sheet: ReviewSheet, today: date, area_words: dict[str, str], others: Sequence[Named] = ()
) -> Known:
    """Everybody and everything that a line of this review may name."""
    child, chair = sheet.child, sheet.chair
    people = [
        Named(person.id, tuple(dict.fromkeys(filter(None, (person.short, person.name)))))
        for person in sheet.people
    ]
    own = Named(CHILD, tuple(dict.fromkeys((child.called, child.full_name))))
    return Known(
        today,
        (own, *people, *([Named(CHAIR, (chair.name,))] if chair.name else [])),
        tuple(Named(area.key, (area_words[area.key],)) for area in sheet.form.areas_offered),
        others=tuple(others),
        is_possible=lambda day: not wrong_by_when(sheet, day),
    )


def usual_kind(form: MeetingForm, step: str) -> Kind:
    """What a line without a mark is in a step."""
    if step == OWN_WORDS_STEP:
        return Kind.VOICE
    if step == "A11":
        return Kind.DECISION
    column = form.step[step].first_column if step in form.step else Kind.GOING_WELL
    return Kind(column)


def place(note: QuickNote, sheet: ReviewSheet, step: str, *, restricted: bool = False) -> Placed:
    """Where a line goes that is typed in a step."""
    is_decision = note.kind is Kind.DECISION
    is_own = note.person == CHILD and not note.is_about
    is_voice = not is_decision and (note.kind is Kind.VOICE or is_own)
    tells_of_child = note.is_about and note.person == CHILD and not is_decision
    person = sheet.person.get(note.person)
    if is_decision:
        table, lands = "decision", "A11"
    elif is_voice:
        table, lands = "wish", step if step in NOTE_STEPS else OWN_WORDS_STEP
    else:
        table, lands = "note", landing_step(sheet, step, note)
    has_column = table == "note" or (table == "wish" and note.is_marked)
    return Placed(
        table=table,
        kind=Kind.VOICE if is_voice else note.kind,
        words=note.words,
        step=lands,
        column=note.kind if has_column and note.kind is not Kind.VOICE else "",
        life_area=note.area or (_own_area(sheet.form, step) if lands == step else ""),
        who="" if tells_of_child else _said(note.person, sheet, whole=is_decision),
        person_id=person.id if person else None,
        by_when=note.by_when,
        restricted=restricted,
        also=() if restricted or table == "wish" else note.also,
    )


def landing_step(sheet: ReviewSheet, step: str, note: QuickNote) -> str:
    """The step itself if it shows notes, else that of the life area, else of what has changed."""
    of_this_kind = {each.id for each in sheet.steps}
    with_notes = [each for each in NOTE_STEPS if each in of_this_kind] or list(NOTE_STEPS)
    if step in with_notes:
        return step
    area = sheet.form.area.get(note.area)
    if area is not None and area.step in with_notes:
        return area.step
    wanted = _FALLS_TO.get(note.kind, "A3")
    return wanted if wanted in with_notes else with_notes[0]


def write(review: "OpenReview", placed: Placed) -> str:
    """Write it, here and in the records of the others; gives the id of what stands here."""
    from models.together import send_decision, send_note

    if placed.table == "wish":
        return review.add_wish(
            placed.words,
            column=placed.column,
            step=placed.step,
            life_area=placed.life_area,
            private=placed.restricted,
        )
    who = {"person_id": placed.person_id, "life_area": placed.life_area}
    if placed.table == "decision":
        made = review.decide(
            placed.words, placed.who, placed.by_when, restricted=placed.restricted, **who
        )
        if placed.also:
            send_decision(review.session, made, placed.also)
        return made
    made = review.add_note(
        placed.column,
        placed.words,
        step=placed.step,
        said_by=placed.who,
        restricted=placed.restricted,
        **who,
    )
    if placed.also:
        send_note(review.session, made, placed.also)
    return made


def _own_area(form: MeetingForm, step: str) -> str:
    """The life area of what is said at a step, as its capture card has it."""
    return form.usual_area(step) if step in NOTE_STEPS else ""


def _said(key: str, sheet: ReviewSheet, *, whole: bool) -> str:
    if key == CHAIR:
        return sheet.chair.name
    if key == CHILD:
        return sheet.child.called
    person = sheet.person.get(key)
    if person is None:
        return ""
    return person.name if whole else person.short
