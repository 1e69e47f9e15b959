"""Invents words that Kit chose for letters to him, and two that the council wants."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from models.child import Child
from models.demo.letters import WRITTEN_TO
from models.letter import PlainWord
from models.whose_words import EXPLAIN, SWAP

if TYPE_CHECKING:
    from models.demo.council import DemoCouncil

OF_KIT = (
    ("contact", "family time", SWAP),
    ("foster placement", "home", SWAP),
    ("life story work", "my memory book", SWAP),
)
OF_COUNCIL = (
    ("Wren Hub", "the council’s place for young people, with a drop-in on Wednesdays", EXPLAIN),
    ("LAC review", "your meeting", SWAP),
)


def invent_own_words(council: DemoCouncil) -> None:
    """Put them into the record, with nothing drawn from the council's chance."""
    child = council.session.scalars(select(Child).where(Child.given_name == WRITTEN_TO)).one()
    chance = Random(f"{child.id} words")  # noqa: S311 invention, not secrets
    wanted = [(child, *word) for word in OF_KIT] + [(None, *word) for word in OF_COUNCIL]
    for owner, term, instead, mode in wanted:
        council.session.add(
            PlainWord(
                id=str(UUID(int=chance.getrandbits(128), version=4)),
                authority_id=child.authority_id,
                case_id=owner.case_id if owner is not None else "",
                child_id=owner.id if owner is not None else None,
                term=term,
                instead=instead,
                mode=mode,
            )
        )
