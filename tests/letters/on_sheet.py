"""One thing on a review’s sheet; what a test does not care about is filled in."""

from datetime import date
from typing import Any

from models.review_sheet import (
    AttendanceOnSheet,
    DecisionOnSheet,
    NoteOnSheet,
    PersonOnSheet,
    ScaleAnswerOnSheet,
    WishOnSheet,
)

REVIEW = "review-4"


def person(key: str, name: str, called: str, role: str, **given: Any) -> PersonOnSheet:
    """Somebody round Sam."""
    fields: dict[str, Any] = {
        "what_they_are": "", "parental_responsibility": False, "phone": "", "position": 0, **given
    }  # fmt: skip
    return PersonOnSheet(id=key, name=name, called=called, role=role, **fields)


def attendance(person_id: str, attended: str = "in_room", **given: Any) -> AttendanceOnSheet:
    """How somebody took part."""
    fields: dict[str, Any] = {
        "consulted": True, "invited": True, "not_invited_why": "", "part": "",
        "sent_views": False, "views": "", "apologies": False, **given,
    }  # fmt: skip
    return AttendanceOnSheet(id=f"a-{person_id}", person_id=person_id, attended=attended, **fields)


def wish(key: str, words: str, **given: Any) -> WishOnSheet:
    """Something Sam said."""
    fields: dict[str, Any] = {
        "way": "said", "heard_by": "", "heard_on": None, "column": "", "life_area": "",
        "step": "A2", "asked_for": False, "answer": "", "decision_id": None,
        "private": False, "in_letter": True, "position": 0, **given,
    }  # fmt: skip
    return WishOnSheet(id=key, words=words, **fields)


def note(key: str, column: str, words: str, **given: Any) -> NoteOnSheet:
    """Something said in the meeting."""
    fields: dict[str, Any] = {
        "step": "A4", "life_area": "home", "letter_words": "", "said_by": "",
        "person_id": None, "restricted": False, "restriction_kinds": (), "in_letter": True,
        "position": 0, **given,
    }  # fmt: skip
    return NoteOnSheet(id=key, column=column, words=words, **fields)


def decision(
    number: int, what: str, who: str, by_when: date | None, **given: Any
) -> DecisionOnSheet:
    """One decision; its id is made from its number."""
    fields: dict[str, Any] = {
        "id": f"d-{number}", "review_id": REVIEW, "person_id": None, "why": "",
        "how_we_will_know": "", "life_area": "", "picture": "", "letter_words": "",
        "in_letter": True, "restricted": False, "outcome": "", **given,
    }  # fmt: skip
    return DecisionOnSheet(number=number, what=what, who=who, by_when=by_when, **fields)


def scale_answer(key: str, number: float | None, **given: Any) -> ScaleAnswerOnSheet:
    """Somebody's number."""
    fields: dict[str, Any] = {
        "review_id": REVIEW, "scale": "overall", "person_id": None, "who": "",
        "is_child": False, "answered": "number" if number is not None else "rather_not",
        "reason": "", "one_more": "", **given,
    }  # fmt: skip
    return ScaleAnswerOnSheet(id=key, number=number, **fields)
