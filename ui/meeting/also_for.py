"""The other children of a sitting to whom a note or a decision is sent as well."""

from ui.language import _
from ui.meeting.meeting import Meeting
from ui.parts.chips import ChipGroup


class AlsoFor(ChipGroup):
    """Their names as chips, several at once; nothing is chosen until somebody chooses it."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(_("Also for"), several=True)
        self._meeting = meeting
        self.setObjectName("also_for")

    def offer(self, *, but: tuple[str, ...] = ()) -> bool:
        """Offer the children of the sitting but these names; says whether there are any."""
        found = [each for each in self._meeting.sitting.others if each.called not in but]
        self.set_choices([(each.id, each.called) for each in found])
        return bool(found)
