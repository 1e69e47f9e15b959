"""The minutes of the meeting itself: the child's voice, who was here, and since last time."""

from collections.abc import Iterator

from letters.adult_words import ATTENDED, ATTENDED_FOR, OUTCOMES, WAYS
from letters.made_by_child import told_in_minutes
from letters.minutes_form import Cell, ChildWords, MinutesSection, Part, WordTable
from letters.minutes_taking_part import how_the_child_took_part
from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph, Source
from letters.wording import quoted
from letters.writing import Gap
from models.decisions_before import drift_of, heard_before
from models.problems import N_
from models.review_sheet import (
    AttendanceOnSheet,
    DecisionOnSheet,
    PersonOnSheet,
    WishOnSheet,
)
from models.rules.drift import DRIFT_WORDS
from models.rules.participation_ways import ALL, PART


def voice(writing: MinutesWriting) -> MinutesSection:
    """The child's own words first, then how they took part and what they asked for."""
    parts: list[Part] = []
    if writing.wishes:
        parts.append(ChildWords(tuple(_quote(writing, wish) for wish in writing.wishes)))
    else:
        parts.append(_no_words(writing))
    parts.extend(how_the_child_took_part(writing))
    asked = [wish for wish in writing.wishes if wish.asked_for and _is_told(writing, wish)]
    if asked:
        say = writing.wording.say
        parts.append(
            WordTable(
                (say(N_("What {name} asked for"), name=writing.called), say(N_("Answer"))),
                tuple(_request(writing, wish) for wish in asked),
                (0.42, 0.58),
            )
        )
    heading = writing.wording.say(N_("{name}’s voice"), name=writing.called)
    return MinutesSection("voice", heading, tuple(parts))


def _quote(writing: MinutesWriting, wish: WishOnSheet) -> Paragraph:
    made = told_in_minutes(writing, wish)
    if made is not None:
        return made
    source = Source("wish", wish.id, "words")
    way = writing.wording.say(WAYS.get(wish.way, WAYS["said"]))
    words, heard_by = quoted(wish.words), wish.heard_by.strip()
    day = writing.wording.plain_date(wish.heard_on) if wish.heard_on else None
    if heard_by and day:
        said = N_("“{words}” ({way}; heard by {person}, {date})")
        return writing.say(said, source, words=words, way=way, person=heard_by, date=day)
    if heard_by:
        said = N_("“{words}” ({way}; heard by {person})")
        return writing.say(said, source, words=words, way=way, person=heard_by)
    if day:
        return writing.say(N_("“{words}” ({way}, {date})"), source, words=words, way=way, date=day)
    return writing.say(N_("“{words}” ({way})"), source, words=words, way=way)


def _no_words(writing: MinutesWriting) -> Paragraph:
    why = writing.sheet.no_words_why
    if why.strip():
        return writing.plain(why, "review", writing.sheet.id, "no_words_why")
    where = Gap("review", "no_words_why", "A2")
    return writing.lacking("voice", N_("Say what {name} said, or how it was asked"), where)


def _is_told(writing: MinutesWriting, wish: WishOnSheet) -> bool:
    """Whether a request stands with its answer: in a reader's copy none stands without one.

    There an empty answer would tell that something is gone; the words stand among the others.
    """
    if not writing.closes_up:
        return True
    return bool(wish.answer.strip()) or wish.decision_id in writing.numbers


def _request(writing: MinutesWriting, wish: WishOnSheet) -> tuple[Cell, ...]:
    asked = told_in_minutes(writing, wish) or writing.say(
        N_("“{words}”"), Source("wish", wish.id, "words"), words=quoted(wish.words)
    )
    answer: list[Paragraph] = []
    if wish.answer.strip():
        answer.append(writing.plain(wish.answer, "wish", wish.id, "answer"))
    numbers = writing.numbers
    if wish.decision_id in numbers:
        number = numbers[wish.decision_id]
        answer.append(writing.line(N_("See decision {number}."), number=number))
    restricted = {each.id for each in writing.sheet.decisions if each.restricted}
    if not answer and wish.decision_id in restricted:
        answer.append(writing.nothing_to_share())
    if not answer:
        where = Gap("wish", "answer", "A2", wish.id)
        answer.append(writing.lacking("voice", N_("Answer what {name} asked for"), where))
    return (asked,), tuple(answer)


def who_was_here(writing: MinutesWriting) -> MinutesSection:
    """Everyone round the child: who they are and how they took part."""
    sheet, say = writing.sheet, writing.wording.say
    taking_part = {told.person_id: told for told in sheet.attendances}
    rows = [_child_row(writing)]
    rows += [
        _person_row(writing, person, taking_part[person.id])
        for person in sheet.people
        if person.id in taking_part
    ]
    if sheet.chair.name.strip():
        role = writing.line(N_("Independent Reviewing Officer, chair"))
        chair = writing.plain(sheet.chair.name, "staff_member", sheet.chair.id, "name")
        rows.append(((chair,), (role,), (_chairing(writing),)))
    head = (say(N_("Name")), say(N_("Who they are")), say(N_("How they took part")))
    parts: list[Part] = [WordTable(head, tuple(rows), (0.28, 0.32, 0.40))]
    if not taking_part:
        where = Gap("attendance", "", "A1")
        parts.append(writing.lacking("people", N_("Say who was asked and who came"), where))
    return MinutesSection("people", say(N_("Who was here")), tuple(parts))


def _chairing(writing: MinutesWriting) -> Paragraph:
    told = writing.sheet.participation
    if told is not None and told.chaired in {ALL, PART}:
        return writing.line(N_("Chaired the review with {name}."), name=writing.called)
    return writing.line(N_("Chaired the review."))


def _child_row(writing: MinutesWriting) -> tuple[Cell, ...]:
    child, told = writing.sheet.child, writing.sheet.participation
    name = writing.plain(child.full_name, "child", child.id, "given_name")
    who = writing.line(N_("whose review this is"))
    attended = ATTENDED.get(told.was_there, "") if told else ""
    if not attended and writing.code == "PN0":
        part = writing.line(N_("Under four at the time."))
    elif told is None or not attended:
        where = Gap("participation", "was_there", "A2")
        part = writing.lacking("people", N_("Say whether {name} was there"), where)
    else:
        part = writing.say(attended, Source("participation", told.id, "was_there"))
    return (name,), (who,), (part,)


def _person_row(
    writing: MinutesWriting, person: PersonOnSheet, told: AttendanceOnSheet
) -> tuple[Cell, ...]:
    name = writing.plain(person.name, "person", person.id, "name")
    role = Paragraph(writing.role_of(person), Source("person", person.id, "role"))
    return (name,), (role,), _how(writing, told)


def _how(writing: MinutesWriting, told: AttendanceOnSheet) -> Cell:
    source = Source("attendance", told.id, "attended")
    said: list[Paragraph] = []
    if not told.invited:
        said.append(_not_asked(writing, told))
    elif not told.came:
        said.append(writing.say(N_("Asked to come."), source))
    if told.attended in ATTENDED and not told.apologies:
        said.append(_there(writing, told))
    if told.apologies:
        said.append(writing.say(N_("Sent apologies."), source))
    if told.consulted and not told.came:
        said.append(writing.say(N_("Asked for their views."), source))
    if told.sent_views or told.views.strip():
        said.append(_views(writing, told))
    return tuple(said)


def _there(writing: MinutesWriting, told: AttendanceOnSheet) -> Paragraph:
    part = told.part.strip()
    if not part:
        return writing.say(ATTENDED[told.attended], Source("attendance", told.id, "attended"))
    words, source = ATTENDED_FOR[told.attended], Source("attendance", told.id, "part")
    return writing.say(words, source, part=part)


def _not_asked(writing: MinutesWriting, told: AttendanceOnSheet) -> Paragraph:
    source = Source("attendance", told.id, "not_invited_why")
    if told.not_invited_why.strip():
        why = told.not_invited_why.strip()
        return writing.say(N_("Not asked to come: {why}"), source, why=why)
    where = Gap("attendance", "not_invited_why", "A1", told.id)
    return writing.lacking("people", N_("Say why they were not asked to come"), where)


def _views(writing: MinutesWriting, told: AttendanceOnSheet) -> Paragraph:
    source = Source("attendance", told.id, "views")
    if told.views.strip():
        return writing.say(N_("Sent views: {views}"), source, views=told.views.strip())
    return writing.say(N_("Sent views."), source)


def since_last_time(writing: MinutesWriting) -> MinutesSection | None:
    """What became of the decisions still open before this review."""
    held = [review.held_on for review in writing.sheet.earlier_reviews if review.held_on]
    decisions = writing.earlier_decisions
    if not held and not writing.sheet.earlier_decisions:
        return None
    say = writing.wording.say
    heading = say(N_("Since the last review"))
    if held:
        day = writing.wording.plain_date(max(held))
        heading = say(N_("Since the last review, {date}"), date=day)
    if not decisions:
        nothing = writing.line(N_("No decisions were open from before."))
        if writing.sheet.earlier_decisions:
            nothing = writing.nothing_to_share()
        return MinutesSection("since", heading, (nothing,))
    head = (
        say(N_("What was agreed")), say(N_("Who")), say(N_("By")), say(N_("What happened")),
    )  # fmt: skip
    rows = tuple(_became(writing, decision) for decision in decisions)
    return MinutesSection("since", heading, (WordTable(head, rows, (0.35, 0.2, 0.15, 0.3)),))


def _became(writing: MinutesWriting, decision: DecisionOnSheet) -> tuple[Cell, ...]:
    what = writing.plain(decision.what, "decision", decision.id, "what")
    who = writing.line("{name}", name=writing.doer(decision.person_id, decision.who))
    by = writing.wording.short_day(decision.by_when) if decision.by_when else ""
    heard = writing.sheet.progress_of(decision.id)
    outcome = heard.outcome if heard else ""
    if heard is None or outcome not in OUTCOMES:
        where = Gap("decision_progress", "outcome", "A3", decision.id)
        became = [writing.lacking("since", N_("Say what became of this"), where)]
    else:
        source = Source("decision_progress", heard.id, "outcome")
        became = [writing.say(OUTCOMES[outcome], source)]
    if heard and heard.why.strip():
        became.append(writing.plain(heard.why, "decision_progress", heard.id, "why"))
    if heard and heard.new_by_when:
        day = writing.wording.plain_date(heard.new_by_when)
        became.append(writing.line(N_("Now by {date}."), date=day))
    became.extend(_carried(writing, decision))
    return (what,), (who,), (writing.line("{date}", date=by),), tuple(became)


def _carried(writing: MinutesWriting, decision: DecisionOnSheet) -> Iterator[Paragraph]:
    """What earlier reviews heard of it, why it drifts, and where it stands now."""
    sheet = writing.sheet
    for heard in heard_before(sheet, decision):
        outcome = writing.wording.say(OUTCOMES.get(heard.outcome, ""))
        said = N_("Review {number}: {outcome} {why}")
        yield writing.line(
            said, number=heard.review_number, outcome=outcome, why=heard.why.strip()
        )
    for drift in drift_of(sheet, decision, sheet.held_on or writing.dated):
        reason = writing.wording.say(DRIFT_WORDS[drift.reason], count=drift.count)
        yield writing.line(N_("Drifting: {reason}."), reason=reason)
    own = writing.numbers
    numbers = {each.carried_from_id: own[each.id] for each in writing.decisions}
    if decision.id in numbers:
        yield writing.line(
            N_("Carried forward as decision {number}."), number=numbers[decision.id]
        )
