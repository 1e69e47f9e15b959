"""The end of the minutes: decisions, the chair's view, the next review, and control."""

from collections.abc import Iterator
from dataclasses import replace

from letters.decisions_of_sheet import objections
from letters.minutes_file import who_gets_what
from letters.minutes_finalising import clock_line, how_it_became_final
from letters.minutes_form import Cell, MinutesSection, Part, WordTable
from letters.minutes_parts import how_it_was_held
from letters.minutes_telling import telling
from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph, Source
from letters.writing import Gap
from models.day_checks import held_late, why_late
from models.next_due import is_last_before_eighteen, is_last_review
from models.participation_needs import words_against_code
from models.problems import N_
from models.review_sheet import DecisionOnSheet
from models.rules.age import eighteenth_birthday
from models.rules.participation_codes import PARTICIPATION_CODES
from models.rules.working_days import WorkingDays


def decisions(writing: MinutesWriting) -> MinutesSection:
    """Each decision: what and why, who, by when, and how we will know."""
    say = writing.wording.say
    heading = say(N_("Decisions"))
    if not writing.decisions and writing.sheet.decisions:
        return MinutesSection("decisions", heading, (writing.nothing_to_share(),))
    if not writing.decisions:
        where = Gap("decision", "what", "A11")
        gap = writing.lacking("decisions", N_("Write down what was decided"), where)
        return MinutesSection("decisions", heading, (gap,))
    head = (
        say(N_("No.")), say(N_("What will happen, and why")), say(N_("Who")),
        say(N_("By when")), say(N_("How we will know")),
    )  # fmt: skip
    numbers = writing.numbers
    rows = tuple(
        _decision_row(writing, numbers[decision.id], decision) for decision in writing.decisions
    )
    rows = writing.evened(rows, (4,))
    return MinutesSection(
        "decisions", heading, (WordTable(head, rows, (0.065, 0.375, 0.19, 0.14, 0.23)),)
    )


def _decision_row(
    writing: MinutesWriting, number: int, decision: DecisionOnSheet
) -> tuple[Cell, ...]:
    key = decision.id
    what = [writing.plain(decision.what, "decision", key, "what")]
    if decision.why.strip():
        why = decision.why.strip()
        what.append(writing.say(N_("Why: {why}"), Source("decision", key, "why"), why=why))
    what += objections(writing, decision)
    what += objections(writing, decision)
    know = writing.plain(decision.how_we_will_know, "decision", key, "how_we_will_know")
    return (
        (writing.line("{number}", number=number),),
        tuple(what),
        (_who(writing, decision),),
        (writing.by_when(decision),),
        (know,),
    )


def _who(writing: MinutesWriting, decision: DecisionOnSheet) -> Paragraph:
    source = Source("decision", decision.id, "who")
    person = writing.sheet.person.get(decision.person_id or "")
    role = "".join(piece.text for piece in writing.role_of(person)) if person else ""
    if person and role:
        return writing.say(N_("{name}, {role}"), source, name=person.name, role=role)
    return writing.who(decision)


def chairs_view(writing: MinutesWriting) -> MinutesSection:
    """The chair's own view of the plan."""
    sheet = writing.sheet
    parts: list[Part] = []
    if sheet.iro_view.strip():
        parts.append(writing.plain(sheet.iro_view, "review", sheet.id, "iro_view"))
    else:
        where = Gap("review", "iro_view", "A12")
        parts.append(writing.lacking("view", N_("Give your own view of the plan"), where))
    heading = writing.wording.say(N_("The Independent Reviewing Officer’s view"))
    return MinutesSection("view", heading, tuple(parts))


def disputes(writing: MinutesWriting) -> MinutesSection | None:
    """What the chair disputes, since when, and what is sought for the child."""
    parts: list[Part] = []
    restricted = {each.id for each in writing.sheet.earlier_decisions if each.restricted}
    for dispute in writing.sheet.disputes:
        if dispute.decision_id in restricted:
            continue
        source = Source("dispute", dispute.id, "what")
        day = writing.wording.plain_date(dispute.opened_on)
        said = N_("Opened on {date}: {what}")
        parts.append(writing.say(said, source, date=day, what=dispute.what.strip()))
        if dispute.outcome_sought.strip():
            source = Source("dispute", dispute.id, "outcome_sought")
            said = N_("What should change: {what}")
            parts.append(writing.say(said, source, what=dispute.outcome_sought.strip()))
    if not parts:
        return None
    return MinutesSection("disputes", writing.wording.say(N_("Disputes opened")), tuple(parts))


def next_review(writing: MinutesWriting) -> MinutesSection:
    """When and where the next review is, and the check half-way to it."""
    sheet, pieces = writing.sheet, writing.wording.full_day
    parts: list[Part] = [_next_review(writing)]
    if sheet.midpoint_on is not None:
        source = writing.of_review("midpoint_on")
        said = N_("Check half-way: {date}.")
        parts.append(writing.say(said, source, date=pieces(sheet.midpoint_on)))
    elif sheet.next_review_on is not None or not _needs_no_day(writing):
        where = Gap("review", "midpoint_on", "A12")
        gap = writing.lacking("next", N_("Give the date of the check half-way"), where)
        said = writing.wording.say(N_("Check half-way: not recorded."))
        parts.append(replace(gap, unrecorded=said))
    if sheet.see_child_by is not None:
        source = writing.of_review("see_child_by")
        said = N_("The chair will see or ring {name} by {date}.")
        when = pieces(sheet.see_child_by)
        parts.append(writing.say(said, source, name=writing.called, date=when))
    parts += telling(writing)
    heading = writing.wording.say(N_("Next review"))
    return MinutesSection("next_review", heading, tuple(parts))


def _next_review(writing: MinutesWriting) -> Paragraph:
    sheet = writing.sheet
    if sheet.next_review_on is None:
        return _no_next_review(writing)
    source = writing.of_review("next_review_on")
    day = writing.wording.full_day(sheet.next_review_on)
    time, place = writing.wording.time(sheet.next_review_time), sheet.next_review_place.strip()
    if time.text and place:
        said = N_("Next review: {date}, {time}, {place}.")
        return writing.say(said, source, date=day, time=time, place=place.rstrip("."))
    if time.text:
        return writing.say(N_("Next review: {date}, {time}."), source, date=day, time=time)
    if place:
        said = N_("Next review: {date}, {place}.")
        return writing.say(said, source, date=day, place=place.rstrip("."))
    return writing.say(N_("Next review: {date}."), source, date=day)


def _needs_no_day(writing: MinutesWriting) -> bool:
    """Whether there is a reason why no day is set for the next review."""
    sheet = writing.sheet
    return bool(sheet.no_next_review_why.strip()) or is_last_review(sheet)


def _no_next_review(writing: MinutesWriting) -> Paragraph:
    sheet, why = writing.sheet, writing.sheet.no_next_review_why.strip()
    source = writing.of_review("no_next_review_why")
    if why and is_last_review(sheet):
        return writing.say(N_("This was the last review, because: {why}"), source, why=why)
    if why:
        said = N_("No day is set for the next review, because: {why}")
        return writing.say(said, source, why=why)
    if is_last_before_eighteen(sheet):
        day = writing.wording.plain_date(eighteenth_birthday(sheet.child.born_on))
        said = N_("No further review is due: {name} will be 18 on {date}.")
        return writing.say(said, source, name=writing.called, date=day)
    where = Gap("review", "next_review_on", "A12")
    gap = writing.lacking("next_review", N_("Give the date of the next review"), where)
    return replace(gap, unrecorded=writing.wording.say(N_("Next review: not recorded.")))


def control(writing: MinutesWriting) -> MinutesSection:
    """The version, the participation code in its official words, and the clocks."""
    heading = writing.wording.say(N_("About this record"))
    parts: tuple[Part, ...] = (*_control_lines(writing), *who_gets_what(writing))
    return MinutesSection("control", heading, parts)


def _control_lines(writing: MinutesWriting) -> Iterator[Paragraph]:
    sheet, correction = writing.sheet, writing.correction
    yield _version(writing)
    if correction is not None and correction.reason.strip():
        reason = correction.reason.strip()
        yield writing.line(N_("Why it was changed: {reason}"), reason=reason)
    yield from how_it_was_held(writing)
    yield from _code_lines(writing)
    if held_late(sheet, WorkingDays.of_england_and_wales()):
        yield _late(writing)
    for milestone in sheet.milestones:
        if line := clock_line(writing, milestone):
            yield line
    yield from how_it_became_final(writing)


def _version(writing: MinutesWriting) -> Paragraph:
    correction = writing.correction
    dated = writing.wording.plain_date(writing.dated)
    if correction is None:
        return writing.line(N_("Version 1, {date}."), date=dated)
    return writing.line(
        N_("Version {number}, {date}. It takes the place of version {old} of {old_date}."),
        number=correction.version,
        date=dated,
        old=correction.replaces_version,
        old_date=writing.wording.plain_date(correction.replaces_issued_on),
    )


def _code_lines(writing: MinutesWriting) -> Iterator[Paragraph]:
    told, code = writing.sheet.participation, PARTICIPATION_CODES.get(writing.code)
    if code is None:
        return
    source = Source("participation", told.id, "chosen_code") if told else None
    official = code.official.rstrip(".")
    said = N_("Participation code {code}: {official}.")
    yield writing.say(said, source, code=code.code, official=official)
    if told and told.chosen_code and told.chosen_code != told.suggested_code:
        reason = told.override_reason.strip()
        said = N_("The answers led to {suggested}; the chair chose {chosen}. {reason}")
        yield writing.say(
            said, source, suggested=told.suggested_code or "-", chosen=told.chosen_code,
            reason=reason,
        )  # fmt: skip
    elif told and told.override_reason.strip() and words_against_code(writing.sheet):
        said = N_("{name}’s own words are in this record. The code stands because: {reason}")
        reason = told.override_reason.strip()
        source = Source("participation", told.id, "override_reason")
        yield writing.say(said, source, name=writing.called, reason=reason)


def _late(writing: MinutesWriting) -> Paragraph:
    why = why_late(writing.sheet)
    source = writing.of_review("late_why")
    if why:
        return writing.say(N_("The review was held late, because: {why}"), source, why=why)
    where = Gap("review", "late_why", "A12")
    return writing.lacking("control", N_("Say why the review was late"), where)
