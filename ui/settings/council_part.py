"""Your council: whom every letter must name, and how live video is counted."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from models.own_council import OwnCouncil
from models.rules.series import ReviewDay
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import N_, _
from ui.overriding import override
from ui.parts.buttons import SecondaryButton
from ui.parts.ticks import Tick
from ui.parts.words import Words
from ui.settings.record_part import Line, RecordPart

LINES = (
    Line("name", N_("Name of the council"), empty=N_("Type your council's name.")),
    Line("service", N_("Your service"), N_("Such as Children’s reviewing service")),
    Line(
        "advocacy_name",
        N_("Advocacy service"),
        N_("Who gives a child an advocate, someone on their side."),
    ),
    Line("advocacy_phone", N_("Phone of the advocacy service")),
    Line(
        "complaints_phone",
        N_("Phone for complaints"),
        N_("The number a child rings to say that something is wrong."),
    ),
)

if TYPE_CHECKING:  # the form is loaded when it is first looked at
    from ui.settings.form.meetings_dialog import MeetingsDialog


class CouncilPart(RecordPart):
    """The council of the one whose record this is."""

    def __init__(self, desk: Desk, council: OwnCouncil, notices: NoticeArea) -> None:
        super().__init__(desk, "council", council.id, notices)
        told = _("No letter can be issued without the advocacy service and both phone numbers.")
        self.build(_("Your council"), told, LINES, lambda field: str(getattr(council, field)))
        self._build_rules(council)
        self._meetings: MeetingsDialog | None = None
        if self.may_change("meeting_form"):
            self._build_meetings()
            self._build_sends()
            self._build_reminders()
        else:
            self._say_who_sets_the_rest()

    def _build_rules(self, council: OwnCouncil) -> None:
        self.video = self._rule(
            "video_counts_as_attending",
            _("A child who joins by live video counts as attending"),
            _(
                "The codes for taking part say “physically attends”, so unless this is ticked a "
                "child on a screen is counted as sending their views (PN6)."
            ),
        )
        self.last_part = self._rule(
            "review_day",
            _("A review in several parts has the date of its last part"),
            _(
                "Unless this is ticked, the first part at which it was properly begun gives a "
                "review its date: for being in time, for the national return and for the next due "
                "date. The papers are always counted from the last part."
            ),
        )
        self.adjourned = self._rule(
            "adjourned_counts",
            _("An adjourned first meeting counts as held in time"),
            _(
                "In time when it was begun in time and gone on with inside 20 working days. "
                "Unless this is ticked, the day on which it went on decides whether the review "
                "was late."
            ),
        )
        self.silence = self._rule(
            "silence_stands",
            _("Decisions stand when the manager does not answer"),
            _(
                "After 5 working days without an answer the decisions stand, noted as no reply "
                "and never as agreed. Unless this is ticked, they wait until the manager answers."
            ),
        )
        self._follow_rules(council)

    def _follow_rules(self, council: OwnCouncil) -> None:
        """Show how each rule is set, and save it when it is changed."""
        self.silence.setChecked(council.silence_stands)
        self.video.setChecked(council.video_counts_as_attending)
        self.last_part.setChecked(council.review_day == ReviewDay.LAST_PART)
        self.adjourned.setChecked(council.adjourned_counts)
        for tick, save in (
            (self.video, self._save_video),
            (self.last_part, self._save_last_part),
            (self.adjourned, self._save_adjourned),
            (self.silence, self._save_silence),
        ):
            tick.toggled.connect(partial(self._take, tick, save))
            tick.setEnabled(self.may_change(tick.objectName().removeprefix("council_")))

    def _rule(self, field: str, words: str, meaning: str) -> Tick:
        """A rule of the council that is on or off, with what it means under it."""
        tick = Tick(words)
        tick.setObjectName(f"council_{field}")
        tick.setAccessibleDescription(meaning)
        self.column.addWidget(tick)
        self.column.addWidget(Words(meaning, "small", "ink2", wrap=True))
        return tick

    def _build_meetings(self) -> None:
        told = _("The steps, questions, columns and parts of life of your reviews.")
        self.meetings_button = SecondaryButton(_("Your meetings"), "note-pencil")
        self.meetings_button.setObjectName("your_meetings")
        self.meetings_button.setAccessibleDescription(told)
        self.column.addWidget(self.meetings_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Words(told, "small", "ink2", wrap=True))
        self.meetings_button.clicked.connect(self.open_meetings)

    def _build_sends(self) -> None:
        told = _("What each person gets after a review, and what is left out for them.")
        self.sends_button = SecondaryButton(_("Who gets what"), "paper-plane-tilt")
        self.sends_button.setObjectName("who_gets_what")
        self.sends_button.setAccessibleDescription(told)
        self.column.addWidget(self.sends_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Words(told, "small", "ink2", wrap=True))
        self.sends_button.clicked.connect(self.open_sends)

    def _build_reminders(self) -> None:
        told = _("Who is reminded of what in Today, how often, and who hears of it after that.")
        self.reminders_button = SecondaryButton(_("Reminders"), "clock")
        self.reminders_button.setObjectName("your_reminders")
        self.reminders_button.setAccessibleDescription(told)
        self.column.addWidget(self.reminders_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Words(told, "small", "ink2", wrap=True))
        self.reminders_button.clicked.connect(self.open_reminders)

    def _say_who_sets_the_rest(self) -> None:
        """Say what is set for everybody and stands nowhere in these settings."""
        rest = _(
            "Your service also sets the letters, pictures, words and meetings that everybody "
            "uses. Ask your manager to change them."
        )
        self.rest = Words(rest, wrap=True)
        self.rest.setObjectName("service_sets_the_rest")
        self.column.addWidget(self.rest)

    def open_meetings(self) -> None:
        """Open the form of the council's meetings in a window of its own."""
        from ui.settings.form.meetings_dialog import MeetingsDialog

        dialog = self._meetings = MeetingsDialog(self._desk, self._row_id, self.window())
        dialog.destroyed.connect(self._forget_meetings)
        dialog.open()

    def open_sends(self) -> None:
        """Open the council's rules of who gets what in a window of their own."""
        from ui.settings.sends_part import SendsDialog

        SendsDialog(self._desk, self._row_id, self.window()).open()

    def open_reminders(self) -> None:
        """Open the council's rules for reminders in a window of their own."""
        from ui.settings.reminders_part import RemindersDialog

        RemindersDialog(self._desk, self._row_id, self.window()).open()

    def _forget_meetings(self) -> None:
        self._meetings = None

    @override
    def flush(self) -> bool:
        flushed = self._meetings is None or self._meetings.flush()
        return super().flush() and flushed

    def _take(self, tick: Tick, save: Callable[[bool], None], counts: bool) -> None:
        """Save a rule; one that could not be saved stands as it was."""
        if self._notices.attempt(lambda: save(counts)):
            self.saved.emit()
            return
        blocked = tick.blockSignals(True)
        tick.setChecked(not counts)
        tick.blockSignals(blocked)

    def _save_silence(self, stands: bool) -> None:
        from models.editing import put  # SQLAlchemy is loaded when saving

        self._desk.save(
            lambda session: put(session, "council", self._row_id, "silence_stands", stands)
        )

    def _save_video(self, counts: bool) -> None:
        from models.video_attendance import count_video  # SQLAlchemy is loaded when saving

        me, council_id = self._desk.me.id, self._row_id
        self._desk.save(lambda session: count_video(session, council_id, me, counts=counts))

    def _save_last_part(self, counts: bool) -> None:
        from models.sittings import count_review_day  # SQLAlchemy is loaded when saving

        desk, council_id = self._desk, self._row_id
        day = ReviewDay.LAST_PART if counts else ReviewDay.FIRST_PART
        desk.save(
            lambda session: count_review_day(session, council_id, desk.me.id, day, desk.calendar)
        )

    def _save_adjourned(self, counts: bool) -> None:
        from models.sittings import count_adjourned  # SQLAlchemy is loaded when saving

        council_id = self._row_id
        self._desk.save(lambda session: count_adjourned(session, council_id, counts=counts))
