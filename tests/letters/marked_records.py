"""A review in which every typed field holds a word of its own, and what is kept from whom."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from hypothesis import strategies as st

from models.disclosure.rows import NAMES, OF_MAKING, TABLES, rows_of, text_fields
from models.letter_making import LetterPictureOnSheet, LineOnSheet
from models.readers_of_papers import Reader
from models.review_sheet import (
    ConsultationOnSheet,
    DecisionChangeOnSheet,
    DisputeOnSheet,
    FactOnSheet,
    ManagerReplyOnSheet,
    PaperOnSheet,
    ProtectedFactOnSheet,
    RearrangedOnSheet,
    RestrictionOnSheet,
    ReviewSheet,
)
from models.rules.recipients import ALL_TAGS
from tests.letters.on_sheet import REVIEW, note, scale_answer
from tests.letters.sheets import full

TAGS = sorted(ALL_TAGS)
_DAY = date(2026, 11, 16)
_VOWELS, _REST = "aeiou", "bdfgklmnprstvz"


class Place(NamedTuple):
    """One field of one row."""

    table: str
    row_id: str
    field: str


class Marked:
    """A record, and the word that stands in each of its fields."""

    def __init__(
        self, sheet: ReviewSheet, words: dict[Place, str], planted: dict[str, Place]
    ) -> None:
        self.sheet, self.words, self.planted = sheet, words, planted

    def __repr__(self) -> str:
        """What is restricted, in short."""
        sheet = self.sheet
        rows: tuple[Any, ...] = (*sheet.notes, *sheet.decisions)
        marked = [(each.id, each.restriction_kinds) for each in rows if each.restricted]
        people = [(each.id, each.restriction_kinds, each.address_kinds) for each in sheet.people]
        return f"{marked} {people} {sheet.restrictions} {sheet.protected}"

    def kept_from(self, reader: Reader, also: Reader | None = None) -> set[str]:
        """The words that this reader must not find, read from the record by plain rules."""
        found: set[str] = set()
        for each in (reader, also):
            if each is not None:
                found |= set(_tagged(self, each)) | set(_facts(self, each))
                found |= set(_followed(self, each))
        return found

    def touched(self, away: set[str]) -> set[str]:
        """Every word of a row in which something is away, and of rows that name such a row."""
        rows: set[tuple[str, ...]] = {
            place[:2] for place, word in self.words.items() if word in away
        }
        rows |= {self.planted[word][:2] for word in away if word in self.planted}
        ids = {row_id for _table, row_id in rows}
        for table, row in rows_of(self.sheet):
            named = {each for each in _linked(row) if each}
            if named & ids or any(one in getattr(row, "key", "") for one in ids):
                rows.add((table, row.id))
            if (table, row.id) in rows and table != "review":
                ids |= named if table == "attendance" else {row.id} & set(_decisions(self))
        return {
            word
            for place, word in self.words.items()
            if place[:2] in rows or (place.table == "person" and place.row_id in ids)
        }


def _decisions(marked: Marked) -> Iterator[str]:
    yield from (each.id for each in marked.sheet.decisions)


def marker(place: Place) -> str:
    """A word that nothing else is like."""
    digits = hashlib.sha256("/".join(place).encode()).digest()
    pairs = (_REST[each % 14] + _VOWELS[each % 5] for each in digits[:5])
    return "Q" + "".join(pairs) + "x"


def record() -> tuple[ReviewSheet, dict[Place, str]]:
    """Sam's review with a row in each table, and its own word in each field that is typed."""
    sheet = _with_a_row_in_each_table()
    words: dict[Place, str] = {}

    def marked(table: str, row: Any) -> Any:
        changes: dict[str, str] = {}
        for name in text_fields(type(row), table):
            place = Place(table, row.id, name)
            words[place] = marker(place)
            changes[name] = words[place] if name in NAMES else f"It was {words[place]} then."
        return replace(row, **changes)

    changed: dict[str, Any] = {
        name: tuple(marked(table, row) for row in getattr(sheet, name))
        for name, table in TABLES.items()
    }
    making: dict[str, Any] = {
        name: tuple(marked(table, row) for row in getattr(sheet.making, name))
        for name, table in OF_MAKING.items()
    }
    told = sheet.participation
    sheet = replace(
        sheet, **changed, participation=marked("participation", told),
        child=marked("child", sheet.child), making=replace(sheet.making, **making),
    )  # fmt: skip
    return marked("review", sheet), words


def _with_a_row_in_each_table() -> ReviewSheet:
    at = date(2026, 11, 1)
    sheet = full(
        facts=(FactOnSheet("fa-1", REVIEW, "school_name", "x", None, ""),),
        earlier_facts=(FactOnSheet("fa-0", "review-3", "school_name", "x", None, ""),),
        papers=(PaperOnSheet("pa-1", "care_plan", None, False, "", False, "x"),),
        rearranged=(RearrangedOnSheet("re-1", at, _DAY, at, "x", "x"),),
        consultations=(ConsultationOnSheet("co-1", "talked", at, "x", "x"),),
        disputes=(DisputeOnSheet("di-1", "e-1", at, "x", "x"),),
        replies=(
            ManagerReplyOnSheet("mr-1", "d-1", 1, "objection", at, "x", "x", "stands", at, "x",
                                None),
        ),
        decision_changes=(
            DecisionChangeOnSheet("dc-1", "d-2", "amended", 1, at, "staff-1", "x", "x", "x", None,
                                  "x", "x"),
        ),
        finalised_on=_DAY,
    )  # fmt: skip
    more = (
        note("n-worry", "worry", "x", sort="worry_statement", goal_id="n-goal"),
        note("n-goal", "next", "x", sort="goal"),
    )
    own = (scale_answer("sc-w", 3, scale="w:n-worry", person_id="p-jo", reason="x"),)
    lines = (
        LineOnSheet("li-1", "L10/home", "x", "", False, ""),
        LineOnSheet("li-2", f"note/{sheet.notes[0].id}", "x", "", False, ""),
    )
    picture = LetterPictureOnSheet(
        "lp-1", "picture", "child-1", None, "x", "x", "png", 1, 1, "", b""
    )
    return replace(
        sheet,
        notes=(*sheet.notes, *more),
        scale_answers=(*sheet.scale_answers, *own),
        making=replace(sheet.making, lines=lines, pictures=(picture,)),
    )


@st.composite
def records(draw: st.DrawFn) -> Marked:
    """A marked record with some rows and fields restricted, some private, some facts protected."""
    sheet, words = record()
    places = sorted(words)
    kinds = st.lists(st.sampled_from(TAGS), max_size=2, unique=True).map(tuple)
    sheet = _restricted(draw, sheet, kinds)
    tagged = draw(st.lists(st.sampled_from(places), max_size=6, unique=True))
    whole = draw(st.sets(st.sampled_from(range(6))))
    restrictions = tuple(
        RestrictionOnSheet(f"rs-{at}", place.table, place.row_id,
                           "" if at in whole else place.field, draw(kinds))
        for at, place in enumerate(tagged)
    )  # fmt: skip
    facts, planted, sheet = _protected(draw, sheet, places, words)
    return Marked(replace(sheet, restrictions=restrictions, protected=facts), words, planted)


def _restricted(draw: st.DrawFn, sheet: ReviewSheet, kinds: Any) -> ReviewSheet:
    """Some notes, decisions and people restricted; some words of the child private."""

    def some(rows: Any) -> Any:
        return tuple(
            replace(each, restricted=True, restriction_kinds=draw(kinds))
            if draw(st.integers(0, 3)) == 0
            else replace(each, restricted=False, restriction_kinds=())
            for each in rows
        )

    people = tuple(
        replace(
            each, phone=each.phone, restriction_kinds=draw(kinds) if at == hidden else (),
            address_kinds=draw(kinds),
        )
        for hidden in (draw(st.integers(0, len(sheet.people))),)
        for at, each in enumerate(sheet.people)
    )  # fmt: skip
    return replace(
        sheet,
        people=people,
        notes=some(sheet.notes),
        decisions=some(sheet.decisions),
        earlier_decisions=some(sheet.earlier_decisions),
        wishes=tuple(replace(each, private=draw(st.booleans())) for each in sheet.wishes),
        scale_answers=tuple(
            replace(each, private=draw(st.integers(0, 4)) == 0) for each in sheet.scale_answers
        ),
    )


def _protected(
    draw: st.DrawFn, sheet: ReviewSheet, places: list[Place], words: dict[Place, str]
) -> tuple[tuple[ProtectedFactOnSheet, ...], dict[str, Place], ReviewSheet]:
    """Some protected facts: words of fields, and new ones told in the chair's view."""
    facts: list[ProtectedFactOnSheet] = []
    planted: dict[str, Place] = {}
    keys = [each.id for each in sheet.people]
    view = sheet.iro_view
    for at in range(draw(st.integers(0, 3))):
        place = draw(st.sampled_from(places))
        said = words[place]
        if draw(st.booleans()):
            said = marker(Place("planted", str(at), ""))
            planted[said] = Place("review", sheet.id, "iro_view")
            view = f"{view} Also {said} was told."
        hidden = tuple(draw(st.lists(st.sampled_from(keys), max_size=2, unique=True)))
        tag = draw(st.sampled_from(("", *TAGS)))
        facts.append(ProtectedFactOnSheet(f"pf-{at}", "other", said, (), None, tag, hidden, ""))
    return tuple(facts), planted, replace(sheet, iro_view=view)


def _tagged(marked: Marked, reader: Reader) -> Iterator[str]:
    """The words in rows and fields that tags or the child's wish keep from a reader."""
    sheet = marked.sheet
    for place, word in marked.words.items():
        if place.table == "person" and place.row_id == reader.key:
            continue
        for each in sheet.restrictions:
            is_here = (each.of_table, each.row_id) == place[:2]
            if is_here and each.field in ("", place.field) and _meets(each.kinds, reader):
                yield word
    for table, row in rows_of(sheet):
        if _is_away(table, row, reader):
            yield from (word for place, word in marked.words.items()
                        if place[:2] == (table, row.id))  # fmt: skip


def _followed(marked: Marked, reader: Reader) -> Iterator[str]:
    """The words that stand only because of a decision, a worry or a person that is away."""
    if reader.is_file:
        return
    away = {row.id for table, row in rows_of(marked.sheet) if _is_away(table, row, reader)}
    for table, row in rows_of(marked.sheet):
        named = {row.scale.removeprefix("w:")} if table == "scale_answer" else set()
        if table in ("attendance", "scale_answer"):
            named.add(row.person_id)
        if table in ("decision_progress", "dispute", "manager_reply", "decision_change"):
            named.add(row.decision_id)
        if named & away:
            yield from (word for place, word in marked.words.items()
                        if place[:2] == (table, row.id))  # fmt: skip


def _is_away(table: str, row: Any, reader: Reader) -> bool:
    if getattr(row, "private", False) and table in ("wish", "scale_answer"):
        return True
    if table == "person":
        hidden = reader.cuts & set(row.restriction_kinds)
        return bool(hidden) and row.id != reader.key
    return getattr(row, "restricted", False) and _meets(row.restriction_kinds, reader)


def _meets(kinds: tuple[str, ...], reader: Reader) -> bool:
    return bool(reader.cuts & set(kinds)) or not (kinds or reader.is_file)


def _facts(marked: Marked, reader: Reader) -> Iterator[str]:
    for fact in marked.sheet.protected:
        if fact.tag in reader.cuts or reader.key in fact.hidden_from:
            yield fact.words


def _linked(row: Any) -> Iterator[str]:
    """The ids of other rows that a row names."""
    for name in ("person_id", "decision_id", "note_id", "goal_id", "carried_from_id"):
        yield getattr(row, name, None) or ""
    yield getattr(row, "scale", "").removeprefix("w:")
