"""Which version of Waymark this is; the same number stands in pyproject.toml."""

from typing import Final

VERSION: Final = "0.1.0"
