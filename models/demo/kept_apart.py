"""Invents what must not reach everybody: protected facts, tagged notes, a restricted paragraph."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any  # Any: the fields of a new record
from uuid import UUID

from sqlalchemy import select

from models.child import Child
from models.demo.after_meetings import AfterMeeting, Stage
from models.demo.facts import TO_SHOW
from models.people import Person, Role
from models.protected import FactKind, ProtectedFact, Restriction
from models.rules.life_areas import LIFE_AREAS
from models.signs import Note

if TYPE_CHECKING:
    from models.demo.council import DemoCouncil
    from models.record import Shared

TREATMENT = "{parent} has been in treatment for drinking since the summer and has not drunk since."
POLICE = "The police were called to a quarrel at {parent}’s flat in August; nobody was charged."
TAXI = "{name} is fetched by taxi from {address} and gets to school in time."
VIEW = "The visits go on as they are while {parent}’s treatment goes well."
REFUGE, REFUGE_ALSO = "Lantern House", ["the Lantern", "Lantern Hse"]
NEW_NAME, NEW_NAME_ALSO = "Rosalind Fairhaven", ["Rosie Fairhaven", "Rosie F"]
NOTED_BEFORE = 40  # more than the notes that were invented before


def keep_apart(council: DemoCouncil, owner_id: str, told: dict[Stage, AfterMeeting]) -> None:
    """Write it all, with nothing drawn from the council's chance."""
    if Stage.TO_LOOK_AT in told:
        _Keeping(council, told[Stage.TO_LOOK_AT].review.child_id).restrict(told[Stage.TO_LOOK_AT])
    if Stage.TO_PRINT in told:
        keeping = _Keeping(council, told[Stage.TO_PRINT].review.child_id)
        keeping.fact(FactKind.REFUGE, REFUGE, "R8", also_written=REFUGE_ALSO,
                     why="An aunt lives there. Nobody of the family may find her.")  # fmt: skip
    child = _youngest(council, owner_id, told)
    if child is not None:
        keeping = _Keeping(council, child.id)
        keeping.fact(FactKind.NAME, NEW_NAME, "R3", also_written=NEW_NAME_ALSO,
                     why="The name after the adoption. Never to the birth family.")  # fmt: skip


def _youngest(
    council: DemoCouncil, owner_id: str, told: dict[Stage, AfterMeeting]
) -> Child | None:
    """The owner's youngest child of whom nothing else is told."""
    taken = {each.review.child_id for each in told.values()}
    wanted = select(Child).where(
        Child.iro_id == owner_id, Child.given_name.not_in(TO_SHOW), Child.id.not_in(taken)
    )
    return council.session.scalars(wanted.order_by(Child.born_on.desc(), Child.id)).first()


class _Keeping:
    """What is kept from somebody of one child; ids come from a chance of its own."""

    def __init__(self, council: DemoCouncil, child_id: str) -> None:
        self._session, self._noted = council.session, NOTED_BEFORE
        self._child = council.session.get_one(Child, child_id)
        self._chance = Random(f"{child_id} kept apart")  # noqa: S311 invention, not secrets

    def fact(self, kind: FactKind, words: str, tag: str, **more: Any) -> None:
        """Protect one fact."""
        self._make(ProtectedFact, child_id=self._child.id, kind=kind, words=words, tag=tag, **more)

    def restrict(self, after: AfterMeeting) -> None:
        """Tag what was said at one meeting, one note of it without saying from whom."""
        review, carer, parent = after.review, self._person(Role.CARER), self._person(Role.PARENT)
        street = carer.address.splitlines()[0]
        words = {"parent": parent.name.split()[0], "name": self._child.called, "address": street}
        carer.address_kinds = ["R1"]
        self.fact(
            FactKind.ADDRESS, carer.address.replace("\n", ", "), "R1", person_id=carer.id,
            also_written=[f"the house in {street.partition(' ')[2]}"],
            why=f"{parent.name.split()[0]} has come to a carer’s door before.",
        )  # fmt: skip
        notes: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
            ("family_time", "going_well", TREATMENT, {"restricted": True,
                                                      "restriction_kinds": ["R4"]}),
            ("safety", "worry", POLICE, {"restricted": True}),
            ("learning", "going_well", TAXI, {}),
        )  # fmt: skip
        for area, column, said, tags in notes:
            self._noted += 1
            self._make(
                Note, review_id=review.id, step=LIFE_AREAS[area].step, column=column,
                life_area=area, words=said.format(**words), in_letter=False,
                said_by=self._child.social_worker, position=self._noted, **tags,
            )  # fmt: skip
        review.iro_view = VIEW.format(**words)
        self._make(
            Restriction, review_id=review.id, of_table="review", row_id=review.id,
            field="iro_view", kinds=["R4"],
        )  # fmt: skip

    def _person(self, role: Role) -> Person:
        wanted = select(Person).filter_by(child_id=self._child.id, role=role)
        return self._session.scalars(wanted).one()

    def _make(self, kind: type[Shared], /, **fields: Any) -> None:
        own: dict[str, Any] = {
            "id": str(UUID(int=self._chance.getrandbits(128), version=4)),
            "authority_id": self._child.authority_id,
            "case_id": self._child.id,
        }
        made = kind(**(own | fields))
        self._session.add(made)
        self._session.flush()
