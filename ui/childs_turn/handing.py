"""Hands the screen to the child and takes it back: the review waits hidden meanwhile."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.security.give_back import GiveBack
from ui.childs_turn.childs_turn import ChildsTurn
from ui.childs_turn.give_back_card import GiveBackCard
from ui.childs_turn.spoken import language_of, speak, spoken
from ui.childs_turn.turn import Turn
from ui.childs_turn.voice import Voice
from ui.desk import Desk


class Handing(QObject):
    """One for each open review; `begin` hands over, `ended` says that it is back."""

    ended = Signal()

    def __init__(self, desk: Desk, review_id: str, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._review_id, self._page = desk, review_id, page
        self.window: ChildsTurn | None = None

    def begin(self) -> None:
        """Show the child's turn on the whole screen, and hide everything else."""
        if self.window is not None:
            return
        turn = Turn(self._desk, self._review_id)
        speak(language_of(turn.first_language))
        window = self.window = ChildsTurn(turn, Voice(spoken()), self._card)
        window.given_back.connect(self._take_back)
        self._page.destroyed.connect(window.let_go)  # locked: nobody is left to give it back to
        window.take_screen()

    def flush(self) -> bool:
        """Keep what the child has half typed; say whether nothing is left unsaved."""
        return self.window is None or self.window.flush()

    def _card(self) -> GiveBackCard:
        desk = self._desk
        check = GiveBack(desk.database, desk.me.id, desk.now)
        return GiveBackCard(check, desk.background)

    def _take_back(self) -> None:
        window, self.window = self.window, None
        if window is None:
            return
        self._page.destroyed.disconnect(window.let_go)
        window.let_go()
        self.ended.emit()
