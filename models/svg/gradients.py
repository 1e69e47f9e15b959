"""The gradients of an SVG, read and written anew under names of our own."""

from collections.abc import Iterator, Mapping
from typing import Final

from models.image_problems import MoreThanADrawing
from models.svg.looks import Sheet, looks_of
from models.svg.paint import colour, share_of
from models.svg.tree import Element
from models.svg.values import numbers, transform, written

KINDS: Final = ("linearGradient", "radialGradient")
MOST_STOPS: Final = 64
_PLACES: Final = ("x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy")
_UNITS: Final = ("userSpaceOnUse", "objectBoundingBox")
_SPREADS: Final = ("pad", "reflect", "repeat")


class Gradients:
    """Every gradient of one drawing; `names` gives our name for each of theirs."""

    def __init__(self, root: Element, sheet: Sheet, factor: float) -> None:
        self._sheet, self._factor = sheet, factor
        found = [each for each in _all(root) if each.attributes.get("id")]
        self._elements = {each.attributes["id"]: each for each in found}
        self.names: Mapping[str, str] = {
            theirs: f"g{number}" for number, theirs in enumerate(self._elements, 1)
        }

    def written(self, used: set[str]) -> str:
        """Write those that are used, by our names.

        Raises: MoreThanADrawing, BrokenPicture.
        """
        return "".join(
            self._written(self.names[theirs], element)
            for theirs, element in self._elements.items()
            if self.names[theirs] in used
        )

    def _written(self, name: str, element: Element) -> str:
        pattern = self._pattern_of(element)
        given = (pattern.attributes if pattern else {}) | element.attributes
        parts = [f'id="{name}"']
        is_own_unit = given.get("gradientUnits") == "userSpaceOnUse"
        factor = self._factor if is_own_unit else 1.0
        for place in _PLACES:
            if place in given:
                parts.append(f'{place}="{_place(given[place], factor)}"')
        if "gradientTransform" in given:
            turned, _is_flat = transform(given["gradientTransform"], factor)
            parts.append(f'gradientTransform="{turned}"')
        for key, known in (("gradientUnits", _UNITS), ("spreadMethod", _SPREADS)):
            if given.get(key) in known:
                parts.append(f'{key}="{given[key]}"')
        stops = "".join(self._stops(element) or (self._stops(pattern) if pattern else ()))
        return f"<{element.kind} {' '.join(parts)}>{stops}</{element.kind}>"

    def _pattern_of(self, element: Element) -> Element | None:
        """The gradient that this one is like, which must stand by itself."""
        named = element.attributes.get("href", "").removeprefix("#")
        if not named:
            return None
        pattern = self._elements.get(named)
        if pattern is None or "href" in pattern.attributes:
            raise MoreThanADrawing
        return pattern

    def _stops(self, element: Element) -> list[str]:
        stops = [each for each in element.children if each.kind == "stop"]
        if len(stops) > MOST_STOPS:
            raise MoreThanADrawing
        return [self._stop(each) for each in stops]

    def _stop(self, stop: Element) -> str:
        looks = looks_of(stop, self._sheet)
        known, share = colour(looks.get("stop-color", "black"))
        share *= share_of(looks.get("stop-opacity", "1"))
        at = share_of(stop.attributes.get("offset", "0"))
        return (
            f'<stop offset="{written(at)}" stop-color="{known}" stop-opacity="{written(share)}"/>'
        )


def _place(value: str, factor: float) -> str:
    if value.endswith("%"):
        return f"{written(share_of(value) * 100)}%"
    found = numbers(value)
    if len(found) != 1:
        raise MoreThanADrawing
    return written(found[0] * factor)


def _all(element: Element) -> Iterator[Element]:
    for child in element.children:
        if child.kind in KINDS:
            yield child
        yield from _all(child)
