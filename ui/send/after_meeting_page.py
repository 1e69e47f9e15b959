"""What follows one meeting: its decisions, the manager's answer, the record and the copies."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.problems import Problem
from ui.appearance import appearance
from ui.child.case_line import CaseLine
from ui.desk import Desk
from ui.language import N_, _, day_in_words
from ui.letter.segments import Segments
from ui.meeting.meeting import Meeting
from ui.meeting.notice_line import NoticeLine
from ui.meeting.tab_order import go_to_next_stop
from ui.overriding import override
from ui.page import Page
from ui.parts.buttons import IconButton, SmallButton
from ui.parts.one_line import OneLine
from ui.parts.saved_state import SavedState
from ui.problem_box import sentences

PARTS: Final = {
    "decisions": (N_("1. Decisions"), N_("What was decided, and the sheet for the manager")),
    "answer": (N_("2. Manager’s answer"), N_("Agreed, asked or objected, or no reply")),
    "record": (N_("3. Record"), N_("Read it, mend it and approve it")),
    "copies": (N_("4. Copies"), N_("Who gets what, looked at and released")),
}


class _Part(Protocol):
    def show_sheet(self) -> None: ...
    def first_field(self) -> QWidget: ...
    def flush(self) -> bool: ...


class AfterMeetingPage(Page):
    """Four parts in the order they are done in; any may be looked at at any time."""

    left = Signal()
    review_asked = Signal(str)  # the meeting itself, at this step
    source_asked = Signal(object)  # where words of the record were written

    def __init__(self, desk: Desk, review_id: str, part: str = "") -> None:
        self.meeting = Meeting(desk, review_id)
        sheet, child = self.meeting.sheet, self.meeting.sheet.child
        name = _("{called} {family}").format(called=child.called, family=child.family_name)
        super().__init__(_("{name}, after review {number}").format(name=name, number=sheet.number))
        self.meeting.setParent(self)
        self.setObjectName("after_meeting_page")
        self.step = ""
        self.parts: dict[str, QWidget] = {}
        leave = _("Leave this page, back to {name}").format(name=self.meeting.name)
        self.back_button = IconButton("arrow-left", leave)
        self.back_button.setObjectName("leave")
        self.name = OneLine(name, "h2")
        self.which = OneLine("", "small")
        self.saved = SavedState()
        self.meeting_button = SmallButton(_("Open the meeting"), "note-pencil")
        self.meeting_button.setObjectName("open_meeting")
        offered = [(key, _(words), _(meaning)) for key, (words, meaning) in PARTS.items()]
        self.chooser = Segments(_("What follows the meeting"), offered)
        self.notices = NoticeLine()
        self.centre = QStackedWidget()
        self._build(desk)
        self._connect()
        self._show_bar()
        self.go(part if part in PARTS else "decisions")

    def _build(self, desk: Desk) -> None:
        bar = QFrame()
        bar.setProperty("part", "bar")
        policies = QSizePolicy.Policy
        bar.setSizePolicy(policies.Preferred, policies.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.which)
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 8, 24, 8)
        line.setSpacing(14)
        line.addWidget(self.back_button)
        line.addLayout(words, 1)
        line.addWidget(self.saved)
        line.addWidget(self.meeting_button)
        choosing = QWidget()
        row = QHBoxLayout(choosing)
        row.setContentsMargins(24, 10, 24, 6)
        row.addWidget(self.chooser, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, CaseLine(desk, self.meeting.sheet.case_id), self.notices, choosing):
            column.addWidget(part)
        column.addWidget(self.centre, 1)
        self._bar = bar

    def _connect(self) -> None:
        meeting = self.meeting
        self.back_button.clicked.connect(self.leave)
        self.meeting_button.clicked.connect(self._open_meeting)
        self.chooser.chosen_changed.connect(self.go)
        meeting.changed.connect(self._show)
        meeting.saved.connect(lambda: self.saved.show_saved())
        meeting.undo_offered.connect(self.notices.offer_undo)
        meeting.troubled.connect(self._tell)
        appearance().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Say once where the work is safe: at large text the window's own bar says it."""
        self.saved.setVisible(not appearance().menu_replaces_rail)

    def go(self, key: str) -> None:
        """Show one part; what waits in the one before is saved."""
        if key not in PARTS:
            return
        self.flush()
        if key not in self.parts:
            self.parts[key] = self._made(key)
            self.centre.addWidget(self.parts[key])
        self.step = key
        self.chooser.choose(key)
        self.centre.setCurrentWidget(self.parts[key])
        self._show_part(key)

    def _made(self, key: str) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            "decisions": self._decisions,
            "answer": self._answer,
            "record": self._record,
            "copies": self._copies,
        }
        return makers[key]()

    def _decisions(self) -> QWidget:
        from ui.send.decisions_part import DecisionsPart

        return DecisionsPart(self.meeting)

    def _answer(self) -> QWidget:
        from ui.send.managers_answer_part import ManagersAnswerPart

        return ManagersAnswerPart(self.meeting)

    def _record(self) -> QWidget:
        from ui.send.record_part import RecordPart

        part = RecordPart(self.meeting)
        part.source_asked.connect(self.source_asked)
        part.part_asked.connect(self.go)
        return part

    def _copies(self) -> QWidget:
        from ui.send.copies_part import CopiesPart

        part = CopiesPart(self.meeting)
        part.source_asked.connect(self.source_asked)
        return part

    def _show(self) -> None:
        self._show_bar()
        self._show_part(self.step)

    def _show_part(self, key: str) -> None:
        show = getattr(self.parts.get(key), "show_sheet", None)
        if show is not None:
            show()

    def _show_bar(self) -> None:
        sheet, today = self.meeting.sheet, self.meeting.desk.today()
        said = _("Review {number}").format(number=sheet.number)
        if sheet.completed_on is not None:
            day = day_in_words(sheet.completed_on, today)
            said = _("Review {number}, completed {day}").format(number=sheet.number, day=day)
        self.which.say(said)

    def leave(self) -> None:
        """Save everything and go back."""
        self.flush()
        self.left.emit()

    def _open_meeting(self) -> None:
        self.flush()
        self.review_asked.emit(self.meeting.review_id)

    def _tell(self, problem: Problem) -> None:
        what, kept, _next = sentences(problem)
        self.saved.show_trouble(what.rstrip("."), kept)
        self.notices.tell(problem)

    @override
    def enter(self) -> None:
        self.meeting.reload()
        self._show()
        first = getattr(self.parts[self.step], "first_field", None)
        if first is not None:
            first().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def regions(self) -> list[QWidget]:
        return [self._bar, self.chooser, self.centre]

    @override
    def flush(self) -> bool:
        """Save whatever is half typed; say whether nothing is left unsaved."""
        flush = getattr(self.parts.get(self.step), "flush", None)
        return bool(flush()) if flush is not None else True

    @override
    def help_words(self) -> str:
        return _(
            "What follows the meeting, in order. First the decisions go to the manager on one "
            "side of paper. The manager has 5 working days to agree, ask or object. Then you read "
            "the record, mend it where it stands, and approve it: after that it is locked, and a "
            "change makes a new version. Last, each person’s own copy is looked at and released."
        )

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        step = 1 if next else -1
        return go_to_next_stop(self.window(), step) or super().focusNextPrevChild(next)
