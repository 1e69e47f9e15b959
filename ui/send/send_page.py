"""The place Send: what waits to go out, to whom, as which pages; for every IRO's children."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.sending_queue import CopyLine, CopyState, Group, QueueLine, queue
from models.sending_steps import Step
from ui.appearance import appearance
from ui.caseload.notice_area import NoticeArea
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.language import _, ngettext
from ui.meeting.review_keys import make_keys
from ui.overriding import override
from ui.page import Page
from ui.parts.buttons import QuietButton, SecondaryButton
from ui.parts.chips import ChipGroup
from ui.parts.empty_state import EmptyState
from ui.parts.saved_state import PageSavedState
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.queue_acts import Act, sent_step
from ui.send.queue_body import WIDE_PX, QueueBody
from ui.send.queue_help import CHIPS, NOTHING, send_help
from ui.send.queue_inviting import count_to_invite
from ui.send.queue_late import WhyLate
from ui.send.queue_list import QueueList
from ui.send.queue_lists import Listed, Which, batch, how_many, listed, same_person
from ui.send.queue_noting import StepNoting
from ui.send.queue_out import CopiesOut
from ui.send.queue_people import PeoplePane
from ui.send.queue_preview import CopyPreview
from ui.send.queue_step_form import Filled
from ui.send.queue_ways import WaysFilter
from ui.send.queue_words import why_nothing_to_print
from ui.send.run_card import RunCard
from ui.send.run_printing import RunPrinting

if TYPE_CHECKING:
    from ui.convening.to_invite_part import ToInvitePart

SHOWS: Final = frozenset({"paper_copy", "delivery", "child", "review", "council", "person"})
_ASKED: Final = {
    Act.BACK_TO_CHAIR: Step.STOPPED,
    Act.PRINTED: Step.PRINTED,
    Act.NEW_ADDRESS: Step.NEW_ADDRESS,
    Act.BY_HAND: Step.BY_HAND,
    Act.PROOF: Step.PROOF,
    Act.CAME_BACK: Step.RETURNED,
    Act.AGAIN: Step.SENT_AGAIN,
    Act.WITHDRAW: Step.WITHDRAWN,
    Act.LET_GO: Step.CHECKED,
}


class SendPage(Page):
    """Up and Down go through the queue, Right to the people, Right again to the pages."""

    review_opened = Signal(str)
    convening_opened = Signal(str)  # the id of the review
    child_opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Send"))
        self.setObjectName("send_page")
        self._desk = desk
        self._lines: tuple[QueueLine, ...] = ()
        self._listed: tuple[Listed, ...] = ()
        self._key = ""
        self.heading = Words(_("Send"), "h1")
        self.summary = Words("", "body", "ink2", wrap=True)
        self.why_off = Words("", "small", "ink2", wrap=True)
        self.chips = ChipGroup(_("Which list"), may_be_none=False, size="filter")
        self.print_button = SecondaryButton(_("Print today’s batch"), "printer")
        self.save_button = QuietButton(_("Save as files"))
        self.notices = NoticeArea()
        self.why_late = WhyLate(desk)
        self.queue = QueueList()
        self.people = PeoplePane(desk)
        self.preview = CopyPreview(desk)
        self.nothing = EmptyState("paper-plane-tilt", "", "")
        self.out = CopiesOut(desk, self)
        self.noting = StepNoting(desk, self)
        self.run = RunCard()
        self.printing = RunPrinting(desk, self.run, self)
        self._body = QueueBody(self.queue, self.people, self.preview)
        self._scrolling = ScrollingPage()
        self._invite, self.ways = QWidget(), WaysFilter()
        self.to_invite: ToInvitePart | None = None
        self._build()
        self._connect()
        self.chips.choose(Which.TO_SEND)
        self.reload()

    def _build(self) -> None:
        self._inviting = QVBoxLayout(self._invite)
        self.print_button.setObjectName("print_batch")
        self.save_button.setObjectName("save_batch")
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.heading)
        said.addWidget(self.summary)
        said.addWidget(self.why_off)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons = QHBoxLayout()
        self._top.setSpacing(16)
        self._top.addLayout(said, 1)
        self._top.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)
        self._buttons.setSpacing(12)
        self._buttons.addWidget(self.save_button)
        self._buttons.addWidget(self.print_button)
        self._buttons.addWidget(PageSavedState())
        self._buttons.addStretch(1)
        self._top.addLayout(self._buttons)
        policies = QSizePolicy.Policy
        self.chips.setSizePolicy(policies.Maximum, policies.Preferred)
        inside = self._scrolling.column
        inside.setContentsMargins(24, 16, 24, 16)
        inside.addLayout(self._top)
        for part in (self.notices, self.run, self.why_late, self.ways, self.nothing, self._invite):
            inside.addWidget(part)
        inside.addWidget(self._body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scrolling)
        make_keys(self, {"Ctrl+P": self.print_batch})

    def _connect(self) -> None:
        for chips in (self.chips, self.ways.chips):
            chips.let_down_leave()
            chips.chosen_changed.connect(lambda: self._show_list())
            chips.left_below.connect(self._focus_queue)
        self.ways.run_asked.connect(self.noting.note_run)
        self.queue.chosen.connect(self.show_line)
        self.queue.right_asked.connect(self.people.focus_chosen)
        self.queue.letter_pressed.connect(self.people.press)
        self.preview.left_asked.connect(self.people.focus_chosen)
        self.preview.letter_pressed.connect(self.people.press)
        self.preview.seen.connect(self.people.see_pages)
        self._connect_people()
        self.print_button.clicked.connect(self.print_batch)
        self.save_button.clicked.connect(self.save_batch)
        self.noting.noted.connect(self._say_noted)
        self.noting.taken_back.connect(self._show_taken_back)
        self.noting.was_late.connect(self.why_late.ask)
        self.printing.told.connect(lambda title, words: self.notices.say(title, words, kind="due"))
        self.printing.changed.connect(self._show_after_run)
        for part in (self.noting, self.printing, self.out):
            part.troubled.connect(self.notices.tell)
        self.out.told.connect(self._say_out)
        self.out.saved.connect(lambda copy_id: self.people.see_pages(copy_id, {1}, 1))
        self.why_late.said.connect(self.notices.say)
        appearance().changed.connect(self._fit)
        changes_of(self._desk.database).changed.connect(self._follow)

    def _connect_people(self) -> None:
        self.people.copy_chosen.connect(self._show_copy)
        self.people.left_asked.connect(self._focus_queue)
        self.people.right_asked.connect(self.preview.focus_pages)
        self.people.act_asked.connect(self.act)
        self.people.step_filled.connect(self._note_filled)
        self.people.form.half_typed.failed.connect(self.notices.tell)
        self.people.take_back_asked.connect(lambda step_id: self.noting.take_back([step_id]))
        self.people.form_shown.connect(lambda: self._body.show_part(self.people.form))
        self.people.review_asked.connect(self._open_review)

    def reload(self) -> None:
        """Read what is on its way again, and show it."""
        today = self._desk.today()
        with self._desk.database.reading() as connection:
            self._lines = queue(connection, today, self._desk.calendar)
        self._show_counts(today)
        self._show_list()

    def show_list(self, which: str) -> None:
        """Show one of the lists, with the keyboard on its first row."""
        self.chips.choose(which)
        self._show_list()
        self._focus_queue()

    def show_line(self, key: str) -> None:
        """Show the people of this line."""
        found = next((each for each in self._listed if each.line.key == key), None)
        self._key = key if found else ""
        self.queue.mark(self._key)
        self.people.show_listed(found)
        self._show_copy(self.people.copy.id if self.people.copy else "")
        self._body.follow()

    def act(self, act: str, copy_id: str) -> None:
        """Do one thing with a copy, or ask what has to be known for it."""
        copy = self._copy(copy_id)
        if copy is None:
            return
        if act == Act.SENT:
            self.people.ask(sent_step(copy))
        elif act in _ASKED:
            self.people.ask(_ASKED[Act(act)])
        elif act == Act.RIGHT:
            self._look_at(copy)
        elif act == Act.DESTROYED:
            self.noting.note(copy, Filled(Step.DESTROYED, self._desk.today(), "", ""))
        elif act == Act.SAVE:
            self.out.save(copy)
        elif act == Act.DRAFT:
            self.out.draft(same_person(self._lines, copy, CopyState.TO_EMAIL))
        elif act == Act.PRINT:
            self.printing.print((copy,))

    def _look_at(self, copy: CopyLine) -> None:
        """Show what a second person compares; once every page was seen, it is right."""
        if self.people.look.is_of(copy.id) and self.people.look.is_done:
            self.noting.note(copy, Filled(Step.CHECKED, self._desk.today(), "", ""))
            self.people.focus_chosen()
            return
        self.people.compare()
        self.preview.tell_seen()
        self.preview.focus_pages()

    def print_batch(self) -> None:
        """Print what is to go out today, each person's papers together."""
        if self._which is Which.TO_INVITE and self.to_invite is not None:
            self.to_invite.print_today()
        elif not self.print_button.is_off:
            self.printing.print(batch(self._lines, self._desk.today()))

    def save_batch(self) -> None:
        """Save the same as files in a folder, for a printer elsewhere."""
        if not self.save_button.is_off:
            self.printing.save(batch(self._lines, self._desk.today()))

    @override
    def enter(self) -> None:
        self.reload()
        self.preview.retry()
        self._focus_queue()
        self.printing.take_up()

    @override
    def flush(self) -> bool:
        return self.people.form.half_typed.flush()

    @override
    def regions(self) -> list[QWidget]:
        return [self.chips, self.notices, self.ways.chips, self.queue, self.people, self.preview]

    @override
    def help_words(self) -> str:
        return send_help()

    @property
    def _which(self) -> Which:
        return Which(self.chips.chosen() or Which.TO_SEND)

    def _show_counts(self, today: date) -> None:
        counted = {which: how_many(self._lines, which, today) for which in CHIPS}
        counted[Which.TO_INVITE] = count_to_invite(self._desk)
        self.chips.set_choices(
            [(which, _(said).format(count=counted[which])) for which, said in CHIPS.items()]
        )
        waiting = counted[Which.TO_SEND]
        late = sum(len(each.waiting) for each in self._lines if each.group is Group.LATE)
        words = ngettext(
            "{count} copy to send, {late} late.", "{count} copies to send, {late} late.", waiting
        )
        self.summary.say(words.format(count=waiting, late=late))
        self.ways.show_counts(self._lines)
        to_print, why = batch(self._lines, today), why_nothing_to_print(self._lines)
        for button in (self.print_button, self.save_button):
            if to_print:
                button.turn_on()
            else:
                button.turn_off(why)
                button.reason.hide()
        self.why_off.say("" if to_print else why)
        show_if(self.why_off, not to_print)

    def _show_list(self) -> None:
        today, which = self._desk.today(), self._which
        sends = which is Which.TO_SEND
        self._listed = listed(self._lines, which, today, self.ways.only if sends else None)
        show_if(self.ways, sends and any(line.waiting for line in self._lines))
        self.queue.show_lines(self._listed, today)
        title, detail = NOTHING.get(which, NOTHING[Which.TO_SEND])
        self.nothing.title.say(_(title))
        self.nothing.detail.say(_(detail))
        invites = which is Which.TO_INVITE
        show_if(self.nothing, not self._listed and not invites)
        show_if(self._body, bool(self._listed))
        show_if(self._invite, invites)
        for button in (self.print_button, self.save_button):
            show_if(button, not invites)
        if invites:
            self._show_invitations()
        keys = [each.line.key for each in self._listed]
        self.show_line(self._key if self._key in keys else (keys[0] if keys else ""))

    def _show_invitations(self) -> None:
        if self.to_invite is None:
            from ui.convening.to_invite_part import ToInvitePart

            self.to_invite = ToInvitePart(self._desk)
            self.to_invite.review_asked.connect(self.convening_opened)
            self.to_invite.child_asked.connect(self.child_opened)
            self._inviting.setContentsMargins(0, 0, 0, 0)
            self._inviting.addWidget(self.to_invite)
        else:
            self.to_invite.reload()

    def _show_copy(self, copy_id: str) -> None:
        self.preview.show_copy(self._copy(copy_id))

    def _copy(self, copy_id: str) -> CopyLine | None:
        copies = (copy for line in self._lines for copy in line.copies)
        return next((copy for copy in copies if copy.id == copy_id), None)

    def _note_filled(self, filled: Filled, copy_id: str) -> None:
        copy = self._copy(copy_id)
        if copy is None:
            return
        is_let_go = filled.step is Step.CHECKED  # a second look asks nothing
        noted = self.noting.let_go(copy, filled.note) if is_let_go else None
        if noted or (noted is None and self.noting.note(copy, filled)):
            self.people.form.half_typed.forget(copy, filled.step)
            self.people.close_form()

    def _say_noted(self, words: str, step_ids: list[str]) -> None:
        self.reload()
        self.notices.offer_undo(words, lambda: self.noting.take_back(step_ids))

    def _show_taken_back(self) -> None:
        self.notices.clear("undo")
        self.why_late.hide()
        self.reload()
        self.people.focus_chosen()

    def _show_after_run(self) -> None:
        self.reload()
        self._focus_queue()

    def _say_out(self, words: str) -> None:
        self.reload()
        self.notices.say(words, kind="well")

    def _open_review(self) -> None:
        found = next((each for each in self._listed if each.line.key == self._key), None)
        if found is not None and found.line.review_id:
            self.review_opened.emit(found.line.review_id)

    def _focus_queue(self) -> None:
        if self._which is Which.TO_INVITE and self.to_invite is not None and self.to_invite.rows:
            self.to_invite.focus_first()
            return
        row = self.queue.rows.get(self._key)
        target: QWidget = row or self.chips
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS and self.isVisible():
            self.reload()
            self.preview.retry()

    def _fit(self) -> None:
        """Put the three beside each other, or below where there is no room."""
        wide = self.width() >= appearance().px(WIDE_PX)
        show_if(self.heading, not appearance().menu_replaces_rail)  # the window says it
        directions = QBoxLayout.Direction
        across = wide and self._top_width() <= self.width()
        self._top.setDirection(directions.LeftToRight if across else directions.TopToBottom)
        self._top.setStretch(0, 1 if across else 0)
        self._body.fit(wide=wide)

    def _top_width(self) -> int:
        """How wide the head is when everything in it stands in one line. Units: px."""
        needed = self.heading.sizeHint().width() + self.chips.sizeHint().width()
        return needed + self._buttons.sizeHint().width() + 5 * self._top.spacing() + 48

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
