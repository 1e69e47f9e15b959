"""Reviews made in memory for the paper: Sam's, whole, and the hard cases of it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from models.review_sheet import (
    DocumentOnSheet,
    MatterOnSheet,
    MilestoneOnSheet,
    ProgressOnSheet,
    ReviewSheet,
    RightOnSheet,
    SittingOnSheet,
    StepMarkOnSheet,
)
from tests.letters.on_sheet import (
    REVIEW,
    attendance,
    decision,
    note,
    person,
    scale_answer,
    wish,
)
from tests.letters.sams_review import (
    CHAIR,
    COUNCIL,
    DECISIONS,
    EARLIER,
    HELD,
    NOTES,
    PARTICIPATION,
    PEOPLE,
    SAM,
    WISHES,
)

__all__ = ["NOTES", "note", "person"]
DATED = date(2026, 11, 17)

_WHEN: dict[str, Any] = {
    "id": REVIEW,
    "case_id": "child-1",
    "child_id": "child-1",
    "number": 4,
    "kind": "later",
    "state": "finished",
    "chair_id": "staff-1",
    "due_on": date(2026, 11, 14),
    "due_clock": "T12",
    "counted_from": date(2026, 5, 14),
    "booked_on": HELD,
    "booked_time": "16:00",
    "place": "at home with Jo and Dele",
    "mode": "in_person",
    "held_on": HELD,
    "completed_on": HELD,
    "finished_at": datetime(2026, 11, 12, 17, 22, tzinfo=UTC),
    "late_why": "",
    "what_for": "",
}  # fmt: skip
_WRITTEN: dict[str, Any] = {
    "warm_line": "You showed everyone where to sit, and you let me meet Biscuit.",
    "home_line": "You live with Jo and Dele. The plan is for you to stay with them until you "
    "are grown up.",
    "plan_agreed": "yes",
    "permanence_plan": "Long-term fostering with Jo and Dele Brambleden, to be agreed by panel.",
    "legal_line": "",
    "iro_view": "The plan is right for Sam and is too slow. I have raised the delay with the "
    "team manager.",
    "one_more_line": "",
    "no_words_why": "",
    "no_code_why": "",
    "no_next_review_why": "",
    "resumed_late_why": "",
}  # fmt: skip
_NEXT: dict[str, Any] = {
    "next_review_on": date(2027, 5, 12),
    "next_review_time": "16:00",
    "next_review_place": "at home with Jo and Dele",
    "midpoint_on": date(2027, 2, 8),
    "see_child_by": date(2027, 2, 12),
    "see_child_how": "ring",
}  # fmt: skip
_WHO: dict[str, Any] = {
    "council": COUNCIL,
    "chair": CHAIR,
    "child": SAM,
    "care_began_on": date(2025, 7, 24),
    "sittings": (
        SittingOnSheet(
            "s-1", 1, HELD, "16:04", "17:22", "at home with Jo and Dele", False, ""
        ),
    ),
    "people": PEOPLE,
    "attendances": (
        attendance("p-jo"),
        attendance("p-dele"),
        attendance("p-bea", part="asked for by Sam"),
        attendance("p-samir"),
        attendance("p-fenn", part="to 5:00pm"),
        attendance("p-carys", "no", sent_views=True, views="I want Sam to stay settled.",
                   apologies=True),
    ),
}  # fmt: skip
_SAID: dict[str, Any] = {
    "wishes": WISHES,
    "notes": NOTES,
    "scale_answers": (
        scale_answer("sc-1", 6, is_child=True, reason="Because I don’t know yet.",
                     one_more="if I knew I was staying"),
        scale_answer("sc-2", 8, person_id="p-jo", reason="She laughs again."),
        scale_answer("sc-3", 7, person_id="p-samir", reason="Settled; no panel date."),
        scale_answer("sc-4", None, person_id="p-bea"),
    ),
    "earlier_scale_answers": (
        scale_answer("sc-0", 5, is_child=True, review_id="review-3"),
        scale_answer("sc-00", 7, person_id="p-samir", review_id="review-3"),
    ),
    "decisions": DECISIONS,
    "earlier_decisions": (
        decision(1, "Ask the permanence panel for a date", "Samir Oakenshaw",
                 date(2026, 9, 30), id="e-1", review_id="review-3", outcome="not_done"),
        decision(2, "Family time every other Sunday at her grandmother’s", "Samir Oakenshaw",
                 date(2026, 7, 1), id="e-2", review_id="review-3", outcome="done"),
    ),
    "progress": (
        ProgressOnSheet("pr-1", "e-1", REVIEW, "not_done", "Raised again, see decision 1.",
                        date(2027, 1, 29)),
        ProgressOnSheet("pr-2", "e-2", REVIEW, "done", "Every fortnight since July.", None),
    ),
}  # fmt: skip
_ELSE: dict[str, Any] = {
    "participation": PARTICIPATION,
    "step_marks": tuple(
        StepMarkOnSheet(f"m-{number}", f"A{number}", True, "") for number in range(1, 13)
    ),
    "rights": tuple(
        RightOnSheet(f"r-{key}", key, True, "")
        for key in (
            "advocate", "independent_visitor", "complain", "early_review", "own_records",
            "legal_advice", "contact_details", "copy_of_plan",
        )
    ),
    "milestones": (MilestoneOnSheet("mi-1", "T31", date(2026, 11, 16), ""),),
    "documents": (),
    "earlier_reviews": EARLIER,
    "matters": (
        MatterOnSheet("c-2", "S7.2", "nothing_to_add", ""),
        MatterOnSheet("c-10", "S7.10", "with_note", "Sam knows whom to ring."),
        MatterOnSheet("c-13", "S7.13", "not_applicable", "Sam is not placed with parents."),
        MatterOnSheet("c-14", "S7.14", "not_applicable", "Sam is not unaccompanied."),
    ),
}  # fmt: skip


def full(**changes: Any) -> ReviewSheet:
    """Sam's fourth review with everything an IRO would write; `changes` replace fields."""
    sheet = ReviewSheet(**_WHEN, **_WRITTEN, **_NEXT, **_WHO, **_SAID, **_ELSE)
    return replace(sheet, **changes)


def empty() -> ReviewSheet:
    """A review that has only been planned: nothing is written yet."""
    nothing: dict[str, Any] = dict.fromkeys(
        ("sittings", "people", "attendances", "wishes", "notes", "scale_answers", "decisions",
         "earlier_scale_answers", "earlier_decisions", "progress", "step_marks", "rights",
         "milestones", "earlier_reviews", "matters"), (),
    )  # fmt: skip
    blank = dict.fromkeys(
        ("warm_line", "home_line", "plan_agreed", "permanence_plan", "iro_view", "place",
         "next_review_time", "next_review_place", "see_child_how", "booked_time"), "",
    )  # fmt: skip
    unset = dict.fromkeys(
        ("held_on", "completed_on", "finished_at", "due_on", "next_review_on", "midpoint_on",
         "see_child_by", "participation", "care_began_on", "booked_on"),
    )  # fmt: skip
    council = replace(COUNCIL, advocacy_name="", advocacy_phone="", complaints_phone="")
    chair = replace(CHAIR, name="", phone="", email="", days="")
    child = replace(SAM, legal_status="", legal_status_from=None)
    return full(**nothing, **blank, **unset, council=council, chair=chair, child=child)


def agreed(sheet: ReviewSheet) -> ReviewSheet:
    """The same review once the manager has agreed its decisions."""
    answered = MilestoneOnSheet("m-agreed", "T32", date(2026, 11, 17), "")
    return replace(sheet, milestones=(*sheet.milestones, answered))


def with_decisions(count: int, **given: Any) -> ReviewSheet:
    """Sam's review with so many decisions."""
    return full(
        decisions=tuple(
            decision(
                number, f"Thing {number} that somebody will do for Sam this winter",
                "Samir Oakenshaw", date(2027, 1, 1 + number % 28), person_id="p-samir",
                why=f"Reason {number}.", how_we_will_know=f"Sign {number}.", **given,
            )
            for number in range(1, count + 1)
        ),
        wishes=tuple(replace(one, decision_id=None, asked_for=False) for one in WISHES),
        matters=(*_ELSE["matters"], *map(_nothing_to_add, ("S7.4", "S7.6", "S7.7", "S7.9"))),
    )  # fmt: skip


def _nothing_to_add(matter: str) -> MatterOnSheet:
    return MatterOnSheet(f"c-{matter}", matter, "nothing_to_add", "")


LONG_NAME = "Anastasia-Wilhelmina Featherstonehaugh-Cholmondeley"


def with_long_names() -> ReviewSheet:
    """Sam's review where everyone's name is long, one of them without a space."""
    people = tuple(
        replace(one, name=f"{one.name} {LONG_NAME}", called="Grandmother-Antoinette-Josephine")
        for one in PEOPLE
    )
    child = replace(SAM, chosen_name=LONG_NAME, given_name=LONG_NAME, family_name="N" * 60)
    return full(people=people, child=child, chair=replace(CHAIR, name=LONG_NAME))


def said(*words: str) -> ReviewSheet:
    """Sam's review where she said just these words."""
    return full(wishes=tuple(wish(f"w-{place}", one) for place, one in enumerate(words)))


def issued(kind: str) -> DocumentOnSheet:
    """The first version of a document, given out."""
    at = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
    return DocumentOnSheet(f"doc-{kind}", kind, 1, None, "", at, "staff-1", "ab" * 32)
