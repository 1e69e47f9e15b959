"""A correction: a new version of an issued document, which names the old one."""

from dataclasses import dataclass
from datetime import date

from models.review_sheet import ReviewSheet


@dataclass(frozen=True)
class Correction:
    """Which version this is, when the one it takes the place of was issued, and why."""

    version: int
    replaces_version: int
    replaces_issued_on: date
    reason: str = ""


def correction_of(sheet: ReviewSheet, kind: str, reason: str = "") -> Correction | None:
    """The correction that the next issue of this kind would be; None where it is the first."""
    latest = sheet.latest_document(kind)
    if latest is None:
        return None
    return Correction(latest.version + 1, latest.version, latest.issued_at.date(), reason)
