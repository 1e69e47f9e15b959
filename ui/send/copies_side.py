"""The right of the copies: one person's copy, what they get, and what became of it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from letters.unread_pictures import holds_unread_pictures
from models.copy_of_sheet import Cut
from models.readers_of_papers import Reader
from models.releasing import withdraw
from models.sending_queue import CopyLine
from ui.language import N_, _
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.chips import ChipGroup
from ui.parts.flow_layout import FlowLayout
from ui.parts.one_line import OneLine
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.problem_box import sentences
from ui.send.copies_acts import (
    keep_cut,
    kinds_of_hit,
    leave_out_hit,
    let_hit_stand,
    put_back,
    restrict_hit,
    take_back,
)
from ui.send.copies_choosing import Choosing
from ui.send.copies_cuts import Places
from ui.send.copies_drawing import CopyDrawing, Wanted
from ui.send.copies_gets import WhatTheyGet
from ui.send.copies_hits import HitShown
from ui.send.copies_making import digest_of
from ui.send.copies_page import CopyShown
from ui.send.copies_preview import CopyPreview
from ui.send.copies_sent import SentCopies
from ui.send.copies_settled import settled_for
from ui.send.copies_sources import grouped, where_it_stands
from ui.send.copies_standing import CopyStanding
from ui.send.copies_words import cut_words, nothing_words, who_words

COPY, GETS, SENT = "copy", "gets", "sent"
VIEWS: Final = (
    (COPY, N_("The copy")), (GETS, N_("What they get")), (SENT, N_("What became of it")),
)  # fmt: skip


class CopiesSide(QWidget):
    """`reader_key` and `kind` say which copy is shown; `drawn_digest` which words are seen."""

    back_asked = Signal()
    kind_chosen = Signal(str)
    flushed = Signal()

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.setObjectName("copies_side")
        self.reader_key = self.kind = ""
        self.shown: CopyStanding | None = None
        self.own: tuple[CopyStanding, ...] = ()
        self._drawn_key: tuple[str, str] = ("", "")
        self.drawn_digest = ""
        self._reader: Reader | None = None
        self.back_button = SmallButton(_("Back to the people"), "caret-left", in_row=True)
        self.back_button.setObjectName("back_to_people")
        self.title = OneLine("", "h2")
        self.views = ChipGroup(
            _("What is shown"), [(key, _(words)) for key, words in VIEWS],
            may_be_none=False, size="filter",
        )  # fmt: skip
        self.views.setObjectName("copy_views")
        self.preview = CopyPreview()
        self.choosing = Choosing(meeting, self.preview)
        self.drawing = CopyDrawing(meeting, lambda: self.preview.page.width_to_draw)
        self.drawing.setParent(self)
        self.gets = WhatTheyGet(meeting)
        self.sent = SentCopies()
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {COPY: self.preview}
        self._build()
        self._connect()
        self.show_view(COPY)

    def _build(self) -> None:
        for key, part in ((GETS, self.gets), (SENT, self.sent)):
            page = ScrollingPage(4)
            page.column.addWidget(part)
            self._pages[key] = page
        for each in self._pages.values():
            self._stack.addWidget(each)
        head = QWidget()
        flow = FlowLayout(head, gap_across=16)
        flow.addWidget(self.back_button)
        flow.addWidget(self.title)
        flow.addWidget(self.views)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        meeting, preview, hits = self._meeting, self.preview, self.preview.hits
        self.back_button.clicked.connect(self.back_asked)
        self.views.chosen_changed.connect(self.show_view)
        self.drawing.drawn.connect(self._show_drawn)
        preview.page.size_changed.connect(self.drawing.draw_again)
        preview.page.cut_asked.connect(self._show_cut)
        preview.kind_chosen.connect(self.choose_kind)
        hits.leave_out_asked.connect(lambda shown: self._after(leave_out_hit(meeting, shown)))
        hits.restrict_asked.connect(lambda shown: self._after(restrict_hit(meeting, shown)))
        hits.stand_asked.connect(self._let_stand)
        preview.cut_card.back_asked.connect(self._put_back)
        preview.cut_card.keep_asked.connect(self._keep)
        preview.settled.take_back_asked.connect(lambda settled: take_back(meeting, settled))
        self.sent.withdraw_asked.connect(self._withdraw)

    def show_reader(
        self,
        reader: Reader,
        own: Sequence[CopyStanding],
        released: Sequence[CopyLine],
        whole_of: Callable[[str], Places | None],
    ) -> None:
        """Show this reader: the copy of the paper that is chosen, and the rest."""
        self._reader, self.reader_key = reader, reader.key
        self.title.say(who_words(reader, self._meeting.name))
        self.gets.show_reader(reader)
        self.sent.show_copies(released, self._meeting.desk.today())
        self.own = tuple(own)
        kinds = [each.kind for each in own]
        if self.kind not in kinds:
            self.kind = _first_to_do(own)
        self.preview.show_kinds(kinds, self.kind)
        self.shown = next((each for each in own if each.kind == self.kind), None)
        self._show_standing(reader, whole_of(self.kind))

    def show_view(self, key: str) -> None:
        """Show the copy, what they get, or what became of it."""
        if key != GETS:
            self.flush()
        self.views.choose(key)
        focused = QApplication.focusWidget()
        if focused is not None and self._stack.isAncestorOf(focused):
            self.views.focus_chosen()
        self._stack.setCurrentWidget(self._pages[key])

    def show_back(self, *, shown: bool) -> None:
        """Offer the way back where the people are not in view."""
        show_if(self.back_button, shown)

    def enter(self) -> None:
        """Put the keyboard into what is shown."""
        if self._stack.currentWidget() is self.preview:
            self.preview.enter()
        elif self._stack.currentWidget() is self._pages[GETS]:
            self.gets.enter()

    def flush(self) -> bool:
        """Save now what is half typed."""
        return self.gets.flush()

    def choose_kind(self, kind: str) -> None:
        """Show this paper of the reader who is shown."""
        self.kind = kind
        self.kind_chosen.emit(kind)

    def _show_standing(self, reader: Reader, whole: Places | None) -> None:
        shown = self.shown
        if shown is None:
            self._drawn_key = ("", "")
            self.drawing.show(None)
            self.preview.show_nothing(nothing_words(reader))
            return
        if shown.copy is None:
            trouble = sentences(shown.trouble) if shown.trouble is not None else None
            words = _("This copy is being made and checked. It shows here by itself.")
            if trouble is not None:
                words = _("{what} {next}").format(what=trouble[0], next=trouble[2])
            self._drawn_key = ("", "")
            self.drawing.show(None)
            self.preview.show_nothing(words, is_waiting=trouble is None)
            return
        self._say_wait(shown)
        self.preview.tell_pictures(shown=holds_unread_pictures(shown.copy.made.document))
        self._show_hits(shown)
        self.drawing.show(Wanted(shown.copy, reader, whole, _released_id(shown)))

    def _say_wait(self, shown: CopyStanding) -> None:
        """Say what is still going on while other pages, or none, are in view."""
        words = "" if shown.is_fresh else _("This copy is being made again.")
        if self._drawn_key != (shown.reader.key, shown.kind):
            words = _("The pages of this copy are being drawn.")
        self.preview.say_trouble(words, is_waiting=True)

    def _show_hits(self, shown: CopyStanding) -> None:
        copy, reader, sheet = shown.copy, shown.reader, self._meeting.sheet
        if copy is None:
            return
        self.preview.hits.show_hits(
            [
                HitShown(own, reader, self._meeting.name,
                         where_it_stands(own[0], copy.made, sheet), kinds_of_hit(sheet, own[0]))
                for own in grouped(copy.unanswered)
            ]
        )  # fmt: skip
        self.preview.settled.show_settled(settled_for(sheet, reader, shown.kind, copy))

    def _show_drawn(self, wanted: Wanted, copy: CopyShown) -> None:
        shown = self.shown
        if shown is None or shown.copy is not wanted.copy:
            return
        key = (shown.reader.key, shown.kind)
        who = who_words(shown.reader, self._meeting.name)
        name = _("The copy for {who}").format(who=who)
        is_other, self._drawn_key = key != self._drawn_key, key
        digest = digest_of(wanted.copy)
        if digest != self.drawn_digest:
            self.preview.forget_seen()
        self.drawn_digest = digest
        self._say_wait(shown)
        self.preview.show_copy(copy, is_other=is_other, name=name)
        self.choosing.show_copy(shown)

    def _show_cut(self, number: str) -> None:
        shown = self.shown
        if shown is None or shown.copy is None:
            return
        cut = shown.copy.made.cuts[int(number)]
        said = cut_words(cut, self._meeting.sheet)
        self.preview.cut_card.show_cut(cut, said, shown.reader, self._meeting.name)

    def _let_stand(self, shown: HitShown, why: str) -> None:
        self._after(let_hit_stand(self._meeting, shown, self.kind, why))

    def _put_back(self, cut: Cut) -> None:
        self.preview.cut_card.hide()
        self._after(put_back(self._meeting, self.reader_key, cut))

    def _keep(self, cut: Cut, why: str) -> None:
        self.preview.cut_card.hide()
        self._after(keep_cut(self._meeting, self.reader_key, cut, why))

    def _withdraw(self, copy_id: str, why: str) -> None:
        desk = self._meeting.desk
        self._meeting.save(
            lambda session: withdraw(session, copy_id, desk.me.id, desk.today(), why)
        )

    def _after(self, _done: object) -> None:
        """Leave the keyboard on the page: what was pressed is gone by now."""
        self.preview.enter()


def _first_to_do(own: Sequence[CopyStanding]) -> str:
    """The paper that is shown first: one with something to check, else the longest."""
    to_check = (each.kind for each in own if each.unanswered)
    return next(to_check, own[-1].kind if own else "")


def _released_id(standing: CopyStanding) -> str:
    """The released copy whose pages are shown, where it stands and can be drawn here."""
    released = standing.released
    is_shown = released is not None and standing.is_as_released
    can_be_drawn = released is not None and released.format == "pdf" and released.is_here
    return released.id if released is not None and is_shown and can_be_drawn else ""
