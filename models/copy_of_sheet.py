"""One reader's copy of a review: what they must not see is taken out, not blacked over."""

from dataclasses import dataclass

from models.document_kind import DocumentKind
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet


@dataclass(frozen=True)
class Cut:
    """What was left out, for the chair's eyes: where, its words, and why.

    An empty `field` is the whole row. `why_tag` is a restriction tag, "" for what was restricted
    and nobody said from whom, or the id of the protected fact; `by_hand` says the chair did it.
    """

    table: str
    row_id: str
    field: str
    words: str
    why_tag: str
    by_hand: bool = False


@dataclass(frozen=True)
class CopySheet:
    """The sheet that a reader's copy is composed from, and what is not on it.

    `annexe` is what the council's own file keeps apart: it is in no other reader's copy.
    """

    sheet: ReviewSheet
    cuts: tuple[Cut, ...]
    annexe: tuple[Cut, ...] = ()


def sheet_for(sheet: ReviewSheet, reader: Reader, kind: str = DocumentKind.MINUTES) -> CopySheet:
    """The sheet with everything gone that this reader must not see in this kind of paper."""
    raise NotImplementedError
