"""Says at the top that a part of the record is shown, so that nothing seems never recorded."""

from ui.language import _
from ui.parts.notices import Notice
from ui.parts.showing import show_if


class PartNotice(Notice):
    """Stands as long as the page does; there is nothing to close."""

    def __init__(self) -> None:
        super().__init__("", closable=False)
        self.setObjectName("part_notice")

    def show_child(self, name: str, *, is_part: bool) -> None:
        """Say whose record it is of which a part is shown."""
        words = _("You see the part of {name}’s record that business support works with.")
        rest = _("What {name} said, notes, decisions, numbers and the letter are not shown here.")
        self.say(words.format(name=name), rest.format(name=name))
        show_if(self, is_part)
