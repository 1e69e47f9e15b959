"""The implicit half of the bidirectional algorithm: weak and neutral characters, brackets.

Source: Unicode Standard Annex 9, rules W1 to W7, N0 to N2, I1 and I2.
"""

from unicodedata import bidirectional

from letters.engine.bidi_embedding import ISOLATES, Sequence
from letters.engine.bracket_pairs import CLOSING, OPENING

_BRACKET_STACK = 63
_ISOLATE_MARKS = ISOLATES | {"PDI"}
_NEUTRAL = frozenset({"B", "S", "WS", "ON"}) | _ISOLATE_MARKS
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_WEAK = frozenset({"NSM", "EN", "AN", "AL", "ES", "CS", "ET"})


def resolve_sequence(text: str, sequence: Sequence, levels: list[int]) -> None:
    """Write the level of each character of the sequence into `levels`."""
    kinds = sequence.kinds
    if not _WEAK.isdisjoint(kinds):
        _marks(kinds, sequence.before)
        _numbers_after_arabic(kinds, sequence.before)
        _separators(kinds)
        _terminators(kinds)
        _numbers_after_latin(kinds, sequence.before)
    if not _NEUTRAL.isdisjoint(kinds):
        _brackets(text, sequence)
        _neutrals(sequence)
    even = sequence.level % 2 == 0
    step = {"L": 0, "R": 1, "EN": 2, "AN": 2} if even else {"L": 1, "R": 0, "EN": 1, "AN": 1}
    for place, kind in zip(sequence.places, kinds, strict=True):
        levels[place] = sequence.level + step[kind]


def _marks(kinds: list[str], before: str) -> None:
    previous = before
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = "ON" if previous in _ISOLATE_MARKS else previous
        previous = kinds[place]


def _numbers_after_arabic(kinds: list[str], before: str) -> None:
    strong = before
    for place, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        if kind == "AL":
            kinds[place] = "R"


def _separators(kinds: list[str]) -> None:
    for place in range(1, len(kinds) - 1):
        kind, before, after = kinds[place], kinds[place - 1], kinds[place + 1]
        if before != after:
            continue
        if kind == "CS" and before in ("EN", "AN"):
            kinds[place] = before
        elif kind == "ES" and before == "EN":
            kinds[place] = "EN"


def _terminators(kinds: list[str]) -> None:
    for start, end in _stretches(kinds, frozenset({"ET"})):
        touches = kinds[start - 1 : start] == ["EN"] or kinds[end : end + 1] == ["EN"]
        kinds[start:end] = ["EN" if touches else "ON"] * (end - start)
    for place, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[place] = "ON"


def _numbers_after_latin(kinds: list[str], before: str) -> None:
    strong = before
    for place, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _stretches(kinds: list[str], wanted: frozenset[str]) -> list[tuple[int, int]]:
    found = []
    place = 0
    while place < len(kinds):
        start = place
        while place < len(kinds) and kinds[place] in wanted:
            place += 1
        if place > start:
            found.append((start, place))
        else:
            place += 1
    return found


def _bracket_pairs(text: str, sequence: Sequence) -> list[tuple[int, int]]:
    stack: list[tuple[str, int]] = []
    pairs = []
    for place, at in enumerate(sequence.places):
        if sequence.kinds[place] != "ON":
            continue
        character = text[at]
        if character in OPENING:
            if len(stack) == _BRACKET_STACK:
                return []
            stack.append((OPENING[character], place))
        elif character in CLOSING:
            pairs += _close(stack, CLOSING[character], place)
    return sorted(pairs)


def _close(stack: list[tuple[str, int]], closing: str, place: int) -> list[tuple[int, int]]:
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth][0] == closing:
            opened = stack[depth][1]
            del stack[depth:]
            return [(opened, place)]
    return []


def _brackets(text: str, sequence: Sequence) -> None:
    kinds = sequence.kinds
    here = "LR"[sequence.level % 2]
    for opened, closed in _bracket_pairs(text, sequence):
        inside = {_STRONG.get(kind) for kind in kinds[opened + 1 : closed]} - {None}
        if not inside:
            continue
        direction = here
        if here not in inside:
            direction = _strong_before(kinds, opened, sequence.before)
        _set_bracket(text, sequence, opened, direction)
        _set_bracket(text, sequence, closed, direction)


def _strong_before(kinds: list[str], place: int, before: str) -> str:
    for earlier in range(place - 1, -1, -1):
        if kinds[earlier] in _STRONG:
            return _STRONG[kinds[earlier]]
    return before


def _set_bracket(text: str, sequence: Sequence, place: int, direction: str) -> None:
    sequence.kinds[place] = direction
    for after in range(place + 1, len(sequence.kinds)):
        if bidirectional(text[sequence.places[after]]) != "NSM":
            return
        sequence.kinds[after] = direction


def _neutrals(sequence: Sequence) -> None:
    kinds = sequence.kinds
    here = "LR"[sequence.level % 2]
    for start, end in _stretches(kinds, _NEUTRAL):
        before = _STRONG[kinds[start - 1]] if start else sequence.before
        after = _STRONG[kinds[end]] if end < len(kinds) else sequence.after
        kinds[start:end] = [before if before == after else here] * (end - start)
