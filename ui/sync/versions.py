"""Which words two versions differ in, so that they can be shown and said."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_PARTS = re.compile(r"\w+(?:[’'\-]\w+)*|\s+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A run of words; `changed` where it is not in the text it was compared with."""

    text: str
    changed: bool = False


@dataclass(frozen=True)
class Differences:
    """One version in pieces, and what it leaves out of the text it was compared with."""

    pieces: tuple[Piece, ...]
    left_out: tuple[str, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """The runs that are new in this version."""
        return tuple(piece.text for piece in self.pieces if piece.changed)


def differences(before: str, after: str) -> Differences:
    """Compare by words; white space at the edge of what is new counts as old."""
    old, new = _PARTS.findall(before), _PARTS.findall(after)
    pieces: list[Piece] = []
    left_out: list[str] = []
    for what, old_from, old_to, new_from, new_to in _steps(old, new):
        text = "".join(new[new_from:new_to])
        if what == "equal":
            pieces.append(Piece(text))
        elif text.strip():
            pieces += _new(text)
        else:
            pieces.append(Piece(text))
            left_out.append("".join(old[old_from:old_to]).strip())
    return Differences(_joined(pieces), tuple(each for each in left_out if each))


def _steps(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Give the steps from one to the other; a lone space between two changes belongs to them."""
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    steps: list[tuple[str, int, int, int, int]] = []
    for at, (what, *places) in enumerate(found):
        is_space = what == "equal" and not "".join(new[places[2] : places[3]]).strip()
        between = 0 < at < len(found) - 1
        if is_space and between:
            what = "replace"
        if steps and steps[-1][0] != "equal" and what != "equal":
            before = steps.pop()
            steps.append(("replace", before[1], places[1], before[3], places[3]))
        else:
            steps.append((what, places[0], places[1], places[2], places[3]))
    return steps


def _new(text: str) -> list[Piece]:
    inside = text.strip()
    start = text.index(inside)
    ends = (Piece(text[:start]), Piece(text[start + len(inside) :]))
    return [ends[0], Piece(inside, changed=True), ends[1]]


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Join what stands side by side and is alike; leave out what is empty."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].changed == piece.changed:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.changed)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)
