"""Keeps a small real file of this release: python -m tests.upgrades.keep 0.1.0."""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from models import upgrade
from tests import sample

RELEASED_STEPS = 0  # raise it with the release that first carries a step, and keep its file
HERE = Path(__file__).parent
QUESTIONS = (
    "SELECT id, given_name, born_on, created_by, created_at, pending FROM child",
    "SELECT id, number, state, due_on, held_on FROM review ORDER BY id",
    "SELECT id, what, who, by_when FROM decision ORDER BY id",
    "SELECT id, words FROM wish ORDER BY id",
    "SELECT id, name, role FROM person ORDER BY id",
)


def keep(place: Path) -> None:
    """Write the sample family, whole review and all, with what it holds beside it."""
    with tempfile.TemporaryDirectory() as made:
        database = sample.open_database(Path(made) / "record")
        sample.write_whole_review(database, sample.fill(database))
        with database.reading() as connection:
            asked = {q: [list(row) for row in connection.execute(q)] for q in QUESTIONS}
        database.close()
        place.mkdir()
        shutil.copyfile(Path(made) / "record" / "record.db", place / "record.db")
    stated = {"schema": upgrade.LATEST, "asked": asked}
    text = json.dumps(stated, ensure_ascii=False, indent=1)
    (place / "holds.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    keep(HERE / sys.argv[1])
