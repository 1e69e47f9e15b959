"""One find of the disclosure check: what stands where in a finished file."""

from dataclasses import dataclass, field

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Hit:
    """Something found in a finished file that its reader must not see.

    `key` is SHA-256 of what was looked for and the words round it: the same over every new
    rendering of the same words, another as soon as they change. `kind` is a FactKind value,
    "restricted", "other_child" or "window". `page` counts from 1; None for what is on no page.
    `boxes` are left, top, right and bottom in PDF points from the top left corner of the page,
    one for each line that the words stand on. `how` is a models.disclosure.matching way.
    """

    key: str
    secret_key: str
    kind: str
    found: str = field(repr=False)
    page: int | None
    boxes: tuple[Box, ...]
    where: str
    how: str
    around: str = field(repr=False)
