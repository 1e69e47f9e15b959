"""The looks of a cleaned SVG: which stand in a flat drawing, and which need more."""

from collections.abc import Mapping
from typing import Final

from PIL import ImageColor

from models.image_problems import MoreThanADrawing
from models.svg.values import length, numbers, written

_CHOICES: Final = {
    "stroke-linecap": ("butt", "round", "square"),
    "stroke-linejoin": ("miter", "round", "bevel"),
    "fill-rule": ("nonzero", "evenodd"),
}
_SHARES: Final = ("opacity", "fill-opacity", "stroke-opacity", "stop-opacity")
_NOT_DRAWN: Final = ("clip-path", "mask", "filter", "stroke-dasharray", "mix-blend-mode", "marker",
                     "marker-start", "marker-mid", "marker-end")  # fmt: skip
_NOTHING: Final = ("none", "normal", "0")


def is_hidden(looks: Mapping[str, str]) -> bool:
    """Whether it is not to be seen."""
    return looks.get("display") == "none" or looks.get("visibility") in ("hidden", "collapse")


def painted(
    looks: Mapping[str, str], gradients: Mapping[str, str], factor: float
) -> tuple[dict[str, str], bool]:
    """Give the looks of a shape or group as they are written, and whether they are flat.

    Raises: MoreThanADrawing, BrokenPicture.
    """
    if any(looks.get(name, "none") not in _NOTHING for name in _NOT_DRAWN):
        raise MoreThanADrawing
    found: dict[str, str] = {}
    is_flat = True
    for name in ("fill", "stroke"):
        if name in looks:
            found[name], flat, share = _paint(looks[name], looks, gradients)
            is_flat = is_flat and flat
            if share < 1:
                found[f"{name}-opacity"] = written(share)
    if "stroke-width" in looks:
        found["stroke-width"] = written(max(0.0, length(looks["stroke-width"])) * factor)
    found |= {name: looks[name] for name, known in _CHOICES.items() if looks.get(name) in known}
    for name in _SHARES[:3]:
        if name in looks and (share := share_of(looks[name])) < 1:
            found[name] = written(share)
    return found, is_flat and not any(name in found for name in _SHARES)


def colour(value: str) -> tuple[str, float]:
    """Give a colour as # and six digits, and how solid it is, from 0 to 1.

    Raises: MoreThanADrawing for one that is not known.
    """
    try:
        red, green, blue, *alpha = ImageColor.getrgb(value.strip())
    except ValueError as error:
        raise MoreThanADrawing from error
    return f"#{red:02x}{green:02x}{blue:02x}", alpha[0] / 255 if alpha else 1.0


def share_of(value: str) -> float:
    """Read a share such as 0.5 or 50%.

    Raises: MoreThanADrawing, BrokenPicture.
    """
    found = numbers(value.removesuffix("%"))
    if len(found) != 1:
        raise MoreThanADrawing
    share = found[0] / 100 if value.endswith("%") else found[0]
    return min(1.0, max(0.0, share))


def _paint(
    value: str, looks: Mapping[str, str], gradients: Mapping[str, str]
) -> tuple[str, bool, float]:
    if value in ("none", "transparent"):
        return "none", True, 1.0
    if value.casefold() == "currentcolor":
        if "color" not in looks:
            return "currentColor", True, 1.0
        value = looks["color"]
    if value.startswith("url("):
        named = value[4:].partition(")")[0].strip(" '\"#")
        if named not in gradients:
            raise MoreThanADrawing
        return f"url(#{gradients[named]})", False, 1.0
    known, share = colour(value)
    return known, share == 1.0, share
