"""A paper as a Word file, for those who need one: the same words as its pages."""

from letters.decisions_sheet import DecisionsSheet
from letters.letter import Letter
from letters.minutes_form import Minutes
from letters.out.word_letter import of_letter
from letters.out.word_package import packed
from letters.out.word_record import of_decisions, of_minutes
from letters.pdf import LetterHasGaps


def docx_of(document: Letter | Minutes | DecisionsSheet) -> bytes:
    """The bytes of a Word file, the same every time; it says whose copy it is, as its pages do.

    Raises: LetterHasGaps if a letter still lacks something.
    """
    if isinstance(document, Minutes):
        return packed(of_minutes(document))
    if isinstance(document, DecisionsSheet):
        return packed(of_decisions(document))
    if document.missing:
        raise LetterHasGaps
    return packed(of_letter(document))
