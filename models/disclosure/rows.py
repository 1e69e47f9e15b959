"""What a review's sheet is made of, seen as rows and fields of the record that can be left out."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import Any, Final, get_type_hints  # Any: a sheet holds rows of many kinds

from models.review_sheet import ReviewSheet

TABLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sittings": "sitting",
        "people": "person",
        "attendances": "attendance",
        "wishes": "wish",
        "notes": "note",
        "mapped_last_time": "note",
        "scale_answers": "scale_answer",
        "earlier_scale_answers": "scale_answer",
        "decisions": "decision",
        "earlier_decisions": "decision",
        "carried": "decision",
        "progress": "decision_progress",
        "step_marks": "step_mark",
        "rights": "right_explained",
        "milestones": "milestone",
        "documents": "document",
        "matters": "matter_considered",
        "facts": "step_fact",
        "earlier_facts": "step_fact",
        "papers": "paper_received",
        "rearranged": "rearranged",
        "consultations": "consultation",
        "drawings": "drawing",
        "disputes": "dispute",
        "replies": "manager_reply",
        "decision_changes": "decision_change",
        "earlier_reviews": "review",
    }
)
"""Each list of a sheet, and the table its rows come from."""
OF_MAKING: Final[Mapping[str, str]] = MappingProxyType(
    {"lines": "letter_line", "translations": "letter_translation", "pictures": "letter_picture",
     "plain_words": "plain_word"}
)  # fmt: skip
"""The same for what makes the letter."""
LEADING: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "sitting": frozenset({"held_on"}),
        "person": frozenset({"name"}),
        "attendance": frozenset({"person_id", "attended"}),
        "wish": frozenset({"words"}),
        "note": frozenset({"words"}),
        "scale_answer": frozenset({"number"}),
        "decision": frozenset({"what"}),
        "decision_progress": frozenset({"outcome"}),
        "milestone": frozenset({"met_on"}),
        "step_fact": frozenset({"words", "day", "choice"}),
        "paper_received": frozenset({"paper"}),
        "rearranged": frozenset({"why", "from_day", "asked_on"}),
        "consultation": frozenset({"way"}),
        "drawing": frozenset({"made_on"}),
        "dispute": frozenset({"what"}),
        "manager_reply": frozenset({"words", "reply"}),
        "decision_change": frozenset({"what", "reason"}),
        "letter_picture": frozenset({"says", "words_for"}),
        "plain_word": frozenset({"term", "instead"}),
        "letter_translation": frozenset({"original", "words"}),
    }
)
"""The fields without which a row of this table says nothing: with them the row goes."""
WORDS_ONLY: Final = frozenset({"right_explained", "matter_considered", "step_mark"})
"""Tables whose rows say whether something was done: of them only the words are left out."""
ALWAYS_THERE: Final = frozenset({"child", "review"})
"""What no paper is without: where the whole of it is restricted its words go."""
WHOLE_OR_NONE: Final = frozenset({"letter_translation"})
"""Tables of which no part of a row can go: words in another language are of the whole line."""
TOGETHER: Final[Mapping[tuple[str, str], tuple[str, ...]]] = MappingProxyType(
    {
        ("child", "lives_with"): ("lives_there_since",),
        ("child", "legal_status"): ("legal_status_from",),
        ("review", "next_review_on"): ("next_review_time", "next_review_place"),
        ("review", "permanence_on_track"): ("permanence_why",),
        ("review", "plan_agreed"): ("plan_agreed_why",),
        ("review", "covering_for"): (),
        ("participation", "seen_alone"): ("seen_alone_on", "seen_alone_why", "seen_alone_by"),
        ("participation", "chosen_code"): ("suggested_code", "override_reason"),
        ("participation", "pn7_reason"): ("pn7_why",),
        ("sitting", "reason"): ("reason_kind", "again_why"),
    }
)
"""Fields that are told in one sentence with another: they go with it."""
NAMES: Final = frozenset(
    {"name", "called", "who", "said_by", "heard_by", "by", "asked_by", "seen_alone_by",
     "who_spoke", "covering_for", "social_worker", "given_name", "family_name", "chosen_name"}
)  # fmt: skip
"""Fields that hold nothing but who: their words are no passage that could be told elsewhere."""
_NO_WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "review": frozenset({"kind", "state", "due_clock", "booked_time", "mode", "plan_agreed",
                             "next_review_time", "see_child_how", "together_id",
                             "permanence_type", "permanence_on_track", "tell_how",
                             "papers_made", "care_path"}),
        "child": frozenset({"given_name", "pronouns", "legal_status", "letter_colour",
                            "review_due_clock"}),
        "person": frozenset({"role", "send_by"}),
        "attendance": frozenset({"attended"}),
        "sitting": frozenset({"began_at", "ended_at", "reason_kind"}),
        "wish": frozenset({"way", "column", "life_area", "step", "picture"}),
        "note": frozenset({"step", "column", "life_area", "sort", "shared_key", "carried_from"}),
        "scale_answer": frozenset({"scale", "answered", "face"}),
        "decision": frozenset({"life_area", "picture", "outcome", "shared_key"}),
        "decision_progress": frozenset({"outcome"}),
        "participation": frozenset({"was_there", "suggested_code", "chosen_code", "pn7_reason",
                                    "seen_alone", "chaired"}),
        "staff_member": frozenset({"role"}),
        "child_letter": frozenset({"template", "band", "typeface", "text_size", "paper",
                                   "picture_set", "language", "arrangement"}),
        "step_mark": frozenset({"step"}),
        "right_explained": frozenset({"right"}),
        "milestone": frozenset({"clock"}),
        "document": frozenset({"kind", "issued_by", "digest"}),
        "matter_considered": frozenset({"matter", "state"}),
        "step_fact": frozenset({"fact", "choice"}),
        "paper_received": frozenset({"paper", "authorised"}),
        "rearranged": frozenset({"why_kind"}),
        "consultation": frozenset({"way"}),
        "drawing": frozenset({"digest"}),
        "manager_reply": frozenset({"reply", "settled"}),
        "decision_change": frozenset({"what_happened", "by"}),
        "letter_line": frozenset({"key"}),
        "letter_translation": frozenset({"language", "key"}),
        "letter_picture": frozenset({"use", "form", "digest"}),
        "plain_word": frozenset({"mode"}),
    }
)  # fmt: skip
"""Fields that hold a key and no words; every other text of a row may tell a fact."""


def text_fields(kind: Any, table: str) -> tuple[str, ...]:
    """The fields of a row that hold words."""
    return _text_fields(kind, table)


@cache
def _text_fields(kind: Any, table: str) -> tuple[str, ...]:
    hints, none = get_type_hints(kind), _NO_WORDS.get(table, frozenset())
    return tuple(
        each.name
        for each in fields(kind)
        if hints[each.name] is str
        and each.name not in none
        and each.name != "id"
        and not each.name.endswith("_id")
    )


def content(row: Any, table: str, *, with_names: bool = False) -> str:
    """The words of a row, a line for each field, by themselves without the names in it."""
    kept = (
        getattr(row, field)
        for field in text_fields(type(row), table)
        if with_names or field not in NAMES
    )
    return "\n".join(words.strip() for words in kept if words.strip())


def rows_of(sheet: ReviewSheet) -> Iterator[tuple[str, Any]]:
    """Every row of a sheet with the table it comes from."""
    for name, table in TABLES.items():
        yield from ((table, row) for row in getattr(sheet, name))
    for name, table in OF_MAKING.items():
        yield from ((table, row) for row in getattr(sheet.making, name))
    if sheet.participation is not None:
        yield "participation", sheet.participation
    yield "child", sheet.child
    yield "review", sheet


def blanked(row: Any, table: str, field: str) -> Any:
    """The row without what stands in a field, and in those that are told with it.

    A line of the letter goes whole: the words that it was written over do not come back.
    """
    if table == "letter_line":
        return replace(row, words="", proposed="", left_out=True)
    names = (field, *TOGETHER.get((table, field), ()))
    kind: Any = type(row)
    empty = {name: _empty(kind, name) for name in names if hasattr(row, name)}
    known = {name: value for name, value in empty.items() if value is not MISSING}
    return replace(row, **known) if known else row


def is_leading(table: str, field: str) -> bool:
    """Whether a row of this table says nothing without this field."""
    return field in LEADING.get(table, frozenset())


_EMPTY: Final[Mapping[Any, Any]] = {str: "", bool: False, tuple[str, ...]: ()}


@cache
def _empty(kind: Any, field: str) -> Any:
    """What a field holds when it holds nothing; MISSING where it always holds something."""
    hint = get_type_hints(kind)[field]
    if hint in _EMPTY:
        return _EMPTY[hint]
    optional = (date | None, datetime | None, str | None, float | None, bool | None)
    return None if hint in optional else MISSING
