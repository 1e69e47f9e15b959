"""How many reviews wait to be called together, for the chip of the place Send."""

from models.convening_queue import ToDo, new_in_care, to_convene
from models.rules.working_days import BeyondCalendar
from ui.desk import Desk

_WAITS_FOR_OTHERS = frozenset({ToDo.SOCIAL_WORKER, ToDo.CANCELLED, ToDo.NOTHING})


def count_to_invite(desk: Desk) -> int:
    """How many children and reviews somebody here has to do something for."""
    whose = None if desk.reach().works_for_others else desk.me.id
    with desk.database.reading() as connection:
        try:
            new = new_in_care(connection, whose, desk.calendar)
            lines = to_convene(connection, whose, desk.today(), desk.calendar)
        except BeyondCalendar:
            return 0
    return len(new) + sum(line.to_do not in _WAITS_FOR_OTHERS for line in lines)
