"""Invents Kit's map: two worries with their goals and numbers, and how he took part."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar  # Any: the fields of a new record
from uuid import UUID

from sqlalchemy import func, select

from models.decision import Decision
from models.participation import Consultation
from models.record import Shared
from models.rules.note_sorts import COLUMN_OF, Sort
from models.rules.scales import WORRY_SCALE
from models.signs import Answered, Note, ScaleAnswer

R = TypeVar("R", bound=Shared)

if TYPE_CHECKING:
    from models.demo.review import InventedReview
MAPPED = "Kit"
DAYS_FOR_THE_DECISION = 200
STEP = "A8"
NOTED_BEFORE = 20  # more than the notes that chance gives a review


class Pair(NamedTuple):
    """A worry statement and its goal, for the record and to the child: who says it, on what."""

    role: str
    life_area: str
    worry: str
    worry_letter: str
    goal: str
    goal_letter: str


class Gave(NamedTuple):
    """A number on a worry's own scale: by the role of a person, or the child for none."""

    role: str
    number: int
    reason: str
    one_more: str = ""


SISTER = Pair(
    "social_worker",
    "family_time",
    "{name} and his sister live in two homes and have had one visit in three months. If that "
    "goes on, they may lose each other.",
    "We are worried that you and your sister do not see each other enough.",
    "{name} and his sister see each other every two weeks for three months, and no visit is "
    "called off.",
    "We want you and your sister to see each other every two weeks.",
)
LUNCH = Pair(
    "teacher",
    "learning",
    "Lunch is so loud that {name} hides or hits out. If nothing changes, he may be sent home and "
    "lose his friends.",
    "We are worried that lunch is so loud that it spoils your afternoons.",
    "{name} has a quiet place at lunch and goes back to class calm, four days in five, all term.",
    "We want you to have a quiet place at lunch, and to feel calm after it.",
)
NUMBERS = {
    2: {SISTER: (
        Gave("", 2, "We had one visit.", "A visit I can count on."),
        Gave("carer", 3, "Two visits were called off on the day."),
        Gave("social_worker", 5, "Both homes want it to work."),
    )},
    3: {
        SISTER: (
            Gave("", 4, "She came at the weekend.", "Two visits in a row."),
            Gave("carer", 5, "Three visits out of five took place."),
            Gave("social_worker", 6, "There is a plan that both homes have agreed."),
        ),
        LUNCH: (
            Gave("", 3, "It hurts my ears.", "Somewhere to go."),
            Gave("carer", 5, "Some days he comes home calm."),
            Gave("teacher", 6, "He asks for help before it is too much."),
        ),
    },
}  # fmt: skip
WAYS = {1: ("spoken_for",), 2: ("form", "drawing"), 3: ("spoke", "drawing")}
CHAIRED = {3: "part"}
MET_BEFORE = 2
"""How long before each review the chair met the child. Units: days."""


def invent_signs(invented: InventedReview) -> None:
    """Give a review of Kit's that was held its worries, goals and numbers, and his part in it."""
    review = invented.review
    if invented.child.given_name != MAPPED or review.held_on is None:
        return
    signs = _Signs(invented)
    signs.took_part()
    for pair, numbers in NUMBERS.get(review.number, {}).items():
        worry, goal = signs.pair(pair)
        signs.numbers(worry, numbers)
        if review.number == max(NUMBERS) and pair is SISTER:
            signs.round_about(goal)


class _Signs:
    """One review's worries; what is made has ids from a chance of its own."""

    def __init__(self, invented: InventedReview) -> None:
        self._invented, self._review = invented, invented.review
        self._chance = Random(f"signs {invented.review.id}")  # noqa: S311 invention, not secrets
        self._noted = NOTED_BEFORE

    def took_part(self) -> None:
        """Say in which ways he took part, whether he chaired, and who asked him before."""
        took_part, review = self._invented.participation, self._review
        took_part.ways = list(WAYS.get(review.number, ()))
        took_part.chaired = CHAIRED.get(review.number, "")
        if review.held_on is not None:
            on = review.held_on - timedelta(days=MET_BEFORE)
            fields = {"way": "met_iro", "on": on, "by": self._invented.iro.name}
            self._make(Consultation, **fields)

    def pair(self, pair: Pair) -> tuple[str, str]:
        """Write a worry with its goal, or carry it on; gives the ids of both notes."""
        goal = self._half(Sort.GOAL, pair, pair.goal, pair.goal_letter)
        worry = self._half(Sort.WORRY_STATEMENT, pair, pair.worry, pair.worry_letter)
        worry.goal_id = goal.id
        return worry.carried_from or worry.id, goal.id

    def _half(self, sort: Sort, pair: Pair, words: str, letter_words: str) -> Note:
        """One half of a pair: the first note of it, or one that carries that on."""
        first = _new_id(Random(f"{self._invented.child.id} {words}"))  # noqa: S311 invention
        is_first = self._review.number == min(n for n, told in NUMBERS.items() if pair in told)
        again = {"id": first} if is_first else {"carried_from": first}
        return self._note(sort, pair, words, letter_words, **again)

    def numbers(self, worry: str, given: tuple[Gave, ...]) -> None:
        """Give the numbers on a worry's own scale, each with its reason."""
        invented = self._invented
        for each in given:
            person = invented.people.get(each.role)
            self._make(
                ScaleAnswer, scale=f"{WORRY_SCALE}{worry}", answered=Answered.NUMBER,
                is_child=not each.role, number=each.number, reason=each.reason,
                one_more=each.one_more, person_id=person.id if person else None,
                who=person.name if person else invented.child.called,
            )  # fmt: skip

    def round_about(self, goal: str) -> None:
        """Write what makes it harder, what holds, what must be so, and what will be done."""
        invented = self._invented
        self._note(
            Sort.COMPLICATING, SISTER,
            "{name} has football on Saturdays when his sister swims: the homes seldom have the "
            "same day free.",
            in_letter=False,
        )  # fmt: skip
        self._note(
            Sort.EXISTING_SAFETY, SISTER,
            "{name} rings his sister every Wednesday, and tells {helper} when a call goes wrong.",
            in_letter=False,
        )  # fmt: skip
        self._note(
            Sort.BOTTOM_LINE, SISTER,
            "Nobody promises {name} a visit before it is sure; whoever calls one off tells him "
            "the same day.",
            in_letter=False,
        )  # fmt: skip
        worker = invented.people["social_worker"]
        day = (self._review.held_on or invented.council.today) + timedelta(
            days=DAYS_FOR_THE_DECISION
        )
        self._make(
            Decision, number=self._next_decision(), goal_id=goal,
            what=invented.said("Put the visits with {name}’s sister into both homes’ calendars"),
            letter_words="Put your visits with your sister on a calendar for you.",
            who=worker.name, person_id=worker.id,
            by_when=invented.council.calendar.before(day, 1),
            why="Two visits were called off because nobody had written them down.",
            how_we_will_know="Both homes have the same dates.",
        )  # fmt: skip

    def _next_decision(self) -> int:
        decided = select(func.count()).where(Decision.review_id == self._review.id)
        return 1 + (self._invented.council.session.scalar(decided) or 0)

    def _note(
        self, sort: Sort, pair: Pair, words: str, letter_words: str = "", **more: Any
    ) -> Note:
        invented = self._invented
        person = invented.people.get(pair.role)
        self._noted += 1
        return self._make(
            Note, step=STEP, column=COLUMN_OF[sort], sort=sort, life_area=pair.life_area,
            words=invented.said(words), letter_words=invented.said(letter_words),
            said_by=invented.round_child.name_of(pair.role),
            person_id=person.id if person else None,
            position=self._noted, **more,
        )  # fmt: skip

    def _make(self, kind: type[R], /, **fields: Any) -> R:
        """Make a record with nothing drawn from the council's chance: the rest depends on it."""
        child = self._invented.child
        own = {"authority_id": child.authority_id, "case_id": child.id}
        of_this = {"id": _new_id(self._chance), "review_id": self._review.id}
        made = kind(**(own | of_this | fields))
        self._invented.council.session.add(made)
        return made


def _new_id(chance: Random) -> str:
    return str(UUID(int=chance.getrandbits(128), version=4))
