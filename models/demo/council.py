"""Fills an empty record with an invented council: the same one for the same seed and day."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar  # Any: the fields of a new record

from sqlalchemy.orm import Session

from models.child import CarePeriod, Child
from models.council import Council, LaptopFact, StaffMember
from models.demo.after_meetings import finalise_told, invent_after_meetings
from models.demo.convening import invent_convening
from models.demo.facts import invent_facts, invent_papers_so_far
from models.demo.homes import invent_homes
from models.demo.kept_apart import keep_apart
from models.demo.letters import invent_letters
from models.demo.matters import say_of_matters
from models.demo.own_words import invent_own_words
from models.demo.people import Circle, circle
from models.demo.review import InventedReview
from models.demo.signs import invent_signs
from models.demo.timeline import Held, reviews_of, reviews_on
from models.demo.words import CHILDREN, LANGUAGES
from models.next_review import care_now, held_on, recount
from models.people import Person, Role
from models.record import Shared
from models.rules.age import age_on, birthday
from models.rules.review_clock import review_due
from models.rules.working_days import WorkingDays
from models.whose import OWNER

R = TypeVar("R", bound=Shared)

SEED = 2026
AUTHORITY = 901
OLDEST, YOUNGEST_DAYS = 17, 400
MINE = 30  # of the children, so many and one new in care are the owner’s
LONGEST_IN_CARE = 3 * 365
SHORTEST_IN_CARE = 6
NEW_IN_CARE = {58: 6, 59: 2}
"""Children who came into care so many working days ago: one has no day yet, one no IRO."""
ALLOCATED_TO_NOBODY = 59


@dataclass(frozen=True)
class Told:
    """A child whose reviews are told rather than left to chance: on days so long ago."""

    age: int
    days_ago: tuple[int, ...]
    last_adjourned: bool = False
    codes: tuple[str, ...] = ()


TOLD = {
    0: Told(10, (445, 360, 182), codes=("PN5", "PN6", "PN1")),  # Kit: the next review is today
    1: Told(6, (445, 358, 181)),  # Posy, his sister: the same afternoon
    6: Told(8, (400, 315, 140, 6), last_adjourned=True),  # Wren: adjourned last week
    9: Told(14, (560, 475, 296, 196)),  # Ives: a review that is late today
}


class DemoCouncil:
    """Wrenshire: sixty children, two reviewing officers, three years of reviews."""

    def __init__(
        self, session: Session, today: date, calendar: WorkingDays, seed: int = SEED
    ) -> None:
        self.session = session
        self.today = today
        self.calendar = calendar
        self.chance = Random(seed)  # noqa: S311 invention, not secrets
        self.codes_to_show = [f"PN{number}" for number in range(1, 8)] * 3

    def make(self, kind: type[R], /, **fields: Any) -> R:
        """A new record with an id that the seed decides."""
        fields.setdefault("id", str(uuid.UUID(int=self.chance.getrandbits(128), version=4)))
        fields.setdefault("authority_id", AUTHORITY)
        made = kind(**fields)
        self.session.add(made)
        return made

    def fill(self, most: int | None = None) -> StaffMember:
        """Invent everything, for so many children; gives the IRO whose record this is."""
        owner, colleague = self._service()
        children = [("Kit", "Larkhollow", "he/him"), *CHILDREN][:most]
        for place, (given, family, pronouns) in enumerate(children):
            is_mine = place < MINE or place in NEW_IN_CARE
            self._child(place, given, family, pronouns, owner if is_mine else colleague)
        self.session.flush()
        invent_letters(self, owner)
        invent_own_words(self)
        self._invent_sending(owner.id)
        return owner

    def _invent_sending(self, owner_id: str) -> None:
        """Invent all that is called together, kept apart and sent."""
        invent_homes(self)
        self.session.flush()
        told = invent_after_meetings(self, owner_id)
        keep_apart(self, owner_id, told)
        invent_convening(self, owner_id)
        finalise_told(self, told)

    def _service(self) -> tuple[StaffMember, StaffMember]:
        self.make(
            Council,
            case_id="",
            name="Wrenshire County Council",
            service="Children’s reviewing service",
            advocacy_name="Tolu Merrivale",
            advocacy_phone="01632 960 114",
            complaints_phone="01632 960 130",
            return_address="County Hall\n1 Heron Walk\nWrenbridge\nWX1 1WC",
        )
        owner = self.make(
            StaffMember,
            case_id="",
            name="Nadia Thistlemere",
            phone="01632 960 120",
            email="nadia.thistlemere@wrenshire.example",
            days="Monday to Thursday",
        )
        colleague = self.make(
            StaffMember, case_id="", name="Ruth Candleford", phone="01632 960 121"
        )
        self.session.add(
            LaptopFact(name=OWNER, value={"staff_id": owner.id, "authority_id": AUTHORITY})
        )
        return owner, colleague

    def _child(self, place: int, given: str, family: str, pronouns: str, iro: StaffMember) -> None:
        born_on, began_on = self._dates(place)
        round_child = circle(self.chance, family)
        child = self.make(
            Child,
            case_id="",
            identifier=f"W{40210 + place * 7:06d}",
            given_name=given,
            family_name=family,
            pronouns=pronouns,
            born_on=born_on,
            legal_status=self.chance.choice(["C1", "C2", "C2", "C2", "V2", "V2"]),
            legal_status_from=began_on,
            first_language=LANGUAGES.get(given, "English"),
            interpreter="Booked each time" if given in LANGUAGES else "",
            lives_with=round_child.lives_with,
            lives_there_since=began_on,
            plan=f"Stay {round_child.living} until grown up",
            school=round_child.school if age_on(born_on, self.today) > 3 else "",
            social_worker=round_child.social_worker,
            team=round_child.team,
            iro_id="" if place == ALLOCATED_TO_NOBODY else iro.id,
            letter_colour=self.chance.choice(["green", "plum", "blue", "lake"]),
        )
        child.case_id = child.id
        self.session.flush()
        self.make(
            CarePeriod, case_id=child.id, child_id=child.id, began_on=began_on, told_on=began_on
        )
        people = self._people(child, round_child)
        if place in NEW_IN_CARE:
            recount(self.session, child, self.calendar)
            return
        held = self._held(place, child, began_on)
        self._reviews(child, iro, round_child, people, held)

    def _dates(self, place: int) -> tuple[date, date]:
        """A birth date, and the day care began: never after the one nor before the other."""
        if place in NEW_IN_CARE:
            began_on = self.calendar.before(self.today, NEW_IN_CARE[place])
            return birthday(self.today - timedelta(days=100), -(place - 50)), began_on
        if place in TOLD:
            began_on = self.calendar.before(self._told_days(place)[0], 18)
            return birthday(self.today - timedelta(days=243), -TOLD[place].age), began_on
        if place % 10 == 4:
            in_days = self.chance.randint(YOUNGEST_DAYS, 3 * 365)
            born_on = self.today - timedelta(days=in_days)
        else:
            years = 4 + (place * 7) % (OLDEST - 4)
            born_on = birthday(self.today, -years) - timedelta(days=self.chance.randint(20, 330))
        oldest = min(LONGEST_IN_CARE, (self.today - born_on).days - 3)
        return born_on, self.today - timedelta(days=self.chance.randint(SHORTEST_IN_CARE, oldest))

    def _told_days(self, place: int) -> list[date]:
        """Reviews on working days, so many days before the day of the demo."""
        return [
            self.calendar.before(self.today - timedelta(days=days - 1), 1)
            for days in TOLD[place].days_ago
        ]

    def _held(self, place: int, child: Child, began_on: date) -> list[tuple[Held, str]]:
        """The reviews held, each with the participation code told for it, or "" for chance."""
        if place not in TOLD:
            held = reviews_of(self.chance, began_on, child.born_on, self.today, self.calendar)
            return [(review, "") for review in held]
        told = TOLD[place]
        held = reviews_on(
            self._told_days(place),
            began_on,
            child.born_on,
            self.calendar,
            last_adjourned=told.last_adjourned,
        )
        return list(zip(held, told.codes or ("",) * len(held), strict=True))

    def _people(self, child: Child, round_child: Circle) -> dict[str, Person]:
        wanted = {
            "carer": (Role.CARER, round_child.carer, round_child.carer_is),
            "social_worker": (Role.SOCIAL_WORKER, round_child.social_worker, "social worker"),
            "family": (Role.PARENT, round_child.parent, "parent"),
        }
        if child.school:
            wanted["teacher"] = (Role.TEACHER, round_child.teacher, "class teacher")
        else:
            wanted["nurse"] = (Role.NURSE, "Sister Ludlow", "health visitor")
        made = {}
        for position, (key, (role, name, what)) in enumerate(wanted.items(), start=1):
            made[key] = self.make(
                Person,
                case_id=child.id,
                child_id=child.id,
                name=name,
                called=name.split()[0] if key == "social_worker" else "",
                role=role,
                what_they_are=what,
                parental_responsibility=key == "family",
                position=position,
            )
        self.session.flush()
        return made

    def _reviews(
        self,
        child: Child,
        iro: StaffMember,
        round_child: Circle,
        people: dict[str, Person],
        held: list[tuple[Held, str]],
    ) -> None:
        still_open: dict[str, str] = {}
        for review, code in held:
            invented = InventedReview(self, child, iro, round_child, people)
            invented.hold(review, still_open, code)
            invent_facts(invented, review)
            invent_signs(invented)
            say_of_matters(invented, review)
        recount(self.session, child, self.calendar)
        if child.review_due_on is None:
            return
        to_come = InventedReview(self, child, iro, round_child, people)
        to_come.plan(len(held) + 1)
        invent_papers_so_far(to_come, to_come.review)
        recount(self.session, child, self.calendar)

    def next_due(self, child: Child, held: Held) -> date | None:
        """When the next review was due after that one."""
        earlier = [day for day in held_on(self.session, child.id) if day <= held.begun_on]
        care = care_now(self.session, child.id)
        if care is None:
            return None
        return review_due(care.began_on, earlier, child.born_on, self.calendar).due_on

    def code_for(self, born_on: date, on: date) -> str:
        """A participation code that fits the child's age; each is used before chance decides."""
        if age_on(born_on, on) < 4:
            return "PN0"
        if self.codes_to_show:
            return self.codes_to_show.pop()
        return self.chance.choices(
            [f"PN{number}" for number in range(1, 8)], [50, 5, 4, 4, 15, 18, 4]
        )[0]


def demo_council(
    session: Session,
    today: date,
    calendar: WorkingDays,
    seed: int = SEED,
    children: int | None = None,
) -> StaffMember:
    """Invent a council in an empty record; gives the IRO whose record it becomes."""
    return DemoCouncil(session, today, calendar, seed).fill(children)
