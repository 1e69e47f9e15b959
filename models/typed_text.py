"""What may not stand in typed words: marks that nobody sees, as those that turn a line round."""

import re
from typing import Final

_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e]")
_ISOLATES: Final = re.compile("[\u2066-\u2069]")
_CLOSES: Final = "\u2069"


def without_unseen(text: str) -> str:
    """The words without control characters and without marks that override the way of reading.

    Marks that isolate a piece stay where each that opens is closed.
    """
    shown = _UNSEEN.sub("", text)
    return shown if _is_balanced(shown) else _ISOLATES.sub("", shown)


def _is_balanced(text: str) -> bool:
    depth = 0
    for mark in _ISOLATES.findall(text):
        depth += -1 if mark == _CLOSES else 1
        if depth < 0:
            return False
    return depth == 0
