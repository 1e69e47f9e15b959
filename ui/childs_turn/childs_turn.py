"""The child's turn: a full screen with nothing else of the record, left only by giving it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from models.half_made import HalfMade
from models.problems import Problem
from models.wishes import Question
from ui.childs_turn.give_back_card import GiveBackCard
from ui.childs_turn.houses_page import HousesPage
from ui.childs_turn.making import Kind, Making, gone_on_with
from ui.childs_turn.making_page import MakingPage
from ui.childs_turn.number_page import NumberPage
from ui.childs_turn.see_more_page import SeeMorePage
from ui.childs_turn.spoken import _, direction, speak, spoken
from ui.childs_turn.start_page import StartPage, choice_of
from ui.childs_turn.strip import Strip
from ui.childs_turn.things_page import ThingsPage
from ui.childs_turn.titles import title_of
from ui.childs_turn.turn import Turn
from ui.childs_turn.turn_bar import TurnBar
from ui.childs_turn.turn_page import TurnPage
from ui.childs_turn.voice import Voice
from ui.cover import cover
from ui.overriding import override

if TYPE_CHECKING:
    from models.open_review import OpenReview

START = "start"


class ChildsTurn(QWidget):
    """Its own window; nothing closes it but `let_go`."""

    given_back = Signal()

    def __init__(self, turn: Turn, voice: Voice, make_card: Callable[[], GiveBackCard]) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.turn, self.voice, self._make_card = turn, voice, make_card
        turn.setParent(self)
        voice.setParent(self)
        self._may_close, self._hidden = False, list[QWidget]()
        self.card: GiveBackCard | None = None
        self.pages: dict[str, TurnPage] = {}
        self.making: MakingPage | None = None
        self._from = START
        self.setObjectName("childs_turn")
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Waymark")
        self.top = TurnBar()
        self.title, self.read = self.top.title, self.top.read
        self.cover, self.give_back = self.top.cover, self.top.give_back
        self.strip = Strip()
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self._speak()
        self.go(START)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.give_back.clicked.connect(self.ask_for_it)
        self.read.clicked.connect(self._read_aloud)
        self.cover.clicked.connect(lambda: cover().toggle())
        self.voice.changed.connect(self._show_voice)
        self.turn.troubled.connect(self._tell)
        self.strip.asked.connect(self._put_back)

    def _speak(self) -> None:
        """Say the words of the bar in the language spoken now."""
        self.setLayoutDirection(direction())
        self.give_back.say(_("Give back to {name}").format(name=self.turn.chair))
        self.read.say(_("Read to me"))
        self.cover.say(_("Hide this"))
        self.voice.set_language(spoken())
        self._show_voice()

    def take_screen(self) -> None:
        """Fill the screen, and hide every other window of the program."""
        self.showFullScreen()
        for window in QApplication.topLevelWidgets():
            if window is not self and window.isVisible():
                self._hidden.append(window)
                window.hide()
        self.activateWindow()

    def let_go(self) -> None:
        """Show the other windows again, and be gone."""
        self.voice.stop()
        self._may_close = True
        speak("")
        for window in self._hidden:
            window.show()
        self._hidden.clear()
        self.close()
        self.deleteLater()

    def page(self) -> TurnPage:
        """Give the page that is shown, or that comes again once the card is put away."""
        return self.making or self.pages[self._from]

    def go(self, key: str) -> None:
        """Go to a page; what waits in the one before is kept."""
        self.voice.stop()
        self._drop_making()
        if key not in self.pages:
            page = self.pages[key] = self._made(key)
            self._follow(page)
        self._from = key
        self._show(self.pages[key])

    def flush(self) -> bool:
        """Keep whatever is half typed; say whether nothing is left unsaved."""
        pages = [*self.pages.values(), *([self.making] if self.making is not None else [])]
        flushed = [page.flush() for page in pages]
        return all(flushed)

    def ask_for_it(self) -> None:
        """Keep what is begun, and ask for what only the chair knows."""
        if self.card is not None or not self.flush():
            return
        if self.making is not None and not self.making.keep_begun():
            return
        self.voice.stop()
        self.card = self._make_card()
        self.card.setLayoutDirection(QApplication.layoutDirection())  # it speaks to the chair
        self.card.cancelled.connect(self._carry_on)
        self.card.given_back.connect(self.given_back)
        self.stack.addWidget(self.card)
        self.stack.setCurrentWidget(self.card)
        self.top.hide()
        self.strip.hide()
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _carry_on(self) -> None:
        card, self.card = self.card, None
        self.top.show()
        self._show(self.page())
        if card is not None:
            self._drop(card)

    def _made(self, key: str) -> TurnPage:
        turn = self.turn
        if key == START:
            return self._start_page()
        title = _(choice_of(key, turn).words)
        if key == "houses":
            return HousesPage(turn, title)
        if key == "number":
            return NumberPage(turn, title)
        if key == "see_more":
            return SeeMorePage(turn, title)
        if key == "not_today":
            hint = _("Only {name} will see this. You do not have to say why.")
            words = hint.format(name=turn.chair)
            kinds = (Kind.WORDS, Kind.PICTURE)
            return ThingsPage(turn, title, Question.NOT_TODAY, words, kinds)
        return ThingsPage(turn, title, Question.KNOW, _("Anything at all."), tuple(Kind))

    def _start_page(self) -> StartPage:
        page = StartPage(self.turn, self.turn.half_made())
        page.chosen.connect(self._choose)
        page.language_chosen.connect(self._change_language)
        page.going_on_asked.connect(self._go_on)
        return page

    def _choose(self, key: str) -> None:
        self.strip.hide()
        self.go(key)

    def _follow(self, page: TurnPage) -> None:
        page.left.connect(self._leave_page)
        page.making_asked.connect(self.make)
        self.stack.addWidget(page)

    def _leave_page(self) -> None:
        if self.making is not None:
            self.go(self._from)
        elif self._from == START:
            self.ask_for_it()
        else:
            self._choose(START)

    def make(self, making: Making) -> None:
        """Open the page where one thing is made, or changed; what was begun before is kept."""
        self.strip.hide()
        self.voice.stop()
        start = self.pages.get(START)
        if isinstance(start, StartPage) and not start.keep_half():
            return
        page = self.making = MakingPage(self.turn, making, title_of(making, self.turn))
        self._follow(page)
        page.taken_out.connect(self._offer_back)
        self._show(page)

    def _go_on(self, half: HalfMade) -> None:
        """Open what was begun the last time."""
        making = gone_on_with(half, self.turn.thing(half.wish_id))
        keys = {Question.HOUSE: "houses", Question.WHY: "number", Question.ONE_MORE: "number"}
        start = self.pages.pop(START)
        self.go(keys.get(making.question, half.question))
        self._drop(start)
        self.make(making)

    def _offer_back(self, put_back: "Callable[[OpenReview], object]") -> None:
        self.strip.offer(_("You took it out."), _("Put it back"), put_back)

    def _put_back(self, act: "Callable[[OpenReview], object]") -> None:
        self.strip.hide()
        self.turn.act(act)

    def _change_language(self, code: str) -> None:
        """Say everything in another language from now on."""
        speak(code)
        self._speak()
        old, self.pages = self.pages, {}
        self.go(START)
        for page in old.values():
            self._drop(page)
        start = self.pages[START]
        if isinstance(start, StartPage):
            start.languages[code].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, page: TurnPage) -> None:
        self.top.say(page.title)
        self.stack.setCurrentWidget(page)
        page.enter()

    def _drop_making(self) -> None:
        making, self.making = self.making, None
        if making is not None:
            self._drop(making)

    def _drop(self, page: QWidget) -> None:
        self.stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _read_aloud(self) -> None:
        self.voice.say(self.page().aloud())

    def _show_voice(self) -> None:
        self.read.setVisible(self.voice.is_there)

    def _tell(self, _problem: Problem) -> None:
        """Say that something could not be kept; why is for the chair, once they have it back."""
        words = _("That could not be kept. Please tell {name}.").format(name=self.turn.chair)
        self.strip.tell(words)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key leaves this window."""
        event.accept()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and not self._may_close:
            made_small = not self.isFullScreen() and not self.isMinimized() and self.isVisible()
            if made_small and QGuiApplication.platformName() != "offscreen":
                self.showFullScreen()
