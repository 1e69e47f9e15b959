"""Nothing that a child hears first from paper: hard news is told face to face, then written.

Source: domain reference 5.7, rule 9.
"""

from collections.abc import Iterator

from letters.checks.concern import Checked, Concern
from letters.paragraph import Source
from models.problems import N_

_LOOKING = "authorised"


def told_first(checked: Checked) -> Iterator[Concern]:
    """That a new family is looked for, which the letter says by itself."""
    sheet, letter = checked.sheet, checked.letter
    says_so = any(each.key == "L3/why" for each in letter.every_paragraph())
    if sheet.kind == _LOOKING and letter.kind == "letter" and says_so:
        said = N_(
            "The letter says that a new family is looked for. Has {name} been told face to face?"
        )
        source = Source("review", sheet.id, "what_for")
        yield Concern("told_first", "told_first", said, {"name": sheet.child.called}, "L3", source)
