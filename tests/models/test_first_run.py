"""A new record knows whose it is, and whatever was told of what letters need."""

from pathlib import Path

from models.first_facts import FirstNumbers
from models.first_run import begin_record
from models.own_council import council_of
from models.whose import owner_of
from tests import sample

NUMBERS = FirstNumbers("01632 960 101", "Speak Out", "01632 960 114", "01632 960 120")


def test_the_numbers_told_at_first_are_the_owner_s_and_the_council_s(tmp_path: Path) -> None:
    database = sample.open_database(tmp_path / "record")
    with database.saving("") as session:
        begin_record(session, "Nadia Brightwell", "Penhallow Council", NUMBERS)
    with database.reading() as connection:
        me = owner_of(connection)
        council = council_of(connection, me.id)
    database.close()
    assert (me.name, me.phone) == ("Nadia Brightwell", "01632 960 101")
    assert council is not None
    assert (council.name, council.advocacy_name) == ("Penhallow Council", "Speak Out")
    assert (council.advocacy_phone, council.complaints_phone) == ("01632 960 114", "01632 960 120")
    assert not council.video_counts_as_attending
