"""Which copies were looked at is kept on this laptop, by the words they had then."""

from pathlib import Path

from models.copies_looked import looked_at, note_looked_at
from tests import sample


def test_a_copy_is_looked_at_in_the_words_it_had(tmp_path: Path) -> None:
    database, made = sample.open_filled(tmp_path / "record")
    with database.saving(made.iro_id) as session:
        note_looked_at(session, made.review_id, "child/letter", "a")
    with database.saving(made.iro_id) as session:
        note_looked_at(session, made.review_id, "file/minutes", "b")
        note_looked_at(session, made.review_id, "child/letter", "c")
    with database.reading() as connection:
        assert looked_at(connection, made.review_id) == {"child/letter": "c", "file/minutes": "b"}
        assert looked_at(connection, made.earlier_review_id) == {}
    database.close()
