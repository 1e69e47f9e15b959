"""Sam's review on a bench: a clock, and the ways of acting in it, undo and redo."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any  # a strategy draws any kind of value

from models.database import Database
from models.editing import put
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.undo import Done, keep_step, redo, undo
from models.undo_kind import Standing, standing
from tests import sample

Act = Callable[[OpenReview], object]


class Bench:
    """Sam's review, a clock, and the ways of acting in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = sample.NOW
        self.database = sample.open_database(folder, lambda: self.now)
        self.made = sample.fill(self.database)
        sample.begin(self.database, self.made)

    def act(self, act: Act, *, after: float = 120, going_back: bool = False) -> None:
        """Do something so many seconds later, as one step."""
        self.now += timedelta(seconds=after)
        review_id = self.made.review_id
        with self.database.saving(self.made.iro_id) as session:
            keep_step(
                session, review_id, lambda s: act(OpenReview(s, review_id)), going_back=going_back
            )

    def put(self, table: str, row_id: str, field: str, value: Any, **how: Any) -> None:
        """Type into one field."""
        self.act(lambda review: put(review.session, table, row_id, field, value), **how)

    def undo(self) -> Done | None:
        """Take the last act back."""
        with self.database.saving(self.made.iro_id) as session:
            return undo(session, self.made.review_id, sample.calendar())

    def redo(self) -> Done | None:
        """Do it again."""
        with self.database.saving(self.made.iro_id) as session:
            return redo(session, self.made.review_id, sample.calendar())

    def add_note(self, words: str = "Sam sleeps well.") -> str:
        """Add a note as one step; gives its id."""
        ids: list[str] = []
        self.act(lambda review: ids.append(review.add_note("going_well", words)))
        return ids[0]

    @property
    def sheet(self) -> ReviewSheet:
        """The review as the record has it."""
        return sample.sheet(self.database, self.made)

    @property
    def standing(self) -> Standing:
        """What can be undone and redone."""
        with self.database.reading() as connection:
            return standing(connection, self.made.review_id)

    def steps(self) -> int:
        """How many steps are kept."""
        with self.database.reading() as connection:
            return int(connection.execute("select count(*) from undo_step").fetchone()[0])

    def reopen(self) -> None:
        """Close the record and open it again, as after a restart."""
        self.database.close()
        self.database = Database.open(self.folder, sample.KEY, lambda: self.now)
