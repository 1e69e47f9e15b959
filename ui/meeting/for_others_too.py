"""What is done with one review of a sitting is done with the others too, unless it is unticked."""

from ui.language import _
from ui.meeting.meeting import Meeting
from ui.meeting.the_sitting import all_named
from ui.parts.showing import show_if
from ui.parts.ticks import Tick


class ForOthersToo(Tick):
    """Ticked for those whose reviews are as far on as this one; hidden where there are none."""

    def __init__(self, meeting: Meeting, name: str) -> None:
        super().__init__(_("For the others of the sitting too"))
        self._meeting = meeting
        self._offered: tuple[str, ...] = ()
        self.setObjectName(f"{name}_too")
        self.hide()

    def offer(self, *, wanted: bool = True) -> None:
        """Offer those who stand equal now; ticked again when they are others than before."""
        equal = self._meeting.sitting.equal if wanted else ()
        offered = tuple(each.id for each in equal)
        if offered != self._offered:
            self._offered = offered
            self.setChecked(True)
        if equal:
            words = _("For {names} too").format(names=all_named([each.called for each in equal]))
            self.setText(words)
            self.setAccessibleName(words)
        show_if(self, bool(equal))

    def review_ids(self) -> tuple[str, ...]:
        """The reviews of the others in which it is done too."""
        return self._offered if self.isChecked() else ()
