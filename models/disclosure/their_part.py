"""What is of one reader's part of a child's life, or theirs to do, and nothing else."""

from dataclasses import fields, replace
from typing import Any, Final  # Any: rows of many kinds

from models.disclosure.rows import TABLES, blanked, text_fields
from models.document_kind import DocumentKind
from models.readers_of_papers import Reader
from models.review_sheet import DecisionOnSheet, ReviewSheet

_NAMED: Final = frozenset({"given_name", "family_name", "chosen_name", "identifier",
                           "social_worker", "team"})  # fmt: skip
_OF_DECISIONS: Final = frozenset({"progress", "replies", "decision_changes", "disputes"})
_OF_EACH_PAPER: Final = frozenset({"people", "documents", "milestones", "decisions",
                                   "earlier_decisions", "carried"})  # fmt: skip
_OF_AREAS: Final = ("notes", "wishes")


def only_their_part(sheet: ReviewSheet, reader: Reader, kind: str) -> ReviewSheet:
    """The decisions that are theirs; in the record, what was said of their part of life too."""
    left: dict[str, Any] = {
        name: tuple(each for each in getattr(sheet, name) if is_theirs(each, reader))
        for name in ("decisions", "earlier_decisions", "carried")
    }
    here = {each.id for rows in left.values() for each in rows}
    for name in TABLES.keys() - _OF_EACH_PAPER:
        rows = getattr(sheet, name)
        if name in _OF_DECISIONS:
            left[name] = tuple(each for each in rows if each.decision_id in here)
        elif name in _OF_AREAS and kind == DocumentKind.MINUTES:
            left[name] = tuple(each for each in rows if each.life_area in reader.rule.areas)
        else:
            left[name] = ()
    doing = {each.person_id for name in ("decisions", "earlier_decisions") for each in left[name]}
    left["people"] = tuple(each for each in sheet.people if each.id in {reader.key, *doing})
    return _nothing_else(replace(sheet, **left))


def is_theirs(decision: DecisionOnSheet, reader: Reader) -> bool:
    """Whether a decision is of their part of life, or names them as who does it."""
    if decision.life_area in reader.rule.areas or decision.person_id == reader.key:
        return True
    name = reader.name.strip().casefold()
    return bool(name) and name in decision.who.casefold()


def _nothing_else(sheet: ReviewSheet) -> ReviewSheet:
    """The sheet without any words but who the child is and when the reviews are."""
    child: Any = sheet.child
    for name in (*text_fields(type(child), "child"), "legal_status"):
        if name not in _NAMED:
            child = blanked(child, "child", name)
    words = dict.fromkeys(text_fields(type(sheet), "review"), "")
    chosen = ("plan_agreed", "permanence_type", "permanence_on_track", "tell_how")
    empty: dict[str, Any] = {**words, **dict.fromkeys(chosen, ""), "participation": None}
    known = {each.name for each in fields(sheet)}
    return replace(sheet, child=child, **{k: v for k, v in empty.items() if k in known})
