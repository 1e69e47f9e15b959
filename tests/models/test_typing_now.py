"""What is typed now holds its row still, and its base is what the typist was looking at."""

import json
from datetime import UTC, datetime

from models.database import Database
from models.editing import put
from models.review import Review
from models.typing_now import TypingNow
from tests.sample import Sample

LATER = datetime(2026, 8, 12, 16, 0, tzinfo=UTC)


def _pending(database: Database, review_id: str) -> dict[str, dict[str, object]]:
    with database.reading() as connection:
        row = connection.execute(
            "select pending from review where id = ?", (review_id,)
        ).fetchone()
    found: dict[str, dict[str, object]] = json.loads(row[0])
    return found


def _type(database: Database, made: Sample, words: str) -> None:
    with database.saving(made.iro_id, LATER) as session:
        put(session, "review", made.review_id, "warm_line", words)


def test_a_row_is_held_until_every_field_of_it_is_left() -> None:
    typing = TypingNow()
    typing.begin("note", "n1", "words", "as it was")
    typing.begin("note", "n1", "detail", "")
    typing.end("note", "n1", "words")
    assert typing.holds("note", "n1")
    assert typing.seen() == {("note", "n1", "detail"): ""}
    typing.end("note", "n1", "detail")
    assert not typing.holds("note", "n1")
    assert (typing.rows(), typing.seen()) == (frozenset(), {})


def test_the_base_of_an_edit_is_what_was_seen_and_not_what_came_since(
    sam: tuple[Database, Sample],
) -> None:
    database, made = sam
    database.typing.begin("review", made.review_id, "warm_line", "what both had seen")
    with database.saving(made.iro_id) as session:  # what came in while nothing was typed yet
        put(session, "review", made.review_id, "warm_line", "what came in")
        session.info["seen"] = {}
    _forget_pending(database, made)
    database.typing.end("review", made.review_id, "warm_line")
    database.typing.begin("review", made.review_id, "warm_line", "what both had seen")
    _type(database, made, "what was typed")
    noted = _pending(database, made.review_id)["warm_line"]
    assert (noted["base"], noted["new"]) == ("what both had seen", "what was typed")


def test_what_the_typist_saved_is_seen_by_them(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    database.typing.begin("review", made.review_id, "warm_line", "")
    _type(database, made, "one")
    assert database.typing.seen()["review", made.review_id, "warm_line"] == "one"
    _forget_pending(database, made)  # as when the council has acknowledged it meanwhile
    _type(database, made, "one two")
    assert _pending(database, made.review_id)["warm_line"]["base"] == "one"


def test_a_blank_that_was_never_filled_is_no_other_version(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    database.typing.begin("review", made.review_id, "warm_line", None)
    _type(database, made, "one")
    assert _pending(database, made.review_id)["warm_line"]["base"] == ""


def _forget_pending(database: Database, made: Sample) -> None:
    with database.saving(made.iro_id) as session:
        review = session.get(Review, made.review_id)
        assert review is not None
        review.pending = {}
