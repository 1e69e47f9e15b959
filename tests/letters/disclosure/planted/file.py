"""One real file in which something was planted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PlantedFile:
    """A file as it would leave; `page` is where the words stand, None for no page."""

    data: bytes
    media: str
    name: str = "copy-7f3a.pdf"
    page: int | None = None
    codes: tuple[str, ...] = ()
