"""Tells a person about a Problem in three sentences, and about a bug with a report to copy."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

import resources
from models.problems import Problem
from ui.language import _
from ui.parts.buttons import PrimaryButton, SecondaryButton
from ui.parts.fitting import fit_to_words
from ui.parts.notices import Notice
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Words

WIDTH_PX, REPORT_PX = 640, 160


def sentences(problem: Problem) -> tuple[str, str, str]:
    """Give what happened, what is safe and what to do, in the language of the windows."""
    what, kept, then = _(problem.what), _(problem.kept), _(problem.next)
    values = problem.values
    return what.format(**values), kept.format(**values), then.format(**values)


def problem_notice(problem: Problem, *, action: str = "") -> Notice:
    """Give a notice for the edge of the page that stays until it is read."""
    what, kept, then = sentences(problem)
    detail = _("{kept} {next}").format(kept=kept, next=then)
    return Notice(what.rstrip("."), detail, kind="over", action=action)


def report(failure: BaseException) -> str:
    """Say what broke and where: kinds of error and lines of our code, never words or names."""
    import platform  # loaded when something broke, not at each start
    import traceback

    lines = [
        f"Waymark {resources.version()}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}",
        type(failure).__name__,
    ]
    for frame in traceback.extract_tb(failure.__traceback__):
        lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}")
    return "\n".join(lines)


class BugDialog(QDialog):
    """Our fault: says so, says the work is safe, and offers a report to copy."""

    def __init__(self, failure: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Something in Waymark went wrong")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = QPlainTextEdit(report(failure))
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(_("Report of what went wrong"))
        self.copy_button = PrimaryButton(_("Copy the report"), "copy")
        self.close_button = SecondaryButton(_("Carry on"))
        self._build(title)
        self.copy_button.clicked.connect(self.copy_report)
        self.close_button.clicked.connect(self.accept)

    def _build(self, title: str) -> None:
        page = ScrollingPage(24)
        column = page.column
        column.addWidget(Words(title, "h2", wrap=True))
        safe = _("This is a fault of the program. What you typed before it is saved.")
        ask = _("Please send this report to the people who look after Waymark for you.")
        none = _("No name and nothing that you typed is in it.")
        for words in (safe, ask, none):
            column.addWidget(Words(words, wrap=True))
        self.report.setMinimumHeight(REPORT_PX)
        column.addWidget(self.report, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 0, 24, 0)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 20)
        whole.addWidget(page, 1)
        whole.addLayout(buttons)
        fit_to_words(self, page, WIDTH_PX)

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.say(_("Copied"))


class ProblemBox(QObject):
    """The one place that a failure is told from: a Problem quietly, a bug with its report."""

    problem_came = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._showing = False

    def tell(self, failure: BaseException) -> None:
        """Tell a person about this failure, once."""
        if isinstance(failure, Problem):
            self.problem_came.emit(failure)
            return
        import logging  # as above

        logging.getLogger("waymark").error("A fault of ours:\n%s", report(failure))
        if self._showing:
            return
        self._showing = True
        dialog = BugDialog(failure, self._window)
        dialog.finished.connect(self._done)
        dialog.open()

    def _done(self) -> None:
        self._showing = False


def _short(filename: str) -> str:
    """Keep the last two parts of a path: the rest may hold a person's name."""
    return "/".join(Path(filename).parts[-2:])
