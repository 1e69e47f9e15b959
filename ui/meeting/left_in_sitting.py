"""What was restricted or taken out here and still stands in a brother's or sister's record."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.sent_copies import (
    TABLES,
    CopyThere,
    leave_there,
    left_there,
    open_there,
    put_back_there,
    restrict_there,
    take_out_there,
)
from ui.language import _, ngettext
from ui.meeting.meeting import Meeting
from ui.meeting.the_sitting import all_named
from ui.parts.buttons import SmallButton
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Left = tuple[str, CopyThere]
There = Callable[["Session", str, str], Sequence[str]]
Back = Callable[["Session", str, Sequence[str]], None]


class LeftInSitting(QWidget):
    """Two offers, each hidden while nothing is left: to restrict there too, to take out there."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.left_open = LeftOffer(meeting, "restrict", restrict_there, open_there)
        self.left_behind = LeftOffer(meeting, "take_out", take_out_there, put_back_there)
        self._meeting = meeting
        flow = FlowLayout(self, gap_across=24, gap_down=4)
        flow.addWidget(self.left_open)
        flow.addWidget(self.left_behind)

    def show_sheet(self) -> None:
        """Show what is left, but for what was left on purpose."""
        found = self._found()
        self.left_open.show_left([each for each in found if each[1].is_left_open])
        self.left_behind.show_left([each for each in found if each[1].is_gone_here])
        show_if(self, any(each[1].is_left_open or each[1].is_gone_here for each in found))

    def _found(self) -> list[Left]:
        sitting = self._meeting.sitting
        found = [(table, each) for table in TABLES for each in sitting.copies(table)]
        if not any(each.is_left_open or each.is_gone_here for _table, each in found):
            return []
        with self._meeting.desk.database.reading() as connection:
            left = left_there(connection, self._meeting.review_id)
        return [each for each in found if each[1].id not in left]


class LeftOffer(QWidget):
    """One sentence, the button that does it there too, and one that leaves it."""

    def __init__(self, meeting: Meeting, kind: str, there: There, back: Back) -> None:
        super().__init__()
        self._meeting, self._kind, self._there, self._back = meeting, kind, there, back
        self._left: list[Left] = []
        self.said = Words("", "small", "worry")
        is_restricting = kind == "restrict"
        self.button = SmallButton(
            _("Restrict it there too") if is_restricting else _("Take it out there too"),
            in_row=True,
        )
        self.button.setObjectName(f"{kind}_there")
        self.leave_button = SmallButton(_("Leave it there"), kind="quiet", in_row=True)
        self.leave_button.setObjectName(f"leave_{kind}")
        flow = FlowLayout(self, gap_across=12, gap_down=4)
        for part in (self.said, self.button, self.leave_button):
            flow.addWidget(part)
        self.button.clicked.connect(self.do_there)
        self.leave_button.clicked.connect(self.leave)

    def show_left(self, left: list[Left]) -> None:
        """Say whose records it stands in, or hide."""
        self._left = left
        if left:
            self.said.say(self._words())
        show_if(self, bool(left))

    def do_there(self) -> None:
        """Do in the others' records what was done here, and offer to take that back."""
        changed: list[tuple[str, Sequence[str]]] = []
        rows = dict.fromkeys((table, each.own_id) for table, each in self._left)
        names = self._names()

        def act(session: "Session") -> None:
            changed.extend((table, self._there(session, table, row)) for table, row in rows)

        def take_back(session: "Session") -> None:
            for table, ids in changed:
                self._back(session, table, ids)

        if self._save(act):
            self._meeting.offer_undo(self._done_words(names), lambda: self._save(take_back))

    def leave(self) -> None:
        """Leave it there, and say no more of it."""
        ids = [each.id for _table, each in self._left]
        self._save(lambda session: leave_there(session, self._meeting.review_id, ids))

    def _save(self, act: "Callable[[Session], object]") -> bool:
        saved = self._meeting.save(act)
        if saved:
            self._meeting.changed.emit()  # what stands in another record is in no sheet
        return saved

    def _names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.called for _table, each in self._left))

    def _words(self) -> str:
        names = self._names()
        if self._kind == "restrict":
            words = ngettext(
                "Restricted here, but it can still be read in {names}’s record.",
                "Restricted here, but it can still be read in the records of {names}.",
                len(names),
            )
        else:
            words = ngettext(
                "Taken out here, but it is still in {names}’s record.",
                "Taken out here, but it is still in the records of {names}.",
                len(names),
            )
        return words.format(names=all_named(names))

    def _done_words(self, names: tuple[str, ...]) -> str:
        if self._kind == "restrict":
            words = ngettext(
                "It is restricted in {names}’s record too.",
                "It is restricted in the records of {names} too.",
                len(names),
            )
        else:
            words = ngettext(
                "It was taken out of {names}’s record too.",
                "It was taken out of the records of {names} too.",
                len(names),
            )
        return words.format(names=all_named(names))
