"""What can be done with a note where it stands: moved, split, made into a decision."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from models.note_moves import Spot, make_decision, move_to, split
from models.quick_place import NOTE_STEPS, OWN_WORDS_STEP
from models.review_sheet import NoteOnSheet, WishOnSheet
from ui.language import _
from ui.meeting import choices
from ui.meeting.meeting import Meeting
from ui.meeting.step_page import StepPage, step_name
from ui.parts.note_card import NoteCard

Row = NoteOnSheet | WishOnSheet


def table_of(row: Row) -> str:
    """Give the table that holds it."""
    return "wish" if isinstance(row, WishOnSheet) else "note"


class NoteMoving(QObject):
    """Does it, and leaves the keyboard on the note."""

    def __init__(
        self, page: StepPage, slot: QWidget, neighbour: Callable[[int], Row | None]
    ) -> None:
        super().__init__(slot)
        self._page, self._slot, self._neighbour = page, slot, neighbour

    def shift(self, row: Row, by: int) -> None:
        """Move the note up or down among those it stands with."""
        other = self._neighbour(by)
        if other is not None and table_of(other) == table_of(row):
            spot = Spot(row.step, row.column, other.id, is_after=by > 0)
            self.put(row, spot)

    def across(self, row: Row, by: int) -> None:
        """Put the note into the next column, or the one before."""
        order = self._columns(row)
        place = order.index(row.column) + by if row.column in order else 0
        if 0 <= place < len(order):
            self.put(row, Spot(row.step, order[place]))

    def put(self, row: Row, spot: Spot) -> None:
        """Put the note there; in another step it is out of sight, so that can be taken back."""
        put_note(self._page, row, spot)

    def decide(self, row: Row) -> None:
        """Add a decision with the words of the note, which stays."""
        if not isinstance(row, NoteOnSheet):
            return
        meeting, made = self._page.meeting, list[str]()
        if not meeting.act(lambda review: made.append(make_decision(review, row.id))):
            return
        decisions = meeting.sheet.decisions
        number = next(one.number for one in decisions if one.id == made[0])
        rest = [one.id for one in decisions if one.id != made[0]]
        meeting.offer_undo(
            _("Decision {number} made of this note. Who and by when can follow in {step}.").format(
                number=number, step=step_name(meeting, "A11")
            ),
            lambda: meeting.act(lambda review: review.take_out_decision(made[0], rest)),
        )

    def part(self, row: Row, at: int) -> bool:
        """Split the note at this place of its words; say whether there are words on both sides."""
        if not row.words[:at].strip() or not row.words[at:].strip():
            return False
        return self._page.meeting.act(lambda review: split(review, table_of(row), row.id, at))

    def menu(self, row: Row) -> QMenu:
        """Make the list of everything that can be done with the note."""
        menu = QMenu(self._slot)
        menu.setObjectName("note_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for words, keys, by in ((_("Up"), _("Alt+Up"), -1), (_("Down"), _("Alt+Down"), 1)):
            action = _add(menu, words, partial(self.shift, row, by), keys)
            other = self._neighbour(by)
            action.setEnabled(other is not None and table_of(other) == table_of(row))
        menu.addSeparator()
        self._add_columns(menu, row)
        self._add_steps(menu, row)
        if isinstance(row, NoteOnSheet):
            menu.addSeparator()
            _add(menu, _("Make a decision of it"), partial(self.decide, row), _("Ctrl+D"))
        return menu

    def open_menu(self, row: Row, at: QPoint) -> None:
        """Open that list; `at` is a place on the screen. Units: px."""
        menu = self.menu(row)
        menu.popup(at)
        first = next((one for one in menu.actions() if one.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)

    def _add_columns(self, menu: QMenu, row: Row) -> None:
        names = dict(choices.columns(self._page.meeting.form))
        names[""] = _("{name}’s own words").format(name=self._page.meeting.name)
        for column in self._columns(row):
            if column != row.column:
                words = _("Put under: {column}").format(column=names[column])
                _add(menu, words, partial(self.put, row, Spot(row.step, column)))

    def _add_steps(self, menu: QMenu, row: Row) -> None:
        steps = menu.addMenu(_("Put into another step"))
        steps.setObjectName("note_steps")
        for step in steps_for(row, self._page.meeting):
            spot = Spot(step, row.column)
            _add(steps, step_name(self._page.meeting, step), partial(self.put, row, spot))

    def _columns(self, row: Row) -> list[str]:
        own = [""] if isinstance(row, WishOnSheet) else []
        return [key for key, _words in choices.columns(self._page.meeting.form)] + own


def put_note(page: StepPage, row: Row, spot: Spot) -> None:
    """Put a note somewhere, with the keyboard still on it, or a way back where it went away."""
    meeting, table = page.meeting, table_of(row)
    before = _where(row, page)
    if not meeting.act(lambda review: move_to(review, table, row.id, spot)):
        return
    if spot.step != row.step:
        meeting.offer_undo(
            _("The note now stands under {step}.").format(step=step_name(meeting, spot.step)),
            lambda: meeting.act(lambda review: move_to(review, table, row.id, before)),
        )
    else:
        focus_card(page, row.id)


def _where(row: Row, page: StepPage) -> Spot:
    """Where a note stands now, before which one."""
    sheet = page.meeting.sheet
    rows: tuple[Row, ...] = sheet.wishes if isinstance(row, WishOnSheet) else sheet.notes
    beside = [one for one in rows if (one.step, one.column) == (row.step, row.column)]
    after = [one.id for one in beside if one.position > row.position]
    return Spot(row.step, row.column, after[0] if after else "")


def focus_card(page: StepPage, row_id: str) -> None:
    """Put the keyboard on the card of a note, in sight."""
    cards = page.findChildren(NoteCard, f"card_{row_id}")
    card = next((one for one in cards if one.isVisible()), None)
    if card is not None:
        card.setFocus()
        QTimer.singleShot(0, card, lambda: page.ensureWidgetVisible(card, 12, 24))


def steps_for(row: Row, meeting: Meeting) -> list[str]:
    """Give the other steps of this review that the note could stand in."""
    own = {OWN_WORDS_STEP} if isinstance(row, WishOnSheet) else set[str]()
    holds = own | set(NOTE_STEPS)
    steps = [step.id for step in meeting.sheet.steps]
    return [step for step in steps if step in holds and step != row.step]


def _add(menu: QMenu, words: str, slot: Callable[[], object], keys: str = "") -> QAction:
    shown = words.replace("&", "&&")
    action = menu.addAction(f"{shown}\t{keys}" if keys else shown)
    action.triggered.connect(lambda _on=False: slot())
    return action
