"""Writing, drawing or picking one thing; opening it again, changing it, taking it out."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any  # Any: the fields of a wish

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.childs_turn import (
    HOUSES,
    Made,
    change,
    make,
    put_back,
    take_out,
)
from models.half_made import HalfMade
from models.problems import Problem
from models.wishes import Question
from ui.autosave import Autosave
from ui.childs_turn.beside import Beside
from ui.childs_turn.big_button import BigButton
from ui.childs_turn.canvas import DrawingCanvas
from ui.childs_turn.child_text import ChildText
from ui.childs_turn.house import LOOKS
from ui.childs_turn.making import Kind, Making
from ui.childs_turn.picture_choice import PictureChoice
from ui.childs_turn.spoken import _
from ui.childs_turn.thing_card import what_is_in
from ui.childs_turn.turn import Turn
from ui.childs_turn.turn_page import TurnPage
from ui.childs_turn.who_may_see import BigChoices, WhoMaySee
from ui.overriding import override
from ui.parts.words import Words

if TYPE_CHECKING:
    from models.open_review import OpenReview

PAUSE_MS = 700
_AROUND_PAPER_PX, _LEAST_PAPER_PX = 30, 260
_PANEL_PX, _NARROW_PANEL_PX, _LEAST_PX = 400, 262, 940


class MakingPage(TurnPage):
    """One thing; whatever is begun is kept at each pause, and finished with Done."""

    taken_out = Signal(object)  # how to put it back

    def __init__(self, turn: Turn, making: Making, title: str) -> None:
        self._making, self._wish_id = making, making.wish_id
        self._drawn = making.begun is not None and bool(making.png)
        self._kept_words = making.wish.words if making.wish else ""
        self.text: ChildText | None = None
        self.canvas: DrawingCanvas | None = None
        self.pictures: PictureChoice | None = None
        super().__init__(turn, title)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._keep_drawing)

    @override
    def build(self) -> None:
        making = self._making
        self.who = WhoMaySee(self.turn.chair, private=making.private, in_letter=making.in_letter)
        self.who.changed.connect(self._put_who)
        self._editor = self._make_editor()
        panel_px = _NARROW_PANEL_PX if making.kind is Kind.DRAWING else _PANEL_PX
        self.fill(Beside(self._editor, self._panel(), panel_px, _LEAST_PX), 2000)
        self.take_out = BigButton(_("Take it out"), "trash", kind="quiet")
        self.take_out.setObjectName("take_out")
        self.take_out.clicked.connect(self._take_out)
        self.dock.add(self.take_out)

    def _make_editor(self) -> QWidget:
        making = self._making
        if making.kind is Kind.DRAWING:
            self.canvas = DrawingCanvas()
            self.canvas.load(making.png)
            self.canvas.changed.connect(self._note_drawing)
            return self.canvas
        if making.kind is Kind.PICTURE:
            self.pictures = PictureChoice(making.wish.picture if making.wish else "")
            self.pictures.picked.connect(self._put_picture)
            return self.pictures
        self.text = ChildText(_("Write here. {title}").format(title=self.title))
        self.text.setObjectName("child_text")
        self.text.setPlainText(making.words)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._autosave = Autosave(self._keep_words, self._journal_words, self)
        self._autosave.bind(self.text, "words", self.text.words)
        self._autosave.failed.connect(self.turn.troubled)
        return self.text

    def _panel(self) -> QWidget:
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        if self._making.question is Question.NOT_TODAY:
            only = _("Only {name} will know. You do not have to say why.")
            column.addWidget(Words(only.format(name=self.turn.chair), "child_body", wrap=True))
        column.addWidget(self.who)
        if self._making.question is Question.HOUSE:
            titles = {key: _(LOOKS[key].title) for key in HOUSES}
            self.house = BigChoices(_("Which house is it in?"), titles)
            self.house.choose(self._making.column)
            self.house.picked.connect(lambda key: self._put_choices(column=key))
            column.addWidget(self.house)
        column.addStretch(1)
        return panel

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole paper in view, from its top to its foot."""
        super().resizeEvent(event)
        if self.canvas is not None:
            room = self.body.viewport().height() - _AROUND_PAPER_PX
            self.canvas.setMaximumHeight(max(_LEAST_PAPER_PX, room))

    @override
    def first_stop(self) -> QWidget:
        if self.pictures is not None:
            return self.pictures.first_stop()
        return self._editor

    @override
    def aloud(self) -> str:
        making = self._making
        said = self.text.words() if self.text is not None else ""
        if not said and making.wish is not None and making.kind is not Kind.WORDS:
            said = what_is_in(making.wish)
        return ". ".join(part for part in (self.title, said, self.who.aloud()) if part)

    @override
    def flush(self) -> bool:
        if self.text is not None:
            return self._autosave.flush()
        if self._pause.isActive():
            self._pause.stop()
            return self._keep_drawing()
        return True

    @override
    def finish(self) -> None:
        before = self._wish_id
        if not self.keep_begun():
            return
        self._pause.stop()
        self.left.emit()
        if before and not self._wish_id:
            self.taken_out.emit(lambda review: put_back(review, before))

    def keep_begun(self) -> bool:
        """Keep it as it stands, by Done or when the screen is given back; what is empty goes out.

        Says whether nothing is left unsaved.
        """
        if self.pictures is not None:
            return True
        half, before = self._half(), self._wish_id
        if before and (half.is_empty or not self._is_begun(half)):
            act = _nothing if not half.is_empty else partial(take_out, wish_id=before)
            wish_id = before if self._do(act) else None
        else:
            wish_id = self.turn.keep_begun(half)
        if wish_id is None:
            return False
        self._wish_id = "" if half.is_empty else wish_id
        self._drawn, self._kept_words = False, half.words
        if self.text is not None:
            self._autosave.take("words")
        return True

    def _is_begun(self, half: HalfMade) -> bool:
        """Whether there is more than the record has."""
        return self._drawn if self.canvas is not None else half.words != self._kept_words

    def _do(self, act: "Callable[[OpenReview], object]") -> bool:
        """Do what finishes it: what was begun is forgotten in the same commit."""
        if self._making.kind is Kind.PICTURE:
            return self.turn.act(act)
        return self.turn.finish(act, self._half())

    def _put_picture(self, picture: str) -> None:
        wish_id, today = self._wish_id, self.turn.today()
        if wish_id:
            self._change(picture=picture)
            return
        half, ids = self._half(), list[str]()
        made = Made(
            question=self._making.question,
            column=half.column,
            picture=picture,
            private=half.private,
            in_letter=half.in_letter,
        )
        if self.turn.act(lambda review: ids.append(make(review, made, today))):
            self._wish_id = ids[0]

    def _change(self, **fields: Any) -> None:
        """Change at once what stands in the record already."""
        wish_id = self._wish_id
        if wish_id:
            self.turn.act(lambda review: change(review, wish_id, **fields))

    def _put_who(self) -> None:
        self._put_choices(private=self.who.private, in_letter=self.who.in_letter)

    def _put_choices(self, **fields: Any) -> None:
        """Keep what was chosen at once: in the record, and with what is begun."""
        self._change(**fields)
        half = self._half()
        if half.is_empty or not self._is_begun(half):
            return
        try:
            if half.words:
                self.turn.journal_half_made(half)
            self.turn.keep_half_made(half)
        except Problem as problem:
            self.turn.troubled.emit(problem)

    def _take_out(self) -> None:
        wish_id = self._wish_id
        act = partial(take_out, wish_id=wish_id) if wish_id else _nothing
        if not self._do(act):
            return
        self._pause.stop()
        if self.text is not None:
            self._autosave.take("words")
        self.left.emit()
        if wish_id:
            self.taken_out.emit(lambda review: put_back(review, wish_id))

    def _half(self) -> HalfMade:
        """What there is of it now, with the choices as they stand."""
        making, canvas = self._making, self.canvas
        return HalfMade(
            making.question.value,
            self.house.chosen() if making.question is Question.HOUSE else "",
            self._wish_id,
            self.text.words() if self.text is not None else "",
            b"" if canvas is None or canvas.is_empty() else canvas.png(),
            self.who.private,
            self.who.in_letter,
        )

    def _keep_words(self, _name: str, _words: str) -> None:
        self.turn.keep_half_made(self._half())

    def _journal_words(self, _name: str, _words: str) -> None:
        self.turn.journal_half_made(self._half())

    def _note_drawing(self) -> None:
        self._drawn = True
        self._pause.start()

    def _keep_drawing(self) -> bool:
        if self.canvas is None:
            return True
        try:
            self.turn.keep_half_made(self._half())
        except Problem as problem:
            self.turn.troubled.emit(problem)
            return False
        return True


def _nothing(_review: "OpenReview") -> None:
    """Change nothing: only what was begun is forgotten."""
