"""Your meetings: the council's form of a review, changed part by part, saved as it is typed."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.appearance import PANE_FOLDS_FROM_PERCENT, appearance
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import N_, _
from ui.overriding import override
from ui.parts.buttons import SecondaryButton
from ui.parts.chips import ChipGroup
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Words
from ui.settings.form.areas_part import AreasPart
from ui.settings.form.file_part import FilePart
from ui.settings.form.form_desk import FormDesk
from ui.settings.form.form_part import FormPart
from ui.settings.form.kinds_part import KindsPart
from ui.settings.form.names_part import NamesPart
from ui.settings.form.scales_part import ScalesPart
from ui.settings.form.steps_part import StepsPart

WIDTH_PX: Final = 720
HEIGHT_PX: Final = 680
PARTS: Final[tuple[tuple[str, str, type[FormPart]], ...]] = (
    ("names", N_("Names"), NamesPart),
    ("steps", N_("Steps"), StepsPart),
    ("areas", N_("Parts of life"), AreasPart),
    ("scales", N_("Scales"), ScalesPart),
    ("kinds", N_("Kinds of review"), KindsPart),
    ("file", N_("File"), FilePart),
)


class MeetingsDialog(QDialog):
    """One part is shown at a time; there is nothing to confirm."""

    def __init__(self, desk: Desk, council_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Your meetings"))
        self.setAccessibleName(_("Your meetings"))
        self.notices = NoticeArea()
        self.form_desk = FormDesk(desk, council_id, self.notices)
        choices = [(key, _(words)) for key, words, _kind in PARTS]
        self.chooser = ChipGroup(_("Parts of the form"), choices, may_be_none=False, size="filter")
        self.chooser.setObjectName("parts")
        self.parts = {key: kind(self.form_desk) for key, _words, kind in PARTS}
        self.pages = {key: ScrollingPage(24) for key in self.parts}
        self._stack = QStackedWidget()
        self.close_button = SecondaryButton(_("Close"))
        self.close_button.setObjectName("close_button")
        self._build()
        self.chooser.chosen_changed.connect(self.show_part)
        self.close_button.clicked.connect(self.accept)
        appearance().changed.connect(self._fit_soon)
        self.show_part(PARTS[0][0])

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 8)
        head.setSpacing(12)
        told = _("How reviews are held in your council. Changes are saved as you make them.")
        head.addWidget(Words(_("Your meetings"), "h1", wrap=True))
        self.told = Words(told, wrap=True)
        head.addWidget(self.told)
        head.addWidget(self.chooser)
        for key, page in self.pages.items():
            page.setObjectName(f"form_{key}")
            page.column.addWidget(self.parts[key])
            page.column.addStretch(1)
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 20)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        edge = QVBoxLayout()
        edge.setContentsMargins(24, 0, 24, 0)
        edge.addWidget(self.notices)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(edge)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)
        self._fit()

    def show_part(self, key: str) -> None:
        """Show a part of the form; what waits in the one before is saved."""
        self.flush()
        self.chooser.choose(key)
        self._stack.setCurrentWidget(self.pages[key])
        self.pages[key].to_top()

    def flush(self) -> bool:
        """Save what is half typed; say whether nothing is left unsaved."""
        flushed = [part.flush() for part in self.parts.values()]
        return all(flushed)

    @override
    def done(self, result: int) -> None:
        """Close, once everything typed is saved; what cannot be saved is told and stays."""
        if self.flush():
            super().done(result)

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        room, looks = self.screen().availableSize(), appearance()
        self.told.setVisible(looks.text_size < PANE_FOLDS_FROM_PERCENT)
        self.resize(
            min(looks.px(WIDTH_PX), room.width() - 24),
            min(looks.px(HEIGHT_PX), room.height() - 60),
        )
