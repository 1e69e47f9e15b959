"""What papers are issued from a review; it stands alone, so that a page can name one at once."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What is issued from a review."""

    LETTER = "letter"
    MINUTES = "minutes"


def file_name(kind: str, review_id: str, version: int, *, draft: bool = False) -> str:
    """Name the file of one paper, the same everywhere; it says nothing of the child."""
    standing = "draft" if draft else f"version-{version}"
    return f"{kind}-{review_id[:8]}-{review_id[-4:]}-{standing}.pdf"
