"""The places of the program and the pages opened in them; joins the pages once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.language import _
from ui.looked import note_looked
from ui.main_window import MainWindow
from ui.page import Page
from ui.parts.notices import Notice
from ui.sync.child_left import Whose, left_notice, whose_it_is
from ui.sync.sharing import Sharing
from ui.where import Where, control_in_use, use_again

if TYPE_CHECKING:
    from letters.paragraph import Source
    from ui.letter.composer_page import ComposerPage


_TABLES: Final = {
    "child": "child",
    "review": "review",
    "letter": "review",
    "after_meeting": "review",
    "convening": "review",
    "other_letter": "child_letter",
}


class Places(QObject):
    """Opens pages at the desk, and finds again what was open before the record was locked."""

    joined = Signal(str)  # the record shares from now on, with this password

    def __init__(self, window: MainWindow, desk: Callable[[], Desk], sharing: Sharing) -> None:
        super().__init__(window)
        self._window, self._desk, self._sharing = window, desk, sharing
        self._shown: tuple[str, str] = ("", "")  # the page that was opened last, and of what
        self._whose = Whose()  # that page
        self._left_lines: dict[str, str] = {}  # by review, the line from which its letter was left

    def add(self) -> None:
        """Add the places to the rail and the menu, once."""
        if self._window.pages.places():
            return
        self._window.own_desk = self._desk
        self._window.add_place(
            "today", _("Today"), self._today, icon="sun-horizon", chosen_icon="sun-horizon-fill"
        )
        self._window.add_place(
            "children",
            _("Children"),
            self._children,
            icon="users-three",
            chosen_icon="users-three-fill",
        )
        self._window.add_place(
            "send",
            _("Send"),
            self._send,
            icon="paper-plane-tilt",
            chosen_icon="paper-plane-tilt-fill",
        )
        self._window.add_sync(self._sync)

    def _today(self) -> Page:
        from ui.caseload.today_page import TodayPage

        page = TodayPage(self._desk())
        page.after_opened.connect(self.open_after_meeting)
        page.send_opened.connect(self.open_send)
        page.child_opened.connect(self.open_child)
        page.review_opened.connect(self.open_review)
        page.convening_opened.connect(self.open_convening)
        return page

    def _children(self) -> Page:
        from ui.caseload.children_page import ChildrenPage

        page = ChildrenPage(self._desk())
        page.child_opened.connect(self.open_child)
        page.review_started.connect(self.open_review)
        page.import_asked.connect(lambda: self.import_case_list())
        return page

    def _send(self) -> Page:
        from ui.send.send_page import SendPage

        page = SendPage(self._desk())
        page.review_opened.connect(
            lambda review: self.open_after_meeting(review, "copies", from_send=True)
        )
        page.convening_opened.connect(self.open_convening)
        page.child_opened.connect(self.open_child)
        return page

    def open_send(self, which: str = "") -> None:
        """Show the place Send, with one of its lists."""
        from ui.send.send_page import SendPage

        page = self._window.go("send")
        if which and isinstance(page, SendPage):
            page.show_list(which)

    def _sync(self) -> Page:
        from ui.sync.sync_page import SyncPage

        page = SyncPage(self._desk(), self._sharing)
        page.child_opened.connect(self.open_child)
        page.needs_you_asked.connect(self.open_needs_you)
        page.connect_asked.connect(self.connect_to_council)
        return page

    def open_needs_you(
        self, conflict_id: str = "", back: Callable[[], object] | None = None
    ) -> None:
        """Show what was changed in two places, and waits for a choice; then go back."""
        from ui.sync.needs_you_page import NeedsYouPage

        page = NeedsYouPage(self._desk())
        page.left.connect(back or self._window.close_page)
        if back is not None:
            page.lead_back()
        page.child_opened.connect(self.open_child)
        page.show_conflict(conflict_id)
        self._shown = ("needs_you", "")
        self._window.open(page, "sync")

    def open_sharing(self) -> None:
        """Show what needs a choice if something does, or else how sharing stands."""
        state = self._sharing.state
        if state is not None and state.needs_you:
            self.open_needs_you()
        else:
            self._window.go("sync")

    def connect_to_council(self) -> None:
        """Ask for the council's shared database, and connect to it."""
        from ui.sync.connect_dialog import ConnectDialog

        self._window.flush()
        dialog = ConnectDialog(self._desk(), self._window)
        dialog.connected.connect(self.joined)
        dialog.open()

    def leave_if_gone(self, tables: frozenset[str]) -> None:
        """Go back to the list when the child whose page is shown has left this laptop."""
        kind, row_id = self._shown
        table = _TABLES.get(kind)
        if table is None or table not in tables or not self._window.pages.shows_opened:
            return
        with self._desk().database.reading() as connection:
            found = connection.execute(
                f"select 1 from {table} where id = ?",  # noqa: S608 - one of our own names
                (row_id,),
            ).fetchone()
        if found is None:
            whose = self._whose
            self._window.go("children")
            notice = left_notice(self._desk(), whose)
            notice.action_asked.connect(lambda: self._window.go("sync"))
            self._window.show_notice(notice, goes_with_page=True)

    def _note_shown(self, kind: str, row_id: str) -> None:
        """Know what is opened, and whose it is: once it has left, nothing here tells."""
        self._shown = (kind, row_id)
        table = _TABLES.get(kind)
        self._whose = whose_it_is(self._desk(), table, row_id) if table else Whose()

    def open_child(self, child_id: str) -> None:
        """Show one child."""
        from ui.child.child_page import ChildPage

        page = ChildPage(self._desk(), child_id)
        page.review_opened.connect(self.open_review)
        page.after_opened.connect(self.open_after_meeting)
        page.letter_opened.connect(self.open_other_letter)
        page.convening_opened.connect(
            lambda review_id: self.open_convening(review_id, lambda: self.open_child(child_id))
        )
        page.left.connect(self._window.close_page)
        back = partial(self.open_child, child_id)
        page.both_asked.connect(lambda which: self.open_needs_you(which, back))
        self._note_shown("child", child_id)
        self._window.open(page, "children")
        note_looked(self._desk(), "opened_child", "child", child_id)

    def open_review(self, review_id: str, step: str = "") -> None:
        """Show one review, at this step or where it begins."""
        from ui.meeting.review_page import ReviewPage

        if not self._desk().reach().sees_whole_reviews:
            self._open_part_of_review(review_id)
            return
        page = ReviewPage(self._desk(), review_id)
        page.left.connect(lambda: self._leave_review(review_id))
        page.rules_asked.connect(lambda: self._show_rules(review_id))
        page.settings_asked.connect(self._window.show_settings)
        page.meeting.both_asked.connect(
            lambda which: self.open_needs_you(
                which, partial(self.open_review, review_id, page.step)
            )
        )
        page.review_asked.connect(lambda other: self.open_review(other, page.step))
        page.meeting.after_asked.connect(lambda part: self.open_after_meeting(review_id, part))
        page.meeting.convening_asked.connect(
            lambda: self.open_convening(review_id, lambda: self.open_review(review_id, "A1"))
        )
        page.letter_asked.connect(
            lambda checking: self.open_letter(review_id, page.step, checking=checking)
        )
        self._note_shown("review", review_id)
        self._window.open(page, "children")
        note_looked(self._desk(), "opened_review", "review", review_id)
        if step in {each.id for each in page.meeting.sheet.steps}:
            page.go(step)

    def open_after_meeting(
        self, review_id: str, part: str = "", *, from_send: bool = False
    ) -> None:
        """Show what follows a meeting: its decisions, the answer, the record, the copies."""
        from ui.send.after_meeting_page import AfterMeetingPage

        if not self._desk().reach().sees_whole_reviews:
            self._open_part_of_review(review_id)
            return
        page = AfterMeetingPage(self._desk(), review_id, part)
        leave = self._window.close_page if from_send else partial(self._leave_review, review_id)
        page.left.connect(leave)
        page.review_asked.connect(self.open_review)
        page.source_asked.connect(lambda source: self._show_words(review_id, source))
        page.meeting.both_asked.connect(
            lambda which: self.open_needs_you(
                which,
                partial(self.open_after_meeting, review_id, page.step, from_send=from_send),
            )
        )
        self._note_shown("after_meeting", review_id)
        self._window.open(page, "send" if from_send else "children")
        note_looked(self._desk(), "opened_review", "review", review_id)

    def _show_words(self, review_id: str, source: "Source") -> None:
        """Show words of the record where the meeting wrote them."""
        from ui.meeting.review_page import ReviewPage

        self.open_review(review_id)
        page = self._window.pages.page()
        if isinstance(page, ReviewPage):
            page.go_to_source(source)

    def open_convening(self, review_id: str, back: Callable[[], object] | None = None) -> None:
        """Show who is invited to a review, and the papers that call it together."""
        from ui.convening.convening_page import ConveningPage

        page = ConveningPage(self._desk(), review_id)
        page.left.connect(back or self._window.close_page)
        page.booking_asked.connect(self.open_review)
        self._note_shown("convening", review_id)
        self._window.open(page, self._window.pages.place)
        note_looked(self._desk(), "opened_review", "review", review_id)

    def _open_part_of_review(self, review_id: str) -> None:
        """Show what somebody may read who does not read all of a review."""
        from ui.meeting.part_of_review_page import PartOfReviewPage

        page = PartOfReviewPage(self._desk(), review_id)
        page.left.connect(lambda: self._leave_review(review_id))
        page.review_asked.connect(self.open_review)
        back = partial(self.open_review, review_id)
        page.meeting.both_asked.connect(lambda which: self.open_needs_you(which, back))
        self._note_shown("review", review_id)
        self._window.open(page, "children")
        note_looked(self._desk(), "opened_review", "review", review_id)

    def open_letter(self, review_id: str, step: str = "", *, checking: bool = False) -> None:
        """Write the letter of a review, or check it; from it one goes back, to this step."""
        from ui.letter.composer_page import ComposerPage

        page = ComposerPage(self._desk(), review_id)
        page.step = step
        page.left.connect(lambda: self.open_review(review_id, step))
        page.meeting_asked.connect(lambda source: self._show_source(page, review_id, source))
        page.settings_asked.connect(self._window.show_settings)
        back = partial(self.open_letter, review_id, step)
        page.meeting.both_asked.connect(lambda which: self.open_needs_you(which, back))
        self._note_shown("letter", review_id)
        self._window.open(page, "children")
        note_looked(self._desk(), "opened_letter", "review", review_id)
        line = self._left_lines.pop(review_id, "")
        if checking:
            page.check()
        elif line:
            page.go_to(line)

    def open_other_letter(self, letter_id: str) -> None:
        """Write a letter for another moment; from it one goes back to the child."""
        from ui.letter.composer_page import ComposerPage

        page = ComposerPage(self._desk(), letter_id=letter_id)
        child_id = page.meeting.sheet.child.id
        page.left.connect(lambda: self.open_child(child_id))
        page.meeting_asked.connect(lambda _source: self.open_child(child_id))
        page.settings_asked.connect(self._window.show_settings)
        self._note_shown("other_letter", letter_id)
        self._window.open(page, "children")
        note_looked(self._desk(), "opened_letter", "child_letter", letter_id)

    def _show_source(self, letter: "ComposerPage", review_id: str, source: "Source") -> None:
        """Show words of a letter in the meeting, and know the line to come back to."""
        self._left_lines[review_id] = letter.typing.line
        self._show_words(review_id, source)

    def _leave_review(self, review_id: str) -> None:
        with self._desk().database.reading() as connection:
            row = connection.execute(
                "select child_id from review where id = ?", (review_id,)
            ).fetchone()
        self.open_child(row[0])

    def _show_rules(self, review_id: str) -> None:
        from ui.child.child_page import ChildPage

        self._leave_review(review_id)
        page = self._window.pages.page()
        if isinstance(page, ChildPage):
            page.about.rules.begin()

    def import_case_list(self, file: Path | None = None) -> None:
        """Open the import of a case list, for those who bring children in."""
        if not self._desk().reach().makes("child"):
            told = _("Case lists are brought in by others")
            who = _("An IRO or a manager brings children in. They then come to you by themselves.")
            self._window.show_notice(Notice(told, who))
            return
        from ui.case_list.import_window import ImportWindow

        dialog = ImportWindow(self._desk(), file, self._window)
        dialog.finished.connect(self._show_again)
        dialog.open()

    def _show_again(self) -> None:
        page = self._window.pages.page()
        if page is not None:
            page.enter()

    def where(self) -> Where:
        """Say where the person is now, in ids and names of controls only."""
        pages = self._window.pages
        page = pages.page()
        if page is None:
            return Where(pages.place)
        control = control_in_use(page)
        if not pages.shows_opened:
            return Where(pages.place, control=control)
        kind, row_id = self._shown
        return Where(pages.place, kind, row_id, str(getattr(page, "step", "")), control)

    def go_back(self, where: Where) -> None:
        """Show again what was open, or today."""
        if where.kind == "review":
            self.open_review(where.row_id, where.step)
        elif where.kind == "after_meeting":
            is_of_send = where.place == "send"
            self.open_after_meeting(where.row_id, where.step, from_send=is_of_send)
        elif where.kind == "convening":
            self.open_convening(where.row_id)
        elif where.kind == "letter":
            self.open_letter(where.row_id, where.step)
        elif where.kind == "other_letter":
            self.open_other_letter(where.row_id)
        elif where.kind == "needs_you":
            self.open_needs_you()
        elif where.kind == "child":
            self.open_child(where.row_id)
        else:
            self._window.go(where.place or "today")
        page = self._window.pages.page()
        if page is not None and where.control is not None:
            use_again(page, where.control)
