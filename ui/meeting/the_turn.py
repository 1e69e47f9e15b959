"""The review's side of the child's turn: handing over, and what is shown on coming back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.meeting.own_words_page import OwnWordsPage

if TYPE_CHECKING:
    from ui.childs_turn.handing import Handing
    from ui.meeting.review_page import ReviewPage

OWN_WORDS = "A2"


class TheTurn(QObject):
    """Hands over from the bar or by Ctrl+H; its windows are loaded when first wanted."""

    def __init__(self, page: "ReviewPage") -> None:
        super().__init__(page)
        self._page = page
        self.handing: Handing | None = None
        page.bar.hand_asked.connect(self.hand_over)
        page.fold_bar.hand_asked.connect(self.hand_over)

    def hand_over(self) -> None:
        """Give the screen to the child, once everything typed here is safe."""
        page = self._page
        if page.meeting.is_finished or not page.flush():
            return
        from ui.childs_turn.handing import Handing

        if (step := page.page()) is not None:
            step.leave()
        if self.handing is None:
            self.handing = Handing(page.meeting.desk, page.meeting.review_id, page)
            self.handing.ended.connect(self._come_back)
        self.handing.begin()

    def flush(self) -> bool:
        """Keep what the child has half typed; say whether nothing is left unsaved."""
        return self.handing is None or self.handing.flush()

    def _come_back(self) -> None:
        page = self._page
        page.meeting.reload()
        page.go(OWN_WORDS)
        own_words = page.page()
        if isinstance(own_words, OwnWordsPage):
            QTimer.singleShot(0, own_words, own_words.show_made)
