"""A paper as a Word file, for those who need one: the same words as its pages."""

from letters.decisions_sheet import DecisionsSheet
from letters.letter import Letter
from letters.minutes_form import Minutes
from letters.out.word_letter import of_letter
from letters.out.word_package import packed
from letters.out.word_record import of_decisions, of_minutes
from letters.pdf import LetterHasGaps


def docx_of(document: Letter | Minutes | DecisionsSheet, *, copy_for: str = "") -> bytes:
    """The bytes of a Word file, the same every time.

    `copy_for` is the sentence that says whose copy it is, where the paper does not say it
    itself; a letter to a child has none.

    Raises: LetterHasGaps if a letter still lacks something.
    """
    if isinstance(document, Minutes):
        return packed(of_minutes(document, copy_for))
    if isinstance(document, DecisionsSheet):
        return packed(of_decisions(document, copy_for or document.copy_for))
    if document.missing:
        raise LetterHasGaps
    return packed(of_letter(document))
