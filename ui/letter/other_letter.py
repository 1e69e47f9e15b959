"""A letter for another moment: begun from a template, and of no review, or about one."""

from typing import TYPE_CHECKING, Any  # Any: undo gives whatever it did

from letters.templates.shipped import template_of
from models.document_kind import DocumentKind
from models.issuing import Issue, issue_letter
from models.letter_sheet import read_letter_sheet
from models.problems import Problem
from models.review_sheet import ReviewSheet
from models.undo_kind import Standing
from ui.desk import Desk
from ui.language import _
from ui.letter.letter_in_hand import LetterInHand
from ui.meeting.clock_words import day_words
from ui.overriding import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session


class OtherLetter(LetterInHand):
    """Everything is kept with the letter itself; no review holds its steps to undo."""

    kind = DocumentKind.OTHER_LETTER

    def __init__(self, desk: Desk, letter_id: str) -> None:
        self._letter_id = letter_id
        super().__init__(desk, "")

    @property
    @override
    def may_be_issued(self) -> bool:
        return True

    @property
    @override
    def file_id(self) -> str:
        return self._letter_id

    @override
    def which(self) -> str:
        about, name = self.setting.about_on, _(template_of(self.sheet.making).name)
        if about is None:
            return name
        said = day_words(about, self.desk.today())
        return _("{letter}, {day}").format(letter=name, day=said)

    @override
    def letter_id(self, session: "Session") -> str:
        return self._letter_id

    @override
    def freeze(self, new: Issue) -> bool:
        desk, letter = self.desk, self._letter_id
        return self.save(
            lambda session: issue_letter(session, letter, new, desk.me.id, desk.now())
        )

    @override
    def standing(self) -> Standing:
        return Standing(None, None, 0)

    @override
    def undo(self) -> Any:
        return None

    @override
    def redo(self) -> Any:
        return None

    @override
    def save(self, act: "Callable[[Session], object]") -> bool:
        try:
            self.desk.save(act)
        except Problem as problem:
            self.troubled.emit(problem)
            return False
        self._after_saving()
        return True

    @override
    def _read(self) -> ReviewSheet:
        with self.desk.database.reading() as connection:
            return read_letter_sheet(connection, self._letter_id)
