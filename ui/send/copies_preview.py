"""The right of the copies: one reader's finished pages, what was found, and what is left out."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.document_kind import DocumentKind
from ui.appearance import appearance
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import IconButton, PrimaryButton, SmallButton
from ui.parts.chips import ChipGroup
from ui.parts.flow_layout import FlowLayout
from ui.parts.one_line import OneLine
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.copies_chosen_card import ChosenCard
from ui.send.copies_cut_card import CutCard
from ui.send.copies_frame import CopyFrame
from ui.send.copies_hits import HitRows, HitShown
from ui.send.copies_page import CopyPage, CopyShown, Frame
from ui.send.copies_settled import SettledCards
from ui.send.copies_words import KIND_WORDS

END_PX = 40
PAGE_PX = 240


class CopyPreview(QWidget):
    """Left and Right turn the pages; while all are looked at, one button leads on."""

    kind_chosen = Signal(str)
    seen_whole = Signal()  # every page of this copy was shown
    next_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("copy_preview")
        self.setAccessibleName(_("The copy"))
        self._seen: set[int] = set()
        self._number = 1
        self._is_walk = False
        self.kinds = ChipGroup(_("Which paper"), may_be_none=False)
        self.kinds.setObjectName("copy_kinds")
        self.before = IconButton("caret-left", _("The page before (Left)"), size="row")
        self.before.setObjectName("page_before")
        self.after = IconButton("caret-right", _("The next page (Right)"), size="row")
        self.after.setObjectName("page_after")
        self.where = Words("", "small")
        self.walk = OneLine("", "label")
        self.next_button = PrimaryButton(_("Next page"), "caret-right", icon_last=True)
        self.next_button.setObjectName("walk_on")
        self.trouble = Words("", "label", "due", wrap=True)
        self.pictures = Words(
            _("There is a picture in this copy. Words in a picture are not read by the check: "
              "look at it yourself."),
            "small", wrap=True,
        )  # fmt: skip
        self.pictures.setObjectName("unread_pictures")
        self.hits = HitRows()
        self.cut_card = CutCard()
        self.settled = SettledCards()
        self.choose_button = SmallButton(_("Choose words"), in_row=True)
        self.choose_button.setObjectName("choose_words")
        self.chosen = ChosenCard()
        self.page = CopyPage()
        self.note = Words("", "small", "ink2", wrap=True)
        self.frame = CopyFrame(self.page)
        self._build()
        self._connect()

    def _build(self) -> None:
        turning = QWidget()
        turn = QHBoxLayout(turning)
        turn.setContentsMargins(0, 0, 0, 0)
        turn.setSpacing(4)
        turn.addWidget(self.before)
        turn.addWidget(self.where)
        turn.addWidget(self.after)
        head = QWidget()
        flow = FlowLayout(head, gap_across=16)
        flow.addWidget(self.kinds)
        flow.addWidget(turning)
        flow.addWidget(self.choose_button)
        flow.addWidget(self.walk)
        flow.addWidget(self.next_button)
        self.walk.hide()
        self.next_button.hide()
        inside = self.frame.column
        for part in (
            self.trouble, self.pictures, self.hits, self.cut_card, self.settled, self.page,
            self.note,
        ):  # fmt: skip
            inside.addWidget(part)
        inside.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self.frame, 1)
        column.addWidget(self.chosen)
        for part in (self.trouble, self.pictures, self.note):
            part.hide()

    def _connect(self) -> None:
        self.kinds.chosen_changed.connect(self.kind_chosen)
        self.before.clicked.connect(lambda: self.page.turn(-1))
        self.after.clicked.connect(lambda: self.page.turn(1))
        self.next_button.clicked.connect(self.go_on)
        self.page.page_changed.connect(self._show_page)
        self.page.back_asked.connect(self.back_asked)
        self.page.on_asked.connect(self._after_last)
        self.page.passed.connect(self._note_seen)
        self.frame.verticalScrollBar().valueChanged.connect(self._note_end)
        self.hits.look_asked.connect(self.show_hit)
        self.cut_card.closed.connect(self.enter)

    @property
    def is_whole_seen(self) -> bool:
        """Whether every page was shown."""
        return bool(self.page.pages) and len(self._seen) == self.page.pages

    def show_kinds(self, kinds: Sequence[str], chosen: str) -> None:
        """Offer the papers that this reader gets."""
        said = [(kind, _(KIND_WORDS[DocumentKind(kind)])) for kind in kinds]
        self.kinds.set_choices(said)
        self.kinds.choose(chosen)
        show_if(self.kinds, len(said) > 1)

    def show_copy(self, copy: CopyShown, *, is_other: bool, name: str) -> None:
        """Show the pages of a copy; another one from its first page.

        A page counts as seen once its end was in view, or the next one was turned to.
        """
        if is_other:
            self._seen, self._number = set(), 1
            self.cut_card.hide()
            self.frame.to_top()
        self._seen &= set(range(1, len(copy.pages) + 1))
        self.page.setAccessibleName(name)
        self.page.show_copy(copy, from_start=is_other)
        told = _(
            "The boxes show on screen only. In the copy itself the words are gone and the page "
            "closes up. N goes to the next box."
        )
        if copy.is_released:
            told = _("These are the pages as they were released.")
        self.note.say(told)
        show_if(self.note, bool(copy.cuts) or copy.is_released)
        for part in (self.page, self.choose_button):
            show_if(part, True)

    def tell_pictures(self, *, shown: bool) -> None:
        """Say that words in a picture are not read, where there is one."""
        show_if(self.pictures, shown)

    def forget_seen(self) -> None:
        """The words are others now: the pages have to be seen again."""
        self._seen = set()

    def say_trouble(self, words: str, *, is_waiting: bool = False) -> None:
        """Say why there are no pages, or that they are still to come; nothing once they are."""
        self.trouble.say(words)
        self.trouble.set_colour("ink2" if is_waiting else "due")
        show_if(self.trouble, bool(words))

    def show_nothing(self, words: str, *, is_waiting: bool = False) -> None:
        """Show no page, and why."""
        self.say_trouble(words, is_waiting=is_waiting)
        self.page.show_copy(CopyShown(()), from_start=True)
        for part in (
            self.page, self.note, self.hits, self.settled, self.cut_card, self.chosen,
            self.choose_button, self.pictures,
        ):  # fmt: skip
            part.hide()

    def walk_to(self, number: int, count: int) -> None:
        """Say which of all copies this is, with the button that leads on; 0 when not walking."""
        self._is_walk = number > 0
        said = _("Copy {number} of {count}").format(number=number, count=count)
        self.walk.say(said if self._is_walk else "")
        self._is_last = number == count
        for part in (self.walk, self.next_button):
            show_if(part, self._is_walk)
        self._name_next()

    def go_on(self) -> None:
        """Go to the next page, or after the last one to the next copy."""
        self.page.turn(1)

    def show_hit(self, shown: HitShown) -> None:
        """Turn to the page of a find and bring its frame into view."""
        if shown.hit.page is None:
            return
        self.page.go_to(shown.hit.page)
        box = self.page.frame_box(shown.hit.key)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        if box is not None:
            middle = self.page.mapToParent(box.center().toPoint())
            self.frame.ensureVisible(middle.x(), middle.y(), 60, 120)

    def enter(self) -> None:
        """Put the keyboard on the page."""
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chosen(self, places: Sequence[Frame]) -> None:
        """Mark the chosen words on their page, and bring them into view; none takes it away."""
        on = [each.page for each in places]
        if on and self.page.number not in on:
            self.page.go_to(on[0])
        self.arrange()
        box = self.page.mark(places)
        if box is not None:
            QTimer.singleShot(0, self, lambda: self._bring(box))  # once the card has its room

    def arrange(self) -> None:
        """Keep the chosen words below the page, or above it where that leaves it no room."""
        needed = self.chosen.heightForWidth(max(1, self.width()))
        is_inside = self.frame.isAncestorOf(self.chosen)
        wants_inside = self.height() - needed < appearance().px(PAGE_PX)
        if wants_inside == is_inside:
            return
        if wants_inside:
            self.frame.column.insertWidget(0, self.chosen)
        else:
            self._column.addWidget(self.chosen)

    def _bring(self, box: QRectF) -> None:
        if not self.frame.isAncestorOf(self.chosen):
            top = self.page.mapToParent(box.topLeft().toPoint())
            self.frame.ensureVisible(top.x(), top.y(), 20, 60)

    def _after_last(self) -> None:
        if self._is_walk:
            self.next_asked.emit()

    def _show_page(self) -> None:
        number, pages = self.page.number, self.page.pages
        said = _("Page {number} of {pages}").format(number=number, pages=pages) if pages else ""
        self.where.say(said)
        boxes = [box.cut.words for box in self.page.boxes]
        self.page.setAccessibleDescription(". ".join((said, *boxes)))
        self.before.setEnabled(number > 1)
        self.after.setEnabled(number < pages)
        if not pages:
            return
        if number != self._number:
            self._number = number
            self.frame.to_page()
        self._name_next()
        QTimer.singleShot(0, self, self._note_end)  # once the page is laid out

    def _note_end(self) -> None:
        """Note the page that is shown, if its end is in view."""
        bar, bottom = self.frame.verticalScrollBar(), self.page.geometry().bottom()
        seen_to = bar.value() + self.frame.viewport().height()
        if self.page.isVisible() and self.page.pages and bottom <= seen_to + END_PX:
            self._note_seen(self.page.number)

    def _note_seen(self, number: int) -> None:
        was_whole = self.is_whole_seen
        self._seen.add(number)
        if self.is_whole_seen and not was_whole:
            self.seen_whole.emit()

    def _name_next(self) -> None:
        if not self._is_walk:
            return
        words = _("Next page")
        if self.page.number >= self.page.pages:
            words = _("Done looking") if self._is_last else _("Next copy")
        self.next_button.say(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
