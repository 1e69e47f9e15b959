"""How the shapes of an SVG look: attributes, style attributes and simple style sheets as one."""

import re
from collections.abc import Mapping
from typing import Final

from models.image_problems import MoreThanADrawing, UnsafeDrawing
from models.svg.tree import Element, is_way_out

LOOKS: Final = frozenset(
    {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "fill-rule",
     "opacity", "fill-opacity", "stroke-opacity", "stop-color", "stop-opacity", "color",
     "display", "visibility", "clip-path", "mask", "filter", "stroke-dasharray",
     "mix-blend-mode", "marker", "marker-start", "marker-mid", "marker-end", "transform"}
)  # fmt: skip
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR: Final = re.compile(r"[.#]?[A-Za-z_][\w-]*")
_STRENGTH: Final = {".": 1, "#": 2}

Sheet = tuple[tuple[int, str, Mapping[str, str]], ...]


def sheet_of(root: Element) -> Sheet:
    """Give the rules of every style sheet in the drawing, the weakest first.

    Raises: UnsafeDrawing if one leads out; MoreThanADrawing for a rule that is not simple.
    """
    rules: list[tuple[int, str, Mapping[str, str]]] = []
    waiting = [root]
    while waiting:
        element = waiting.pop(0)
        waiting.extend(element.children)
        if element.kind == "style":
            rules.extend(_rules(element.words))
    return tuple(sorted(rules, key=lambda rule: rule[0]))


def looks_of(element: Element, sheet: Sheet) -> dict[str, str]:
    """Give how an element looks: its attributes, then the sheet, then its own style."""
    found = {name: value for name, value in element.attributes.items() if name in LOOKS}
    names = {element.kind, f"#{element.attributes.get('id', '')}"}
    names.update(f".{each}" for each in element.attributes.get("class", "").split())
    for _strength, selector, looks in sheet:
        if selector in names:
            found.update(looks)
    found.update(_declared(element.attributes.get("style", "")))
    return {name: value for name, value in found.items() if value and value != "inherit"}


def _rules(css: str) -> list[tuple[int, str, Mapping[str, str]]]:
    if is_way_out(css):
        raise UnsafeDrawing
    bare = _COMMENT.sub("", css)
    if _RULE.sub("", bare).strip():
        raise MoreThanADrawing
    rules: list[tuple[int, str, Mapping[str, str]]] = []
    for selectors, declared in _RULE.findall(bare):
        for selector in (each.strip() for each in selectors.split(",")):
            if not _SELECTOR.fullmatch(selector):
                raise MoreThanADrawing
            rules.append((_STRENGTH.get(selector[0], 0), selector, _declared(declared)))
    return rules


def _declared(css: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in _COMMENT.sub("", css).split(";"):
        name, _colon, value = each.partition(":")
        if name.strip() in LOOKS:
            found[name.strip()] = value.replace("!important", "").strip()
    return found
