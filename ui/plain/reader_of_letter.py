"""For whom the lines of a letter are looked at, in the composer and in the meeting."""

from letters.bands import BANDS, band_of
from letters.checks.plain import words_explained
from letters.letter import Letter
from letters.plain.glossary import Glossary
from models.review_sheet import ReviewSheet
from ui.meeting.meeting import Meeting
from ui.plain.looking import Looking, Reader, looking_of

_ENGLISH = "en"
_WORDS_OF_COUNCILS = frozenset(
    {"Council", "County", "City", "Borough", "District", "Metropolitan", "Royal", "London"}
)


def reader_of(letter: Letter, sheet: ReviewSheet) -> Reader | None:
    """The reader of a letter; none where it is not in English, which nothing here can judge."""
    if not letter.language.startswith(_ENGLISH):
        return None
    glossary = Glossary.of(sheet.making.plain_words)
    names = frozenset(letter.names) | _council_names(sheet.council.name)
    explained = words_explained(letter)
    return Reader(BANDS[letter.band], glossary, names, explained)


def looking_in(meeting: Meeting) -> Looking:
    """What looks at the words that a meeting writes for the letter, before there is a letter."""
    sheet, today = meeting.sheet, meeting.desk.today()
    looking = looking_of(meeting, meeting.desk.background)
    band = band_of(sheet.making.letter.band, sheet.child.born_on, sheet.held_on or today)
    glossary = Glossary.of(sheet.making.plain_words)
    looking.read_for(Reader(BANDS[band], glossary, _names(sheet)))
    return looking


def _names(sheet: ReviewSheet) -> frozenset[str]:
    people = (name for person in sheet.people for name in (person.name, person.called))
    child = sheet.child
    names = (child.full_name, child.chosen_name, sheet.chair.name, *people)
    found = frozenset(name for name in names if name.strip())
    return found | _council_names(sheet.council.name)


def _council_names(name: str) -> frozenset[str]:
    """The name of the council, and the words in it that are said for it."""
    own = (word for word in name.split() if word.istitle() and word not in _WORDS_OF_COUNCILS)
    return frozenset((name, *own)) - {""}
