"""Whether the invitation list is here: two reminders, then handed back, and taken back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.convening.convened_review import ConvenedReview
from ui.convening.convening_words import list_by_words, state_words
from ui.language import _, day_in_words
from ui.parts.badges import Badge
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words

if TYPE_CHECKING:
    from models.open_review import OpenReview


class ListCard(Card):
    """Its buttons note what was done today; each can be taken back."""

    def __init__(self, convened: ConvenedReview) -> None:
        super().__init__()
        self.setObjectName("convening_list")
        self._convened = convened
        self.heading = Words(_("The invitation list"), "h3", wrap=True)
        self._badge_place = QVBoxLayout()
        self.badge = Badge("")
        self.by = Words("", "small", "ink2", wrap=True)
        self.so_far = Words("", "body", wrap=True)
        self.here = SmallButton(_("The list is here"), "check-circle")
        self.not_here = SmallButton(_("The list is not here"))
        self.remind = SmallButton(_("I reminded the social worker today"))
        self.take_back_reminder = SmallButton(_("Take back the last reminder"), kind="quiet")
        self.cancel = SmallButton(_("The meeting is cancelled"), kind="quiet")
        self.not_cancelled = SmallButton(_("It takes place after all"))
        self.why = LineField(_("Why we cannot call it together"))
        self.hand_back = SmallButton(_("Hand it back to the social worker"))
        self.take_it_back = SmallButton(_("Call it together after all"))
        self._build()
        self._connect()
        self.show_form()

    def _build(self) -> None:
        for part in (self.heading, self.by, self.so_far):
            self.column.addWidget(part)
        self.column.insertLayout(1, self._badge_place)
        self._badge_place.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = FlowLayout()
        for name in ("here", "not_here", "remind", "take_back_reminder", "cancel",
                     "not_cancelled", "take_it_back"):  # fmt: skip
            button = getattr(self, name)
            button.setObjectName(name)
            buttons.addWidget(button)
        self.why.control.setObjectName("hand_back_why")
        self.hand_back.setObjectName("hand_back")
        self.column.addLayout(buttons)
        back = QHBoxLayout()
        back.setSpacing(12)
        back.addWidget(self.why, 1)
        back.addWidget(self.hand_back, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(back)

    def _connect(self) -> None:
        from models import convening_acts as acts  # loads SQLAlchemy

        today = self._convened.desk.today
        for button, act in (
            (self.here, lambda review: acts.list_is_in(review, today())),
            (self.not_here, acts.list_is_not_in),
            (self.remind, lambda review: acts.note_reminder(review, today())),
            (self.take_back_reminder, acts.take_back_reminder),
            (self.cancel, lambda review: acts.cancel(review, today())),
            (self.not_cancelled, acts.take_back_cancelling),
            (self.take_it_back, acts.take_back_handing_back),
            (
                self.hand_back,
                lambda review: acts.hand_back(review, self.why.text(), today()),
            ),
        ):
            button.clicked.connect(self._does(act))

    def _does(self, act: "Callable[[OpenReview], object]") -> Callable[[], None]:
        def done() -> None:
            self._convened.act(act)

        return done

    def show_form(self) -> None:
        """Show where it stands, and what may be done."""
        convened, today = self._convened, self._convened.desk.today()
        form = convened.form
        said, kind = state_words(convened, today)
        self._show_badge(said, kind)
        self.by.say(list_by_words(convened, today))
        self.so_far.say(self._told())
        show_if(self.so_far, bool(self.so_far.said))
        is_off, is_in = form.cancelled_on is not None, form.list_in_on is not None
        is_back = form.handed_back_on is not None
        waits = not (is_off or is_in or is_back)
        for button, shown in (
            (self.here, not is_off and not is_in),
            (self.not_here, not is_off and is_in),
            (self.remind, waits and form.reminded_again_on is None),
            (self.take_back_reminder, waits and form.reminded_on is not None),
            (self.cancel, not is_off),
            (self.not_cancelled, is_off),
            (self.take_it_back, not is_off and is_back),
            (self.why, waits),
            (self.hand_back, waits),
        ):
            show_if(button, shown)

    def _show_badge(self, words: str, kind: str) -> None:
        if self.badge.accessibleName() == words:
            return
        self._badge_place.removeWidget(self.badge)
        self.badge.hide()
        self.badge.deleteLater()
        self.badge = Badge(words, kind)
        self._badge_place.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignLeft)

    def _told(self) -> str:
        """Say each thing that was noted, with its day."""
        form, today = self._convened.form, self._convened.desk.today()
        told = [
            said.format(day=day_in_words(day, today))
            for said, day in (
                (_("First reminder: {day}."), form.reminded_on),
                (_("Second reminder: {day}."), form.reminded_again_on),
                (_("The list came: {day}."), form.list_in_on),
                (_("Handed back: {day}."), form.handed_back_on),
                (_("Cancelled: {day}."), form.cancelled_on),
            )
            if day is not None
        ]
        if form.handed_back_why:
            told.append(form.handed_back_why)
        return " ".join(told)
