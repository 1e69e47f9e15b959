"""The invented people round an invented child."""

from dataclasses import dataclass
from random import Random

from models.demo.words import CARERS, KEY_WORKERS, PARENTS, SCHOOLS, TEACHERS, TEAMS, WORKERS


@dataclass(frozen=True)
class Circle:
    """Who is round one child: names by role, and where the child lives and learns."""

    lives_with: str
    social_worker: str
    team: str
    teacher: str
    school: str
    parent: str

    @property
    def home(self) -> str:
        """The carers by name, or the children's home."""
        return self.lives_with.split(",")[0]

    @property
    def is_in_a_home(self) -> bool:
        """Whether the child lives in a children's home."""
        return self.home in KEY_WORKERS

    @property
    def carer(self) -> str:
        """Who comes for the home: the carers, or the child's key worker there."""
        return KEY_WORKERS.get(self.home, self.home)

    @property
    def carer_is(self) -> str:
        """What that person is."""
        if self.is_in_a_home:
            return f"key worker, {self.home}"
        return self.lives_with.partition(", ")[2] or "carer"

    @property
    def living(self) -> str:
        """Where the child lives, as it follows "live" and "stay"."""
        return f"at {self.home}" if self.is_in_a_home else f"with {self.home}"

    @property
    def long_plan(self) -> str:
        """The plan for permanence."""
        kind = "Long-term residential care" if self.is_in_a_home else "Long-term fostering"
        return f"{kind} {self.living}"

    def name_of(self, role: str) -> str:
        """Who would speak in that role."""
        known = {
            "carer": self.carer,
            "social_worker": self.social_worker,
            "teacher": self.teacher,
            "virtual_school": "Virtual School",
            "nurse": "Sister Ludlow",
            "family": self.parent,
        }
        return known[role]


def circle(chance: Random, family_name: str) -> Circle:
    """One child's people, by chance."""
    return Circle(
        lives_with=chance.choice(CARERS),
        social_worker=chance.choice(WORKERS),
        team=chance.choice(TEAMS),
        teacher=chance.choice(TEACHERS),
        school=chance.choice(SCHOOLS),
        parent=f"{chance.choice(PARENTS)} {family_name}",
    )
