"""One thing that a review still needs."""

import dataclasses
from collections.abc import Mapping
from datetime import date

from models.review_sheet import ReviewSheet

Values = dict[str, str | int | date]
PARTICIPATION, NEXT_DATE = ("participation", "code"), ("review", "next_review_on")
ASKED_AT_THE_END = (PARTICIPATION, NEXT_DATE)
TWO_VERSIONS = "conflict"  # the table of fields that two people changed
MATTER = "matter_considered"  # the table in which the chair says what became of a matter of law


@dataclasses.dataclass(frozen=True)
class Lacking:
    """One thing still needed: the step and field that fill it; `words` takes `values` by name."""

    step: str
    words: str
    table: str
    row_id: str
    field: str
    values: Mapping[str, str | int | date] = dataclasses.field(default_factory=dict)

    @property
    def is_asked_at_the_end(self) -> bool:
        """Whether a review is finished without it only for a reason of its own."""
        return self.table == MATTER or (self.table, self.field) in ASKED_AT_THE_END

    @property
    def is_never_left(self) -> bool:
        """Whether no reason is enough: a person chooses between two versions first."""
        return self.table == TWO_VERSIONS


def about(sheet: ReviewSheet) -> Values:
    """The child's chosen name, by which sentences about what is needed speak of them."""
    return {"name": sheet.child.called}
