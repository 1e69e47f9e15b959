"""Invents two letters to Kit for other moments: a first hello, and one after a midpoint check."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any, TypeVar  # Any: the fields of a new record
from uuid import UUID

from sqlalchemy import select

from models.child import Child
from models.letter import ChildLetter, LetterLine
from models.owed import MIDPOINT
from models.record import Shared
from models.review import Milestone, Review

if TYPE_CHECKING:
    from models.council import StaffMember
    from models.demo.council import DemoCouncil

R = TypeVar("R", bound=Shared)

WRITTEN_TO = "Kit"
HELLO = {
    "when_i_come": "I will come and see you at home before the meeting. You choose where we talk.",
    "more_about_me": "I have an old dog called Pip, and I am learning to play the drums.",
}
AFTER_THE_MIDPOINT = {
    "what_is_done": "Your social worker found a day for you and your sister each month.",
    "going_well": "You told your teacher when lunch was too loud. That was brave.",
    "what_is_stuck": "The panel has still not given a day. That is not your fault.",
    "what_i_will_do": "I have asked the manager for the day, and I will ring you when I have it.",
}


def invent_letters(council: DemoCouncil, writer: StaffMember) -> None:
    """Begin both; the second still lacks what Kit has said, and so can be tried out."""
    child = council.session.scalars(select(Child).where(Child.given_name == WRITTEN_TO)).one()
    _Letters(council, child, writer).begin()


class _Letters:
    """The letters to one child, with nothing drawn from the council's chance."""

    def __init__(self, council: DemoCouncil, child: Child, writer: StaffMember) -> None:
        self._session, self._child, self._writer = council.session, child, writer
        self._chance = Random(f"{child.id} letters")  # noqa: S311 invention

    def begin(self) -> None:
        """Make the letters and what is written in them."""
        self._letter("hello", HELLO)
        checked = self._checked()
        if checked is not None:
            self._letter(
                "midpoint", AFTER_THE_MIDPOINT, about_on=checked.met_on,
                review_id=checked.review_id,
            )  # fmt: skip

    def _checked(self) -> Milestone | None:
        """The newest midpoint check of this child."""
        return self._session.scalars(
            select(Milestone)
            .join(Review, Review.id == Milestone.review_id)
            .where(Review.child_id == self._child.id, Milestone.clock == MIDPOINT)
            .order_by(Milestone.met_on.desc())
        ).first()

    def _letter(self, template: str, written: dict[str, str], **fields: Any) -> None:
        letter = self._make(
            ChildLetter, child_id=self._child.id, template=template, writer_id=self._writer.id,
            **fields,
        )  # fmt: skip
        for key, words in written.items():
            self._make(LetterLine, letter_id=letter.id, key=f"ask/{key}", words=words)

    def _make(self, kind: type[R], /, **fields: Any) -> R:
        own = {"authority_id": self._child.authority_id, "case_id": self._child.id}
        new = {"id": str(UUID(int=self._chance.getrandbits(128), version=4))}
        made = kind(**(own | new | fields))
        self._session.add(made)
        self._session.flush()
        return made
