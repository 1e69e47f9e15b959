"""Reads the planted disclosures: which fact, in which words."""

import re
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).with_name("forms.txt")
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True)
class Planted:
    """Words that give a fact away."""

    fact: str
    words: str


def planted_texts() -> tuple[Planted, ...]:
    """Each line of the table."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(
        Planted(*(_read(part) for part in line.split("\t", 1)))
        for line in lines
        if line and not line.startswith("#")
    )


def _read(part: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), part.replace("\\n", "\n"))
