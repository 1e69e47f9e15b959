"""What was released of a review before: each reader's newest copy, and its words."""

from dataclasses import dataclass

from letters.copies import PaperCopyWords
from models.database import Database
from models.sending_queue import CopyLine, CopyState, copies_of

Key = tuple[str, str]
_GONE = frozenset({CopyState.WITHDRAWN, CopyState.STOPPED})


@dataclass(frozen=True)
class ReleasedCopies:
    """All of them, by reader and paper the newest, and its words if it still is to reach them."""

    lines: tuple[CopyLine, ...]
    newest: dict[Key, CopyLine]
    words: dict[Key, PaperCopyWords]

    def of(self, reader_key: str) -> tuple[CopyLine, ...]:
        """Those of one reader."""
        return tuple(each for each in self.lines if each.reader == reader_key)


def read_released(database: Database, review_id: str) -> ReleasedCopies:
    """Read what was released of one review."""
    with database.reading() as connection:
        lines = copies_of(connection, review_id)
        newest: dict[Key, CopyLine] = {}
        for each in sorted(lines, key=lambda line: line.version):
            newest[each.reader, each.kind] = each
        words = {
            key: PaperCopyWords(each.version, each.released_at.astimezone().date(), said)
            for key, each in newest.items()
            if each.state not in _GONE
            for (said,) in connection.execute(
                "select words from paper_copy where id = ?", (each.id,)
            )
        }
    return ReleasedCopies(lines, newest, words)
