"""Finishing the review: what is missing is listed with links, and gaps may stay with a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.agenda import PARTICIPATION, Lacking, lacking
from models.open_review import OpenReview
from models.rules.deadlines import after_completion
from models.rules.timescales import DECISIONS_WRITTEN
from models.rules.working_days import BeyondCalendar
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.lacking_words import key_of, said
from ui.meeting.meeting import Meeting
from ui.parts.buttons import PrimaryButton, SecondaryButton
from ui.parts.dialog import Question, ask
from ui.parts.error_summary import ErrorSummary
from ui.parts.text_field import TextField
from ui.parts.words import Words


class FinishPart(QWidget):
    """The button, and the reasons it asks for; the summary stands at the top of the step."""

    finished = Signal()
    link_followed = Signal(str)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        name = meeting.name
        self.summary = ErrorSummary(_("Before you finish this review"))
        self.summary.setObjectName("summary")
        self.no_code_why = TextField(
            _("Why it is not known how {name} took part").format(name=name), lines=1
        )
        self.no_date_why = TextField(_("Why there is no day for the next review"), lines=1)
        self.finish_button = PrimaryButton(_("Finish the review"), "check-bold")
        self.finish_button.setObjectName("finish")
        self.anyway_button = SecondaryButton(_("Finish with these still to do"))
        self.anyway_button.setObjectName("finish_anyway")
        self.done = Words("", "h3", wrap=True)
        self._build()
        self.finish_button.clicked.connect(self.finish)
        self.anyway_button.clicked.connect(self.finish_anyway)
        self.summary.link_followed.connect(self.link_followed)

    def _build(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.done)
        column.addWidget(self.finish_button, 0, left)
        column.addWidget(self.finish_button.reason)
        for part in (self.no_code_why, self.no_date_why):
            column.addWidget(part)
            part.hide()
        column.addWidget(self.anyway_button, 0, left)
        self.anyway_button.hide()

    def show_sheet(self) -> None:
        """Show whether it can be finished."""
        sheet, desk = self._meeting.sheet, self._meeting.desk
        if self._meeting.is_finished:
            day = sheet.completed_on or sheet.held_on
            told = _("This review was finished on {day}.")
            self.done.say(told.format(day=day_words(day, desk.today())) if day else "")
            for part in (self.summary, self.no_code_why, self.no_date_why, self.anyway_button):
                part.hide()
        self.done.setVisible(self._meeting.is_finished)
        self.finish_button.setVisible(not self._meeting.is_finished)
        if sheet.state == "open":
            self.finish_button.turn_on()
        elif sheet.state == "adjourned":
            self.finish_button.turn_off(_("Go on with the review first."))
        elif not self._meeting.is_finished:
            self.finish_button.turn_off(_("Start the review first."))

    def finish(self) -> None:
        """Finish, or say what is missing."""
        missing = self._missing()
        if not missing:
            self._finish_if_sure({})
            return
        still = _("You can still adjourn, print a draft, or finish with these still to do.")
        self.summary.show_missing([(key_of(each), said(each)) for each in missing], still)
        asked = [each for each in missing if each.is_asked_at_the_end]
        codes = [each for each in asked if (each.table, each.field) == PARTICIPATION]
        self.no_code_why.setVisible(bool(codes))
        self.no_date_why.setVisible(len(asked) > len(codes))
        self.anyway_button.show()

    def finish_anyway(self) -> None:
        """Finish with gaps, once the two that must not be passed over have their reasons."""
        reasons: dict[str, str] = {}
        for step, field in (("A2", self.no_code_why), ("A12", self.no_date_why)):
            if field.isHidden():
                continue
            if not field.text().strip():
                field.show_error(_("Say why, in a few words"))
                field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            field.clear_error()
            reasons[step] = field.text()
        self._finish_if_sure(reasons)

    def _missing(self) -> tuple[Lacking, ...]:
        desk = self._meeting.desk
        return lacking(self._meeting.sheet, desk.today(), desk.calendar)

    def _finish_if_sure(self, reasons: dict[str, str]) -> None:
        follows = _("The papers are counted from today. What is written can still be corrected.")
        due = self._decisions_due()
        if due:
            follows = _(
                "The papers are counted from today: the decisions go to the manager by {day}. "
                "What is written can still be corrected."
            ).format(day=due)
        question = Question(
            _("Finish this review?"),
            follows,
            _("Finish the review"),
            _("Keep working"),
            parent=self.window(),
        )
        if ask(question):
            self._finish(reasons)

    def _decisions_due(self) -> str:
        desk = self._meeting.desk
        try:
            day = after_completion(desk.today(), desk.calendar)[DECISIONS_WRITTEN.id]
        except BeyondCalendar:
            return ""
        return day_words(day, desk.today())

    def _finish(self, reasons: dict[str, str]) -> None:
        desk = self._meeting.desk
        now = desk.now()

        def finish(review: OpenReview) -> None:
            for step, why in reasons.items():
                review.mark_step(step, done=False, left_out_why=why)
            review.finish(now, f"{now:%H:%M}", desk.calendar)

        if self._meeting.act(finish):
            self.finished.emit()
