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


def version() -> str:
    """Give the version of this program: pyproject.toml says it, build.spec hands it on."""
    import tomllib  # for a report or the About box, not for each start

    packaged = path("version.txt")
    if packaged.exists():
        return packaged.read_text(encoding="utf-8").strip()
    project = (path("").parent / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(project)["project"]["version"])
