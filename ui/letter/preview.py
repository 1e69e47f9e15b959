"""The right of the composer: the page as it will print, its sides, and its ways onto paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.problems import Problem
from ui.language import _
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.live_letter import DrawnLetter, LiveLetter
from ui.letter.page_sheet import PageSheet, side_words
from ui.letter.page_view import PageView
from ui.letter.typing_now import TypingNow
from ui.meeting.paper_pages import DrawnPaper
from ui.overriding import override
from ui.parts.buttons import IconButton, SecondaryButton, SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.problem_box import sentences

MARGIN = 20


class Preview(QFrame):
    """The whole page is in view where it can be read so; it follows each pause between keys."""

    line_clicked = Signal(str)
    drawn = Signal()
    issued_wanted = Signal(bool)  # whether the issued version is to be seen though it is changed
    could_not = Signal(str)  # why there is no page, or nothing once there is

    def __init__(self, letter: LetterInHand, typing: TypingNow) -> None:
        super().__init__()
        self._letter = letter
        self.setProperty("part", "desk")
        self.setAccessibleName(_("The page"))
        self.heading = Words(_("As it will print, A4 both sides"), "label", wrap=True)
        self.version_button = SmallButton(_("Back to the draft"), in_row=True)
        self.version_button.setObjectName("show_version")
        self.version_button.hide()
        self.before = IconButton("caret-left", _("The side before (PgUp)"), size="row")
        self.before.setObjectName("side_before")
        self.after = IconButton("caret-right", _("The next side (PgDn)"), size="row")
        self.after.setObjectName("side_after")
        self.side = Words("", "small")
        self.sheet = PageSheet(_("{name}’s letter").format(name=letter.name))
        self.sheet.setObjectName("page_sheet")
        self.view = PageView(self.sheet)
        self.zoom_button = SmallButton(self.view.says, "magnifying-glass", in_row=True)
        self.zoom_button.setObjectName("zoom")
        self.zoom_button.setToolTip(_("Ctrl and the wheel, or + and - on the page"))
        self.trouble = Words("", "label", "over", wrap=True)
        self.standing = Words("", "small", wrap=True)
        self.save_button = SecondaryButton(_("Save PDF"), "file-pdf")
        self.save_button.setObjectName("save_pdf")
        self.print_button = SecondaryButton(_("Print"), "printer")
        self.print_button.setObjectName("print")
        self.live = LiveLetter(letter, typing.lines, self.sheet.size_to_draw, self)
        self._build()
        self._connect(typing)
        self._show_standing()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 12, MARGIN, 6)
        head.setSpacing(4)
        head.addWidget(self.heading, 1)
        head.addWidget(self.version_button)
        for part in (self.zoom_button, self.before, self.side, self.after):
            head.addWidget(part)
        foot = QFrame()
        foot.setProperty("part", "foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(MARGIN, 10, MARGIN, 10)
        line.setSpacing(10)
        line.addWidget(self.standing, 1)
        line.addWidget(self.save_button)
        line.addWidget(self.print_button)
        page = QVBoxLayout()
        page.setContentsMargins(MARGIN, 0, MARGIN, 8)
        page.addWidget(self.trouble)
        page.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(page, 1)
        column.addWidget(foot)
        self.trouble.hide()

    def _connect(self, typing: TypingNow) -> None:
        typing.changed.connect(self._follow_typing)
        self.version_button.clicked.connect(self._swap_version)
        typing.line_entered.connect(self.sheet.mark)
        self.live.drawn.connect(self._show)
        self.live.not_drawn.connect(self._say_why)
        self.zoom_button.clicked.connect(self.view.swap)
        self.view.zoom_changed.connect(self._follow_zoom)
        self.sheet.line_clicked.connect(self.line_clicked)
        self.sheet.page_changed.connect(self._show_side)
        self.before.clicked.connect(lambda: self.sheet.turn(-1))
        self.after.clicked.connect(lambda: self.sheet.turn(1))
        self._letter.changed.connect(self._show_standing)
        self._letter.changed.connect(self._show_what_is_new)

    def _show(self, paper: DrawnPaper) -> None:
        self.trouble.hide()
        self.could_not.emit("")
        self.sheet.show_paper(paper)
        self._show_version(paper)
        self.sheet.mark(self.sheet.marked)
        self._show_side()
        self.drawn.emit()

    def _show_version(self, paper: DrawnPaper) -> None:
        """Say whether it is what was issued, or the draft of another version."""
        latest = self._letter.latest
        version = paper.version if isinstance(paper, DrawnLetter) else 0
        said = _("As it will print, A4 both sides")
        if version:
            said = _("Version {version}, as it was issued")
        elif latest is not None:
            said = _("Draft of version {version}, which is not issued")
        number = version or (latest.version + 1 if latest else 1)
        self.heading.say(said.format(version=number))
        swap = _("Back to the draft") if version else _("Show version {version}")
        self.version_button.say(swap.format(version=latest.version if latest else 0))
        is_changed = latest is not None and (not version or self.live.wants_issued)
        show_if(self.version_button, is_changed)

    def _follow_zoom(self) -> None:
        self.zoom_button.say(self.view.says)
        self.live.draw_soon()

    def _swap_version(self) -> None:
        self.live.wants_issued = not self.live.wants_issued
        self.issued_wanted.emit(self.live.wants_issued)
        self.live.draw_soon()

    def _follow_typing(self) -> None:
        self._show_what_is_new()
        self.live.draw_soon()

    def _show_what_is_new(self) -> None:
        """Leave an issued version that was looked at: the letter goes on."""
        if self.live.wants_issued:
            self._swap_version()

    def _say_why(self, problem: Problem) -> None:
        what, _kept, then = sentences(problem)
        words = _("{what} {next}").format(what=what, next=then)
        self.trouble.say(words)
        self.trouble.show()
        self.could_not.emit(words)

    def _show_side(self) -> None:
        number, pages = self.sheet.number, self.sheet.pages
        self.side.say(side_words(number, pages) if pages else "")
        self.sheet.setAccessibleDescription(self.side.said)
        self.before.setEnabled(number > 1)
        self.after.setEnabled(number < pages)

    def _show_standing(self) -> None:
        """Say on which paper it goes, whether posted, and who reads it with the child."""
        setting = self._letter.setting
        self.sheet.be_cream(is_cream=setting.paper == "cream")
        paper = _("Cream paper") if setting.paper == "cream" else _("White paper")
        given = _("posted") if setting.is_posted else _("handed over")
        said = _("{paper}, {given}").format(paper=paper, given=given)
        if setting.read_with.strip():
            whom = setting.read_with.strip()
            said = _("{paper}, {given}, read with {name}").format(
                paper=paper, given=given, name=whom
            )
        self.standing.say(said)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.live.draw_soon()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.live.draw_soon()


def focus_page(preview: Preview) -> None:
    """Put the keyboard on the page."""
    preview.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)
