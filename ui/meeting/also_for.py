"""The other children of a sitting to whom a note or a decision is sent as well."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from ui.language import _
from ui.meeting.meeting import Meeting
from ui.parts.chips import ChipGroup
from ui.parts.showing import show_if
from ui.parts.words import Words


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


class WhomItNames(Words):
    """Says which children the words name, before they go into another child's record."""

    def __init__(self, meeting: Meeting, also_for: AlsoFor, words: Callable[[], str]) -> None:
        super().__init__("", "small", "worry", wrap=True)
        self._meeting, self._also_for, self._words = meeting, also_for, words
        self.setObjectName("whom_it_names")
        self.hide()
        also_for.chosen_changed.connect(self.follow)

    def follow(self) -> None:
        """Say it, or nothing while nobody is chosen."""
        chosen = () if self._also_for.isHidden() else self._also_for.all_chosen()
        said = self._meeting.sitting.told_of(self._words(), chosen) if chosen else ""
        if said and said != self.said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._also_for, said))
        self.say(said)
        show_if(self, bool(said))
