"""The right of the place Send: the pages of a copy, just as they were released."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.database import Database
from models.problems import Problem
from models.sending_queue import CopyLine
from ui.appearance import appearance
from ui.desk import Desk
from ui.language import _
from ui.looked import note_looked
from ui.meeting.pages_view import PagesView
from ui.meeting.paper_pages import DrawnPaper, PagePicture, PageSize, draw_pages
from ui.overriding import override
from ui.parts.buttons import IconButton
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.problem_box import sentences
from ui.send.queue_pages import PDF, NotToBeDrawn, released_pages
from ui.send.queue_words import reader_words

AROUND_PX = 24
LEAST_PX = 240
SETTLED_MS = 120


class CopyPages(PagesView):
    """The pages one under the other; Left goes back to the people."""

    left_asked = Signal()
    letter_pressed = Signal(str)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if event.key() == (Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left):
            self.left_asked.emit()
            return
        if not event.modifiers() and event.text().isalpha():
            self.letter_pressed.emit(event.text().upper())
            return
        super().keyPressEvent(event)


class CopyPreview(QWidget):
    """Draws the pages away from the window, and says in words what cannot be shown."""

    left_asked = Signal()
    letter_pressed = Signal(str)
    seen = Signal(str, object, int)  # the copy's id, the numbers of its pages, how many it has

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("send_preview")
        self.setAccessibleName(_("The pages of the copy"))
        self._desk = desk
        self._copy: CopyLine | None = None
        self._drawn_px = 0
        self._pages = 0
        self._drawn_id = ""
        self.title = Words("", "h3", wrap=True)
        self.page = Words("", "small")
        self.back = IconButton("caret-left", _("Page before"), size="small")
        self.on = IconButton("caret-right", _("Next page"), size="small")
        self.trouble = Words("", "body", "ink2", wrap=True)
        self.view = CopyPages(_("The pages of the copy"))
        self.view.setObjectName("copy_pages")
        self._again = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._again.timeout.connect(self._draw_again)
        self._build()
        self.back.clicked.connect(lambda: self.view.turn(-1))
        self.on.clicked.connect(lambda: self.view.turn(1))
        self.view.page_changed.connect(self._say_page)
        self.view.left_asked.connect(self.left_asked)
        self.view.letter_pressed.connect(self.letter_pressed)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for part in (self.back, self.page, self.on):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addWidget(self.view, 1)
        self.trouble.hide()

    @property
    def copy_id(self) -> str:
        """The copy that is shown."""
        return self._copy.id if self._copy else ""

    def show_copy(self, copy: CopyLine | None, *, anew: bool = False) -> None:
        """Show the pages of this copy; those that are shown already stay."""
        same = copy is not None and copy.id == self.copy_id and not anew
        self._copy = copy
        self.setVisible(copy is not None)
        if copy is None or same:
            return
        self.title.say(_("The copy for {reader}").format(reader=reader_words(copy)))
        self._draw(copy)

    def retry(self) -> None:
        """Look again for pages that had not come."""
        if self._copy is not None and not self.trouble.isHidden():
            self._draw(self._copy)

    def tell_seen(self) -> None:
        """Tell which pages can be seen now."""
        if self._pages and self._drawn_id == self.copy_id:
            self.seen.emit(self.copy_id, self.view.pages_seen(), self._pages)

    def focus_pages(self) -> None:
        """Put the keyboard on the pages, to scroll them."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self, copy: CopyLine) -> None:
        if copy.format != PDF:
            self._tell(NotToBeDrawn())
            return
        width = self._drawn_px = self._width()
        database, ratio = self._desk.database, self.devicePixelRatioF()
        copy_id = copy.id
        self._desk.background.run(
            lambda: _draw(database, copy_id, width, ratio), self._show, _our_fault
        )

    def _show(self, drawn: "_Drawn") -> None:
        if drawn.copy_id != self.copy_id or drawn.width not in (0, self._drawn_px):
            return  # drawn for another copy, or before the column had its width
        if drawn.problem is not None:
            self._tell(drawn.problem)
            return
        self.trouble.hide()
        note_looked(self._desk, "opened_letter", "paper_copy", drawn.copy_id)
        self._pages = len(drawn.pages)
        self.view.show_paper(DrawnPaper(drawn.pages, {}, ()))
        self.view.verticalScrollBar().setValue(0)
        self.view.show()
        self._say_page(1)
        self._drawn_id = drawn.copy_id
        self.tell_seen()
        self._again.start()  # the column may have got its width only now

    def _tell(self, problem: Problem) -> None:
        self._pages = 0
        self.view.hide()
        self.trouble.say(" ".join(sentences(problem)))
        self.trouble.show()
        self._say_page(0)

    def _say_page(self, number: int) -> None:
        for part in (self.back, self.page, self.on):
            show_if(part, self._pages > 0)
        words = _("Page {number} of {pages}")
        self.page.say(words.format(number=max(1, number), pages=self._pages))
        self.tell_seen()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._again.start()  # the view inside is laid out after this

    def _width(self) -> int:
        return max(appearance().px(LEAST_PX), self.view.viewport().width() - AROUND_PX)

    def _draw_again(self) -> None:
        if self._copy is not None and self._width() != self._drawn_px:
            self._draw(self._copy)


@dataclass(frozen=True)
class _Drawn:
    copy_id: str
    pages: tuple[PagePicture, ...] = ()
    width: int = 0
    problem: Problem | None = None


def _draw(database: Database, copy_id: str, width: int, ratio: float) -> _Drawn:
    try:
        size = PageSize(round(width * ratio))
        return _Drawn(copy_id, draw_pages(released_pages(database, copy_id), size), width)
    except Problem as problem:
        return _Drawn(copy_id, problem=problem)


def _our_fault(failure: Exception) -> None:
    raise failure
