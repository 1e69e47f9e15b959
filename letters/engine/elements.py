"""What every part of a page has: room round it, a width to be laid in, a way to be drawn."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from letters.engine.pen import Pen
    from letters.engine.structure import Node


_RIGHT_TO_LEFT = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "pa-arab", "prs", "ps", "sd", "ug", "ur", "yi"}
)


def runs_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    spoken = language.replace("_", "-").lower()
    return spoken in _RIGHT_TO_LEFT or spoken.partition("-")[0] in _RIGHT_TO_LEFT


@dataclass(frozen=True)
class Setting:
    """What holds for the whole document: its language and its direction."""

    language: str
    right_to_left: bool = False


class Laid(ABC):
    """An element that knows its height at a given width and can be cut and drawn."""

    height: float = 0.0
    vanishes: bool = False

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:  # noqa: ARG002
        """Cut off what fits; None if nothing does. A fresh page has never more room to offer."""
        return None

    @abstractmethod
    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        """Draw at this place, under this element of the tree, or as an artifact under None."""


@dataclass(frozen=True, kw_only=True)
class Element(ABC):
    """Part of the flow of a document."""

    space_before: float = 0.0
    space_after: float = 0.0
    keep_with_next: bool = False
    place: str | None = None

    @property
    def stays_with_next(self) -> bool:
        """Tell whether what follows begins on the same page."""
        return self.keep_with_next

    @abstractmethod
    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay it out at this width."""
