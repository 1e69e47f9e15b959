"""The bar over the review: whose it is, which, how long it has run, and where the work is safe."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.caseload.review_words import age_and_pronouns
from ui.language import _, ngettext
from ui.meeting.clock_words import clock_time, day_words, minutes_since
from ui.meeting.meeting import Meeting
from ui.overriding import override
from ui.parts.buttons import ChildButton, IconButton, SmallButton
from ui.parts.one_line import OneLine
from ui.parts.saved_state import SavedState
from ui.parts.words import Disc, IconWords, Words

MINUTE_MS = 20_000


class ReviewBar(QFrame):
    """68 px; the timer counts up and is never a countdown."""

    left = Signal()
    hand_asked = Signal()

    def __init__(self, meeting: Meeting, *, may_hand: bool = True) -> None:
        super().__init__()
        self._meeting, self._may_hand = meeting, may_hand
        self._is_narrow = self._is_running = False
        self.setProperty("part", "bar")
        self.setMinimumHeight(68)
        name = meeting.name
        leave = _("Leave this review, back to {name}").format(name=name)
        self.back_button = IconButton("arrow-left", leave)
        self.back_button.setObjectName("leave")
        self.disc = Disc(name[:1], "child", 40)
        self.name = OneLine("", "h2")
        self.age = Words("", "small", "ink2")
        self.which = OneLine("", "small")
        self.timer = IconWords("clock", "", "small")
        self.saved = SavedState()
        self.letter_button = SmallButton(_("{name}’s letter").format(name=name), "envelope-simple")
        self.letter_button.setObjectName("letter_button")
        self.hand_button = ChildButton(_("Hand to {name}").format(name=name))
        self.hand_button.setObjectName("hand")
        self.hand_button.setToolTip(_("Ctrl+H"))
        self._build()
        self._ticking = QTimer(self)
        self._ticking.setInterval(MINUTE_MS)
        self._ticking.timeout.connect(self._show_timer)
        self._ticking.start()
        self.back_button.clicked.connect(self.left)
        self.hand_button.clicked.connect(self.hand_asked)
        meeting.changed.connect(self.show_sheet)
        meeting.saved.connect(lambda: self.saved.show_saved())
        self.show_sheet()

    def _build(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(8)
        who.addWidget(self.name)
        who.addWidget(self.age, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(who)
        words.addWidget(self.which)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(16, 8, 24, 8)
        bar.setSpacing(14)
        bar.addWidget(self.back_button)
        bar.addWidget(self.disc)
        bar.addLayout(words, 1)
        bar.addWidget(self.timer)
        bar.addWidget(self.saved)
        bar.addWidget(self.letter_button)
        bar.addWidget(self.hand_button)
        self.letter_button.hide()

    def show_sheet(self) -> None:
        """Show whose review it is and how it stands."""
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        child = sheet.child
        named = _("{called} {family}").format(called=child.called, family=child.family_name)
        self.name.say(named.strip())
        self.age.say(age_and_pronouns(child.born_on, child.pronouns, today))
        self.which.say(self._which())
        self.hand_button.setVisible(self._may_hand and not self._meeting.is_finished)
        self._show_timer()

    def be_narrow(self, *, narrow: bool, letter: bool) -> None:
        """Leave out the timer where there is little room; offer the letter where it is folded."""
        self._is_narrow = narrow
        self.letter_button.setVisible(letter)
        self._show_timer()

    def _which(self) -> str:
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        day = sheet.sittings[-1].held_on if sheet.sittings else sheet.held_on or sheet.booked_on
        place = sheet.sittings[-1].place if sheet.sittings else sheet.place
        values = {
            "number": sheet.number,
            "place": place,
            "day": day_words(day, today) if day else "",
        }
        if day and place:
            return _("Review {number} at {place}, {day}").format(**values)
        if day:
            return _("Review {number}, {day}").format(**values)
        return _("Review {number}").format(**values)

    def _show_timer(self) -> None:
        sheet, now = self._meeting.sheet, self._meeting.desk.now()
        last = sheet.sittings[-1] if sheet.sittings else None
        running = sheet.state == "open" and last is not None and last.held_on == now.date()
        self._is_running = running
        if not running or last is None:
            self._fit()
            return
        minutes = minutes_since(last.began_at, now.time())
        words = ngettext("Started {time}, {minutes} min", "Started {time}, {minutes} min", minutes)
        self.timer.words.say(words.format(time=clock_time(last.began_at), minutes=minutes))
        self._fit()

    def _fit(self) -> None:
        """Leave out the timer, and then the age, where words would be cut off."""
        self.timer.setVisible(self._is_running and not self._is_narrow)
        self.age.setVisible(not self._is_narrow)
        for part in (self.timer, self.age):
            if self._fits():
                return
            part.hide()

    def _fits(self) -> bool:
        line = self.layout()
        return line is None or line.minimumSize().width() <= self.width()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
