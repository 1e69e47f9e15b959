"""Whether an issued paper still says what the record says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from letters.papers import compose
from letters.words_of import words_of
from models.document_kind import DocumentKind
from models.review_sheet import DocumentOnSheet, ReviewSheet
from models.rules.timescales import DECISIONS_WRITTEN, MANAGER_REPLIES, RECORD_WRITTEN

_STOPPED_LATER = (
    frozenset({RECORD_WRITTEN.id}),
    frozenset({MANAGER_REPLIES.id}),
    frozenset({DECISIONS_WRITTEN.id, MANAGER_REPLIES.id}),
)


def still_says(sheet: ReviewSheet, issued: DocumentOnSheet, words: str, issued_on: date) -> bool:
    """Whether the paper composed again for that day has these words."""
    kind = DocumentKind(issued.kind)
    return any(
        words_of(compose(before, kind, issued_on, issued.reason)) == words
        for before in _before_it(sheet, issued)
    )


def _before_it(sheet: ReviewSheet, issued: DocumentOnSheet) -> Iterator[ReviewSheet]:
    """The review without this paper, and without the clocks that stopped with it or after it."""
    earlier = tuple(
        each
        for each in sheet.documents
        if each.kind != issued.kind or each.version < issued.version
    )
    before = replace(sheet, documents=earlier)
    if issued.kind == DocumentKind.DECISIONS:  # what the manager answered came after it
        before = replace(before, replies=(), finalised_on=None)
    yield before
    for stopped in _STOPPED_LATER:
        milestones = tuple(each for each in sheet.milestones if each.clock not in stopped)
        if milestones != before.milestones:
            yield replace(before, milestones=milestones)
