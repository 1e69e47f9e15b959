"""Which rules a child's reviews follow, and since when: adoption, short breaks, or the usual."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.child_story import CareNow
from models.next_due import NEEDS_DAY
from models.rules.review_clock import ReviewPath
from ui.caseload.row import Row
from ui.language import N_, _, date_in_words
from ui.overriding import override
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.words import Words

PATH_WORDS: Final = {
    ReviewPath.ORDINARY: N_("The usual rules"),
    ReviewPath.AUTHORISED: N_("May be placed for adoption"),
    ReviewPath.PLACED_FOR_ADOPTION: N_("Placed for adoption"),
    ReviewPath.SHORT_BREAKS: N_("Short breaks"),
}
SINCE_WORDS: Final = {
    ReviewPath.ORDINARY: N_("Full care began (leave this empty if it always was)"),
    ReviewPath.AUTHORISED: N_("The day authority to place was gained"),
    ReviewPath.PLACED_FOR_ADOPTION: N_("The day of placing"),
    ReviewPath.SHORT_BREAKS: N_("Short breaks began (leave this empty if they always were)"),
}


class RulesRow(Row):
    """Enter opens it; adoption needs its day, and is kept once that is written."""

    chosen = Signal(str, object)  # the rules, and the day they took over

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("rules")
        self.setObjectName("fact_rules")
        self._care: CareNow | None = None
        self.label = Words(_("Rules for the reviews"), "label", "ink2", wrap=True)
        self.value = Words("", wrap=True)
        self.path = ChoiceField(self.label.said, [(key, _(w)) for key, w in PATH_WORDS.items()])
        self.path.control.setObjectName("rules_path")
        self.path.let_shrink()
        self.path.label.hide()
        self.since = DateField(_("Since"), today, towards="past")
        self.since.control.setObjectName("rules_since")
        self.since.check = self._wrong
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 12, 8)
        column.setSpacing(1)
        for part in (self.label, self.value, self.path, self.since):
            column.addWidget(part)
        for field in (self.path, self.since):
            field.hide()
            field.control.installEventFilter(self)
        self.setAccessibleDescription(_("Enter changes it"))
        self.opened.connect(self.begin)
        self.path.chosen.connect(self._show_since)

    def be_read(self, who: str) -> None:
        """Be read only; `who` says who changes it."""
        self.opened.disconnect(self.begin)
        self.setAccessibleDescription(who)
        self.setToolTip(who)

    def show_care(self, care: CareNow | None) -> None:
        """Show the rules of the time in care that runs; without one there is nothing to show."""
        self._care = care
        show_if(self, care is not None and care.ended_on is None)
        if care is None:
            return
        self.value.say(care_words(care))
        self.setAccessibleName(
            _("{label}: {value}").format(label=self.label.said, value=self.value.said)
        )

    def begin(self) -> None:
        """Open the fields where the fact stands."""
        if self._care is None or self.is_open:
            return
        self.path.set_value(self._care.path)
        self.since.set_day(self._care.path_since)
        self.value.hide()
        self.path.show()
        self._show_since()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.path.control.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self.path.isHidden()

    def finish(self, *, stay: bool = False) -> bool:
        """Keep what was chosen and show the fact again; gives whether that could be done."""
        care, path = self._care, self.path.value()
        if care is None or not self.is_open:
            return True
        asks = self._asks()
        self.since.read()
        day = self.since.day() if asks else None
        if path in NEEDS_DAY and day is None:
            if not self.since.has_error:
                self.since.show_error(_("Write the day. Until then nothing is changed."))
            self.since.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self.since.has_error and asks:
            return False
        self._close(stay=stay)
        if (path, day) != (care.path, care.path_since):
            self.chosen.emit(path, day)
        return True

    def _close(self, *, stay: bool) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.path.hide()
        self.since.hide()
        self.value.show()
        if stay:
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def _asks(self) -> bool:
        """Whether a day belongs to what is chosen: for adoption, and for a new time in care."""
        path, care = self.path.value(), self._care
        if care is None or path in NEEDS_DAY:
            return care is not None
        short_breaks = ReviewPath.SHORT_BREAKS
        return (path == short_breaks) != (care.path == short_breaks)

    def _show_since(self, _path: str = "") -> None:
        care, path = self._care, self.path.value()
        if care is None:
            return
        self.since.set_label(_(SINCE_WORDS[ReviewPath(path)]))
        self.since.set_day(care.path_since if path == care.path else None)
        show_if(self.since, self._asks())

    def _wrong(self, day: date) -> str:
        care = self._care
        if care is not None and day < care.began_on:
            return _("The time in care began on {day}.").format(day=date_in_words(care.began_on))
        return ""

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def _look_where_the_keyboard_is(self) -> None:
        if self.is_open and not self._holds(QApplication.focusWidget()):
            self.finish()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in passing:
                QTimer.singleShot(0, self, self._look_where_the_keyboard_is)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.finish(stay=True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close(stay=True)
                return True
        return False


def care_words(care: CareNow) -> str:
    """Say which rules run, and since when."""
    known = care.path in PATH_WORDS
    words = _(PATH_WORDS[ReviewPath(care.path)]) if known else care.path
    if care.path_since is None:
        return words
    return _("{rules}, since {day}").format(rules=words, day=date_in_words(care.path_since))
