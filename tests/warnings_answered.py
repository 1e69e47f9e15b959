"""Answers every warning of a letter in a record, as an IRO does before the letter is given out."""

from datetime import date

from letters.checks import checks_of, unanswered
from letters.letter import Letter
from letters.papers import compose
from models.database import Database
from models.document_kind import DocumentKind
from models.letters_written import letter_of_review, waive
from tests import sample

WHY = "I read this with Sam’s carer, and it can stay."


def answer_every_warning(database: Database, made: sample.Sample, today: date) -> int:
    """Set every warning of the letter of Sam's review aside; gives how many there were."""
    sheet = sample.sheet(database, made)
    letter = compose(sheet, DocumentKind.LETTER, today)
    assert isinstance(letter, Letter)
    waiting = unanswered(sheet, checks_of(sheet, letter, today, sample.calendar()))
    assert all(concern.can_be_set_aside for concern in waiting)
    with database.saving(made.iro_id) as session:
        letter_id = letter_of_review(session, made.review_id)
        for concern in waiting:
            waive(session, letter_id, concern.key, WHY)
    return len(waiting)
