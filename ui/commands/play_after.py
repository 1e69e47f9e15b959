"""What follows the played review: the manager is silent, the record is final, copies go out."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from models.document_kind import DocumentKind, copy_file_name
from models.rules.working_days import WorkingDays
from models.sending_queue import CopyLine, CopyState, copies_of
from ui import record_place
from ui.commands.player import Player
from ui.overriding import override
from ui.send.after_meeting_page import AfterMeetingPage
from ui.send.copies_part import CopiesPart
from ui.send.run_making import MadeSet
from ui.send.run_paper import FolderPaper
from ui.send.send_page import SendPage

if TYPE_CHECKING:
    from ui.application import Waymark

SILENT_DAYS = 6
"""One more than the manager has to answer. Units: working days."""
PRINTED_FOR = "carer"


class PlayersClock:
    """The clock of a play: it goes as ours does, but for the days that are let pass."""

    def __init__(self) -> None:
        self._passed = timedelta()

    def __call__(self) -> datetime:
        """The moment it is in the play."""
        return record_place.now() + self._passed

    def let_pass(self, working_days: int) -> None:
        """Let so many working days pass."""
        today = self().date()
        then = WorkingDays.of_england_and_wales().after(today, working_days)
        self._passed += then - today


def play_after(
    player: Player, waymark: "Waymark", review_id: str, clock: PlayersClock, to: Path
) -> None:
    """Go from the finished review to released copies, and print one person's set into a folder."""
    after = _After(player, waymark, review_id)
    after.send_decisions()
    clock.let_pass(SILENT_DAYS)
    after.approve()
    after.look_and_release()
    after.print_one_set(to)


def set_name(review_id: str) -> str:
    """The file of the set that is printed: the same each time the play is played."""
    return copy_file_name("set", review_id)


class _OneFile(FolderPaper):
    """Paper that is one file of a folder: only one set goes on it."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(folder)
        self._name = name

    @override
    def take(self, made: MadeSet) -> None:
        super().take(replace(made, name=self._name))


class _After:
    """The parts after one meeting, in their order."""

    def __init__(self, player: Player, waymark: "Waymark", review_id: str) -> None:
        self._player, self._waymark, self._review_id = player, waymark, review_id

    def _open(self, part: str) -> AfterMeetingPage:
        self._waymark.places.open_after_meeting(self._review_id, part)
        page = self._waymark.window.pages.page()
        if not isinstance(page, AfterMeetingPage):
            raise TypeError("what follows a meeting must be open")
        return page

    def send_decisions(self) -> None:
        """Make the sheet for the manager."""
        meeting = self._open("decisions").meeting
        self._player.choose("send_decisions")
        self._player.until(
            lambda: meeting.sheet.latest_document(DocumentKind.DECISIONS) is not None,
            "the decisions sheet",
        )

    def approve(self) -> None:
        """Make the record final: nobody answered, so the decisions stand."""
        meeting = self._open("record").meeting
        self._player.choose("approve")
        self._player.until(lambda: meeting.sheet.finalised_on is not None, "the final record")

    def look_and_release(self) -> None:
        """Look at every page of every copy, then release them all."""
        part = self._open("copies").parts["copies"]
        if not isinstance(part, CopiesPart):
            raise TypeError("the copies must be open")
        self._player.until(lambda: part.is_at_rest, "the copies")
        self._player.choose("look_at_all")
        while self._player.all_named("walk_on"):
            self._player.until(lambda: part.is_at_rest, "the pages")
            self._player.choose("walk_on")
        self._player.choose("release")
        self._player.until(lambda: bool(self.copies()), "the released copies")

    def print_one_set(self, to: Path) -> None:
        """Print all that the carer gets, on paper that is a folder, and say that it came out."""
        self._waymark.window.go("send")
        page = self._waymark.window.pages.page()
        if not isinstance(page, SendPage):
            raise TypeError("what is to be sent must be open")
        paper = _OneFile(to, set_name(self._review_id))
        page.printing.ask_folder = lambda chosen: chosen(paper)  # type: ignore[method-assign]  # no dialog without a screen
        page.printing.save([each for each in self.copies() if each.role == PRINTED_FOR])
        self._player.choose("all_came_out")
        self._player.until(
            lambda: any(each.state == CopyState.TO_POST for each in self.copies()), "the set"
        )

    def copies(self) -> tuple[CopyLine, ...]:
        """What was released."""
        desk = self._waymark.desk
        if desk is None:
            raise RuntimeError("the record is locked")
        with desk.database.reading() as connection:
            return copies_of(connection, self._review_id)
