"""Picking a picture: all of them to choose from, then the chosen one, large."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.appearance import appearance
from ui.childs_turn.big_button import BigButton
from ui.childs_turn.picture_cards import card_words
from ui.childs_turn.picture_picker import PicturePicker
from ui.childs_turn.spoken import _
from ui.childs_turn.thing_card import pictogram
from ui.overriding import override


class BigPicture(QWidget):
    """One picture, as large as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: str) -> None:
        """Show this one."""
        self._picture = picture
        self.setAccessibleName(card_words(picture))
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._picture:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(appearance().paint("paper"))
        painter.setPen(QPen(appearance().paint("ink"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        side = min(self.width(), self.height()) - 32
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        pictogram(self._picture).render(painter, box)


class PictureChoice(QStackedWidget):
    """`picked` comes with each picture that is chosen."""

    picked = Signal(str)

    def __init__(self, picture: str) -> None:
        super().__init__()
        self.picker = PicturePicker()
        self.picture = BigPicture()
        self.another = BigButton(_("Pick another picture"), "image")
        self.another.setObjectName("another_picture")
        chosen = QWidget()
        column = QVBoxLayout(chosen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.picture, 1)
        column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeading)
        self.addWidget(self.picker)
        self.addWidget(chosen)
        self.picker.picked.connect(self._take)
        self.another.clicked.connect(self._ask_again)
        if picture:
            self._show(picture)

    def first_stop(self) -> QWidget:
        """Give what takes the keyboard."""
        return self.picker if self.currentWidget() is self.picker else self.another

    def _take(self, picture: str) -> None:
        self._show(picture)
        self.another.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picked.emit(picture)

    def _show(self, picture: str) -> None:
        self.picture.show_picture(picture)
        self.setCurrentIndex(1)

    def _ask_again(self) -> None:
        self.setCurrentWidget(self.picker)
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
