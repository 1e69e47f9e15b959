"""Reads one review into a ReviewSheet by plain statements."""

from datetime import date
from typing import Any  # the lists of a sheet are of many kinds

from models.conflicts_on_sheet import read_conflicts
from models.form import form_of
from models.plain_reading import Connection, read_all, read_one
from models.reading_letters import making_for_review
from models.review_sheet import (
    AttendanceOnSheet,
    ChildOnSheet,
    ConsultationOnSheet,
    CopyChangeOnSheet,
    CouncilOnSheet,
    DecisionChangeOnSheet,
    DecisionOnSheet,
    DisclosureAnswerOnSheet,
    DisputeOnSheet,
    DocumentOnSheet,
    DrawingOnSheet,
    EarlierReview,
    FactOnSheet,
    ManagerReplyOnSheet,
    MatterOnSheet,
    MilestoneOnSheet,
    NoteOnSheet,
    PaperOnSheet,
    ParticipationOnSheet,
    PersonOnSheet,
    ProgressOnSheet,
    ProtectedFactOnSheet,
    RearrangedOnSheet,
    RecipientOnSheet,
    RestrictionOnSheet,
    ReviewFacts,
    ReviewSheet,
    RightOnSheet,
    ScaleAnswerOnSheet,
    SittingOnSheet,
    StepMarkOnSheet,
    WishOnSheet,
)
from models.staff_on_sheet import StaffOnSheet

ALIVE = "removed_at is null"


class NoSuchReview(LookupError):
    """There is no review with that id in this file."""


def read_review(connection: Connection, review_id: str) -> ReviewSheet:
    """The whole review, by plain statements, in one look at the file.

    Raises: NoSuchReview.
    """
    own = connection.execute(
        "select child_id, chair_id, authority_id, case_id from review where id = ?", (review_id,)
    ).fetchone()
    if own is None:
        raise NoSuchReview(review_id)
    child_id, chair_id, authority_id, case_id = own
    council = read_one(
        connection, CouncilOnSheet, "council", "where authority_id = ?", (authority_id,)
    )
    joined: dict[str, Any] = (
        {  # each list by the name of its field
            "council": council,
            "form": form_of(council.meeting_form if council else ""),
            "chair": read_one(
                connection, StaffOnSheet, "staff_member", "where id = ?", (chair_id,)
            )
            or StaffOnSheet(chair_id, "", "iro", "", "", ""),
            "child": read_child(connection, child_id),
            **read_care(connection, child_id),
            "people": read_people(connection, child_id),
            "protected": read_protected(connection, child_id),
        }
        | _lists(connection, review_id)
        | _history(connection, child_id, review_id)
        | {"making": making_for_review(connection, review_id, child_id)}
        | {"conflicts": read_conflicts(connection, case_id, review_id)}
    )
    facts = read_one(connection, ReviewFacts, "review", "where id = ?", (review_id,))
    return ReviewSheet(**vars(facts), **joined)


def read_child(connection: Connection, child_id: str) -> ChildOnSheet:
    """One child.

    Raises: LookupError when there is none with that id.
    """
    child = read_one(connection, ChildOnSheet, "child", "where id = ?", (child_id,))
    if child is None:
        raise LookupError(child_id)
    return child


def read_people(connection: Connection, child_id: str) -> tuple[PersonOnSheet, ...]:
    """The people round a child, in their order."""
    rest = f"where child_id = ? and {ALIVE} order by position, id"
    return read_all(connection, PersonOnSheet, "person", rest, (child_id,))


def read_protected(connection: Connection, child_id: str) -> tuple[ProtectedFactOnSheet, ...]:
    """The child's protected facts, in the order they were noted."""
    rest = f"where child_id = ? and {ALIVE} order by created_at, id"
    return read_all(connection, ProtectedFactOnSheet, "protected_fact", rest, (child_id,))


def read_care(connection: Connection, child_id: str) -> dict[str, object]:
    """The latest time in care, by the names that a sheet has for it."""
    row = connection.execute(
        "select began_on, path, path_since, ended_on from care_period "  # noqa: S608
        f"where child_id = ? and {ALIVE} "
        "order by began_on desc limit 1",
        (child_id,),
    ).fetchone()
    if row is None:
        return {"care_began_on": None}
    began_on, path, path_since, ended_on = row
    return {
        "care_began_on": date.fromisoformat(began_on),
        "care_path": path,
        "care_path_since": date.fromisoformat(path_since) if path_since else None,
        "care_ended_on": date.fromisoformat(ended_on) if ended_on else None,
    }


def _lists(connection: Connection, review_id: str) -> dict[str, object]:
    def lines(kind: type, table: str, order: str) -> object:
        rest = f"where review_id = ? and {ALIVE} order by {order}, id"
        return read_all(connection, kind, table, rest, (review_id,))

    participation = read_one(
        connection, ParticipationOnSheet, "participation",
        f"where review_id = ? and {ALIVE}", (review_id,),
    )  # fmt: skip
    return {
        "sittings": lines(SittingOnSheet, "sitting", "number"),
        "attendances": lines(AttendanceOnSheet, "attendance", "created_at"),
        "wishes": lines(WishOnSheet, "wish", "position"),
        "notes": lines(NoteOnSheet, "note", "position"),
        "scale_answers": lines(ScaleAnswerOnSheet, "scale_answer", "is_child desc"),
        "decisions": lines(DecisionOnSheet, "decision", "number"),
        "participation": participation,
        "step_marks": lines(StepMarkOnSheet, "step_mark", "step"),
        "rights": lines(RightOnSheet, "right_explained", "created_at"),
        "milestones": lines(MilestoneOnSheet, "milestone", "clock"),
        "documents": lines(DocumentOnSheet, "document", "version"),
        "matters": lines(MatterOnSheet, "matter_considered", "matter"),
        "facts": lines(FactOnSheet, "step_fact", "fact"),
        "papers": lines(PaperOnSheet, "paper_received", "paper"),
        "rearranged": lines(RearrangedOnSheet, "rearranged", "asked_on"),
        "consultations": lines(ConsultationOnSheet, "consultation", '"on"'),
        "drawings": lines(DrawingOnSheet, "drawing", "made_on"),
        "disputes": lines(DisputeOnSheet, "dispute", "opened_on"),
        "recipients": lines(RecipientOnSheet, "recipient", "reader"),
        "copy_changes": lines(CopyChangeOnSheet, "copy_change", "created_at"),
        "disclosure_answers": lines(DisclosureAnswerOnSheet, "disclosure_answer", "created_at"),
        "replies": lines(ManagerReplyOnSheet, "manager_reply", '"on"'),
        "decision_changes": lines(DecisionChangeOnSheet, "decision_change", '"on"'),
    }


_BEFORE = (
    "select b.id from review b join review t on t.id = ?2 "
    "where b.child_id = ?1 and b.number < t.number and b.removed_at is null"
)


_CARRIED = (
    "select later.carried_from_id from decision later "
    "where later.carried_from_id is not null and later.removed_at is null"
)


def _history(connection: Connection, child_id: str, review_id: str) -> dict[str, object]:
    given = (child_id, review_id)
    earlier = f"review_id in ({_BEFORE}) and {ALIVE}"
    heard_here = "select decision_id from decision_progress where review_id = ?2"
    still_open = (
        f"(outcome not in ('done', 'overtaken') or id in ({heard_here})) "
        f"and id not in ({_CARRIED} and later.review_id in ({_BEFORE}))"
    )

    def of_earlier(kind: type, table: str, also: str = "true", order: str = "id") -> object:
        rest = f"where {earlier} and {also} order by {order}"
        return read_all(connection, kind, table, rest, given)

    by_number = "review_id, number"
    heard = f"where (review_id = ?2 or {earlier}) and {ALIVE} order by id"
    tagged = f"where (review_id = ?2 or {earlier}) and {ALIVE} order by of_table, row_id, field"
    mapped = (
        f"where review_id in ({_BEFORE} order by b.number desc limit 1) "
        f"and sort in ('worry_statement', 'goal') and {ALIVE} order by position, id"
    )
    reviews = f"where id in ({_BEFORE}) order by number"
    return {
        "earlier_scale_answers": of_earlier(ScaleAnswerOnSheet, "scale_answer"),
        "earlier_decisions": of_earlier(DecisionOnSheet, "decision", still_open, by_number),
        "carried": of_earlier(DecisionOnSheet, "decision", f"id in ({_CARRIED})", by_number),
        "progress": read_all(connection, ProgressOnSheet, "decision_progress", heard, given),
        "earlier_facts": of_earlier(FactOnSheet, "step_fact"),
        "restrictions": read_all(connection, RestrictionOnSheet, "restriction", tagged, given),
        "mapped_last_time": read_all(connection, NoteOnSheet, "note", mapped, given),
        "earlier_reviews": read_all(connection, EarlierReview, "review", reviews, given),
    }
