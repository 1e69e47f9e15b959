"""What business support reads and writes of the record: field by field, each with its reason.

What stands nowhere here is neither read nor written by them. Source: domain reference 7.2.
"""

from collections.abc import Mapping
from typing import Final

WHOLE: Final = "*"

_CLOCK = "the last day for a review is counted from it"
_ROOM = "who books has to know when and where"
_REACH = "who writes to somebody has to know where they are reached"
_NAMES = "letters and invitations name people"
_ORDER = "people stand in the same order for everybody"
_OF_ROW = "the row belongs to it"
_COPY = "a copy goes out as it was released, by this way, to this person, by this day"

SUPPORT_READS: Final[Mapping[str, Mapping[str, str]]] = {
    "child": {
        "identifier": "two children of one name are told apart by it",
        "given_name": _NAMES,
        "family_name": _NAMES,
        "chosen_name": _NAMES,
        "pronouns": "who rings about a child speaks of them as they wish",
        "born_on": "which form a child is sent goes by age, and so does the last review",
        "first_language": "an interpreter is booked, and forms are sent in it",
        "interpreter": "an interpreter is booked",
        "social_worker": "they are asked for the invitation list",
        "team": "they are asked for the invitation list",
        "iro_id": "whose child it is",
    },
    "care_period": {
        "child_id": _OF_ROW,
        "began_on": _CLOCK,
        "told_on": _CLOCK,
        "ended_on": _CLOCK,
        "path": _CLOCK,
        "path_since": _CLOCK,
    },
    "person": {
        "child_id": _OF_ROW,
        "name": _NAMES,
        "called": "the child’s own form and invitation name people in the child’s word",
        "role": "which form and which papers somebody gets goes by it",
        "what_they_are": "it stands under a name on an envelope",
        "parental_responsibility": "who has it is invited, or it is said why not",
        "phone": _REACH,
        "email": _REACH,
        "address": _REACH,
        "send_by": _REACH,
        "restriction_kinds": "the laptop that makes invitations has to leave somebody out of them",
        "address_kinds": "the laptop that makes invitations has to leave an address out of them",
        "position": _ORDER,
    },
    "review": {
        "child_id": _OF_ROW,
        "number": "papers and lists name the review",
        "kind": "the convening form says which kind of review it is",
        "state": "what is finished is not booked any more",
        "chair_id": "whose review it is",
        "covering_for": "who chairs it that day",
        "due_on": _CLOCK,
        "due_clock": _CLOCK,
        "counted_from": _CLOCK,
        "booked_on": _ROOM,
        "booked_time": _ROOM,
        "place": _ROOM,
        "mode": _ROOM,
        "together_id": "brothers and sisters are booked as one sitting",
        "held_on": "lists name the review by its day",
        "completed_on": "the days for sending are counted from it",
        "next_review_on": _ROOM,
        "next_review_time": _ROOM,
        "next_review_place": _ROOM,
    },
    "sitting": {
        "review_id": _OF_ROW,
        "number": "a second part is booked as the second",
        "held_on": _CLOCK,
        "place": _ROOM,
        "adjourned": "what was adjourned is booked again",
    },
    "milestone": {
        "review_id": _OF_ROW,
        "clock": "what is already done is not owed any more",
        "met_on": "what is already done is not owed any more",
        "note": "who sent papers late says why",
    },
    "rearranged": {WHOLE: "they move reviews, and note who asked and why"},
    "attendance": {
        "review_id": _OF_ROW,
        "person_id": _OF_ROW,
        "invited": "they invite",
        "not_invited_why": "they ask why somebody is not invited, and note it",
    },
    "conflict": {WHOLE: "of the fields that they read, both versions"},
    "council": {WHOLE: "nothing of a child is in it"},
    "staff_member": {WHOLE: "nothing of a child is in it"},
    "paper_copy": {
        "review_id": _OF_ROW,
        "reader": _COPY,
        "reader_name": _COPY,
        "role": _COPY,
        "kind": _COPY,
        "format": _COPY,
        "version": _COPY,
        "language": _COPY,
        "way": _COPY,
        "address": _COPY,
        "email": _COPY,
        "due_on": _COPY,
        "wanted": "the clock of sending is met when everybody’s copy went",
        "released_at": _COPY,
        "released_by": "somebody else than who released it has to look at it",
        "digest": "the pages are printed just as they were released",
    },
    "delivery": {WHOLE: "they note every step of a copy"},
    "convening": {WHOLE: "they convene"},
    "invitation": {WHOLE: "they invite"},
    "returned_form": {WHOLE: "they type in, or attach, what comes back to them"},
}

_REMOVED: Final = ("removed_at", "removed_by")  # what was taken out has to go from their laptop

SUPPORT_WRITES: Final[Mapping[str, frozenset[str]]] = {
    "review": frozenset({"booked_on", "booked_time", "place", "mode"}),
    "person": frozenset(SUPPORT_READS["person"]) - {"restriction_kinds", "address_kinds"}
    | frozenset(_REMOVED),
    "attendance": frozenset(SUPPORT_READS["attendance"]),
    "child": frozenset({"social_worker", "team"}),
    "rearranged": frozenset({WHOLE}),
    "milestone": frozenset({WHOLE}),
    "delivery": frozenset({WHOLE}),
    "convening": frozenset({WHOLE}),
    "invitation": frozenset({WHOLE}),
    "returned_form": frozenset({WHOLE}),
    "conflict": frozenset({"outcome", "settled_by", "settled_at"}),
}


def support_reads(table: str, field: str) -> bool:
    """Whether business support reads this field."""
    named = SUPPORT_READS.get(table, {})
    return bool(named) and (WHOLE in named or field in named or field in _REMOVED)


def support_writes(table: str, field: str) -> bool:
    """Whether business support writes this field."""
    named = SUPPORT_WRITES.get(table, frozenset())
    return WHOLE in named or field in named
