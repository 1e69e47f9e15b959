"""Invents where the people round the children live, and how they are reached."""

from __future__ import annotations

import unicodedata
from random import Random
from typing import TYPE_CHECKING

from sqlalchemy import select

from models.child import Child
from models.demo.facts import TO_SHOW
from models.people import Person, Role
from models.sending_steps import SendingWay

if TYPE_CHECKING:
    from models.demo.council import DemoCouncil

STREETS = (
    "Plover Lane", "Quarry Row", "Orchard Rise", "Chapel Road", "Fuller’s Yard", "Kiln Street",
    "Heron Walk", "Tannery Close", "Beacon Hill", "Mallow Avenue",
)  # fmt: skip
TOWNS = (("Wrenbridge", "WX1"), ("Larkhaven", "WX4"), ("Saltmarket", "WX7"), ("Penhallow", "WX9"))
NO_STREET_OF_THEIR_OWN = frozenset({Role.SOCIAL_WORKER, Role.TEACHER, Role.NURSE})
KEPT_FROM_PARENTS, KEPT_SHARE = "R1", 0.3


def invent_homes(council: DemoCouncil) -> None:
    """Give everybody an address, an e-mail or both; nothing is drawn from the council's chance."""
    session = council.session
    children = {each.id: each for each in session.scalars(select(Child))}
    for person in session.scalars(select(Person)):
        _settle(person, children[person.child_id])


def address_of(name: str) -> str:
    """The address of somebody: the same for the same name, as carers have several children."""
    chance = Random(f"{name} address")  # noqa: S311 invention, not secrets
    town, district = chance.choice(TOWNS)
    street = f"{chance.randint(2, 98)} {chance.choice(STREETS)}"
    return f"{street}\n{town}\n{district} {chance.randint(1, 9)}{chance.choice('BDGHL')}Q"


def email_of(name: str, at: str) -> str:
    """An e-mail address at an invented place."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return f"{'.'.join(plain.replace('-', '').split())}@{at}.example"


def _settle(person: Person, child: Child) -> None:
    chance = Random(f"{child.identifier} {person.name} reached")  # noqa: S311 invention
    person.phone = f"01632 960 {chance.randint(200, 899)}"
    if person.role in NO_STREET_OF_THEIR_OWN:
        person.email = email_of(person.name, _place_of(person, child))
        person.send_by = SendingWay.EMAIL
        return
    home = child.lives_with.split(",")[0] if person.role == Role.CARER else person.name
    person.address = address_of(home)
    if person.role == Role.CARER:
        is_kept = child.given_name in TO_SHOW or chance.random() < KEPT_SHARE
        person.address_kinds = [KEPT_FROM_PARENTS] if is_kept else []
    elif chance.random() < KEPT_SHARE:
        person.email, person.send_by = email_of(person.name, "post"), SendingWay.EMAIL


def _place_of(person: Person, child: Child) -> str:
    if person.role == Role.TEACHER:
        return email_of(child.school.replace("’", ""), "").partition("@")[0].replace(".", "")
    return "wrenshire" if person.role == Role.SOCIAL_WORKER else "wrenhealth"
