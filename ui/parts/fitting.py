"""Makes a dialog as large as its words need, as far as the screen goes; the rest scrolls."""

from typing import Final

from PySide6.QtWidgets import QDialog

from ui.appearance import appearance
from ui.parts.scrolling_page import ScrollingPage

SIDES_PX: Final = 24
FRAME_PX: Final = 60


def fit_to_words(dialog: QDialog, page: ScrollingPage, width_px: int) -> None:
    """Size a dialog by what scrolls in its page. Units: px at 100% text."""
    room, inside, layout = dialog.screen().availableSize(), page.widget(), dialog.layout()
    if inside is None or layout is None:
        return
    least = inside.minimumSizeHint().width() + page.verticalScrollBar().sizeHint().width()
    width = min(max(appearance().px(width_px), least), room.width() - SIDES_PX)
    around = layout.sizeHint().height() - page.sizeHint().height()
    height = page.column.totalHeightForWidth(width) + around
    dialog.resize(width, min(height, room.height() - FRAME_PX))
