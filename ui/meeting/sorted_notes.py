"""The notes of a step under the kind of answer they are, the pairs of worry and goal apart."""

from typing import Final

from models.review_sheet import NoteOnSheet, WishOnSheet
from models.worry_pairs import worry_pairs
from ui.language import _, ngettext
from ui.meeting.notes_part import NoteList, NotesPart
from ui.meeting.step_page import StepPage

_COLUMNS: Final = ("worry", "going_well", "next")


class SortedNotes(NotesPart):
    """A list for each kind of answer of each column, the others last."""

    def make_lists(self) -> dict[str, NoteList]:
        """Make a list for each sort, for notes without one, and for the child's own words."""
        page = self._page
        lists: dict[str, NoteList] = {}
        for column in _COLUMNS:
            for sort, name in page.meeting.form.column[column].sorts:
                lists[sort] = SortList(page, column, name)
            lists[column] = NoteList(page, column)
        lists[""] = NoteList(page, "")
        return lists

    def show_sheet(self) -> None:
        """Show the notes and words of this step that are not half of a pair."""
        sheet, step = self._page.meeting.sheet, self._page.step
        pairs = worry_pairs(sheet)
        paired = {pair.worry.id for pair in pairs}
        paired |= {pair.goal.id for pair in pairs if pair.goal}
        rows: list[NoteOnSheet | WishOnSheet] = [
            *(note for note in sheet.notes if note.step == step and note.id not in paired),
            *(wish for wish in sheet.wishes if wish.step == step),
        ]
        for key, part in self.lists.items():
            part.show_rows([row for row in rows if self._list_of(row) == key])
        self.empty.setVisible(not rows and not pairs)

    def _list_of(self, row: NoteOnSheet | WishOnSheet) -> str:
        if isinstance(row, WishOnSheet):
            return row.column
        own = dict(self._page.meeting.form.column[row.column].sorts)
        return row.sort if row.sort in own else row.column


class SortList(NoteList):
    """The notes of one kind of answer, under the council's own name for it."""

    def __init__(self, page: StepPage, column: str, sort_name: str) -> None:
        super().__init__(page, column)
        self._sort_name = sort_name

    def heading_words(self, count: int) -> str:
        """Say which kind of answer it is, and how many."""
        words = ngettext("{kind}: {count} note", "{kind}: {count} notes", count)
        return words.format(kind=_(self._sort_name), count=count)
