"""Reads an SVG without trust: no declarations, no entities, no way out of the file."""

import re
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from models.image_problems import BrokenPicture, MoreThanADrawing, UnsafeDrawing

SVG_SPACE: Final = "http://www.w3.org/2000/svg"
MOST_ELEMENTS: Final = 4_000
DEEPEST: Final = 40
_HTML: Final = "http://www.w3.org/1999/xhtml"
_ATTRIBUTE_SPACES: Final = (
    *("", SVG_SPACE, "http://www.w3.org/1999/xlink"),
    "http://www.w3.org/XML/1998/namespace",
)
_NEVER: Final = frozenset(
    {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler",
     "listener", "set", "animate", "animatemotion", "animatetransform", "animatecolor"}
)  # fmt: skip
_POINTING: Final = frozenset({"href", "src", "base"})
_WAY_OUT: Final = re.compile(r"@import|@font-face|expression\s*\(|url\(\s*+['\"]?+\s*+(?!#)", re.I)


@dataclass
class Element:
    """One element: its kind, its attributes by bare name, what is in it, and its words."""

    kind: str
    attributes: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    words: str = ""


def read_tree(data: bytes) -> Element:
    """Read the elements of an SVG; those of other programs' own kinds are left out.

    Raises: UnsafeDrawing, MoreThanADrawing, BrokenPicture.
    """
    return _Reading().read(data)


def is_way_out(css: str) -> bool:
    """Whether a style leads out of the file, or brings more than looks."""
    return "\\" in css or _WAY_OUT.search(css) is not None


class _Reading:
    def __init__(self) -> None:
        self._open: list[Element] = []
        self._root: Element | None = None
        self._skipping = 0
        self._count = 0
        parser = self._parser = expat.ParserCreate(namespace_separator="\n")
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.ProcessingInstructionHandler = self._instruct

    def read(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise BrokenPicture from error
        if self._root is None or self._root.kind != "svg":
            raise BrokenPicture
        return self._root

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        space, kind = _parted(name)
        self._count += 1
        if space == _HTML or kind.casefold() in _NEVER:
            raise UnsafeDrawing
        if self._count > MOST_ELEMENTS or len(self._open) + self._skipping > DEEPEST:
            raise MoreThanADrawing
        if self._skipping or space not in ("", SVG_SPACE):
            self._skipping += 1
            return
        element = Element(kind, _attributes(attributes))
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        else:
            self._open.pop()

    def _say(self, words: str) -> None:
        if self._open and not self._skipping and self._open[-1].kind == "style":
            self._open[-1].words += words

    def _instruct(self, target: str, _words: str) -> None:
        if target.casefold() != "xpacket":  # what some programs leave behind
            self._refuse()

    def _refuse(self, *_declared: object) -> None:
        raise UnsafeDrawing


def _parted(name: str) -> tuple[str, str]:
    space, _newline, bare = name.rpartition("\n")
    return space, bare


def _attributes(given: dict[str, str]) -> dict[str, str]:
    """Give the attributes by bare name.

    Raises: UnsafeDrawing for one that acts or points out of the file.
    """
    found: dict[str, str] = {}
    for name, value in given.items():
        space, bare = _parted(name)
        if space not in _ATTRIBUTE_SPACES:
            continue
        acts = bare.casefold().startswith("on")
        points = bare.casefold() in _POINTING and not value.strip().startswith("#")
        if acts or points or is_way_out(value):
            raise UnsafeDrawing
        found[bare] = value.strip()
    return found
