"""The demo has words that Kit chose, and words of the council."""

from letters.plain.glossary import Glossary
from models.database import Database
from models.whose_words import WantedWord, WhoseWords, checked_word, way_of, words_of


def test_kits_words_and_the_councils_could_have_been_typed(demo: Database) -> None:
    with demo.reading() as connection:
        kit = connection.execute("select id from child where given_name = 'Kit'").fetchone()[0]
        council = connection.execute("select id from council").fetchone()[0]
        of_kit = words_of(connection, WhoseWords("child", kit))
        of_council = words_of(connection, WhoseWords("council", council))
    assert of_kit
    assert of_council
    for word in (*of_kit, *of_council):
        wanted = WantedWord(word.term, word.instead, way_of(word))
        assert checked_word(wanted, []) == wanted
    found = Glossary.of((*of_kit, *of_council)).findings("You asked about contact.")
    assert [each.replacement for each in found] == ["family time"]
