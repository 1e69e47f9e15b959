"""`./run --shared`: an IRO and business support side by side, so that a sentence can be watched.

With no screen the same is played: each changes one thing, and the other reads it.
"""

import os
import signal
import sys
import tempfile
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer

from models.plain_reading import Connection
from models.settings import Settings
from tools.shared_council import IRO, SUPPORT, SharedCouncil, Somebody
from ui.appearance import appearance
from ui.commands.command_line import say
from ui.commands.player import Player
from ui.meeting.review_page import ReviewPage
from ui.record_place import now

ROUND_EVERY_MS = 3_000
LAID_OUT_MS = 500  # a page may need more than half of the screen
WROTE = "The family room at the library, on the ground floor"
PLACE = "The quiet room at school"
WELCOME = "A1"
DOES = {"iro": "IRO", "business_support": "business support"}
_OF_WREN = (
    "select r.id from review r join child c on c.id = r.child_id"
    " where c.given_name = 'Wren' and r.state = 'adjourned'"
)


class Desktop:
    """One person's window on their own laptop, sharing every few seconds."""

    def __init__(self, place: Path, who: Somebody) -> None:
        from ui.application import Waymark

        self.who, self._place = who, 0
        self.waymark: Waymark = Waymark(place, Settings(place), demo=True)
        self._often = QTimer(self.waymark)
        self._often.setInterval(ROUND_EVERY_MS)
        self._often.timeout.connect(self.waymark.sharing.share_now)
        self._laid_out = QTimer(self.waymark, singleShot=True, interval=LAID_OUT_MS)
        self._laid_out.timeout.connect(self._arrange)
        self.waymark.opened.connect(self._begin)

    def show(self, place: int) -> None:
        """Show the window at the left (0) or at the right (1) of the screen."""
        self._place = place
        self._arrange()
        self.waymark.start()
        self.waymark.window.setWindowTitle(f"{self.who.name}, {DOES[self.who.role]} – Waymark")

    def _arrange(self) -> None:
        """Take half of the screen, or as much as the page needs."""
        window = self.waymark.window
        screen = window.screen().availableGeometry()
        window.resize(screen.width() // 2, screen.height())
        left = screen.x() + self._place * (screen.width() - window.width())
        window.move(left, screen.y())

    def put(self, table: str, row_id: str, field: str, words: str) -> None:
        """Type one thing, and say so."""
        say(f"{self.who.name} ({DOES[self.who.role]}) writes: {words}")
        if self.waymark.desk is None:
            raise RuntimeError("the record is locked")
        self.waymark.desk.put(table, row_id, field, words)

    def one(self, sql: str, *given: str) -> str:
        """Read one value of this laptop."""
        if self.waymark.desk is None:
            return ""
        with self.waymark.desk.database.reading() as connection:
            return _one(connection, sql, given)

    def close(self) -> None:
        """Close the window, as its person would; nothing of it is arranged any more."""
        self._laid_out.stop()
        self._often.stop()
        self.waymark.window.close()

    def _begin(self) -> None:
        self._often.start()
        self.waymark.open_review(self.one(_OF_WREN))
        page = self.waymark.window.pages.page()
        if isinstance(page, ReviewPage):
            page.go(WELCOME)
        self._laid_out.start()


def main() -> int:
    """Set everything up, show or play it, and leave nothing behind; gives the exit code."""
    has_screen = os.environ.get("QT_QPA_PLATFORM") != "offscreen"
    from ui.application import make_application

    application = make_application(sys.argv[:1])
    appearance().apply("light", 100)
    with (
        tempfile.TemporaryDirectory(prefix="waymark-shared-") as folder,
        SharedCouncil(Path(folder), now, say) as council,
    ):
        left, right = Desktop(council.iro, IRO), Desktop(council.support, SUPPORT)
        if not has_screen:
            return played(left, right)
        for place, desktop in enumerate((left, right)):
            desktop.show(place)
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_told: application.quit())
        sys.excepthook = lambda _kind, failure, _trace: left.waymark.window.problems.tell(failure)
        say("Change where Wren's review is in one window, and watch the other.")
        say("When both windows are closed, the server stops and everything is thrown away.")
        return application.exec()


def played(left: Desktop, right: Desktop) -> int:
    """Play it; gives the exit code: a fault anywhere in the windows is a fault of the play."""
    faults: list[BaseException] = []
    sys.excepthook = lambda _kind, failure, _trace: faults.append(failure)
    try:
        for place, desktop in enumerate((left, right)):
            desktop.show(place)
        play(left, right)
    finally:
        for desktop in (left, right):
            desktop.close()
    for fault in faults:
        traceback.print_exception(fault)
    return 1 if faults else 0


def play(left: Desktop, right: Desktop) -> None:
    """Let each change one thing and the other read it, through the real windows and rounds."""
    player = Player(lambda: None)
    both = (left, right)
    player.until(lambda: all(each.waymark.desk for each in both), "both windows open")
    review = left.one(_OF_WREN)
    place = ("select place from review where id = ?", review)
    left.put("review", review, "place", WROTE)
    _wait(player, right, place, WROTE)
    right.put("review", review, "place", PLACE)
    _wait(player, left, place, PLACE)


def _wait(player: Player, reader: Desktop, asked: tuple[str, str], words: str) -> None:
    player.until(lambda: reader.one(*asked) == words, "the sentence on the other laptop")
    say(f"{reader.who.name} ({DOES[reader.who.role]}) reads: {reader.one(*asked)}")


def _one(connection: Connection, sql: str, given: tuple[str, ...]) -> str:
    row = connection.execute(sql, given).fetchone()
    return "" if row is None else str(row[0])


if __name__ == "__main__":
    sys.exit(main())
