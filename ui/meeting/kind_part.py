"""The kind of review with the rules that its clock follows: the two cannot disagree unseen."""

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.kind_of_review import change_kind
from models.next_due import NEEDS_DAY
from models.review_path import change_kind_and_path
from models.rules.review_clock import ReviewPath
from models.rules.review_kinds import is_returned, path_of
from ui.child.rules_row import SINCE_WORDS
from ui.language import N_, _, date_in_words
from ui.meeting.kind_choice import KindChoice
from ui.meeting.step_page import Place, StepPage
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.showing import show_if
from ui.parts.words import Words

RULES: Final[Place] = ("care_period", "", "path")  # the rules stand on the child's own page
_COUNTED: Final[dict[str, str]] = {
    ReviewPath.ORDINARY: N_("The next review is counted by the usual rules."),
    ReviewPath.AUTHORISED: N_(
        "The next review is counted by the rules for a child who may be placed for adoption."
    ),
    ReviewPath.PLACED_FOR_ADOPTION: N_(
        "The next review is counted by the rules for a child placed for adoption."
    ),
    ReviewPath.SHORT_BREAKS: N_("The next review is counted by the rules for short breaks."),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KindPart(QWidget):
    """A kind of other rules asks for their first day, and both change in one act."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting, self._wanted = page, page.meeting, ""
        self.choice = KindChoice(page.meeting)
        self.rules = Words("", "small", "ink2", wrap=True)
        self.rules.setObjectName("rules_said")
        self.apart = Words("", "label", "due", wrap=True)
        name = page.meeting.name
        self.show_button = SmallButton(
            _("Show the rules on {name}’s page").format(name=name), in_row=True, kind="quiet"
        )
        self.show_button.setObjectName("show_rules")
        self.use_button = SmallButton(_("Use the rules of this kind"), in_row=True)
        self.use_button.setObjectName("use_rules_of_kind")
        self.asking = Card()
        self.told = Words("", "body", wrap=True)
        self.since = DateField(_("Since"), page.meeting.desk.today, towards="past")
        self.since.control.setObjectName("kind_since")
        self.since.check = self._wrong
        self.change_button = SmallButton(_("Change the kind and the rules"))
        self.change_button.setObjectName("change_kind_and_rules")
        self.leave_button = SmallButton(_("Leave them as they were"), kind="quiet")
        self.leave_button.setObjectName("leave_kind")
        self._build()
        self._connect()
        self.show_sheet()

    def _build(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        buttons = QHBoxLayout()
        buttons.addWidget(self.change_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        self.asking.column.addWidget(self.told)
        self.asking.column.addWidget(self.since)
        self.asking.column.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.choice, self.asking, self.rules, self.apart):
            column.addWidget(part)
        column.addWidget(self.use_button, 0, left)
        column.addWidget(self.show_button, 0, left)
        self.asking.hide()

    def _connect(self) -> None:
        self.choice.decided.connect(self.take)
        self.use_button.clicked.connect(lambda: self.take(self._meeting.sheet.kind))
        self.show_button.clicked.connect(lambda: self._page.place_asked.emit("A1", RULES))
        self.change_button.clicked.connect(self._change_both)
        self.leave_button.clicked.connect(self._leave)
        self.since.control.installEventFilter(self)

    def show_sheet(self) -> None:
        """Show the kind, and which rules the next review is counted by."""
        sheet = self._meeting.sheet
        if self.asking.isHidden():
            self.choice.show_sheet()
        self.rules.say(self._rules_words())
        known = sheet.care_began_on is not None
        apart = known and path_of(sheet.kind, sheet.care_path) != sheet.care_path
        self.apart.say(_("This kind of review goes with other rules.") if apart else "")
        show_if(self.apart, apart)
        show_if(self.use_button, apart and self.asking.isHidden())
        show_if(self.rules, known)
        show_if(self.show_button, known)

    def take(self, kind: str) -> None:
        """Change the kind; one of other rules takes them along, and asks since when."""
        sheet = self._meeting.sheet
        path = path_of(kind, sheet.care_path)
        if sheet.care_began_on is None or path == sheet.care_path:
            self._done(kept=self._meeting.act(lambda review: change_kind(review, kind)))
        elif self._asks(path):
            self._ask(kind, path)
        else:
            self._change(kind, None)

    def flush(self) -> None:
        """Decide the kind that is looked at, as leaving it does."""
        self.choice.decide()

    def _asks(self, path: str) -> bool:
        short_breaks, now = ReviewPath.SHORT_BREAKS, self._meeting.sheet.care_path
        return path in NEEDS_DAY or (path == short_breaks) != (now == short_breaks)

    def _ask(self, kind: str, path: str) -> None:
        self._wanted = kind
        words = _("{kind}: this kind has rules of its own, and its clock follows them.")
        self.told.say(words.format(kind=_(self._meeting.form.kind_name(kind))))
        self.since.set_label(_(SINCE_WORDS[ReviewPath(path)]))
        self.since.set_day(None)
        self.since.clear_error()
        self.asking.show()
        self.use_button.hide()
        self.since.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_both(self) -> None:
        self.since.read()
        path = path_of(self._wanted, self._meeting.sheet.care_path)
        if self.since.has_error:
            self.since.control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif path in NEEDS_DAY and self.since.day() is None:
            self.since.show_error(_("Write the day. Until then nothing is changed."))
            self.since.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._change(self._wanted, self.since.day())

    def _change(self, kind: str, since: date | None) -> None:
        calendar = self._meeting.desk.calendar
        self._done(
            kept=self._meeting.act(
                lambda review: change_kind_and_path(review, kind, since, calendar)
            )
        )

    def _done(self, *, kept: bool) -> None:
        asked = not self.asking.isHidden()
        if asked and not kept:
            return
        self.asking.hide()
        self.choice.forget()
        self.show_sheet()
        if asked:
            self.choice.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._done(kept=True)

    def _rules_words(self) -> str:
        sheet = self._meeting.sheet
        said = _(_COUNTED.get(sheet.care_path, _COUNTED[ReviewPath.ORDINARY]))
        if sheet.care_path_since is not None:
            words = _("{rules} They took over on {day}.")
            said = words.format(rules=said, day=date_in_words(sheet.care_path_since))
        if not is_returned(sheet.kind, ()):
            said = _("{rules} This review is not in the national return.").format(rules=said)
        return said

    def _wrong(self, day: date) -> str:
        began_on = self._meeting.sheet.care_began_on
        if began_on is not None and day < began_on:
            return _("The time in care began on {day}.").format(day=date_in_words(began_on))
        return ""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER:
                self._change_both()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return False
