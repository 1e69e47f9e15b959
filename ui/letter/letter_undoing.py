"""Undo and redo while the letter is written: the same steps as in the review."""

from typing import TYPE_CHECKING

from models.review_sheet import ReviewSheet
from models.undo import Done
from ui.meeting.undoing import Undoing
from ui.overriding import override

if TYPE_CHECKING:
    from ui.letter.composer_page import ComposerPage


class LetterUndoing(Undoing):
    """Takes an act back and leads to its line, where it is one of the letter's."""

    def __init__(self, page: "ComposerPage") -> None:
        super().__init__(page)  # type: ignore[arg-type]  # of a page it asks what both have
        self._composer = page

    @override
    def _show(self, done: Done, before: ReviewSheet) -> None:
        self._composer.show_place(done.places[0])
