"""For whom the lines of a letter are looked at."""

from letters.bands import BANDS
from letters.letter import Letter
from letters.plain.glossary import Glossary
from models.review_sheet import ReviewSheet
from ui.plain.looking import Reader

_ENGLISH = "en"


def reader_of(letter: Letter, sheet: ReviewSheet) -> Reader | None:
    """The reader of a letter; none where it is not in English, which nothing here can judge."""
    if not letter.language.startswith(_ENGLISH):
        return None
    glossary = Glossary.of(sheet.making.plain_words)
    return Reader(BANDS[letter.band], glossary, frozenset(letter.names))
