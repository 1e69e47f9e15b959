"""One person's number from 0 to 10, why they chose it, and what one more would take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any  # the fields of an answer

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from models.review_sheet import ReviewSheet, ScaleAnswerOnSheet
from models.rules.scales import HIGHEST, LOWEST
from models.signs import Answered
from ui.language import _, date_in_words
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.text_field import TextField
from ui.parts.words import Disc, Words

CHILD = "child"


@dataclass(frozen=True)
class NumberRow:
    """One person and what they answered; the child's `id` is "child"."""

    id: str
    who: str
    answer: ScaleAnswerOnSheet | None
    earlier: tuple[tuple[date, float], ...] = ()

    @property
    def is_child(self) -> bool:
        """Whether it is the child's own."""
        return self.id == CHILD


def number_rows(sheet: ReviewSheet, also: Sequence[str] = ()) -> list[NumberRow]:
    """The child first, then who came, who has answered, and whoever else is asked."""
    answers = {each.person_id or CHILD: each for each in sheet.scale_answers}
    came = {person.id for person in sheet.who_came}
    shown = [
        person
        for person in sheet.people
        if person.id in came or person.id in answers or person.id in also
    ]
    rows = [NumberRow(CHILD, sheet.child.called, answers.get(CHILD), _earlier(sheet, None))]
    return rows + [
        NumberRow(person.id, person.short, answers.get(person.id), _earlier(sheet, person.id))
        for person in shown
    ]


def _earlier(sheet: ReviewSheet, person_id: str | None) -> tuple[tuple[date, float], ...]:
    held = {review.id: review.held_on for review in sheet.earlier_reviews}
    found = []
    for answer in sheet.earlier_scale_answers:
        day = held.get(answer.review_id)
        own = answer.is_child if person_id is None else answer.person_id == person_id
        if own and day is not None and answer.number is not None:
            found.append((day, answer.number))
    return tuple(sorted(found))


class NumberSlot(Slot):
    """Eleven numbers in a row, and two answers that are not 0."""

    def __init__(self, page: StepPage, row: NumberRow) -> None:
        super().__init__()
        self._page, self._meeting, self._row = page, page.meeting, row
        self.setObjectName(f"number_{row.id}")
        name = row.who
        self.card = Card("child" if row.is_child else "plain")
        self.who = Words(name, "h3", wrap=True)
        self.earlier = Words("", "small", "ink2", wrap=True)
        offered = [(str(number), str(number)) for number in range(LOWEST, HIGHEST + 1)]
        offered.append((Answered.RATHER_NOT, _("Would rather not say")))
        offered.append((Answered.NOT_ASKED, _("Not asked")))
        asked = _("{person}’s number from 0 to 10").format(person=name)
        self.numbers = ChipGroup(asked, offered, may_be_none=False, size="filter")
        self.reason = TextField(_("Why {person} chose it").format(person=name), lines=1)
        more = _("What would make it one more")
        self.one_more = TextField(more, optional=True, lines=1)
        self._build()
        answer_id = row.answer.id if row.answer else row.id
        self._kept = {
            field: page.keep(
                getattr(self, field),
                ("scale_answer", answer_id, field),
                save=lambda value, field=field: self._give(**{field: value or ""}),  # type: ignore[misc]
            )
            for field in ("reason", "one_more")
        }
        if row.is_child:
            page.mark(self.numbers, ("scale_answer", "", "number"))
        self.numbers.chosen_changed.connect(self._choose)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.who)
        if self._row.is_child:
            scale = self._meeting.form.scale["overall_child"]
            ends = _("0: {zero}. 10: {ten}.").format(zero=_(scale.zero), ten=_(scale.ten))
            words.addWidget(Words(ends, "small", "ink2", wrap=True))
        for part in (self.earlier, self.numbers, self.reason, self.one_more):
            words.addWidget(part)
        line = QHBoxLayout()
        line.setSpacing(12)
        kind = "child" if self._row.is_child else "person"
        line.addWidget(Disc(self._row.who[:1], kind), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.card.column.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def show_row(self, row: NumberRow) -> None:
        """Show the answer as it now stands, and the numbers given before."""
        self._row = row
        self.earlier.say(_earlier_words(row.earlier))
        self.earlier.setVisible(bool(row.earlier))
        answer = row.answer
        self.numbers.choose(_key(answer))
        for field, kept in self._kept.items():
            if answer is not None:
                kept.move_to(answer.id)
                self._page.mark(getattr(self, field).control, ("scale_answer", answer.id, field))
            kept.show(getattr(answer, field) if answer else "")
        said = answer is not None and answer.answered == Answered.NUMBER
        self.reason.setVisible(said)
        self.one_more.setVisible(said)

    def _choose(self, key: str) -> None:
        if key.isdigit():
            self._give(number=int(key), answered=Answered.NUMBER)
        else:
            self._give(number=None, answered=key)

    def _give(self, **changed: Any) -> bool:
        answer = self._row.answer
        fields: dict[str, Any] = {
            "number": answer.number if answer else None,
            "reason": answer.reason if answer else "",
            "answered": answer.answered if answer else Answered.NOT_ASKED,
            "one_more": answer.one_more if answer else "",
            "who": self._row.who,
        } | changed
        person_id = None if self._row.is_child else self._row.id
        return self._meeting.act(lambda review: review.give_number(person_id=person_id, **fields))


def _key(answer: ScaleAnswerOnSheet | None) -> str:
    if answer is None:
        return ""
    return str(answer.number) if answer.answered == Answered.NUMBER else answer.answered


def _earlier_words(earlier: Sequence[tuple[date, float]]) -> str:
    said = [
        _("{number} on {day}").format(number=number, day=date_in_words(day))
        for day, number in earlier
    ]
    return _("Before: {numbers}").format(numbers=", ".join(said)) if said else ""
