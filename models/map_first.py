"""Map first, then scale, then decide: a sentence that reminds, and never stops anyone."""

from models.problems import N_
from models.review_sheet import ReviewSheet

_FINISHED = frozenset({"finished", "known"})


def is_mapped(sheet: ReviewSheet) -> bool:
    """Whether anything stands on the map: a note, or the child's own words."""
    return bool(sheet.notes or sheet.wishes)


def is_scaled(sheet: ReviewSheet) -> bool:
    """Whether somebody gave a number, or was asked and would rather not."""
    return any(answer.answered != "not_asked" for answer in sheet.scale_answers)


def reminder(sheet: ReviewSheet, step: str) -> str:
    """One sentence for the top of this step, or nothing; marked, not translated.

    Source: domain reference 4.2, map first, scale, then decide.
    """
    if sheet.state in _FINISHED or step not in {"A10", "A11"}:
        return ""
    if not is_mapped(sheet):
        if step == "A10":
            return N_("Nothing is noted yet: a number says more once people have talked.")
        return N_("Nothing is noted yet: decisions come easier once people have talked.")
    if step == "A11" and not is_scaled(sheet):
        return N_("No number is given yet: ask for numbers first, and decide after that.")
    return ""
