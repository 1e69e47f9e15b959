"""What one child's page shows: the reviews so far, the numbers given, the decisions still open."""

from dataclasses import dataclass, field
from datetime import date

from models.plain_reading import Connection, read_all, read_one
from models.reading_a_review import read_child, read_people
from models.review_sheet import ChildOnSheet, PersonOnSheet
from models.sending_queue import CopyLine, read_copies

ALIVE = "removed_at is null"


def _met(clock: str) -> str:
    return (
        f"(select m.met_on from milestone m where m.review_id = review.id and m.clock = '{clock}' "  # noqa: S608 our own names
        "and m.removed_at is null)"
    )


_CODE = (
    "(select coalesce(nullif(p.chosen_code, ''), p.suggested_code) from participation p "
    "where p.review_id = review.id and p.removed_at is null)"
)
_AGREED = "select count(*) from decision d where d.review_id = review.id and d.removed_at is null"
_ASKED = (
    "(select count(*) from attendance a where a.review_id = review.id and a.invited = 1 "
    "and a.removed_at is null)"
)

_CAME_BACK = (
    "paper_copy.case_id = ? and exists (select 1 from delivery d where d.copy_id = paper_copy.id "
    "and d.step = 'returned' and d.removed_at is null)"
)
_WORRY = (
    "coalesce((select case when n.restricted then '' else n.words end from note n "
    "where n.id = substr(scale_answer.scale, 3)), '')"
)
_SHOWN = "(r.numbers_hidden = 0 or r.state in ('finished', 'known'))"


@dataclass(frozen=True)
class ReviewSoFar:
    """One review of the child, to come or held, in a line or two."""

    id: str
    number: int
    state: str
    booked_on: date | None
    booked_time: str
    place: str
    held_on: date | None
    completed_on: date | None
    due_on: date | None
    midpoint_on: date | None
    code: str | None = field(metadata={"sql": _CODE})
    decisions: int = field(metadata={"sql": f"({_AGREED})"})
    decisions_done: int = field(metadata={"sql": f"({_AGREED} and d.outcome = 'done')"})
    asked: int = field(metadata={"sql": _ASKED})
    letter_sent_on: date | None = field(metadata={"sql": _met("T37")})
    midpoint_met_on: date | None = field(metadata={"sql": _met("T50")})

    @property
    def is_to_come(self) -> bool:
        """Whether it has not begun."""
        return self.state == "planned"

    @property
    def is_under_way(self) -> bool:
        """Whether it has begun and is not finished."""
        return self.state in ("open", "adjourned")


@dataclass(frozen=True)
class NumberGiven:
    """One person's number on a scale in one review.

    `worry` are the words of the worry statement whose own scale it is, unless restricted.
    """

    scale: str
    person_id: str | None
    who: str
    is_child: bool
    number: float
    reason: str
    review_number: int = field(metadata={"sql": "r.number"})
    held_on: date | None = field(metadata={"sql": "r.held_on"})
    worry: str = field(default="", metadata={"sql": _WORRY})


@dataclass(frozen=True)
class StillOpen:
    """A decision that is not done: `by_when` is the newest day that was agreed."""

    id: str
    what: str
    who: str
    outcome: str
    restricted: bool
    review_number: int = field(metadata={"sql": "r.number"})
    by_when: date | None = field(
        metadata={
            "sql": "coalesce((select p.new_by_when from decision_progress p "
            "where p.decision_id = decision.id and p.new_by_when is not null "
            "and p.removed_at is null order by p.id desc limit 1), decision.by_when)"
        }
    )


@dataclass(frozen=True)
class CareNow:
    """The latest time in care, and the rules that its reviews follow."""

    began_on: date
    ended_on: date | None
    path: str
    path_since: date | None


@dataclass(frozen=True)
class ChildStory:
    """One child with the people round them and what has happened, newest first."""

    child: ChildOnSheet
    people: tuple[PersonOnSheet, ...]
    reviews: tuple[ReviewSoFar, ...]
    numbers: tuple[NumberGiven, ...]
    open_decisions: tuple[StillOpen, ...]
    care: CareNow | None = None
    came_back: tuple[CopyLine, ...] = ()  # papers that came back once, whatever became of them

    @property
    def under_way(self) -> ReviewSoFar | None:
        """The review that has begun and is not finished."""
        return next((review for review in self.reviews if review.is_under_way), None)

    @property
    def planned(self) -> ReviewSoFar | None:
        """The review to come, if one is planned."""
        return next((review for review in self.reviews if review.is_to_come), None)

    @property
    def finished(self) -> ReviewSoFar | None:
        """The latest review that was completed here."""
        return next((review for review in self.reviews if review.state == "finished"), None)

    @property
    def next_number(self) -> int:
        """The number that the review to come has, or will have."""
        coming = self.under_way or self.planned
        if coming is not None:
            return coming.number
        return max((review.number for review in self.reviews), default=0) + 1


def read_story(connection: Connection, child_id: str) -> ChildStory:
    """All of it, by plain statements, in one look at the file.

    Raises: LookupError when there is no child with that id.
    """
    of_child = f"where child_id = ? and {ALIVE} order by number desc, id"
    joined = (
        "join review r on r.id = {table}.review_id where r.child_id = ? and r.removed_at is null"
    )
    return ChildStory(
        child=read_child(connection, child_id),
        people=read_people(connection, child_id),
        reviews=read_all(connection, ReviewSoFar, "review", of_child, (child_id,)),
        numbers=read_all(
            connection,
            NumberGiven,
            "scale_answer",
            f"{joined.format(table='scale_answer')} and scale_answer.{ALIVE} "
            f"and scale_answer.number is not null and r.held_on is not null and {_SHOWN} "
            "order by r.held_on, r.number, scale_answer.is_child desc, scale_answer.id",
            (child_id,),
        ),
        open_decisions=read_all(
            connection,
            StillOpen,
            "decision",
            f"{joined.format(table='decision')} and decision.{ALIVE} "
            "and decision.outcome not in ('done', 'overtaken') "
            "order by r.number, decision.number",
            (child_id,),
        ),
        care=read_one(
            connection,
            CareNow,
            "care_period",
            f"where child_id = ? and {ALIVE} order by began_on desc",
            (child_id,),
        ),
        came_back=read_copies(connection, _CAME_BACK, (child_id,)),
    )
