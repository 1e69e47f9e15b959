"""What shows in the window of an envelope beside the address."""

from collections.abc import Iterator, Sequence

from letters.disclosure.extracted import Extracted, Line
from letters.disclosure.finding import ON_PAGE, key_of
from letters.disclosure.hit import Hit
from letters.looks.envelope import MAY_BE_SEEN
from letters.page import mm
from models.disclosure.folding import words_of

WINDOW = "window"


def in_window(extracted: Extracted, address: Sequence[str]) -> Iterator[Hit]:
    """Each line in the window's area of the first page that is no line of the address."""
    if not extracted.pages:
        return
    own = {words_of(line) for line in address}
    for line in extracted.pages[0].lines:
        if _may_be_seen(line) and words_of(line.text) not in own and line.text.strip():
            said = " ".join(line.text.split())
            yield Hit(key_of(WINDOW, said), WINDOW, WINDOW, said, 1, (line.box,), ON_PAGE,
                      "exact", said)  # fmt: skip


def _may_be_seen(line: Line) -> bool:
    left, top, right, bottom = line.box
    across = left < mm(MAY_BE_SEEN.right) and right > mm(MAY_BE_SEEN.left)
    return across and top < mm(MAY_BE_SEEN.bottom) and bottom > mm(MAY_BE_SEEN.top)
