"""In a process of its own: how long the first letter takes, cold or after making ready."""

import json
import sys
import time
from pathlib import Path

from models.database import Database
from models.reading_a_review import read_review
from tests import demo_record

MILLISECONDS = 1000


def main(folder: str, review_id: str, kind: str) -> None:
    """Print the milliseconds to the first letter of this review, its imports included."""
    database = Database.open(Path(folder), demo_record.KEY, lambda: demo_record.NOW)
    with database.reading() as connection:
        sheet = read_review(connection, review_id)
    database.close()
    if kind == "warm":
        from letters.papers import make_ready

        make_ready()
    began = time.perf_counter()
    from letters.papers import paper
    from models.document_kind import DocumentKind

    paper(sheet, DocumentKind.LETTER, demo_record.TODAY)
    print(json.dumps({"ms": (time.perf_counter() - began) * MILLISECONDS}))


if __name__ == "__main__":
    main(*sys.argv[1:])
