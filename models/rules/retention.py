"""How long a child's record is kept, which the shared database asks before it erases one."""

from datetime import date
from typing import Final

from models.rules.age import birthday
from models.rules.sources import CARE_PLANNING, CARE_PLANNING_IN_FORCE

KEPT_YEARS: Final = 75
SOURCE: Final = CARE_PLANNING + "reg 50"
IN_FORCE: Final = CARE_PLANNING_IN_FORCE


def kept_until(born_on: date) -> date:
    """Give the day from which a record may be erased: the 75th birthday.

    The 15 years from a death before 18 are a day that has to be set by hand.
    Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg 50.
    """
    return birthday(born_on, KEPT_YEARS)
