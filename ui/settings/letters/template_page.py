"""One letter of the council: its file to change, and how it reads."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from letters.templates.broken_template import BrokenTemplate, Fault, TemplateFileTrouble
from letters.templates.fields import FIELDS
from letters.templates.shipped import SHIPPED
from letters.templates.template_file import read_template
from models.atomic_file import write_whole
from models.problems import Problem
from ui.appearance import appearance
from ui.language import _
from ui.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.parts.chips import ChipGroup
from ui.parts.error_summary import ErrorSummary
from ui.parts.flow_layout import FlowLayout
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.settings.letters.numbered_text import NumberedText
from ui.settings.letters.reading_view import ReadingView
from ui.settings.letters.templates_desk import TemplatesDesk, copied

FILE, READING = "file", "reading"
LEAST_PX: Final = 300


class TemplatePage(QWidget):
    """The text is kept with a button, because half a file is no letter."""

    left = Signal()
    kept = Signal(str)

    def __init__(self, templates: TemplatesDesk) -> None:
        super().__init__()
        self._templates = templates
        self.key, self._as_opened = "", ""
        self.back = QuietButton(_("All letters"), "arrow-left")
        self.title = Words("", "h2", wrap=True)
        choices = [(FILE, _("The file")), (READING, _("How it reads"))]
        self.chooser = ChipGroup(_("What is shown"), choices, may_be_none=False, size="filter")
        self.faults = ErrorSummary(_("This letter cannot be used yet"))
        self.fields = Words("", "small", "ink2", wrap=True)
        self.text = NumberedText(_("The file of the letter"))
        desk = templates.desk
        self.reading = ReadingView(desk.today(), desk.me)
        self.keep_button = PrimaryButton(_("Use these words"))
        self.copy_button = SecondaryButton(_("Copy"), "copy")
        self.write_button = SecondaryButton(_("Write to a file"), "download-simple")
        self.back_button = SecondaryButton(_("Back to how it came"), "arrows-clockwise")
        self.throw_button = SecondaryButton(_("Give up my changes"), "arrow-u-up-left")
        self._page = ScrollingPage(24)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        named = ", ".join(f"{{{name}}}" for name in FIELDS)
        self.fields.say(_("In curly brackets may stand: {fields}").format(fields=named))
        for view in (self.text, self.reading):
            self._stack.addWidget(view)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap_across=8, gap_down=8)
        for name, button in (
            ("keep_template", self.keep_button),
            ("throw_template", self.throw_button),
            ("copy_template", self.copy_button),
            ("write_template", self.write_button),
            ("template_back", self.back_button),
        ):
            button.setObjectName(name)
            flow.addWidget(button)
        policy = buttons.sizePolicy()
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        self.back.setObjectName("all_letters")
        self.text.setObjectName("template_text")
        self.chooser.setObjectName("template_parts")
        column = self._page.column
        column.setSpacing(10)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.title, self.chooser, self.faults, self.fields):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 10, 24, 0)
        foot.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addLayout(foot)
        self._fit()

    def _connect(self) -> None:
        self.back.clicked.connect(self.leave)
        self.chooser.chosen_changed.connect(self.show_part)
        self.faults.link_followed.connect(self._go_to)
        self.text.textChanged.connect(self._fit_buttons)
        self.keep_button.clicked.connect(self.keep)
        self.throw_button.clicked.connect(self.give_up)
        self.copy_button.clicked.connect(self.copy)
        self.write_button.clicked.connect(self._ask_where)
        self.back_button.clicked.connect(self.put_back)
        appearance().changed.connect(self._fit)

    def open(self, key: str) -> None:
        """Show a letter as it stands."""
        self._show(key, self._templates.text_of(key), _(self._templates.offers[key].template.name))

    def open_new(self, text: str, name: str) -> None:
        """Show a text that no letter has yet, to be kept."""
        self._show("", text, name)
        self._as_opened = ""
        self._fit_buttons()

    def keep(self) -> bool:
        """Write letters from this text; one that cannot be used is refused with its lines."""
        try:
            found = self._templates.keep(self.text.toPlainText(), self.key)
        except Problem as problem:
            self._templates.notices.tell(problem)
            return False
        self._tell(found)
        if found:
            return False
        key = read_template(self.text.toPlainText()).key
        if key in self._templates.offers:
            self.open(key)
            self.kept.emit(key)
        return True

    def give_up(self) -> None:
        """Show the letter as it stands, without what was typed since."""
        if self.key:
            self.open(self.key)
        else:
            self._as_opened = self.text.toPlainText()
            self.left.emit()

    def copy(self) -> None:
        """Begin another letter from this one."""
        offers = self._templates.offers
        text = copied(offers[self.key], frozenset(offers))
        self.open_new(text, _("A new letter"))

    def put_back(self) -> None:
        """Give up the council's words for this letter."""
        key = self.key
        if self._templates.put_back(key):
            if key in self._templates.offers:
                self.open(key)
            else:
                self._as_opened = self.text.toPlainText()
                self.left.emit()

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.text.toPlainText() != self._as_opened

    def leave(self) -> bool:
        """Go back to the list, once what was typed is kept or given up; gives whether."""
        if self.is_changed and not self.keep():
            return False
        self.left.emit()
        return True

    def show_part(self, part: str) -> None:
        """Show the file, or how it reads where it can be read."""
        if part == READING:
            try:
                self.reading.show_template(read_template(self.text.toPlainText()))
            except BrokenTemplate as failure:
                self._tell(failure.faults)
                part = FILE
            else:
                self._tell(())
        self.chooser.choose(part)
        self._stack.setCurrentWidget(self.reading if part == READING else self.text)
        show_if(self.fields, part == FILE)

    def write(self, path: Path) -> None:
        """Write the text to a file, and say where it is."""
        notices = self._templates.notices
        try:
            write_whole(path, self.text.toPlainText().encode())
        except OSError:
            notices.tell(TemplateFileTrouble())
            return
        notices.clear("problem")
        notices.say(_("The letter is in the file {file}.").format(file=path.name), kind="well")

    def _show(self, key: str, text: str, name: str) -> None:
        self.key, self._as_opened = key, text
        self.title.say(name)
        self.text.setPlainText(text)
        self._tell(())
        self.show_part(FILE)
        self._fit_buttons()
        self._page.to_top()

    def _tell(self, faults: tuple[Fault, ...]) -> None:
        told = [(str(fault.line), fault.said(_)) for fault in faults]
        self.faults.show_missing(told, _("Nothing is lost: the words below are as you left them."))

    def _go_to(self, line: str) -> None:
        self.show_part(FILE)
        self.text.go_to_line(int(line))
        self._page.ensureWidgetVisible(self.text)

    def _fit(self) -> None:
        self._stack.setMinimumHeight(appearance().px(LEAST_PX))

    def _fit_buttons(self) -> None:
        """Offer what can be done with the letter as it is now."""
        offer = self._templates.offers.get(self.key)
        show_if(self.keep_button, self.is_changed)
        show_if(self.throw_button, self.is_changed)
        show_if(self.copy_button, bool(self.key) and not self.is_changed)
        can_go_back = offer is not None and offer.is_councils and not self.is_changed
        show_if(self.back_button, can_go_back)
        ours = self.key in SHIPPED
        self.back_button.say(_("Back to how it came") if ours else _("Remove this letter"))

    def _ask_where(self) -> None:
        chosen = QFileDialog.getSaveFileName(
            self.window(), _("Write the letter to a file"), _("letter.toml"), kinds()
        )[0]
        if chosen:
            self.write(Path(chosen))


def kinds() -> str:
    """The kinds of file that a letter can be."""
    return _("Letters (*.toml);;All files (*)")
