"""The middle of the place Send: who gets a copy, where each stands, and what can be done."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.held_copies import is_held_by_chair
from models.sending_queue import CopyLine, CopyState, is_reached
from models.sending_steps import Step
from ui.desk import Desk
from ui.language import _
from ui.parts.buttons import QuietButton, SmallButton
from ui.parts.cards import CardRows
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Icon, IconWords, Words
from ui.send.queue_acts import KEYS, Act, Offer, no_address_words, offers
from ui.send.queue_list import ChosenRow
from ui.send.queue_lists import Listed
from ui.send.queue_step_form import StepForm
from ui.send.queue_words import (
    STATE_ICONS,
    history_words,
    kind_words,
    reader_words,
    review_words,
    state_words,
    way_words,
)
from ui.send.second_look import SecondLook


class CopyRow(ChosenRow):
    """One person's copy: who, which paper, how it goes, and where it stands."""

    def __init__(self, copy: CopyLine, today: date) -> None:
        icon, colour = STATE_ICONS.get(copy.state, ("circle", "ink2"))
        lost = no_address_words(copy) if copy.is_waiting and not is_reached(copy) else ""
        self.who = Words(reader_words(copy), "h3", wrap=True)
        what = _("{paper}. {way}").format(paper=kind_words(copy), way=way_words(copy))
        self.what = Words(what, "small", wrap=True)
        calm = colour in ("well", "ink2")
        self.state = Words(state_words(copy, today), "small" if calm else "label",
                           "ink2" if calm else colour, wrap=True)  # fmt: skip
        said = " ".join(filter(None, [self.state.said, lost]))
        values = {"who": self.who.said, "what": what, "state": said}
        super().__init__(_("{who}. {what}. {state}").format(**values))
        self.setObjectName(f"copy_{copy.id}")
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.who, self.what, self.state):
            words.addWidget(part)
        if lost:
            self.lost = IconWords("warning-circle-fill", lost, "label", "over", wrap=True)
            words.addWidget(self.lost)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 8, 16, 8)
        across.setSpacing(12)
        across.addWidget(Icon(icon, colour, 20), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)


class PeoplePane(QWidget):
    """Says what is asked for; it changes nothing by itself."""

    copy_chosen = Signal(str)
    act_asked = Signal(str, str)  # an Act, the copy's id
    step_filled = Signal(object, str)  # a Filled, the copy's id
    take_back_asked = Signal(str)  # a step's id
    review_asked = Signal()
    left_asked = Signal()
    right_asked = Signal()
    form_shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("send_people")
        self.setAccessibleName(_("Who gets a copy"))
        self._desk, self._copy_id = desk, ""
        self._listed: Listed | None = None
        self._releases = desk.reach().makes("paper_copy")
        self.name = Words("", "h2", wrap=True)
        self.review = Words("", "small", "ink2", wrap=True)
        whole = desk.reach().sees_whole_reviews
        words = _("Open the review") if whole else _("See how it is booked")
        self.open_button = QuietButton(words, size="small")
        self.open_button.setObjectName("open_review_of_copies")
        self.card = CardRows()
        self.rows: dict[str, CopyRow] = {}
        self.acts = QWidget()
        self._acts = QVBoxLayout(self.acts)
        self._flow: FlowLayout | None = None
        self._box = QWidget(self)  # what can be done, right below the copy that is shown
        self.buttons: dict[Act, SmallButton] = {}
        self.form = StepForm(desk)
        reads = desk.reach().reads("paper_copy", "left_out")
        self.look = SecondLook(counts_left_out=reads)
        self.history = Words("", "small", "ink2", wrap=True)
        self.take_back = SmallButton(_("Take back"), "arrow-u-up-left", in_row=True)
        self.take_back.setObjectName("take_back")
        self._build()
        self._connect()

    def _build(self) -> None:
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._acts.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addWidget(self.review)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.card)
        column.addStretch(1)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(16, 10, 16, 12)
        inside.setSpacing(8)
        for part in (self.look, self.history, self.acts, self.form):
            inside.addWidget(part)
        inside.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.hide()

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.review_asked)
        self.form.closed.connect(self.close_form)
        self.form.noted.connect(lambda filled: self.step_filled.emit(filled, self._copy_id))
        self.take_back.clicked.connect(self._take_back)

    @property
    def copy(self) -> CopyLine | None:
        """The copy that is shown."""
        copies = self._listed.copies if self._listed else ()
        return next((each for each in copies if each.id == self._copy_id), None)

    def show_listed(self, listed: Listed | None) -> None:
        """Show the copies of one line; the one that was shown stays, or the first that waits."""
        if listed == self._listed:
            return
        focused = next((key for key, row in self.rows.items() if row.hasFocus()), "")
        self._listed = listed
        self.setVisible(listed is not None)
        if listed is None:
            self._copy_id = ""
            return
        self._show_head(listed)
        self._show_rows(listed)
        if self._copy_id not in self.rows:
            self.form.hide()
            self._copy_id = listed.because_of[0].id
        if focused in self.rows:
            self.rows[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_copy()
        self.copy_chosen.emit(self._copy_id)

    def choose(self, copy_id: str) -> None:
        """Show another copy of the same line."""
        if copy_id == self._copy_id or copy_id not in self.rows:
            return
        self._copy_id = copy_id
        self.form.hide()
        self._show_copy()
        self.copy_chosen.emit(copy_id)

    def ask(self, step: Step) -> None:
        """Ask what is to be noted with this step."""
        if self.copy is not None:
            show_if(self.acts, False)
            self.form.ask(step, self.copy)
            self.form_shown.emit()

    def close_form(self) -> None:
        """Ask no more, and go back to the copy."""
        self.form.hide()
        show_if(self.acts, True)
        self.focus_chosen()

    def focus_chosen(self) -> None:
        """Put the keyboard on the copy that is shown."""
        row = self.rows.get(self._copy_id)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, letter: str) -> None:
        """Do what this letter stands for with the copy that is shown."""
        act = next((act for act, key in KEYS.items() if key == letter), None)
        button = self.buttons.get(act) if act else None
        if button is None:
            return
        if not button.is_off:
            button.click()
        elif act is Act.RIGHT:
            self.right_asked.emit()  # what is still to be seen

    def compare(self) -> None:
        """Show what a second person compares, before they say that it is right."""
        if self.copy is not None:
            self.look.begin(self.copy)
            self._show_copy()

    def see_pages(self, copy_id: str, pages: Iterable[int], of: int) -> None:
        """Note which pages of a copy were seen."""
        self.look.see(copy_id, pages, of)
        button = self.buttons.get(Act.RIGHT)
        if self.look.is_of(copy_id) and button is not None:
            self._offer_right(button)

    def _show_head(self, listed: Listed) -> None:
        self.name.say(listed.line.name)
        self.review.say(review_words(listed.line, self._desk.today()))
        show_if(self.review, bool(self.review.said))
        show_if(self.open_button, listed.line.review_id is not None)

    def _show_rows(self, listed: Listed) -> None:
        self._box.setParent(self)  # the rows go, and it stays
        self.card.clear()
        self.rows = {}
        for copy in listed.copies:
            row = self.rows[copy.id] = CopyRow(copy, self._desk.today())
            row.chosen.connect(lambda copy_id=copy.id: self.choose(copy_id))
            row.left_asked.connect(self.left_asked)
            row.right_asked.connect(self.right_asked)
            row.letter_pressed.connect(self.press)
            self.card.add_row(row)
            row.show()  # at once, so that it can take the keyboard

    def _show_copy(self) -> None:
        copy = self.copy
        for copy_id, row in self.rows.items():
            row.mark(chosen=copy_id == self._copy_id)
        self._clear_acts()
        if copy is None or copy.state not in (CopyState.TO_CHECK, CopyState.STOPPED):
            self.look.end()
        if copy is None:
            return
        show_if(self.look, self.look.is_of(copy.id))
        self._put_box_below(self.rows[copy.id])
        for offer in offers(copy, self._desk.me.id, releases=self._releases):
            self._add_act(offer, copy.id)
        show_if(self.acts, self.form.isHidden())
        self._show_history(copy)

    def _put_box_below(self, row: CopyRow) -> None:
        """Move it there, and let what had the keyboard in it keep it."""
        focused = self._box.focusWidget() if not self.form.isHidden() else None
        self.card.put_after(row, self._box)
        self._box.show()
        if focused is not None and not focused.isHidden():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_acts(self) -> None:
        while (item := self._acts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        buttons = QWidget()
        self._flow = FlowLayout(buttons)
        self._acts.addWidget(buttons)

    def _add_act(self, offer: Offer, copy_id: str) -> None:
        first = not self.buttons
        kind = "primary" if first and not offer.why_not else "secondary"
        button = SmallButton(offer.words, kind=kind)
        button.setObjectName(f"act_{offer.act}")
        key = KEYS.get(offer.act)
        if key:
            button.setToolTip(_("Key {key} on the list").format(key=key))
        button.clicked.connect(lambda: self.act_asked.emit(offer.act, copy_id))
        self.buttons[offer.act] = button
        if self._flow is not None:
            self._flow.addWidget(button)
        self._acts.addWidget(button.reason)
        if offer.why_not:
            button.turn_off(offer.why_not)
        if offer.act is Act.RIGHT:
            self._offer_right(button)

    def _offer_right(self, button: SmallButton) -> None:
        """First what is to be compared; then, with every page seen, that it is right."""
        if not self.look.is_of(self._copy_id):
            button.say(_("Compare it"))
            return
        button.say(_("Right words, right person"))
        if self.look.why_not:
            button.turn_off(self.look.why_not)
        else:
            button.turn_on()

    def _show_history(self, copy: CopyLine) -> None:
        today, last = self._desk.today(), copy.last
        lines = [history_words(each, today) for each in copy.steps]
        where = _where_to(copy)
        left = self.form.left(copy)
        waits = _("Half typed and not noted yet: {what}").format(what=left) if left else ""
        self.history.say("\n".join(filter(None, [where, *lines, waits])))
        show_if(self.history, bool(self.history.said))
        show_if(self.take_back, last is not None and not is_held_by_chair(copy))
        if last is not None:
            said = history_words(last, today)
            self.take_back.say(_("Take back: {what}").format(what=said))

    def _take_back(self) -> None:
        copy = self.copy
        if copy is not None and copy.last is not None:
            self.take_back_asked.emit(copy.last.id)


def _where_to(copy: CopyLine) -> str:
    if not copy.where_to:
        return ""
    return _("Goes to: {where}").format(where=", ".join(copy.where_to.split("\n")))
