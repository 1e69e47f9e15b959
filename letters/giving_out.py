"""The one way to a paper that is given out: no letter gets past what is still to be looked at."""

from datetime import date

from letters.checks import checks_of, unanswered
from letters.letter import Letter
from letters.papers import Paper, paper
from models.document_kind import DocumentKind
from models.problems import N_, Problem
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays

_OVER = frozenset({"finished", "known"})  # the states of a review that the chair completed


class ReviewGoesOn(Problem):
    """The letter of a review was to be given out before the chair completed the review."""

    what = N_("This review is not finished, so its letter cannot be given out yet.")
    kept = N_("Everything you wrote is safe.")
    next = N_("Finish the review, then issue the letter.")


class StillToLookAt(Problem):
    """A letter was to be given out with a warning that is neither mended nor set aside."""

    what = N_("Something in this letter is neither mended nor set aside, so it was not given out.")
    kept = N_("Everything you wrote is safe.")
    next = N_("Open the letter, choose “Check and finish”, and answer each thing that it lists.")


def paper_to_give(
    sheet: ReviewSheet,
    kind: DocumentKind,
    today: date,
    calendar: WorkingDays,
    reason: str = "",
) -> Paper:
    """A paper as it is given out, with its pages; a letter only when nothing stands in its way.

    Raises: LetterHasGaps, WordsNotChecked, ReviewGoesOn or StillToLookAt for a letter that is
    not ready.
    """
    made = paper(sheet, kind, today, reason=reason)
    if not isinstance(made.document, Letter):
        return made
    if kind is DocumentKind.LETTER and sheet.state not in _OVER:
        raise ReviewGoesOn
    if unanswered(sheet, checks_of(sheet, made.document, today, calendar)):
        raise StillToLookAt
    return made
