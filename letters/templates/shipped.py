"""The templates that Waymark brings, and those that a council has in their place or besides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import resources
from letters.templates.broken_template import BrokenTemplate
from letters.templates.template import Template
from letters.templates.template_file import read_template
from models.letter_making import LetterMaking

SHIPPED = ("hello", "midpoint", "decisions", "thanks", "moving_on", "own_words")
FALL_BACK = "own_words"


@dataclass(frozen=True)
class Offered:
    """A template that can be used, its text, and whether the council wrote or changed it."""

    template: Template
    text: str
    is_councils: bool = False


@cache
def shipped_text(key: str) -> str:
    """The file of one of our templates."""
    return resources.path(f"letters/{key}.toml").read_text(encoding="utf-8")


def shipped(key: str) -> Template:
    """One of our templates."""
    return read_template(shipped_text(key))


def offered(of_council: Iterable[tuple[str, str]]) -> tuple[Offered, ...]:
    """Ours in their order, each as the council has it, then what is the council's alone.

    `of_council` gives each of its templates as key and text; one that this program cannot read
    is passed over, and ours stands in its place.
    """
    theirs = {key: made for key, text in of_council if (made := _readable(text)) is not None}
    ours = [theirs.get(key) or Offered(shipped(key), shipped_text(key)) for key in SHIPPED]
    alone = [made for key, made in theirs.items() if key not in SHIPPED]
    return (*ours, *sorted(alone, key=lambda each: each.template.name.casefold()))


def template_of(making: LetterMaking) -> Template:
    """The template of a letter; a plain one where its own is gone or cannot be read."""
    own = _readable(making.template_text)
    if own is not None:
        return own.template
    key = making.letter.template
    return shipped(key if key in SHIPPED else FALL_BACK)


def names_of(of_council: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The name of each letter by the key of its template."""
    return {each.template.key: each.template.name for each in offered(of_council)}


def _readable(text: str) -> Offered | None:
    if not text:
        return None
    try:
        return Offered(read_template(text), text, is_councils=True)
    except BrokenTemplate:
        return None
