"""A file that cannot be used as the form of a council's meetings: the line and the reason."""

from models.problems import N_, Problem

NOT_A_FORM = N_("Line {line}: this is not a form that Waymark can read: it needs waymark_form = 1")
NEWER = N_("Line {line}: this form was written by a newer Waymark")
TOO_LARGE = N_("The file is too large to be a form: it may have {most} bytes")
NOT_UTF_8 = N_("Line {line}: these are not letters in UTF-8, as a plain text file should have")
SYNTAX = N_("Line {line}: this cannot be read. Look for a missing = or bracket")
NO_EQUALS = N_("Line {line}: after a name there should be = and then what it is")
NO_QUOTATION = N_("Line {line}: a quotation mark is missing or too many")
TWICE_WRITTEN = N_("Line {line}: this is written twice")
UNKNOWN = N_("Line {line}: {key} is not part of a form")
LEFT_OUT = N_("Line {line}: {key} is missing here")
NOT_WORDS = N_("Line {line}: {key} should be words in quotation marks")
NOT_A_LIST = N_('Line {line}: {key} should be a list of words, such as ["A1", "A2"]')
NOT_A_TABLE = N_("Line {line}: {key} should be a part of its own, with a heading in brackets")
NOT_YES_OR_NO = N_("Line {line}: {key} should be true or false")
EMPTY = N_("Line {line}: {key} is empty")
TOO_LONG = N_("Line {line}: {key} is too long: {most} letters fit")
BAD_LETTER = N_("Line {line}: {key} has a letter that cannot be shown, such as a new line")
BRACES = N_("Line {line}: in {key}, only {{name}} may stand in curly brackets")
NO_BRACES = N_("Line {line}: {key} cannot have curly brackets")
BAD_STEP = N_("Line {line}: {key} cannot be a step: write a capital letter and a number, as in B1")
BAD_KEY = N_(
    "Line {line}: {key} cannot be a key: use small letters, numbers and _, {most} at most"
)
TWICE = N_("Line {line}: {key} is there twice")
NO_SUCH_STEP = N_("Line {line}: there is no step {key} in this file")
NO_SUCH_COLUMN = N_("Line {line}: there is no column {key}")
NO_SUCH_MATTER = N_("Line {line}: there is no matter {key} in Schedule 7")
NO_SUCH_ANSWER = N_("Line {line}: there is no kind of answer {key} in this column")
NO_SUCH_KIND = N_("Line {line}: there is no kind of review {key}")
TOO_MANY = N_("Line {line}: there are too many of {key}: {most} fit")
NEEDS_STEP = N_("Line {line}: every kind of review has the step {key}, and this one does not")
LAW_DROPPED = N_(
    "Line {line}: no step of this kind of review covers {key} ({matter}), which the law says a "
    "review must consider"
)


class BrokenForm(Problem):
    """A form that cannot be used; `what` says the line and the reason."""

    kept = N_("The form you had is as it was.")
    next = N_("Put it right, then try again.")

    def __init__(self, reason: str, line: int = 1, **values: str) -> None:
        self.line, self.reason = line, reason
        super().__init__(reason, values={"line": str(line), **values})


class FormFileTrouble(Problem):
    """The file of a form could not be read or written."""

    what = N_("That file could not be read or written.")
    kept = N_("The form of your meetings is as it was.")
    next = N_("Choose another place, or close the file in other programs, then try again.")


class NewerForm(Problem):
    """The council's form was changed with a newer program; changing it here would lose that."""

    what = N_("The form of your meetings was last changed with a newer Waymark.")
    kept = N_("It has not been changed, and reviews can be held with Waymark’s own form.")
    next = N_("Install the newer version on this computer, then change the form.")
