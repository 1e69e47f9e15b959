"""The letter that is being written: what the record holds for it, and the door for changing it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any  # Any: a choice may hold any kind of value

from letters.letter import Letter
from letters.papers import compose
from letters.translating.reading import Brought
from models.document_kind import DocumentKind
from models.editing import put
from models.issuing import Issue, issue
from models.letter_as_typed import LineTyped
from models.letter_making import LetterOnSheet
from models.letters_written import (
    accept_proposal,
    choose,
    heed_again,
    id_of_letter,
    leave_out,
    letter_of_review,
    put_back,
    say_to_child,
    waive,
    write_line,
    write_translation,
)
from models.review_sheet import DocumentOnSheet, ReviewSheet
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.meeting import Meeting

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SAID_TO_CHILD = frozenset({"note", "decision"})
OWN_LINE = "letter_line"


class LetterInHand(Meeting):
    """The letter of one review; its row in the record is made by the first choice."""

    kind = DocumentKind.LETTER

    @property
    def setting(self) -> LetterOnSheet:
        """How the letter is set."""
        return self.sheet.making.letter

    @property
    def latest(self) -> DocumentOnSheet | None:
        """The newest issued version."""
        return self.sheet.latest_document(self.kind)

    @property
    def may_be_issued(self) -> bool:
        """Whether the meeting is over; a letter for another moment waits for none."""
        return self.is_finished

    @property
    def file_id(self) -> str:
        """The id that its files are named by."""
        return self.review_id

    def which(self) -> str:
        """Say which letter it is."""
        sheet, today = self.sheet, self.desk.today()
        day = sheet.held_on or sheet.booked_on
        if day is None:
            return _("Review {number}").format(number=sheet.number)
        said = day_words(day, today)
        return _("Review {number}, {day}").format(number=sheet.number, day=said)

    def composed(self, sheet: ReviewSheet | None = None, reason: str = "") -> Letter:
        """The words of the letter, as the record or this sheet makes them."""
        document = compose(sheet or self.sheet, self.kind, self.desk.today(), reason)
        if not isinstance(document, Letter):
            raise TypeError("a letter was asked for")
        return document

    @property
    def own_id(self) -> str:
        """The id that the letter has in the record, or will have."""
        return self.setting.id or id_of_letter(self.review_id)

    def letter_id(self, session: "Session") -> str:
        """The id of the letter, begun now where nothing was chosen yet."""
        return letter_of_review(session, self.review_id)

    def begin(self) -> bool:
        """Make the row of the letter, where nothing was chosen yet."""
        return self.write(lambda _session, _letter: None)

    def write(self, act: "Callable[[Session, str], object]") -> bool:
        """Do one thing to this letter; gives whether it is on the disk."""
        return self.save(lambda session: act(session, self.letter_id(session)))

    def choose(self, field: str, value: Any) -> bool:
        """Set how the letter is set."""
        if getattr(self.setting, field) == value:
            return True
        return self.write(lambda session, letter: choose(session, letter, field, value))

    def choose_while_typing(self, field: str, value: Any) -> bool:
        """Set it while keys come: the window is told in the next short pause."""
        self._may_wait = True
        try:
            return self.choose(field, value)
        finally:
            self._may_wait = False

    def save_line(self, line: LineTyped) -> bool:
        """Keep the words of one line where they belong; the window is told in the next pause."""
        table, row_id, field = line.place
        if table not in SAID_TO_CHILD and table != OWN_LINE:
            return self.put_while_typing(table, row_id, field, line.words)
        self._may_wait = True
        try:
            return self.write(lambda session, letter: _keep(session, letter, line))
        finally:
            self._may_wait = False

    def catch_up(self) -> None:
        """Read now what was saved while keys came."""
        if self._is_behind:
            self.reload()

    def leave_out(self, key: str, why: str) -> bool:
        """Leave a line out on purpose."""
        return self.write(lambda session, letter: leave_out(session, letter, key, why))

    def leave_out_decision(self, decision_id: str, key: str, why: str) -> bool:
        """Leave out a decision that is not marked for the letter, on purpose from now on."""

        def choose_to(session: "Session", letter: str) -> None:
            put(session, "decision", decision_id, "in_letter", value=True)
            leave_out(session, letter, key, why)

        return self.write(choose_to)

    def put_back(self, key: str) -> bool:
        """Take a line in again."""
        return self.write(lambda session, letter: put_back(session, letter, key))

    def take_translation(self, brought: Brought) -> bool:
        """Keep what a translator gave, line by line."""
        language = self.setting.language

        def keep(session: "Session", letter: str) -> None:
            for row in brought.rows:
                write_translation(session, letter, (language, row.key), row.original, row.words)

        return self.write(keep)

    def save_translation(self, language: str, line: LineTyped) -> bool:
        """Keep the words of one line in another language; told in the next short pause."""
        place, row_id = (language, line.key), line.place[1]
        self._may_wait = True
        try:
            return self.write(
                lambda session, letter: write_translation(
                    session, letter, place, line.proposed, line.words, row_id
                )
            )
        finally:
            self._may_wait = False

    def keep_mine(self, key: str, proposed: str) -> bool:
        """Note that a newer proposal was seen, and the words stay."""
        return self.write(lambda session, letter: accept_proposal(session, letter, key, proposed))

    def set_aside(self, check: str, why: str) -> bool:
        """Set a warning aside, with the reason."""
        return self.write(lambda session, letter: waive(session, letter, check, why))

    def set_all_aside(self, checks: Sequence[str], why: str) -> bool:
        """Set several warnings aside in one act, with one reason."""

        def each_of_them(session: "Session", letter: str) -> None:
            for check in checks:
                waive(session, letter, check, why)

        return self.write(each_of_them)

    def heed_again(self, check: str) -> bool:
        """Let a warning that was set aside stand again."""
        return self.write(lambda session, letter: heed_again(session, letter, check))

    def freeze(self, new: Issue) -> bool:
        """Issue these pages."""
        desk = self.desk
        return self.save(
            lambda session: issue(session, self.review_id, new, desk.me.id, desk.now())
        )


def _keep(session: "Session", letter: str, line: LineTyped) -> None:
    table, row_id, _field = line.place
    if table == OWN_LINE:
        write_line(session, letter, line.key, line.words, line.proposed, row_id)
    else:
        say_to_child(session, letter, (table, row_id), line.key, line.words, line.proposed)
