"""The child's turn at one review: only what is the child's own, and the way to keep it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any  # Any: the fields of an answer

from PySide6.QtCore import QObject, Signal

from models.half_made import JOURNAL_TABLE, HalfMade, journal_row, keep_half_made, read_half_made
from models.problems import Problem
from models.reading_a_review import read_review
from models.review_sheet import PersonOnSheet, ReviewSheet, ScaleAnswerOnSheet, WishOnSheet
from models.rules.scales import OVERALL
from models.scaling import CHILD, answers_on, asks_with_faces
from ui.desk import Desk

if TYPE_CHECKING:
    from models.open_review import OpenReview

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sister", "professor", "rev"})
_CLOSE = frozenset({"parent", "carer", "family"})


class Turn(QObject):
    """Reads and keeps what the child makes; pages see the record only through here."""

    changed = Signal()
    troubled = Signal(object)  # a Problem

    def __init__(self, desk: Desk, review_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._review_id = desk, review_id
        self._sheet: ReviewSheet = self._read()

    @property
    def chair(self) -> str:
        """The first name of who handed the screen over."""
        return first_name(self._desk.me.name or self._sheet.chair.name)

    @property
    def first_language(self) -> str:
        """The child's first language, as the record calls it."""
        return self._sheet.child.first_language

    @property
    def with_faces(self) -> bool:
        """Whether the child is asked for a face in place of a number."""
        return asks_with_faces(self._sheet)

    @property
    def answer(self) -> ScaleAnswerOnSheet | None:
        """The number or face the child has chosen in this review."""
        return answers_on(self._sheet, OVERALL).get(CHILD)

    @property
    def last_number(self) -> float | None:
        """The child's own number at the last review that had one."""
        held = {each.id: each.held_on for each in self._sheet.earlier_reviews}
        given = [
            (day, each.number)
            for each in self._sheet.earlier_scale_answers
            if each.is_child
            and each.scale.startswith(OVERALL)
            and each.number is not None
            and (day := held.get(each.review_id)) is not None
        ]
        return max(given)[1] if given else None

    def carers(self) -> tuple[str, ...]:
        """Who the child lives with, by the child's own word for them."""
        lives_with = self._sheet.child.lives_with.casefold()
        carers = (each for each in self._sheet.people if each.role == "carer")
        named = (own_word(each) for each in carers)
        return tuple(word for word in named if word and word.casefold() in lives_with)

    def people(self) -> tuple[str, ...]:
        """The people round the child, each once, by the child's own word."""
        words = (own_word(each) for each in self._sheet.people)
        return tuple(dict.fromkeys(word for word in words if word))

    def things(self, question: str, column: str = "") -> list[WishOnSheet]:
        """What the child made in answer to one question, in its order."""
        return [
            wish
            for wish in self._sheet.wishes
            if wish.made_by_child and wish.question == question and wish.column == column
        ]

    def thing(self, wish_id: str) -> WishOnSheet | None:
        """One thing the child made, if it is there."""
        own = (each for each in self._sheet.wishes if each.made_by_child)
        return next((each for each in own if each.id == wish_id), None)

    def drawing(self, drawing_id: str | None) -> bytes:
        """The PNG of a drawing of the child's, or nothing."""
        drawings = (each for each in self._sheet.drawings if each.id == drawing_id)
        return next((each.png for each in drawings), b"")

    def finish(self, act: "Callable[[OpenReview], object]", half: HalfMade) -> bool:
        """Keep one thing, and forget in the same commit what was begun of it."""

        def finished(review: "OpenReview") -> None:
            act(review)
            keep_half_made(review.session, self._review_id, None)

        if not self.act(finished):
            return False
        self._forget_in_journal(half)
        return True

    def act(self, act: "Callable[[OpenReview], object]") -> bool:
        """Keep one thing; gives whether it is on the disk."""

        def in_review(session: Any) -> None:  # a Session, whose loading is slow
            from models.open_review import OpenReview

            act(OpenReview(session, self._review_id))

        try:
            self._desk.save(in_review)
        except Problem as problem:
            self.troubled.emit(problem)
            return False
        self._sheet = self._read()
        self.changed.emit()
        return True

    def today(self) -> date:
        """The day it is here."""
        return self._desk.today()

    def give(self, **changed: Any) -> bool:
        """Keep the child's number or face, or part of the answer; the rest stays as it was."""
        from models.numbers_given import Given, give

        before = self.answer
        fields: dict[str, Any] = {"who": self._sheet.child.called}
        if before is not None:
            names = ("scale", "answered", "number", "face", "reason", "one_more")
            choices = ("private", "in_letter")
            fields |= {name: getattr(before, name) for name in (*names, *choices)}
        return self.act(lambda review: give(review, Given(**(fields | changed))))

    def half_made(self) -> HalfMade | None:
        """What was begun and not finished the last time, if anything."""
        database = self._desk.database
        kept = {wish.words for wish in self._sheet.wishes}
        newest = database.journal.newest()
        with database.reading() as connection:
            return read_half_made(connection, newest, self._review_id, kept)

    def keep_half_made(self, half: HalfMade) -> None:
        """Keep what is begun. Raises: what saving raises."""
        self._desk.save(lambda session: keep_half_made(session, self._review_id, half))

    def journal_half_made(self, half: HalfMade) -> None:
        """Put the words of what is begun into the journal. Raises: what the journal raises."""
        row = journal_row(self._review_id)
        self._desk.journal(JOURNAL_TABLE, row, half.journal_field, half.words)

    def keep_begun(self, half: HalfMade) -> str | None:
        """Keep what is begun as Done does; gives its id, or None where it could not be kept."""
        ids, today = list[str](), self.today()

        def kept(review: "OpenReview") -> None:
            from models.childs_turn import keep_begun

            ids.append(keep_begun(review, half, today))

        return ids[-1] if self.finish(kept, half) else None

    def forget_half_made(self, half: HalfMade) -> None:
        """What was begun is not wanted."""
        self.finish(lambda _review: None, half)

    def _forget_in_journal(self, half: HalfMade) -> None:
        try:
            self.journal_half_made(replace(half, words="", png=b""))
        except Problem as problem:
            self.troubled.emit(problem)

    def journal_answer(self, field: str, text: str) -> None:
        """Put words about the number into the journal. Raises: what the journal raises."""
        if self.answer is not None:
            self._desk.journal("scale_answer", self.answer.id, field, text)

    def _read(self) -> ReviewSheet:
        with self._desk.database.reading() as connection:
            return read_review(connection, self._review_id)


def first_name(name: str) -> str:
    """A first name, or the whole where it begins with a title."""
    first = name.split()[0] if name.split() else ""
    return name if first.rstrip(".").casefold() in _TITLES else first


def own_word(person: PersonOnSheet) -> str:
    """The child's word for somebody, or the first name of somebody close; else nothing."""
    if person.called:
        return person.called
    return first_name(person.name) if person.role in _CLOSE else ""
