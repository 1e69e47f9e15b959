"""The pages of a released copy; those made on another laptop are asked for when wanted."""

from models.database import Database
from models.issuing import PagesNotHere
from models.problems import N_, Problem

PDF = "pdf"


class NotToBeDrawn(Problem):
    """A copy that is a Word file is wanted as pictures of pages."""

    what = N_("This copy is a Word file, so its pages are not shown here.")
    kept = N_("It is kept just as it was released.")
    next = N_("Save the file and open it in your word processor.")


def released_pages(database: Database, copy_id: str) -> bytes:
    """The file exactly as it was released.

    Raises: PagesNotHere, and the next round brings them; TamperedDocument; LookupError.
    """
    from models.sending import copy_pages  # SQLAlchemy: slow to load

    try:
        with database.reading() as connection:
            return copy_pages(connection, copy_id)
    except PagesNotHere:
        from models.sync.parts import want

        want(database, "paper_copy", copy_id)
        raise
