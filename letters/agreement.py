"""Whether the letter, the decisions sheet and the record tell the same decisions the same way."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from letters.decisions_sheet import DecisionsSheet
from letters.letter import Letter
from letters.minutes_form import Minutes, WordTable
from letters.papers import compose
from letters.wording import Wording, wording
from models.document_kind import DocumentKind
from models.problems import N_
from models.review_sheet import DecisionOnSheet, ReviewSheet

LETTER, SHEET, RECORD = N_("the letter"), N_("the sheet"), N_("the record")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(_MONTHS)})\b", re.IGNORECASE)
Told = tuple[str, str, str]  # what, who and by when


@dataclass(frozen=True)
class Disagreement:
    """Where one paper says another day, name or thing than the decision does."""

    number: int
    decision_id: str
    where: str
    said: str
    should: str


def disagreements(sheet: ReviewSheet, today: date) -> tuple[Disagreement, ...]:
    """Every difference in a decision, a day or a name between the three papers."""
    papers = {kind: compose(sheet, kind, today) for kind in _KINDS}
    say = wording()
    found: list[Disagreement] = []
    letter, decided = papers[DocumentKind.LETTER], papers[DocumentKind.DECISIONS]
    record = papers[DocumentKind.MINUTES]
    if isinstance(decided, DecisionsSheet) and isinstance(record, Minutes):
        found += _between_tables(sheet, decided, record)
    if isinstance(letter, Letter):
        found += _in_letter(sheet, letter, say)
    return tuple(sorted(found, key=lambda each: each.number))


_KINDS = (DocumentKind.LETTER, DocumentKind.DECISIONS, DocumentKind.MINUTES)


def _between_tables(
    sheet: ReviewSheet, decided: DecisionsSheet, record: Minutes
) -> Iterator[Disagreement]:
    """What stands in the sheet otherwise than in the record, or in one of them alone."""
    section = next((each for each in record.sections if each.key == "decisions"), None)
    tables = [part for part in section.parts if isinstance(part, WordTable)] if section else []
    in_record = _rows(tables[0]) if tables else {}
    in_sheet = _rows(decided.table) if decided.table else {}
    for decision in sheet.decisions:
        ours, theirs = in_record.get(decision.id), in_sheet.get(decision.id)
        if ours is None and theirs is None:
            continue
        if ours is None or theirs is None:
            where = RECORD if ours is None else SHEET
            yield Disagreement(decision.number, decision.id, where, "", decision.what)
            continue
        for said, should in zip(theirs, ours, strict=True):
            if not should.startswith(said):  # the record adds what somebody is to the child
                yield Disagreement(decision.number, decision.id, SHEET, said, should)


def _rows(table: WordTable) -> Mapping[str, Told]:
    """What, who and by when of each row, by its decision."""
    found: dict[str, Told] = {}
    for _number, what, who, by_when, *_rest in table.rows:
        source = what[0].source
        if source is not None:
            found[source.row_id] = (what[0].text, who[0].text, by_when[0].text)
    return found


def _in_letter(sheet: ReviewSheet, letter: Letter, say: Wording) -> Iterator[Disagreement]:
    """Days and doers that the letter's own words give otherwise than the decision."""
    by_id = {each.id: each for each in sheet.decisions}
    for paragraph in letter.every_paragraph():
        kind, _slash, rest = paragraph.key.partition("/")
        decision = by_id.get(rest.partition("/")[0]) if kind == "decision" else None
        if decision is None:
            continue
        yield from _other_days(decision, paragraph.text, say)
        yield from _other_doers(sheet, decision, paragraph.text)


def _other_days(decision: DecisionOnSheet, words: str, say: Wording) -> Iterator[Disagreement]:
    own = f"{decision.what} {decision.why} {decision.how_we_will_know}"
    known = {(int(day), month.casefold()) for day, month in _DAY.findall(own)}
    by_when = decision.by_when
    if by_when is not None:
        known.add((by_when.day, _MONTHS[by_when.month - 1]))
    for day, month in _DAY.findall(words):
        if (int(day), month.casefold()) not in known:
            should = say.plain_date(by_when).text if by_when else say.say(N_("no day"))
            yield Disagreement(decision.number, decision.id, LETTER, f"{day} {month}", should)


def _other_doers(
    sheet: ReviewSheet, decision: DecisionOnSheet, words: str
) -> Iterator[Disagreement]:
    """Somebody of whom the letter says that they will do it, and who is not named in it."""
    person = sheet.person.get(decision.person_id or "")
    own = f"{decision.who} {decision.what} {decision.why} {person.name if person else ''}"
    for other in sheet.people:
        if person is not None and other.id == person.id:
            continue
        for name in {other.name, other.called} - {""}:
            will = re.search(rf"\b{re.escape(name)} will\b", words, re.IGNORECASE)
            if will and name.casefold() not in own.casefold():
                should = person.name if person else decision.who
                yield Disagreement(decision.number, decision.id, LETTER, name, should)
                break
