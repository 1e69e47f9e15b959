"""The one door by which a letter is issued: made as the record is, checked, then frozen."""

from collections.abc import Callable

from letters.giving_out import paper_to_give
from letters.papers import Paper
from models.issuing import Issue
from ui.letter.letter_in_hand import LetterInHand

Ended = Callable[[bool], None]
Refused = Callable[[Exception], None]


def issue_letter(letter: LetterInHand, reason: str, ended: Ended, refused: Refused) -> None:
    """Make the pages away from the window and freeze them; `ended` says whether they are kept.

    `refused` is told why the letter may not go out. Words that were changed while the pages were
    made are made into pages again.
    """
    letter.catch_up()
    sheet, desk, kind = letter.sheet, letter.desk, letter.kind
    today, calendar = desk.today(), desk.calendar

    def freeze(made: Paper) -> None:
        letter.catch_up()
        if letter.sheet is not sheet:
            issue_letter(letter, reason, ended, refused)
            return
        language = made.document.language
        ended(letter.freeze(Issue(kind, made.rendered.pdf, made.words, language, reason)))

    desk.background.run(
        lambda: paper_to_give(sheet, kind, today, calendar, reason), freeze, refused
    )
