"""My number: the ladder from 0 to 10 or the faces, why, and what would make it one more."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.rules.scales import FACES, OVERALL, Face
from models.scaling import own_scale
from models.signs import Answered
from models.wishes import Question
from ui.autosave import Autosave
from ui.childs_turn.big_button import BigButton
from ui.childs_turn.faces import Faces
from ui.childs_turn.ladder import Ladder, face_of
from ui.childs_turn.making import Kind, Making, opened
from ui.childs_turn.number_boxes import AnswerBox, BigFace, ThreeColumns
from ui.childs_turn.spoken import _
from ui.childs_turn.thing_card import ThingCard
from ui.childs_turn.turn_page import MARGIN, TurnPage
from ui.overriding import override
from ui.parts.words import Words

_BOXES = {"reason": Question.WHY, "one_more": Question.ONE_MORE}


class NumberPage(TurnPage):
    """A step or a face is kept as it is chosen; so is not wanting to choose."""

    @override
    def build(self) -> None:
        self.with_faces = self.turn.with_faces
        self.question = Words(self._question(), "child_title", wrap=True)
        self.hint = Words("", "child_body", wrap=True)
        self.no_wrong = Words("", "child_body", wrap=True)
        self.face = BigFace()
        self.ladder = Ladder(self.turn.last_number)
        self.faces = Faces(self.turn.last_number)
        self.other_way = BigButton("", kind="choice")
        self.other_way.setObjectName("other_way")
        self._build_boxes()
        self.dock.be_lower()
        self.body.column.setContentsMargins(MARGIN, 4, MARGIN, 2)
        self.columns = ThreeColumns(self._left(), self._middle(), self._boxes)
        self.fill(self.columns, 1640)
        self.rather_not = BigButton(_("I don’t want to pick"), kind="quiet", checkable=True)
        self.rather_not.setObjectName("rather_not")
        self.private = BigButton("", kind="quiet", checkable=True)
        self.private.setObjectName("private")
        self.dock.add(self.rather_not)
        self.dock.add(self.other_way)
        self.dock.add(self.private)
        self._connect()
        self.show_turn()

    def _build_boxes(self) -> None:
        self.boxes = {field: AnswerBox() for field in _BOXES}
        self.write = BigButton(_("Write"), "pencil-simple", kind="choice")
        self.draw = BigButton(_("Draw"), "paint-brush", kind="choice")
        self.write.setObjectName("write")
        self.draw.setObjectName("draw")
        self._boxes = QWidget()
        column = QVBoxLayout(self._boxes)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(18)
        for field, box in self.boxes.items():
            box.text.setObjectName(field)
            column.addWidget(box)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.write)
        row.addWidget(self.draw)
        row.addStretch(1)
        column.addLayout(row)
        self.in_letter = BigButton("", kind="choice", checkable=True)
        self.in_letter.setObjectName("number_in_letter")
        column.addWidget(self.in_letter)
        column.addStretch(1)
        self._in = "reason"
        self._autosave = Autosave(self._keep_words, self.turn.journal_answer, self)
        self._autosave.failed.connect(self.turn.troubled)
        for field, box in self.boxes.items():
            self._autosave.bind(box.text, field, box.text.words)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(16)
        for part in (self.question, self.hint, self.no_wrong):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.face)
        column.addStretch(1)
        return left

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.ladder, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.faces)
        column.addStretch(1)
        return middle

    def _connect(self) -> None:
        self.ladder.number_chosen.connect(self._put_number)
        self.faces.face_chosen.connect(self._put_face)
        self.rather_not.clicked.connect(self._put_rather_not)
        self.other_way.clicked.connect(self._change_way)
        self.private.clicked.connect(lambda on: self.turn.give(private=on))
        self.in_letter.clicked.connect(lambda on: self.turn.give(in_letter=on))
        self.write.clicked.connect(lambda: self.boxes[self._in].text.setFocus())
        self.draw.clicked.connect(self._draw)
        for field, box in self.boxes.items():
            box.entered.connect(partial(self._be_in, field))

    def _question(self) -> str:
        carers = self.turn.carers()
        if not carers:
            return _("How are things for you where you live?")
        names = carers[0]
        for name in carers[1:]:
            names = _("{names} and {name}").format(names=names, name=name)
        return _("How are things for you at {names}’s?").format(names=names)

    @override
    def show_turn(self) -> None:
        answer = self.turn.answer
        given = answer is not None and answer.answered == Answered.NUMBER
        number = answer.number if answer is not None and given else None
        face = answer.face if answer is not None and given else ""
        self.rather_not.setChecked(answer is not None and answer.answered == Answered.RATHER_NOT)
        self.ladder.show_number(None if face else number)
        self.faces.show_face(face)
        shown = face or (face_of(number) if number is not None else "")
        self.face.show_face("" if self.with_faces or self.columns.is_narrow else shown)
        self.private.setChecked(answer is not None and answer.private)
        self.private.setVisible(number is not None)
        self.in_letter.setChecked(answer is not None and answer.in_letter)
        self.in_letter.setVisible(answer is None or not answer.private)
        self._boxes.setVisible(number is not None and bool(face) == self.with_faces)
        for field, box in self.boxes.items():
            self._fill(field, box, getattr(answer, field) if answer is not None else "")
            box.show_drawings(self._drawings(_BOXES[field]))
        self._say(number, face)

    def _say(self, number: float | None, face: str) -> None:
        faces = self.with_faces
        self.hint.say(_("Choose a face.") if faces else _("Tap a step, from 0 to 10."))
        no_wrong = _("There is no wrong face.") if faces else _("There is no wrong number.")
        self.no_wrong.say(no_wrong)
        self.other_way.say(_("Use numbers") if faces else _("Use faces"))
        self.private.say(_("Only {name} may see it").format(name=self.turn.chair))
        letter = _("Put my face in my letter") if face else _("Put my number in my letter")
        self.in_letter.say(letter)
        self.ladder.setVisible(not faces)
        self.faces.setVisible(faces)
        self.columns.stack_middle(stacked=faces)
        why, more = _("Why this face?"), _("What would make it a bit better?")
        if not face and number is not None:
            asked = _("Why {number} and not lower?") if number > 0 else _("Why {number}?")
            why = asked.format(number=f"{number:g}")
            more = _("What would make it one more?")
            if number >= 10:
                more = _("What would keep it like this?")
        self.boxes["reason"].ask(why)
        self.boxes["one_more"].ask(more)

    def _fill(self, field: str, box: AnswerBox, words: str) -> None:
        if box.text.words() != words and not box.text.hasFocus():
            box.text.setPlainText(words)
            self._autosave.take(field)

    def _drawings(self, question: Question) -> list[ThingCard]:
        cards = []
        for wish in self.turn.things(question):
            png = self.turn.drawing(wish.drawing_id)
            card = ThingCard(wish, png, self.turn.chair)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            card.clicked.connect(partial(self.making_asked.emit, opened(wish, png)))
            cards.append(card)
        return cards

    @override
    def first_stop(self) -> QWidget:
        return self.faces if self.with_faces else self.ladder

    @override
    def aloud(self) -> str:
        parts = [self.question.said, self.hint.said, self.no_wrong.said]
        if not self._boxes.isHidden():
            for box in self.boxes.values():
                parts += [box.asked.said, box.text.words()]
        return ". ".join(part for part in parts if part.strip())

    @override
    def flush(self) -> bool:
        return self._autosave.flush()

    def _put_number(self, number: int) -> None:
        self._autosave.flush()
        scale = own_scale(OVERALL, with_faces=False)
        self.turn.give(scale=scale, answered=Answered.NUMBER.value, number=number, face="")

    def _put_face(self, face: Face) -> None:
        self._autosave.flush()
        scale = own_scale(OVERALL, with_faces=True)
        number = next(each.number for each in FACES if each == face)
        self.turn.give(scale=scale, answered=Answered.NUMBER.value, number=number, face=face.key)

    def _put_rather_not(self) -> None:
        self._autosave.flush()
        wanted = Answered.RATHER_NOT if self.rather_not.isChecked() else Answered.NOT_ASKED
        scale = own_scale(OVERALL, with_faces=self.with_faces)
        self.turn.give(scale=scale, answered=wanted.value, number=None, face="")

    def _keep_words(self, field: str, words: str) -> None:
        if self.turn.answer is not None:
            self.turn.give(**{field: words})

    def _change_way(self) -> None:
        self.with_faces = not self.with_faces
        self.show_turn()
        self.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _be_in(self, field: str) -> None:
        self._in = field

    def _draw(self) -> None:
        if self.flush():
            self.making_asked.emit(Making(Kind.DRAWING, _BOXES[self._in]))
