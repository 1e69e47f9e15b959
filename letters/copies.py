"""One reader's copy of a paper: composed from what they may see, set on pages, named."""

from dataclasses import dataclass, field
from datetime import date

from letters.letter import Letter
from letters.minutes_form import Minutes
from letters.paragraph import Missing
from letters.pdf import Rendered
from models.copy_of_sheet import Cut
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet


@dataclass(frozen=True)
class PaperCopyWords:
    """This reader's own latest copy of this paper: its version, its day and its plain words."""

    version: int
    released_on: date
    words: str = field(repr=False)


@dataclass(frozen=True)
class MadeCopy:
    """A copy as composed, and as pages. `words` are kept to tell later what changed.

    `cuts` are for the chair's eyes alone. `file_name` names nobody.
    """

    document: Letter | Minutes
    rendered: Rendered
    words: str
    cuts: tuple[Cut, ...]
    file_name: str
    missing: tuple[Missing, ...]
    version: int = 1


def copy_of(
    sheet: ReviewSheet,
    kind: str,
    reader: Reader,
    today: date,
    *,
    draft: bool = False,
    before: PaperCopyWords | None = None,
    reason: str = "",
) -> MadeCopy:
    """What this reader gets of this kind of paper; a draft shows what still lacks.

    Raises: LetterHasGaps for a letter that is no draft and lacks something.
    """
    raise NotImplementedError
