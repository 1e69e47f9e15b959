"""The path data of an SVG picture as the operators of a PDF."""

import math
import re
from collections.abc import Callable

from letters.engine.pdf_values import number

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}

Point = tuple[float, float]


def path_operators(data: str) -> str:
    """Turn the `d` of a path into operators.

    Raises: ValueError if it holds a command that SVG does not know.
    """
    return _Walk().run(data)


class _Walk:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._here: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._control: Point | None = None
        self._last = ""
        self._steps: dict[str, Callable[[list[float], Point], None]] = {
            "M": self._move, "L": self._line, "H": self._level, "V": self._upright,
            "C": self._cubic, "S": self._smooth, "Q": self._quadratic, "T": self._smooth_quadratic,
            "A": self._arc, "Z": self._close,
        }  # fmt: skip

    def run(self, data: str) -> str:
        for command, numbers in _commands(data):
            kind = command.upper()
            if kind not in self._steps:
                raise ValueError(f"unknown path command {command}")
            origin = self._here if command.islower() else (0.0, 0.0)
            self._steps[kind](numbers, origin)
            self._last = kind
        return " ".join(self._parts)

    def _add(self, operator: str, *points: Point) -> None:
        written = " ".join(f"{number(x)} {number(y)}" for x, y in points)
        self._parts.append(f"{written} {operator}".strip())
        if points:
            self._here = points[-1]

    def _move(self, n: list[float], origin: Point) -> None:
        self._add("m", _shift(origin, n[0], n[1]))
        self._start = self._here

    def _line(self, n: list[float], origin: Point) -> None:
        self._add("l", _shift(origin, n[0], n[1]))

    def _level(self, n: list[float], origin: Point) -> None:
        self._add("l", (origin[0] + n[0], self._here[1]))

    def _upright(self, n: list[float], origin: Point) -> None:
        self._add("l", (self._here[0], origin[1] + n[0]))

    def _cubic(self, n: list[float], origin: Point) -> None:
        self._curve(*(_shift(origin, n[at], n[at + 1]) for at in (0, 2, 4)))

    def _smooth(self, n: list[float], origin: Point) -> None:
        first = self._reflected("CS")
        self._curve(first, _shift(origin, n[0], n[1]), _shift(origin, n[2], n[3]))

    def _quadratic(self, n: list[float], origin: Point) -> None:
        self._bend(_shift(origin, n[0], n[1]), _shift(origin, n[2], n[3]))

    def _smooth_quadratic(self, n: list[float], origin: Point) -> None:
        self._bend(self._reflected("QT"), _shift(origin, n[0], n[1]))

    def _arc(self, n: list[float], origin: Point) -> None:
        end = _shift(origin, n[5], n[6])
        for points in arc_curves(self._here, end, (n[0], n[1]), n[2], (bool(n[3]), bool(n[4]))):
            self._add("c", *points)

    def _close(self, n: list[float], origin: Point) -> None:  # noqa: ARG002  # like the others
        self._add("h")
        self._here = self._start

    def _curve(self, first: Point, second: Point, end: Point) -> None:
        self._add("c", first, second, end)
        self._control = second

    def _bend(self, control: Point, end: Point) -> None:
        start = self._here
        first = _between(start, control, 2 / 3)
        self._add("c", first, _between(end, control, 2 / 3), end)
        self._control = control

    def _reflected(self, kinds: str) -> Point:
        if self._last not in kinds or self._control is None:
            return self._here
        return (2 * self._here[0] - self._control[0], 2 * self._here[1] - self._control[1])


def _commands(data: str) -> list[tuple[str, list[float]]]:
    found: list[tuple[str, list[float]]] = []
    command = ""
    numbers: list[float] = []
    for token in _split_flags(data):
        if token.isalpha():
            command = token
            if token.upper() == "Z":
                found.append((token, []))
            continue
        numbers.append(float(token))
        if len(numbers) == _COUNTS.get(command.upper(), 1):
            found.append((command, numbers))
            numbers = []
            command = {"M": "L", "m": "l"}.get(command, command)
    return found


def _split_flags(data: str) -> list[str]:
    """Cut the data into tokens; the two flags of an arc may stand with no blank after them."""
    tokens: list[str] = []
    place = count = 0
    command = ""
    while match := _TOKEN.search(data, place):
        token = match.group()
        place = match.end()
        if token.isalpha():
            command, count = token, 0
        elif command in "aA" and command and count % 7 in (3, 4):
            token = token[0]
            place = match.start() + 1
            count += 1
        else:
            count += 1
        tokens.append(token)
    return tokens


def _shift(origin: Point, x: float, y: float) -> Point:
    return (origin[0] + x, origin[1] + y)


def _between(start: Point, end: Point, share: float) -> Point:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def arc_curves(
    start: Point, end: Point, radii: Point, turn: float, flags: tuple[bool, bool]
) -> list[tuple[Point, Point, Point]]:
    """Give the curves that draw an elliptical arc.

    Source: SVG 1.1, appendix F.6.
    """
    rx, ry = abs(radii[0]), abs(radii[1])
    if not rx or not ry or start == end:
        return [(start, end, end)]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    grow = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    below = (rx * y) ** 2 + (ry * x) ** 2
    scale = math.sqrt(max(0.0, (rx * ry) ** 2 / below - 1)) * (-1 if flags[0] == flags[1] else 1)
    cx, cy = scale * rx * y / ry, -scale * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    sweep = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if flags[1] != (sweep > 0):
        sweep += math.tau if flags[1] else -math.tau
    middle = (
        cos * cx - sin * cy + (start[0] + end[0]) / 2,
        sin * cx + cos * cy + (start[1] + end[1]) / 2,
    )

    def at(px: float, py: float) -> Point:
        return (
            middle[0] + cos * rx * px - sin * ry * py,
            middle[1] + sin * rx * px + cos * ry * py,
        )

    return _pieces(first, sweep, at)


def _pieces(
    first: float, sweep: float, at: Callable[[float, float], Point]
) -> list[tuple[Point, Point, Point]]:
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / count
    handle = 4 / 3 * math.tan(step / 4)
    curves = []
    for piece in range(count):
        a, b = first + piece * step, first + (piece + 1) * step
        curves.append(
            (
                at(math.cos(a) - handle * math.sin(a), math.sin(a) + handle * math.cos(a)),
                at(math.cos(b) + handle * math.sin(b), math.sin(b) - handle * math.cos(b)),
                at(math.cos(b), math.sin(b)),
            )
        )
    return curves
