"""From whom it is kept where somebody lives, and who they are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.protecting import usual_tag
from models.review_sheet import PersonOnSheet
from ui.language import _
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.protected.tag_chips import TagChips


class KeptFrom(QWidget):
    """A tick for the address, phone and e-mail of somebody, and one for who they are."""

    kinds_changed = Signal(str, tuple)  # the field of the person, and its kinds

    def __init__(self, person: PersonOnSheet) -> None:
        super().__init__()
        self._usual = usual_tag("address", person.role)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.address = self._add(
            "address_kinds",
            _("Keep their address, phone and e-mail from some people"),
            person.address_kinds,
        )
        self.name = self._add(
            "restriction_kinds", _("Keep from some people who they are"), person.restriction_kinds
        )

    def _add(self, field: str, words: str, kinds: tuple[str, ...]) -> Tick:
        tick, tags = Tick(words), TagChips(words)
        tick.setObjectName(field)
        tick.setChecked(bool(kinds))
        tags.show_kinds(kinds)
        self._column.addWidget(tick)
        self._column.addWidget(tags)
        show_if(tags, bool(kinds))
        tick.clicked.connect(lambda on: self._turn(field, tags, on=on))
        tags.kinds_changed.connect(lambda chosen: self._take(field, tick, tags, chosen))
        return tick

    def _turn(self, field: str, tags: TagChips, *, on: bool) -> None:
        kinds = (self._usual,) if on else ()
        tags.show_kinds(kinds)
        show_if(tags, on)
        self.kinds_changed.emit(field, kinds)

    def _take(self, field: str, tick: Tick, tags: TagChips, kinds: tuple[str, ...]) -> None:
        tick.setChecked(bool(kinds))
        show_if(tags, bool(kinds))
        self.kinds_changed.emit(field, kinds)
