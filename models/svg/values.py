"""The values that may stand in a cleaned SVG: numbers, colours, paths and transforms."""

import math
import re
from typing import Final

from models.image_problems import BrokenPicture, MoreThanADrawing

LARGEST: Final = 1_000_000
LONGEST_PATH: Final = 400_000
_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_LENGTH: Final = re.compile(rf"({_NUMBER.pattern})(?:px)?")
_STEP: Final = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^A-DF-Za-df-z]*)")
_BETWEEN: Final = re.compile(r"[\s,]*")
_COUNTS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_TURN: Final = re.compile(r"\s*(\w+)\s*\(([^()]*)\)[\s,]*")
_TURNS: Final = {"matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3),
                 "skewX": (1,), "skewY": (1,)}  # fmt: skip
_LENGTHS_OF: Final = {"matrix": (4, 5), "translate": (0, 1), "rotate": (1, 2)}
_FLAG_PLACES: Final = (3, 4)


def written(value: float) -> str:
    """Write a number with at most four decimals.

    Raises: BrokenPicture for one that no drawing needs.
    """
    if not math.isfinite(value) or abs(value) > LARGEST:
        raise BrokenPicture
    return _bare(f"{value:.4f}")


def numbers(text: str) -> list[float]:
    """Read numbers parted by blanks or commas.

    Raises: BrokenPicture for anything else between them.
    """
    found: list[float] = []
    place = _end(_BETWEEN, text, 0)
    while place < len(text):
        match = _NUMBER.match(text, place)
        if match is None:
            raise BrokenPicture
        found.append(float(match.group()))
        place = _end(_BETWEEN, text, match.end())
    return found


def length(text: str) -> float:
    """Read a length in the drawing's own unit.

    Raises: MoreThanADrawing for percentages and units of paper.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise MoreThanADrawing
    return float(match.group(1))


def path(data: str, factor: float = 1.0) -> str:
    """Write the data of a path anew, every length times a factor.

    Raises: BrokenPicture unless it begins with a move and every command has its numbers.
    """
    if len(data) > LONGEST_PATH:
        raise MoreThanADrawing
    steps: list[str] = []
    place = _end(_BETWEEN, data, 0)
    while place < len(data):
        match = _STEP.match(data, place)
        if match is None or (not steps and match.group(1) not in "Mm"):
            raise BrokenPicture
        steps.append(_step(match.group(1), match.group(2), factor))
        place = match.end()
    return "".join(steps)


def _step(command: str, given: str, factor: float) -> str:
    kind = command.upper()
    values = _arc_numbers(given) if kind == "A" else numbers(given)
    count = _COUNTS[kind]
    if (not count and values) or (count and (not values or len(values) % count)):
        raise BrokenPicture
    if kind == "A":
        return command + " ".join(_arc_part(at % 7, value, factor) for at, value in
                                  enumerate(values))  # fmt: skip
    return command + " ".join(written(value * factor) for value in values)


def _arc_numbers(text: str) -> list[float]:
    """Read the numbers of arcs, whose two flags may stand with no blank after them."""
    found: list[float] = []
    place = _end(_BETWEEN, text, 0)
    while place < len(text):
        if len(found) % 7 in _FLAG_PLACES:
            if text[place] not in "01":
                raise BrokenPicture
            found.append(float(text[place]))
            place += 1
        else:
            match = _NUMBER.match(text, place)
            if match is None:
                raise BrokenPicture
            found.append(float(match.group()))
            place = match.end()
        place = _end(_BETWEEN, text, place)
    return found


def _arc_part(at: int, value: float, factor: float) -> str:
    return written(value if at in (2, *_FLAG_PLACES) else value * factor)


def transform(text: str, factor: float = 1.0) -> tuple[str, bool]:
    """Write a transform anew, its shifts times a factor; and say whether it keeps to flat ones.

    Raises: BrokenPicture for one that SVG does not know.
    """
    turns, place, is_flat = [], 0, True
    while place < len(text):
        match = _TURN.match(text, place)
        if match is None:
            raise BrokenPicture
        name, given = match.group(1), numbers(match.group(2))
        if len(given) not in _TURNS.get(name, ()):
            raise BrokenPicture
        lengths = _LENGTHS_OF.get(name, ())
        scaled = [value * factor if at in lengths else value for at, value in enumerate(given)]
        turns.append(f"{name}({' '.join(map(_fine, scaled))})")
        is_flat = is_flat and not name.startswith("skew")
        place = match.end()
    return " ".join(turns), is_flat


def _fine(value: float) -> str:
    """Write a number of a transform, where the sixth decimal may still count."""
    written(value)
    return _bare(f"{value:.6f}")


def _bare(decimal: str) -> str:
    """Take the noughts at the end away."""
    bare = decimal.rstrip("0").rstrip(".")
    return "0" if bare == "-0" else bare


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place
