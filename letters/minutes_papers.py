"""The minutes of the papers that came, and of the facts that each step gathered."""

from letters.minutes_form import Cell, MinutesSection, Part, SubHeading, WordTable
from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph, Source
from models.problems import N_
from models.review_sheet import FactOnSheet, PaperOnSheet
from models.rules.fact_asked import FactAsked
from models.rules.papers import PAPERS, PaperState, paper_standing
from models.rules.step_facts import STEP_FACTS
from models.rules.working_days import BeyondCalendar, WorkingDays


def papers(writing: MinutesWriting) -> MinutesSection | None:
    """What came in and when, or why it did not; nothing where no paper was noted."""
    told = [each for each in writing.sheet.papers if each.paper in PAPERS and _is_said(each)]
    if not told:
        return None
    order = list(PAPERS)
    told.sort(key=lambda each: order.index(each.paper))
    say = writing.wording.say
    head = (say(N_("Paper")), say(N_("When it came")), say(N_("What was seen of it")))
    rows = tuple(_paper_row(writing, each) for each in told)
    heading = say(N_("The papers"))
    return MinutesSection("papers", heading, (WordTable(head, rows, (0.3, 0.35, 0.35)),))


def _is_said(paper: PaperOnSheet) -> bool:
    return paper.received_on is not None or paper.seen or bool(paper.missing_why.strip())


def _paper_row(writing: MinutesWriting, told: PaperOnSheet) -> tuple[Cell, ...]:
    seen: list[Paragraph] = []
    if told.seen:
        seen.append(writing.say(N_("Seen by the chair."), _of(told, "seen")))
    if told.authorised == "yes":
        seen.append(writing.say(N_("Authorised by a manager."), _of(told, "authorised")))
    if told.authorised == "no":
        seen.append(writing.say(N_("Not authorised by a manager."), _of(told, "authorised")))
    if told.child_friendly:
        words = N_("In a form that {name} can use.")
        seen.append(writing.say(words, _of(told, "child_friendly"), name=writing.called))
    name = writing.line(PAPERS[told.paper].name)
    return (name,), (_came(writing, told),), tuple(seen)


def _came(writing: MinutesWriting, told: PaperOnSheet) -> Paragraph:
    if told.received_on is None and told.missing_why.strip():
        words, why = N_("Not here: {why}"), told.missing_why.strip()
        return writing.say(words, _of(told, "missing_why"), why=why)
    if told.received_on is None:
        return writing.line("")
    day, source = writing.wording.plain_date(told.received_on), _of(told, "received_on")
    late_by = _late_by(writing, told)
    if late_by is None:
        return writing.say("{date}", source, date=day)
    if not late_by:
        return writing.say(N_("{date}, in time"), source, date=day)
    one, many = N_("{date}, {count} working day late"), N_("{date}, {count} working days late")
    return Paragraph(writing.wording.ngettext(one, many, late_by, date=day), source)


def _late_by(writing: MinutesWriting, told: PaperOnSheet) -> int | None:
    """How many working days late, or nothing where that cannot be told."""
    sheet = writing.sheet
    try:
        calendar = WorkingDays.of_england_and_wales()
        found = paper_standing(told.received_on, told.missing_why, sheet.held_on, calendar)
    except BeyondCalendar:
        return None
    return found.late_by if found.state in {PaperState.ON_TIME, PaperState.LATE} else None


def facts(writing: MinutesWriting) -> MinutesSection | None:
    """The facts of each step, with the position last time; nothing where none was given."""
    given = {each.fact: each for each in writing.sheet.facts if _answer(writing, each)}
    parts: list[Part] = []
    for step in writing.sheet.form.steps:
        asked = [each for key, each in STEP_FACTS.items() if each.step == step.id and key in given]
        if not asked:
            continue
        parts.append(SubHeading(writing.wording.say(step.name, name=writing.called)))
        parts.append(_fact_table(writing, asked, given))
    if not parts:
        return None
    heading = writing.wording.say(N_("Facts of this review"))
    return MinutesSection("facts", heading, tuple(parts))


def _fact_table(
    writing: MinutesWriting, asked: list[FactAsked], given: dict[str, FactOnSheet]
) -> WordTable:
    say = writing.wording.say
    rows = tuple(_fact_row(writing, each, given[each.key]) for each in asked)
    head = (say(N_("Fact")), say(N_("Now")), say(N_("Last time")))
    return WordTable(head, rows, (0.34, 0.38, 0.28))


def _fact_row(writing: MinutesWriting, asked: FactAsked, told: FactOnSheet) -> tuple[Cell, ...]:
    now = writing.say("{now}", _source(told), now=_answer(writing, told))
    before = writing.line("{before}", before=_last_time(writing, asked.key))
    return (writing.line(asked.label),), (now,), (before,)


def _answer(writing: MinutesWriting, told: FactOnSheet) -> str:
    """An answer in words: the day, the choice by its name, or what was typed."""
    asked = STEP_FACTS.get(told.fact)
    if asked is None:
        return ""
    if told.day is not None:
        return writing.wording.plain_date(told.day).text
    if told.choice:
        return writing.wording.say(asked.answer_words.get(told.choice, told.choice))
    return told.words.strip()


def _last_time(writing: MinutesWriting, key: str) -> str:
    numbers = {each.id: each.number for each in writing.sheet.earlier_reviews}
    earlier = [
        each
        for each in writing.sheet.earlier_facts
        if each.fact == key and each.review_id in numbers and _answer(writing, each)
    ]
    newest = max(earlier, key=lambda each: numbers[each.review_id], default=None)
    return _answer(writing, newest) if newest else ""


def _of(told: PaperOnSheet, field: str) -> Source:
    return Source("paper_received", told.id, field)


def _source(told: FactOnSheet) -> Source:
    return Source("step_fact", told.id, "words")
