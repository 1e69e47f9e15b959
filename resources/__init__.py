"""Fonts, icons, words and lists, found from source and from the packaged program."""

import sys
from pathlib import Path


def path(name: str) -> Path:
    """Find the resource of this name, such as `path("bank_holidays.json")`."""
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is None:
        return Path(__file__).parent / name
    return Path(unpacked) / "resources" / name


def text(name: str) -> str:
    """Read the words of a text resource.

    Raises: FileNotFoundError if there is none of that name.
    """
    return path(name).read_text(encoding="utf-8")
