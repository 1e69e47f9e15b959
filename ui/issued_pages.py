"""The pages of an issued paper; those made on another laptop are asked for when wanted."""

from models.database import Database
from models.issuing import PagesNotHere, issued_pdf


def issued_pages(database: Database, document_id: str) -> bytes:
    """The pages exactly as they were issued.

    Raises: PagesNotHere, and the next round brings them; TamperedDocument; LookupError.
    """
    try:
        with database.reading() as connection:
            return issued_pdf(connection, document_id)
    except PagesNotHere:
        from models.sync.parts import want  # slow to load, and seldom wanted

        want(database, "document", document_id)
        raise
