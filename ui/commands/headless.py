"""Plays one invented review through the real windows with no screen, and leaves its papers."""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from models.document_kind import REVIEW_PAPERS, DocumentKind
from models.exports.to_folder import write_files
from models.issuing import issued_pdf
from models.reading_a_review import read_review
from models.security.key_file import Cost
from models.settings import Settings
from ui import record_place
from ui.appearance import appearance
from ui.commands.command_line import say
from ui.commands.play import play
from ui.commands.play_after import PlayersClock, play_after, set_name
from ui.commands.played_papers import call_to_a_meeting, cut_copy
from ui.commands.player import Player
from ui.commands.write_papers import make_output_folder, save_paper
from ui.language import _

if TYPE_CHECKING:
    from ui.application import Waymark

CHEAP = Cost(times=1, memory_kib=8 * 1024, lanes=1)  # of a record that lives for seconds
WIDTH_PX, HEIGHT_PX = 1366, 768
PLANNED_FOR = "Kit"
ISSUED = (*REVIEW_PAPERS, DocumentKind.DECISIONS)


def play_a_review(to: Path) -> int:
    """Chair Kit's review from the first key to the released copies; gives the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.application import Waymark, make_application

    running = QApplication.instance()
    application = running or make_application(sys.argv[:1])
    appearance().apply("light", 100)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "demo"
        say(_("Inventing a council of sixty children."))
        record_place.make_demo(place, CHEAP)
        clock = PlayersClock()
        waymark = Waymark(place, Settings(), demo=True, now=clock)
        waymark.window.resize(WIDTH_PX, HEIGHT_PX)
        waymark.start()
        try:
            written = _chair(waymark, clock, to)
        finally:
            waymark.window.close()
            application.processEvents()
    for path in written:
        say(_("Written: {file}").format(file=path))
    return 0


def _chair(waymark: "Waymark", clock: PlayersClock, to: Path) -> list[Path]:
    player = Player(waymark.window.pages.page)
    player.until(lambda: waymark.desk is not None, "the demo council open")
    desk = waymark.desk
    if desk is None:
        raise RuntimeError("the record is locked")
    with desk.database.reading() as connection:
        review_id = connection.execute(
            "select r.id from review r join child c on c.id = r.child_id "
            "where c.given_name = ? and r.state = 'planned'",
            (PLANNED_FOR,),
        ).fetchone()[0]
    say(_("Chairing the fourth review of Kit, by keyboard, in the real window."))
    waymark.open_review(review_id)
    play(player, waymark)
    say(_("Nobody answers for a week. Then the record is final, and each copy is looked at."))
    make_output_folder(to)
    play_after(player, waymark, review_id, clock, to)
    with desk.database.reading() as connection:
        sheet = read_review(connection, review_id)
        made = (*cut_copy(connection, review_id, desk), *call_to_a_meeting(connection, desk))
        issued = [
            save_paper(to, sheet, kind, issued_pdf(connection, document.id))
            for kind in ISSUED
            if (document := sheet.latest_document(kind)) is not None
        ]
    return [*issued, *(to / name for name in (set_name(review_id), *write_files(to, made)))]
