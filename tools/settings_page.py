"""Writes docs/settings.md, the page on every setting, from where each is declared."""

from pathlib import Path

from models.settings import FILE, SETTINGS, Setting

PAGE = Path(__file__).parents[1] / "docs" / "settings.md"
TOP = f"""# Settings

Change them in Waymark under *File, Settings*. They belong to the computer and hold nothing about \
anybody: they lie unencrypted in `{FILE}`, in the folder above your record. A value that is not \
allowed, or a damaged file, counts as the default.

You and your council, which stand in the same window while a record is open, are kept in the \
record itself, encrypted.

This page is made from `models/settings.py` by `./run settings`.

| setting | in the file | it may be | default | what it means |
|---|---|---|---|---|
"""


def page() -> str:
    """Give the whole page."""
    return TOP + "".join(f"{row(setting)}\n" for setting in SETTINGS)


def row(setting: Setting) -> str:
    """Give the line of one setting."""
    allowed = ", ".join(_said(setting, value) for value in setting.allowed)
    default = _said(setting, setting.default)
    return f"| {setting.title} | `{setting.name}` | {allowed} | {default} | {setting.meaning} |"


def write() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def _said(setting: Setting, value: str | int) -> str:
    unit = f" {setting.unit}" if setting.unit.isalpha() else setting.unit
    return f"`{value}`{unit}"


if __name__ == "__main__":
    write()
