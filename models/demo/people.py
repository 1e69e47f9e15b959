"""The invented people round an invented child."""

from dataclasses import dataclass
from random import Random

from models.demo.words import CARERS, PARENTS, SCHOOLS, TEACHERS, TEAMS, WORKERS


@dataclass(frozen=True)
class Circle:
    """Who is round one child: names by role, and where the child learns."""

    carer: str
    social_worker: str
    team: str
    teacher: str
    school: str
    parent: str

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
        carer=chance.choice(CARERS),
        social_worker=chance.choice(WORKERS),
        team=chance.choice(TEAMS),
        teacher=chance.choice(TEACHERS),
        school=chance.choice(SCHOOLS),
        parent=f"{chance.choice(PARENTS)} {family_name}",
    )
