"""A template that cannot be used: each thing that is wrong with it, and its line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from models import broken_form as broken
from models.broken_form import BrokenForm
from models.problems import N_, Problem

NOT_A_TEMPLATE = N_(
    "Line {line}: this is not a letter that Waymark can read: it needs waymark_letter = 1"
)
NEWER = N_("Line {line}: this letter was written by a newer Waymark")
TOO_LARGE = N_("The file is too large to be a letter: it may have {most} bytes")
UNKNOWN = N_("Line {line}: {key} is not part of a letter")
NO_SUCH_FIELD = N_("Line {line}: {key} is not known, so it cannot stand in curly brackets")
NO_FORMAT = N_("Line {line}: only the field itself stands in curly brackets, as {key}")
A_LABEL = N_("Line {line}: “{words}” puts a label on a child. Say what happened instead")
LONE_BRACE = N_("Line {line}: a curly bracket is missing or too many")
NO_SUCH_BLOCK = N_("Line {line}: there is no ready-made block {key}")
NO_SUCH_BAND = N_("Line {line}: there is no band {key}. There are: U, A, B, C, D and E")
NO_SUCH_PICTURE = N_("Line {line}: there is no picture {key}")
NEEDS_BLOCK = N_(
    "Line {line}: every letter has the block {key}, and this one does not. Add [[blocks]] with "
    'built_in = "{key}"'
)
NEEDS_HEADING = N_("Line {line}: a block with a picture needs a heading beside it")
NOTHING_IN_IT = N_("Line {line}: the block {key} has no lines and is not ready-made")
BOTH = N_("Line {line}: a ready-made block has no lines, heading or picture of its own")
WORDS_OR_ASK = N_("Line {line}: a line has either words or ask")
ONLY_WITH_WORDS = N_("Line {line}: {key} goes with words, not with ask")
ONLY_WITH_ASK = N_("Line {line}: {key} goes with ask, not with words")
KEY_TAKEN = N_("Line {line}: another letter has the key {key} already. Give this one its own")
NEEDS_HEADING_HERE = N_(
    "Line {line}: only a block right after the greeting can do without a heading. Give this one "
    "a heading"
)
NOTHING_LEFT = N_(
    "Line {line}: under this heading there may be nothing to say. Give it one line that is there "
    "in every letter"
)
BAD_BANDS = N_("Line {line}: bands cannot be empty")

_SAID_OTHERWISE: Mapping[str, str] = {
    broken.TOO_LARGE: TOO_LARGE,
    broken.UNKNOWN: UNKNOWN,
}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: the line, and the sentence with its values."""

    line: int
    reason: str
    values: Mapping[str, str] = field(default_factory=dict)

    def said(self, translated: Callable[[str], str] = str) -> str:
        """The fault in words."""
        return translated(self.reason).format(**{"line": str(self.line), **self.values})


def fault_of(failure: BrokenForm) -> Fault:
    """What was refused while reading a table, as a fault of a letter's template."""
    values = {name: value for name, value in failure.values.items() if name != "line"}
    reason = _SAID_OTHERWISE.get(failure.reason, failure.reason)
    return Fault(failure.line, reason, values)


class BrokenTemplate(Problem):
    """A template that cannot be used; `what` is the first of its `faults`."""

    kept = N_("The letters you had are as they were.")
    next = N_("Put it right, then try again.")

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        first = self.faults[0]
        super().__init__(first.reason, values={"line": str(first.line), **first.values})


class TemplateFileTrouble(Problem):
    """The file of a template could not be read or written."""

    what = N_("That file could not be read or written.")
    kept = N_("Your letters are as they were.")
    next = N_("Choose another place, or close the file in other programs, then try again.")
