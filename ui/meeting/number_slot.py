"""One person's number from 0 to 10, why they chose it, and what one more would take."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any  # the fields of an answer

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.numbers_given import Given, give
from models.review_sheet import ScaleAnswerOnSheet
from models.rules.scales import FACES, HIGHEST, LOWEST, OVERALL
from models.scaling import is_given, own_scale
from models.signs import Answered
from ui.language import _, date_in_words
from ui.meeting.face_choices import FaceChoices
from ui.meeting.number_rows import NumberRow, is_private
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.parts.words import Disc, IconWords, Words


class NumberSlot(Slot):
    """Eleven numbers or five faces, and two answers that are not 0; it folds while hidden."""

    faces_asked = Signal()

    def __init__(self, page: StepPage, row: NumberRow) -> None:
        super().__init__()
        self._page, self._meeting, self._row = page, page.meeting, row
        self._is_open = not row.is_hidden
        self.setObjectName(f"number_{row.id}")
        self.card = Card("child" if row.is_child else "plain")
        self.who = Words(row.who, "h3", wrap=True)
        self.given = IconWords("check-circle-fill", _("Given"), "label", "well")
        self.change_button = SmallButton(_("Change"), in_row=True)
        self.change_button.setAccessibleName(_("Change what {person} gave").format(person=row.who))
        self.ends = Words(self._own_ends(), "small", "ink2", wrap=True)
        self.earlier = Words("", "small", "ink2", wrap=True)
        asked = _("{person}’s number from 0 to 10").format(person=row.who)
        face = _("{person}’s face").format(person=row.who)
        self.faces = FaceChoices(face)
        self.numbers = ChipGroup(
            face if row.with_faces else asked, self._offered(), may_be_none=False, size="filter"
        )
        self.faces_button = SmallButton(
            _("Use numbers") if row.with_faces else _("Use faces"), kind="quiet", in_row=True
        )
        self.reason = TextField(_("Why {person} chose it").format(person=row.who), lines=1)
        self.one_more = TextField(_("What would make it one more"), optional=True, lines=1)
        self.private = Tick(_("Private: {name} asked that this be kept").format(name=row.who))
        self.private.setObjectName("number_private")
        self.body = QWidget()
        self._build()
        self._keep()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        kind = "child" if self._row.is_child else "person"
        head.addWidget(Disc(self._row.who[:1], kind, 28))
        head.addWidget(self.who, 1)
        head.addWidget(self.given)
        head.addWidget(self.change_button)
        head.addWidget(self.faces_button)
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for part in (self.ends, self.earlier, self.faces, self.numbers, self.reason):
            inside.addWidget(part)
        inside.addWidget(self.one_more)
        inside.addWidget(self.private)
        self.card.column.addLayout(head)
        self.card.column.addWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        is_own = self._row.is_child and self._row.scale == OVERALL
        show_if(self.faces_button, is_own)
        show_if(self.faces, self._row.with_faces)
        show_if(self.ends, bool(self.ends.said))

    def _keep(self) -> None:
        row, page = self._row, self._page
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
            page.mark(self.first_control(), ("scale_answer", "", "number"))

    def _connect(self) -> None:
        self.numbers.chosen_changed.connect(self._choose)
        self.faces.chosen_changed.connect(self._choose_face)
        self.faces_button.clicked.connect(self.faces_asked)
        self.change_button.clicked.connect(self.open_editor)
        self.private.clicked.connect(lambda on: self._give(private=on))

    def _offered(self) -> list[tuple[str, str]]:
        numbers = [] if self._row.with_faces else range(LOWEST, HIGHEST + 1)
        return [
            *((str(number), str(number)) for number in numbers),
            (Answered.RATHER_NOT, _("Would rather not say")),
            (Answered.NOT_ASKED, _("Not asked")),
        ]

    def _own_ends(self) -> str:
        """What the ends of the child's own scale mean, where it is not that of the adults."""
        row = self._row
        if not row.is_child or row.scale != OVERALL:
            return ""
        scale = self._meeting.form.scale.get(own_scale(OVERALL, with_faces=row.with_faces))
        if scale is None:
            return ""
        ends = _("From {lowest} to {highest}.") if row.with_faces else _("0: {zero}. 10: {ten}.")
        zero, ten = _(scale.zero), _(scale.ten)
        return ends.format(zero=zero, ten=ten, lowest=zero, highest=ten)

    def first_control(self) -> QWidget:
        """Give what takes the keyboard: the face, or the number."""
        return self.faces if self._row.with_faces else self.numbers

    def take_keyboard(self) -> None:
        """Put the keyboard on the number or the face, or on the way back to it."""
        if self.body.isHidden():
            self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._row.with_faces:
            self.faces.stop().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.numbers.focus_chosen()

    def show_row(self, row: NumberRow) -> None:
        """Show the answer as it now stands, and the numbers given before."""
        was_hidden, self._row = self._row.is_hidden, row
        if row.is_hidden and not was_hidden:
            self._is_open = False
        self.earlier.say(_earlier_words(row.earlier))
        show_if(self.earlier, bool(row.earlier))
        answer = row.answer
        self.numbers.choose(_key(answer))
        self.faces.choose(answer.face if answer else "")
        for field, kept in self._kept.items():
            if answer is not None:
                kept.move_to(answer.id)
                self._page.mark(getattr(self, field).control, ("scale_answer", answer.id, field))
            kept.show(getattr(answer, field) if answer else "")
        said = answer is not None and answer.answered == Answered.NUMBER
        show_if(self.reason, said)
        show_if(self.one_more, said)
        show_if(self.private, row.is_child and is_given(answer))
        self.private.setChecked(is_private(answer))
        self._show_fold()

    @property
    def is_folded(self) -> bool:
        """Whether what was given is out of sight."""
        return self.body.isHidden()

    def fold(self) -> None:
        """Hide what was given, while nobody is to see it."""
        self._is_open = False
        self._show_fold()

    def open_editor(self) -> None:
        """Show what was given to the one who gave it."""
        self._is_open = True
        self._show_fold()
        self.take_keyboard()

    def _show_fold(self) -> None:
        """Fold what is given and hidden, unless it is open just now."""
        given = is_given(self._row.answer)
        folded = self._row.is_hidden and given and not self._is_open
        show_if(self.body, not folded)
        show_if(self.given, self._row.is_hidden and given)
        show_if(self.change_button, folded)

    def _choose(self, key: str) -> None:
        if key.isdigit():
            self._give(number=int(key), face="", answered=Answered.NUMBER)
        else:
            self._give(number=None, face="", answered=key)

    def _choose_face(self, key: str) -> None:
        number = next(face.number for face in FACES if face.key == key)
        self._give(number=number, face=key, answered=Answered.NUMBER)

    def _give(self, **changed: Any) -> bool:
        row, answer = self._row, self._row.answer
        self._is_open = True
        scale = own_scale(row.scale, with_faces=row.with_faces) if row.is_child else row.scale
        if answer is not None and "answered" not in changed:
            scale = answer.scale
        given = Given(
            scale=scale, person_id=None if row.is_child else row.id, who=row.who,
            answered=Answered.NOT_ASKED,
        )  # fmt: skip
        if answer is not None:
            given = replace(
                given, number=answer.number, reason=answer.reason, answered=answer.answered,
                one_more=answer.one_more, face=answer.face, private=answer.private,
                in_letter=answer.in_letter,
            )  # fmt: skip
        return self._meeting.act(lambda review: give(review, replace(given, **changed)))


def _key(answer: ScaleAnswerOnSheet | None) -> str:
    if answer is None:
        return ""
    if answer.answered != Answered.NUMBER:
        return answer.answered
    return f"{answer.number:g}" if not answer.face else ""


def _earlier_words(earlier: Sequence[tuple[date, float]]) -> str:
    said = [
        _("{number} on {day}").format(number=f"{number:g}", day=date_in_words(day))
        for day, number in earlier
    ]
    return _("Before: {numbers}").format(numbers=", ".join(said)) if said else ""
