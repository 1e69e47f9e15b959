"""Finishing the review: what is missing is listed with links, and gaps may stay with a reason."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.agenda import NEXT_DATE, PARTICIPATION, Lacking, lacking
from models.editing import put
from models.open_review import OpenReview
from models.rules.deadlines import after_completion
from models.rules.series import completed_on
from models.rules.timescales import DECISIONS_WRITTEN
from models.rules.working_days import BeyondCalendar
from models.sittings import finish_as_it_stands
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.gap_reasons import GapReasons
from ui.meeting.lacking_words import key_of, said
from ui.meeting.step_page import StepPage
from ui.parts.buttons import PrimaryButton, SecondaryButton
from ui.parts.dialog import Question, ask
from ui.parts.error_summary import ErrorSummary
from ui.parts.fields import Field
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.time_field import TimeField
from ui.parts.words import Words


class FinishPart(QWidget):
    """The button, and the reasons it asks for; the summary stands at the top of the step."""

    finished = Signal()
    link_followed = Signal(str)

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        name = page.meeting.name
        self.reasons = GapReasons(page)
        self.summary = ErrorSummary(_("Before you finish this review"))
        self.summary.setObjectName("summary")
        self.no_code_why = TextField(
            _("Why it is not known how {name} took part").format(name=name), lines=1
        )
        self.ended_at = TimeField(_("Ended at"), hint=_("Left empty: now"))
        self.ended_at.control.setObjectName("ended_at_box")
        self.ended_at.check = self._wrong_end
        self.no_date_why = TextField(_("Why there is no day for the next review"), lines=1)
        self.waits = Words("", "small", "ink2", wrap=True)
        self.not_resumed_why = TextField(_("Why the review is not gone on with"), lines=1)
        self.not_resumed_why.set_hint(
            _("Go on with it at the first step, or say why it ends as it stands.")
        )
        self.finish_button = PrimaryButton(_("Finish the review"), "check-bold")
        self.finish_button.setObjectName("finish")
        self.anyway_button = SecondaryButton(_("Finish with these still to do"))
        self.anyway_button.setObjectName("finish_anyway")
        self.done = Words("", "h3", wrap=True)
        self.after_button = PrimaryButton(_("Decisions, record and copies"), "paper-plane-tilt")
        self.after_button.setObjectName("open_after_meeting")
        self._build()
        place = ("review", page.meeting.review_id, "not_resumed_why")
        self._not_resumed = page.keep(self.not_resumed_why, place)
        self.finish_button.clicked.connect(self.finish)
        self.after_button.clicked.connect(lambda: page.meeting.after_asked.emit(""))
        self.anyway_button.clicked.connect(self.finish_anyway)
        self.summary.link_followed.connect(self.link_followed)

    def _build(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.done)
        column.addWidget(self.after_button, 0, left)
        when = FieldsLayout()
        when.add(self.ended_at)
        when.add(QWidget(), 2)
        column.addLayout(when)
        column.addWidget(self.waits)
        column.addWidget(self.not_resumed_why)
        column.addWidget(self.finish_button, 0, left)
        column.addWidget(self.finish_button.reason)
        for part in (self.no_code_why, self.no_date_why):
            column.addWidget(part)
            part.hide()
        column.addWidget(self.reasons)
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
            self.reasons.hide()
        self.reasons.show_sheet()
        last = sheet.sittings[-1] if sheet.sittings else None
        is_today = last is not None and last.held_on == desk.today() and not last.ended_at
        show_if(self.ended_at, sheet.state == "open" and is_today)
        self.done.setVisible(self._meeting.is_finished)
        self.after_button.setVisible(sheet.state == "finished")
        self.finish_button.setVisible(not self._meeting.is_finished)
        self._show_waiting()
        if sheet.state in {"open", "adjourned"}:
            self.finish_button.turn_on()
        elif not self._meeting.is_finished:
            self.finish_button.turn_off(_("Start the review first."))

    def _show_waiting(self) -> None:
        """Say that a part is still to come, or ask why an adjourned review does not go on."""
        sheet = self._meeting.sheet
        waits = sheet.state == "adjourned"
        self._not_resumed.show(sheet.not_resumed_why)
        show_if(self.not_resumed_why, self._needs_why_not_resumed())
        show_if(self.waits, waits and not self._needs_why_not_resumed())
        if waits:
            self.waits.say(
                _(
                    "Its next part was not held. It can be finished as it stands, from {day}."
                ).format(day=day_words(self._completed_on(), self._meeting.desk.today()))
            )
        self.finish_button.say(
            _("Finish the review as it stands") if waits else _("Finish the review")
        )

    def _needs_why_not_resumed(self) -> bool:
        sheet = self._meeting.sheet
        return sheet.state == "adjourned" and sheet.sittings[-1].adjourned

    def _lacks_why_not_resumed(self) -> bool:
        """Say at the field that an adjourned review ends as it stands only for a reason."""
        if not self._needs_why_not_resumed() or self.not_resumed_why.text().strip():
            return False
        self.not_resumed_why.show_error(_("Say why, in a few words"))
        self.not_resumed_why.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def finish(self) -> None:
        """Finish, or say what is missing."""
        if self._lacks_why_not_resumed():
            return
        self.ended_at.read()
        if self.ended_at.has_error:
            self.ended_at.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        missing = self._missing()
        if not missing:
            self._finish_if_sure({"gaps_why": ""})
            return
        still = _("You can still adjourn, print a draft, or finish with these still to do.")
        if any(each.is_never_left for each in missing):
            still = _("Choose between the versions first; you can still adjourn or print a draft.")
        self.summary.show_missing([(key_of(each), said(each)) for each in missing], still)
        places = {(each.table, each.field) for each in missing}
        self.no_code_why.setVisible(PARTICIPATION in places)
        self.no_date_why.setVisible(NEXT_DATE in places)
        self.reasons.ask(rest=any(not each.is_asked_at_the_end for each in missing))
        self.anyway_button.setVisible(not any(each.is_never_left for each in missing))

    def finish_anyway(self) -> None:
        """Finish with gaps, once each that is asked for here has its reason."""
        if self._lacks_why_not_resumed():
            return
        reasons: dict[str, str] = {}
        for name, field in (
            ("no_code_why", self.no_code_why),
            ("no_next_review_why", self.no_date_why),
        ):
            if field.isHidden():
                continue
            if not field.text().strip():
                field.show_error(_("Say why, in a few words"))
                field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            field.clear_error()
            reasons[name] = field.text()
        if any(each.is_never_left for each in self._missing()):
            self.finish()
            return
        lacks = self._reason_still_needed()
        if lacks is not None:
            lacks.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._finish_if_sure(reasons)

    def _reason_still_needed(self) -> Field | None:
        """Give the first field without its reason: what was answered meanwhile needs none."""
        self._page.flush()
        rest = any(not each.is_asked_at_the_end for each in self._missing())
        self.reasons.ask(rest=rest)
        return self.reasons.without_reason()

    def _wrong_end(self, ended: str) -> str:
        if ended > f"{self._meeting.desk.now():%H:%M}":
            return _("That time is still to come.")
        if ended < self._meeting.sheet.sittings[-1].began_at:
            return _("That is before the review began.")
        return ""

    def _missing(self) -> tuple[Lacking, ...]:
        desk = self._meeting.desk
        found = lacking(self._meeting.sheet, desk.today(), desk.calendar)
        return tuple(each for each in found if (each.table, each.field) != ("review", "resume"))

    def _finish_if_sure(self, reasons: dict[str, str]) -> None:
        today = self._meeting.desk.today()
        day = day_words(self._completed_on(), today)
        follows = _(
            "The papers are counted from {completed}. What is written can still be corrected."
        ).format(completed=day)
        due = self._decisions_due()
        if due:
            follows = _(
                "The papers are counted from {completed}: the decisions go to the manager by "
                "{day}. What is written can still be corrected."
            ).format(completed=day, day=due)
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
            day = after_completion(self._completed_on(), desk.calendar)[DECISIONS_WRITTEN.id]
        except BeyondCalendar:
            return ""
        return day_words(day, desk.today())

    def _completed_on(self) -> date:
        return completed_on([each.held_on for each in self._meeting.sheet.sittings])

    def _finish(self, reasons: dict[str, str]) -> None:
        desk, now = self._meeting.desk, self._meeting.desk.now()
        ended_at, waits = "", self._meeting.sheet.state == "adjourned"
        not_resumed = self.not_resumed_why.text().strip() if self._needs_why_not_resumed() else ""
        if not self.ended_at.isHidden():
            ended_at = self.ended_at.time() or f"{now:%H:%M}"

        def finish(review: OpenReview) -> None:
            for field, why in reasons.items():
                put(review.session, "review", review.review.id, field, why)
            if waits:
                finish_as_it_stands(review, now, not_resumed, desk.calendar)
            else:
                review.finish(now, ended_at, desk.calendar)

        if self._meeting.act(finish):
            self.finished.emit()
