"""The live preview: from a changed record to the letter's new pages on the screen."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests import sample
from tests.benchmarks.timing import Figure, alone
from tests.benchmarks.windows import Painted, at_desk, dressed_application, put_away, wait_until
from ui.meeting.letter_pane import LetterPane
from ui.meeting.meeting import Meeting

MOST_MS = 150
WIDTH, HEIGHT = 430, 700


def figures(folder: Path, repeats: int) -> Iterator[Figure]:
    """The figure of the preview, its pause included, on a review with everything in it."""
    dressed_application()
    database = sample.open_database(folder)
    made = sample.fill(database)
    sample.write_whole_review(database, made)
    with at_desk(database) as desk:
        meeting = Meeting(desk, made.review_id)
        pane = LetterPane(meeting)
        pane.resize(WIDTH, HEIGHT)
        seen = Painted(pane.view.sheets)
        drawn: list[object] = []
        pane.live.drawn.connect(drawn.append)
        pane.show()
        wait_until(lambda: bool(drawn) and seen.times > 0)
        turn = count()

        def change() -> None:
            before = len(drawn)
            words = f"You told a good joke, number {next(turn)}."
            meeting.put("review", made.review_id, "warm_line", words)
            wait_until(lambda: len(drawn) > before)
            seen.wait()

        yield alone("live preview after a change is saved", change, MOST_MS, repeats * 3)
        put_away(pane)
    database.close()
