"""Copies of Sam's papers as the chair released them, for tests of sending."""

import hashlib
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from models.database import Database
from models.document_kind import DocumentKind
from models.paper_copy import PaperCopy
from models.recipient import CHILD_READER
from models.review import Review
from tests import sample

RELEASED_AT = datetime(2026, 8, 4, 9, 0, tzinfo=UTC)
DUE_ON = date(2026, 8, 12)
READERS = {
    CHILD_READER: ("Samantha Tillbrook", "child", DocumentKind.LETTER, "hand"),
    "mum": ("Rosa Tillbrook", "parent", DocumentKind.MINUTES, "post"),
    "worker": ("Samir Oakenshaw", "social_worker", DocumentKind.MINUTES, "email"),
}


@cache
def pages(words: str = "A copy of the record") -> bytes:
    """A small PDF of two pages with these words on."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    kept = BytesIO()
    canvas = Canvas(kept, invariant=1)
    for number in (1, 2):
        canvas.drawString(72, 720, f"{words}, page {number}")
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def release(database: Database, made: sample.Sample, reader: str, **given: Any) -> str:
    """Release one copy of Sam's earlier review; gives its id."""
    name, role, kind, way = READERS[reader]
    held: dict[str, Any] = {
        "kind": kind, "version": 1, "way": way, "role": role, "reader_name": name,
        "address": "14 Quarry Lane\nPenhallow\nPE1 4QQ", "email": "samir@example.org",
        "due_on": DUE_ON, "released_at": RELEASED_AT, "released_by": made.iro_id,
        "pages": pages(), **given,
    }  # fmt: skip
    with database.saving(made.iro_id, RELEASED_AT) as session:
        review = session.get_one(Review, held.pop("review_id", made.earlier_review_id))
        copy = PaperCopy(
            authority_id=review.authority_id, case_id=review.case_id, review_id=review.id,
            reader=made.people.get(reader, reader),
            digest=hashlib.sha256(held["pages"]).hexdigest(), **held,
        )  # fmt: skip
        session.add(copy)
        session.flush()
        return copy.id


def release_all(database: Database, made: sample.Sample, **given: Any) -> dict[str, str]:
    """Release the letter to Sam and the record to two grown-ups; gives the ids by reader."""
    return {reader: release(database, made, reader, **given) for reader in READERS}


def want_second_look(database: Database) -> None:
    """Let the council want a second person's look at every copy."""
    with database.sharing() as hand:
        hand.connection.execute("update council set second_look = 1")
