"""What papers are issued; it stands alone, so that a page can name one at once."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What is issued: the papers of a review, and a letter to the child for another moment."""

    LETTER = "letter"
    MINUTES = "minutes"
    DECISIONS = "decisions"
    OTHER_LETTER = "other_letter"


REVIEW_PAPERS = (DocumentKind.LETTER, DocumentKind.MINUTES)


def file_name(kind: str, review_id: str, version: int, *, draft: bool = False) -> str:
    """Name the file of one paper, the same everywhere; it says nothing of the child.

    The draft of a later version says which version it is a draft of.
    """
    standing = f"version-{version}"
    if draft:
        standing = f"{standing}-draft" if version > 1 else "draft"
    return f"{kind}-{review_id[:8]}-{review_id[-4:]}-{standing}.pdf"


def copy_file_name(kind: str, copy_id: str, format: str = "pdf") -> str:  # noqa: A002 the field's name
    """Name the file of one reader's copy; it says nothing of the child, nor of the reader."""
    return f"{kind.replace('_', '-')}-{copy_id[:8]}-{copy_id[-4:]}.{format}".lower()
