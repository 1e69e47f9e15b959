"""Why a change of the form is refused, said beside the field: no line of a file is meant."""

from typing import Final

from models import broken_form as broken
from models.broken_form import BrokenForm
from ui.language import N_, _

_ON_THE_PAGE: Final = {
    broken.LAW_DROPPED: N_(
        "This was not changed: no step would cover {key} ({matter}) in one kind of review, and "
        "the law says that a review must consider it. Give it to another step first."
    ),
    broken.NEEDS_STEP: N_("This was not changed: every kind of review has the step {key}."),
    broken.EMPTY: N_("Write some words here."),
    broken.TOO_LONG: N_("This is too long: {most} letters fit."),
    broken.BRACES: N_("Only {{name}} can stand in curly brackets."),
    broken.NO_BRACES: N_("Curly brackets cannot be used here."),
    broken.BAD_LETTER: N_("There is a letter in this that cannot be shown."),
    broken.TOO_MANY: N_("There is no room for more: {most} fit."),
    broken.TOO_LARGE: N_("The form is too large now: it may have {most} letters."),
}


def refused_words(failure: BrokenForm) -> str:
    """Say why a change cannot be made."""
    words = _ON_THE_PAGE.get(failure.reason)
    values = told_in_language(failure).values
    return _(words or failure.reason).format(**values)


def told_in_language(failure: BrokenForm) -> BrokenForm:
    """Give the refusal with the name of a matter in the language of the windows."""
    if "matter" in failure.values:
        failure.values["matter"] = _(failure.values["matter"])
    return failure
