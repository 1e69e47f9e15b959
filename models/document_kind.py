"""What papers are issued from a review; it stands alone, so that a page can name one at once."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What is issued from a review."""

    LETTER = "letter"
    MINUTES = "minutes"
