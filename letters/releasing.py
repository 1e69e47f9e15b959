"""A copy made ready to be released: its finished file, read again against its reader."""

from dataclasses import dataclass, field
from datetime import date

from letters.copies import MadeCopy, PaperCopyWords
from letters.disclosure.hit import Hit
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays


@dataclass(frozen=True)
class CheckedCopy:
    """The finished file, all that was found in it, and what nobody has answered for yet.

    `format` is "pdf" or "docx", and `data` the file that goes out.
    """

    made: MadeCopy
    hits: tuple[Hit, ...]
    unanswered: tuple[Hit, ...]
    format: str = "pdf"
    data: bytes = field(default=b"", repr=False)


def ready_copy(
    sheet: ReviewSheet,
    kind: str,
    reader: Reader,
    today: date,
    calendar: WorkingDays,
    *,
    before: PaperCopyWords | None = None,
    reason: str = "",
) -> CheckedCopy:
    """Make the finished file of this reader's copy, and search it for what they must not find.

    Raises: LetterHasGaps for a letter that lacks something.
    """
    raise NotImplementedError
