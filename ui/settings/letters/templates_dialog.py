"""Your letters: those for moments other than a review, each opened to see and change."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from letters.templates.broken_template import BrokenTemplate, TemplateFileTrouble
from letters.templates.shipped import SHIPPED, Offered
from letters.templates.template_file import MOST_BYTES, read_template_bytes
from ui.appearance import appearance
from ui.caseload.notice_area import NoticeArea
from ui.caseload.row import Row
from ui.desk import Desk
from ui.language import _
from ui.overriding import override
from ui.parts.badges import Badge
from ui.parts.buttons import SecondaryButton
from ui.parts.cards import CardRows
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Icon, Words
from ui.settings.letters.template_page import TemplatePage, kinds
from ui.settings.letters.templates_desk import TemplatesDesk, is_changed

WIDTH_PX: Final = 760
HEIGHT_PX: Final = 700

_half_typed: dict[str, tuple[str, str]] = {}
"""By council, the key and text of a letter that was locked away half typed; no child is in it."""


class TemplatesDialog(QDialog):
    """The list of letters, and the one that is open."""

    def __init__(self, desk: Desk, council_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Your letters"))
        self.setAccessibleName(_("Your letters"))
        self._council_id = council_id
        self.notices = NoticeArea()
        self.templates = TemplatesDesk(desk, council_id, self.notices)
        self.rows: dict[str, TemplateRow] = {}
        self.title = Words(_("Your letters"), "h1", wrap=True)
        self.list = ScrollingPage(24)
        self.card = CardRows()
        self.page = TemplatePage(self.templates)
        self.take_button = SecondaryButton(_("Take from a file"), "upload-simple")
        self.take_button.setObjectName("take_template")
        self.close_button = SecondaryButton(_("Close"))
        self.close_button.setObjectName("close_button")
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._show_list()
        self.show_list()
        self._take_up_half_typed()

    def _build(self) -> None:
        column = self.list.column
        column.setSpacing(12)
        told = _("Letters for moments other than a review. Open one to see it and change it.")
        column.addWidget(Words(told, wrap=True))
        column.addWidget(self.card)
        taken = _("A letter in a file stands with the others, or in place of the one of its key.")
        column.addWidget(Words(taken, "small", "ink2", wrap=True))
        column.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        for part in (self.list, self.page):
            self._stack.addWidget(part)
        edges = QVBoxLayout()
        edges.setContentsMargins(24, 20, 24, 8)
        edges.setSpacing(8)
        edges.addWidget(self.title)
        edges.addWidget(self.notices)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 20)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(edges)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)
        self._fit()

    def _connect(self) -> None:
        self.templates.changed.connect(self._show_again)
        self.page.left.connect(self.show_list)
        self.take_button.clicked.connect(self._ask_which)
        self.close_button.clicked.connect(self.accept)
        appearance().changed.connect(self._fit_soon)

    def open_template(self, key: str) -> None:
        """Show one letter."""
        self.page.open(key)
        self._show_page()

    def show_list(self) -> None:
        """Show all of them, the keyboard on the one that was open."""
        self._stack.setCurrentWidget(self.list)
        self.title.show()
        row = self.rows.get(self.page.key) or next(iter(self.rows.values()))
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, path: Path) -> None:
        """Open the letter of a file, to be kept; one that cannot be used shows what is wrong."""
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError:
            self.notices.tell(TemplateFileTrouble())
            return
        try:
            template = read_template_bytes(data)
        except BrokenTemplate as failure:
            self._open_broken(data, failure)
            return
        text, key = data.decode("utf-8-sig"), template.key
        ours = key if key in self.templates.offers else ""
        if self.notices.attempt(lambda: self.templates.keep(text, ours)):
            self.open_template(key)

    def flush(self) -> bool:
        """Keep what can be kept; half a file is held until the window is next opened."""
        if self.page.is_changed and not self._is_list and not self.page.keep():
            _half_typed[self._council_id] = (self.page.key, self.page.text.toPlainText())
        return True

    @override
    def done(self, result: int) -> None:
        """Close, once what was typed is kept or given up; what is wrong is told and stays."""
        if self._is_list or not self.page.is_changed or self.page.keep():
            super().done(result)

    def _show_page(self) -> None:
        """Show the letter that is open, with the room that the heading had."""
        self.title.hide()
        self._stack.setCurrentWidget(self.page)
        self.page.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_list(self) -> bool:
        return self._stack.currentWidget() is self.list

    def _show_list(self) -> None:
        self.card.clear()
        self.rows = {key: TemplateRow(each) for key, each in self.templates.offers.items()}
        for key, row in self.rows.items():
            row.opened.connect(lambda key=key: self.open_template(key))
            self.card.add_row(row)

    def _show_again(self) -> None:
        self._show_list()
        if not self._is_list and not self.page.is_changed:
            if self.page.key in self.templates.offers:
                self.page.open(self.page.key)
            elif self.page.key:
                self.show_list()

    def _take_up_half_typed(self) -> None:
        key, text = _half_typed.pop(self._council_id, ("", ""))
        if not text:
            return
        if key in self.templates.offers:
            self.open_template(key)
            self.page.text.setPlainText(text)
        else:
            self.page.open_new(text, _("A new letter"))
            self._show_page()

    def _open_broken(self, data: bytes, failure: BrokenTemplate) -> None:
        """Show the text with what is wrong, so that it can be put right here."""
        try:
            text = data.decode("utf-8-sig") if len(data) <= MOST_BYTES else ""
        except UnicodeDecodeError:
            text = ""
        if not text:
            self.notices.tell(failure)
            return
        self.page.open_new(text, _("A new letter"))
        self._show_page()
        self.page.keep()

    def _ask_which(self) -> None:
        title = _("Take a letter from a file")
        chosen = QFileDialog.getOpenFileName(self, title, "", kinds())[0]
        if chosen:
            self.take(Path(chosen))

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        room, looks = self.screen().availableSize(), appearance()
        self.resize(
            min(looks.px(WIDTH_PX), room.width() - 24),
            min(looks.px(HEIGHT_PX), room.height() - 60),
        )


class TemplateRow(Row):
    """One letter: its name, what it is for, and whose words it has."""

    def __init__(self, offer: Offered) -> None:
        name, about, whose = _(offer.template.name), _(offer.template.about), whose_words(offer)
        super().__init__(_("{letter}. {whose}").format(letter=name, whose=whose))
        self.setObjectName(f"template_{offer.template.key}")
        self.setAccessibleDescription(_("{about} Enter opens it.").format(about=about))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(name, "h3", wrap=True))
        words.addWidget(Words(about, "small", "ink2", wrap=True))
        kind = "info" if offer.is_councils else "neutral"
        words.addWidget(Badge(whose, kind), 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(12)
        line.addWidget(Icon("envelope-simple", "primary", 20), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)


def whose_words(offer: Offered) -> str:
    """Say whether a letter is as it came, changed by the council, or the council's alone."""
    if offer.template.key not in SHIPPED:
        return _("Your council’s own")
    return _("Changed by your council") if is_changed(offer) else _("As it came with Waymark")
