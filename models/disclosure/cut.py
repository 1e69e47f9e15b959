"""What was left out of one reader's copy, for the chair's eyes."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Cut:
    """One thing that was left out: where, its words, and why.

    An empty `field` is the whole row. `why_tag` is a restriction tag, or "" for what was
    restricted and nobody said from whom. `fact_id` names the protected fact for which a sentence
    went, and `by_hand` says that the chair left it out.
    """

    table: str
    row_id: str
    field: str
    words: str = dataclasses.field(repr=False)
    why_tag: str
    by_hand: bool = False
    fact_id: str = ""
