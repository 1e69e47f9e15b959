"""Today's invitations of every review in one press, each person's sheets as one job."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.convening_queue import ConveningLine, ToDo
from models.problems import Problem
from ui.convening.convened_review import ConvenedReview
from ui.convening.making_papers import PapersMade
from ui.convening.printing_people import PrintingPeople
from ui.convening.wanted_papers import (
    PersonsSheets,
    drawn,
    not_posted,
    note_went_out,
    waits,
    wanted_of,
)
from ui.convening.went_out import OutRow, WentOut
from ui.desk import Desk
from ui.language import _
from ui.looked import note_looked
from ui.meeting.notice_line import NoticeLine
from ui.parts.buttons import SecondaryButton
from ui.parts.showing import show_if
from ui.parts.words import Words

SENDS: Final = frozenset({ToDo.FORMS, ToDo.INVITE, ToDo.INVITE_AGAIN, ToDo.TELL_CANCELLED,
                          ToDo.TELL_TAKEN_OFF})  # fmt: skip
Drawn = tuple[PapersMade, tuple[PersonsSheets, ...]]


class TodaysInvitations(QWidget):
    """Everything that is to be printed by today; the rest is said by name."""

    noted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("todays_invitations")
        self._desk = desk
        self._due: tuple[ConveningLine, ...] = ()
        self._reviews: dict[str, ConvenedReview] = {}
        self._asked: tuple[ConvenedReview, ...] = ()
        self.print_button = SecondaryButton(_("Print today’s invitations"), "printer")
        self.print_button.setObjectName("print_invitations")
        self.left_out = Words("", "body", wrap=True)
        self.notices = NoticeLine()
        self.went_out = WentOut()
        self.printing = PrintingPeople(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.print_button, self.notices, self.left_out, self.went_out):
            column.addWidget(part)
        self.left_out.hide()
        self.print_button.clicked.connect(self.print)
        self.printing.given.connect(self._ask_what_came_out)
        self.printing.troubled.connect(self.notices.tell)
        self.went_out.sent.connect(self._note)
        self.went_out.again_asked.connect(self._print_others)

    def show_lines(self, lines: Sequence[ConveningLine]) -> None:
        """Take from these what is to go out by today."""
        today = self._desk.today()
        self._due = tuple(
            line
            for line in lines
            if line.to_do in SENDS
            and (line.due_on is None or line.is_due(today) or line.is_late(today))
        )
        show_if(self.print_button, bool(self._due))

    def print(self) -> None:
        """Make everything that is due, then ask which printer."""
        for each in self._reviews.values():
            each.deleteLater()
        self._reviews = {
            line.review.id: ConvenedReview(self._desk, line.review.id, self) for line in self._due
        }
        for each in self._reviews.values():
            each.meeting.troubled.connect(self.notices.tell)
            each.meeting.undo_offered.connect(self.notices.offer_undo)
        self._make(dict.fromkeys(self._reviews, ()))

    def _print_others(self, keys: Sequence[str]) -> None:
        asked: dict[str, tuple[str, ...]] = {}
        for review_id, _slash, reader in (key.partition("/") for key in keys):
            asked[review_id] = (*asked.get(review_id, ()), reader)
        self._make(asked)

    def _make(self, asked: dict[str, tuple[str, ...]]) -> None:
        wanted = [wanted_of(self._reviews[each], readers) for each, readers in asked.items()]
        self._asked = tuple(self._reviews[each] for each in asked)
        self._desk.background.run(
            lambda: [drawn(each) for each in wanted], self._ask_printer, self._refuse
        )

    def _ask_printer(self, found: Sequence[Drawn]) -> None:
        said = [*self._said_of_stopped(found), *self._said_of_not_posted()]
        self.left_out.say("\n".join(said))
        show_if(self.left_out, bool(said))
        jobs = [job for _made, each in found for job in each]
        if jobs:
            self.printing.ask_printer(jobs)
        elif not said:
            self.notices.say(_("Nobody gets theirs on paper, so there is nothing to print."))

    def _said_of_stopped(self, found: Sequence[Drawn]) -> list[str]:
        said = _("{child}: stopped for {names}. Open the review to see why.")
        told = []
        for (made, _jobs), convened in zip(found, self._asked, strict=True):
            names = dict.fromkeys(convened.line(paper.reader).name for paper in made.stopped)
            if names:
                told.append(said.format(child=_whole_name(convened), names=", ".join(names)))
        return told

    def _said_of_not_posted(self) -> list[str]:
        said = _("{child}: nothing can be posted to {names}. Open the review to see why.")
        told = []
        for convened in self._asked:
            names = [line.name for line, _why in not_posted(convened) if waits(convened, line)]
            if names:
                told.append(said.format(child=_whole_name(convened), names=", ".join(names)))
        return told

    def _ask_what_came_out(self, jobs: Sequence[PersonsSheets]) -> None:
        for review_id in dict.fromkeys(job.review_id for job in jobs):
            note_looked(self._desk, "printed", "review", review_id)
        self.went_out.show_printed([OutRow(_key(job), self._who(job)) for job in jobs])

    def _who(self, job: PersonsSheets) -> str:
        convened = self._reviews[job.review_id]
        line = convened.line(job.reader)
        return _("{child}: {name}").format(child=_whole_name(convened), name=line.name)

    def _note(self, keys: Sequence[str]) -> None:
        take_back = []
        for review_id, convened in self._reviews.items():
            readers = [key.partition("/")[2] for key in keys if key.startswith(f"{review_id}/")]
            if not readers:
                continue
            undo = note_went_out(convened, readers)
            if undo is not None:
                self.went_out.done_with([f"{review_id}/{each}" for each in readers])
                take_back.append(undo)
        if take_back:
            said = _("It is noted that the papers went out today")
            self.notices.offer_undo(said, lambda: _all(take_back))
            QTimer.singleShot(0, self, self.noted.emit)

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self.notices.tell(failure)


def _all(acts: Sequence[object]) -> None:
    for act in acts:
        if callable(act):
            act()


def _whole_name(convened: ConvenedReview) -> str:
    return convened.review.full_name if convened.review else convened.name


def _key(job: PersonsSheets) -> str:
    return f"{job.review_id}/{job.reader}"
