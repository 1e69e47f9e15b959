"""Two letters to Kit for other moments in the invented council, as the child's page lists them."""

from letters.papers import compose
from letters.words_of import words_of
from models.database import Database
from models.demo.letters import AFTER_THE_MIDPOINT, HELLO, WRITTEN_TO
from models.document_kind import DocumentKind
from models.letter_sheet import read_letter_sheet
from models.reading_letters import letters_of
from tests import demo_record


def test_kit_has_a_hello_and_a_letter_after_a_midpoint_check(demo: Database) -> None:
    with demo.reading() as connection:
        (child_id,) = connection.execute(
            "select id from child where given_name = ?", (WRITTEN_TO,)
        ).fetchone()
        found = {each.template: each for each in letters_of(connection, child_id)}
        sheets = {key: read_letter_sheet(connection, each.id) for key, each in found.items()}
    assert set(found) == {"hello", "midpoint"}
    today = demo_record.NOW.date()
    papers = {
        key: compose(sheet, DocumentKind.OTHER_LETTER, today) for key, sheet in sheets.items()
    }
    assert papers["hello"].missing == ()
    (lacking,) = papers["midpoint"].missing
    assert lacking.words.startswith("What has Kit told you?")
    told = words_of(papers["midpoint"])
    assert "I checked how your plan is going." in told
    assert found["midpoint"].about_on is not None
    for words in (*HELLO.values(), *AFTER_THE_MIDPOINT.values()):
        assert words in told or words in words_of(papers["hello"])
