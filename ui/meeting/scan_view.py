"""A scan of a form, folded until somebody asks for it; then its pages, and larger on asking."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.appearance import appearance
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.language import _, ngettext
from ui.looked import note_looked
from ui.meeting.pages_view import PagesView
from ui.meeting.paper_pages import DrawnPaper
from ui.meeting.scan_pages import DrawnScan, draw_scan
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.problem_box import sentences

TALL_PX, LARGE_TALL_PX = 380, 560
LEAST_PX: Final = 200
LARGER: Final = 1.6
SETTLED_MS: Final = 120


class ScanView(QWidget):
    """`whose` says which form it is, for those who hear the screen."""

    def __init__(self, desk: Desk, returned_id: str, whose: str) -> None:
        super().__init__()
        self.setObjectName(f"scan_{returned_id}")
        self._desk, self._id, self._whose = desk, returned_id, whose
        self._is_large = False
        self._drawn_px = 0
        self.look_button = SmallButton("", "image", in_row=True)
        self.look_button.setObjectName("look_at_scan")
        self.size_button = SmallButton("", "magnifying-glass", in_row=True)
        self.size_button.setObjectName("larger_scan")
        self.said = Words("", "small", "ink2", wrap=True)
        self.view = PagesView(_("The scan: {source}").format(source=whose))
        self.view.setObjectName("scan_pages")
        self._again = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._build()
        self._again.timeout.connect(self._draw)
        self.look_button.clicked.connect(self._turn)
        self.size_button.clicked.connect(lambda: self._set_size(large=not self._is_large))
        changes_of(desk.database).changed.connect(self._follow)
        self.fold()

    def _build(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.look_button)
        flow.addWidget(self.size_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (buttons, self.said, self.view):
            column.addWidget(part)

    @property
    def is_open(self) -> bool:
        """Whether the scan is shown, or why it is not."""
        return not self.view.isHidden() or not self.said.isHidden()

    def fold(self) -> None:
        """Hide the scan."""
        self._again.stop()
        self._drawn_px = 0
        for part in (self.view, self.said, self.size_button):
            show_if(part, False)
        self.view.show_paper(DrawnPaper((), {}, ()))
        self._say(self.look_button, _("Look at the scan"))
        self._say(self.size_button, _("Make it larger"))

    def unfold(self) -> None:
        """Show the scan."""
        self._say(self.look_button, _("Hide the scan"))
        self.said.say(_("The scan is being read."))
        show_if(self.said, True)
        show_if(self.view, True)
        self._set_size(large=False)

    def _turn(self) -> None:
        if self.is_open:
            self.fold()
        else:
            self.unfold()

    def _set_size(self, *, large: bool) -> None:
        """Draw it as wide as there is room, or wider, to be scrolled."""
        self._is_large = large
        self._say(self.size_button, _("Make it smaller") if large else _("Make it larger"))
        bars = Qt.ScrollBarPolicy
        across = bars.ScrollBarAsNeeded if large else bars.ScrollBarAlwaysOff
        self.view.setHorizontalScrollBarPolicy(across)
        self.view.setFixedHeight(appearance().px(LARGE_TALL_PX if large else TALL_PX))
        self._drawn_px = 0
        self._again.start()

    def _draw(self) -> None:
        width = max(appearance().px(LEAST_PX), self.view.viewport().width())
        width = round(width * (LARGER if self._is_large else 1))
        if self.view.isHidden() or width == self._drawn_px:
            return
        self._drawn_px = width
        database, returned_id = self._desk.database, self._id
        pixels = round(width * self.devicePixelRatioF())
        self._desk.background.run(
            lambda: (width, draw_scan(database, returned_id, pixels)), self._show, _our_fault
        )

    def _show(self, found: tuple[int, DrawnScan]) -> None:
        width, drawn = found
        if width != self._drawn_px:
            return  # it was folded, or is drawn in another size meanwhile
        if drawn.problem is not None:
            self.said.say(" ".join(sentences(drawn.problem)))
            show_if(self.said, True)
            show_if(self.view, False)
            return
        note_looked(self._desk, "opened_letter", "returned_form", self._id)
        self.view.show_paper(DrawnPaper(drawn.pages, {}, ()))
        more = ngettext(
            "{count} more page is not shown here. Save the scan to read it.",
            "{count} more pages are not shown here. Save the scan to read them.",
            drawn.more,
        )
        self.said.say(more.format(count=drawn.more))
        show_if(self.said, drawn.more > 0)
        show_if(self.size_button, True)

    def _follow(self, tables: frozenset[str]) -> None:
        """Look again when a scan has come that was not here."""
        if "returned_form" in tables and self.is_open and self.view.isHidden():
            self.unfold()

    def _say(self, button: SmallButton, words: str) -> None:
        button.say(words)
        named = _("{act}: {source}").format(act=words, source=self._whose)
        button.setAccessibleName(named)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.view.isHidden():
            self._again.start()


def _our_fault(failure: Exception) -> None:
    raise failure
