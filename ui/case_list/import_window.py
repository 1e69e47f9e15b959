"""File, Import a case list: choose it, say which column is which, see what changes, take it."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any, Final  # Any: what background work gives

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.case_list.apply import ImportResult
from models.case_list.errors_out import errors_csv, save_errors
from models.case_list.plan import ImportPlan
from models.problems import Problem
from ui.background import Work
from ui.case_list.choose_page import ChoosePage
from ui.case_list.done_page import DonePage
from ui.case_list.import_work import Looked, look_into, make_plan, take
from ui.case_list.mapping_page import MappingPage
from ui.case_list.plan_page import PlanPage
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _, ngettext, number_in_words
from ui.overriding import override
from ui.parts.buttons import PrimaryButton, SecondaryButton
from ui.parts.progress import Progress
from ui.parts.words import Words

WIDTH_PX: Final = 1000
HEIGHT_PX: Final = 690


class ImportWindow(QDialog):
    """Nothing is taken before the third page, and then in commits that a stop keeps."""

    def __init__(
        self, desk: Desk, file: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_window")
        self.setWindowTitle(_("Import a case list"))
        self.setAccessibleName(_("Import a case list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._looked: Looked | None = None
        self._work: Work | None = None
        self._stop = Event()
        self._errors_saved = False
        self.ask_for_file: Callable[[], str] = self._ask_for_file
        self.ask_where: Callable[[str], str] = self._ask_where
        self.heading = Words("", "h1", wrap=True)
        self.notices = NoticeArea()
        self.progress = Progress()
        self.pages = QStackedWidget()
        self.back = SecondaryButton(_("Back"), "arrow-left")
        self.save = SecondaryButton(_("Save the rows in error…"), "download-simple")
        self.go_on = PrimaryButton(_("See what will change"), "arrow-right", icon_last=True)
        self.cancel = SecondaryButton(_("Close"))
        self._build()
        self._connect()
        self._show_choose()
        if file is not None:
            self.open_file(file)

    def _build(self) -> None:
        for name in ("back", "save", "go_on", "cancel"):
            getattr(self, name).setObjectName(name)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.cancel)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.go_on.reason, 2)
        foot.addWidget(self.save)
        foot.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        column.addWidget(self.progress)
        column.addLayout(foot)
        room = self.screen().availableSize()
        self.resize(min(WIDTH_PX, room.width() - 24), min(HEIGHT_PX, room.height() - 60))

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.go_on.clicked.connect(self._go_on)
        self.save.clicked.connect(self.save_rows_in_error)
        self.cancel.clicked.connect(self.close)
        self.progress.stop_asked.connect(self.stop)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.pages.currentWidget()

    def open_file(self, path: Path) -> None:
        """Look into a file, and ask which column is which."""
        self._run(_("Looking into the file"), lambda _work: look_into(self._desk, path), self._map)

    def save_rows_in_error(self) -> None:
        """Ask where, and save the rows that could not be taken with their reasons."""
        looked, plan = self._looked, self._plan
        if looked is None or plan is None:
            return
        path = looked.file.path
        suggested = path.with_name(_("{name} rows in error.csv").format(name=path.stem))
        chosen = self.ask_where(str(suggested))
        if not chosen:
            return
        shape = looked.file.shape
        content = errors_csv(shape.headings, plan.errors, shape.delimiter, _)
        if self.notices.attempt(lambda: save_errors(Path(chosen), content, path)):
            self._errors_saved = True
            self.notices.clear("problem")
            name = Path(chosen).name
            said = _("The rows in error are saved as {name}").format(name=name)
            self.notices.say(said, _("Their reasons stand in the last column."), kind="well")

    def stop(self) -> None:
        """Stop what is under way; what was taken so far stays."""
        if isinstance(self.page, PlanPage):
            self._stop.set()
            return
        if self._work is not None:
            self._work.stop()
        self._at_rest()

    @property
    def _plan(self) -> ImportPlan | None:
        found = self.findChild(PlanPage)
        return found.plan if isinstance(found, PlanPage) else None

    def _show_choose(self) -> None:
        page = ChoosePage()
        page.choose_asked.connect(self._choose)
        self._show(page, _("Import a case list"))

    def _choose(self) -> None:
        chosen = self.ask_for_file()
        if chosen:
            self.open_file(Path(chosen))

    def _map(self, looked: Looked) -> None:
        self._looked = looked
        page = MappingPage(looked, self._desk.today())
        page.changed.connect(self._look_at_mapping)
        self._show(page, _("Which column is which?"))
        self._look_at_mapping()

    def _look_at_mapping(self) -> None:
        page = self.page
        if not isinstance(page, MappingPage):
            return
        if page.lacking:
            self.go_on.turn_off(page.lacking)
        else:
            self.go_on.turn_on()

    def _show_plan(self, plan: ImportPlan) -> None:
        page = PlanPage(plan)
        page.changed.connect(self._count)
        page.save_asked.connect(self.save_rows_in_error)
        self._show(page, _("What the import will do"), keep=True)
        self._count()

    def _count(self) -> None:
        page = self.page
        if not isinstance(page, PlanPage):
            return
        words = ngettext("Take {count} child", "Take {count} children", page.count)
        self.go_on.say(words.format(count=number_in_words(page.count)))
        if page.count:
            self.go_on.turn_on()
        elif page.plan.to_look_at:
            self.go_on.turn_off(_("Tick a change to take it."))
        else:
            self.go_on.turn_off(_("There is nothing to take."))

    def _go_on(self) -> None:
        page = self.page
        if self.go_on.is_off or self._looked is None:
            return
        if isinstance(page, MappingPage):
            looked, mapping = self._looked, page.named
            self._run(
                _("Reading the list"),
                lambda work: make_plan(self._desk, looked, mapping, work),
                self._show_plan,
            )
        elif isinstance(page, PlanPage):
            self._stop.clear()
            plan, accepted, stop = page.plan, page.accepted, self._stop
            self._run(
                _("Taking the list into your record"),
                lambda work: take(self._desk, plan, accepted, stop, work),
                self._show_done,
            )

    def _show_done(self, done: ImportResult) -> None:
        plan = self._plan
        errors = len(plan.errors) if plan else 0
        page = DonePage(done, errors, errors_saved=self._errors_saved)
        self._show(page, _("Import a case list"), keep=True)
        self.save.setVisible(errors > 0)

    def _go_back(self) -> None:
        if isinstance(self.page, PlanPage):
            self.pages.removeWidget(gone := self.page)
            gone.deleteLater()
            gone.setParent(None)
            self._look_at_mapping()
            self._fit(_("Which column is which?"))
        elif isinstance(self.page, MappingPage):
            self._show_choose()

    def _show(self, page: QWidget, heading: str, *, keep: bool = False) -> None:
        """Show a page; those before it are let go of unless they are to be gone back to."""
        while not keep and (before := self.pages.currentWidget()) is not None:
            self.pages.removeWidget(before)
            before.deleteLater()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.notices.clear("problem")
        self._fit(heading)

    def _fit(self, heading: str) -> None:
        """Name the page and offer what can be done on it."""
        page = self.page
        self.heading.say(heading)
        is_mapping, is_plan = isinstance(page, MappingPage), isinstance(page, PlanPage)
        self.back.setVisible(is_mapping or is_plan)
        self.go_on.setVisible(is_mapping or is_plan)
        self.go_on.reason.setVisible((is_mapping or is_plan) and self.go_on.is_off)
        self.save.hide()
        if is_mapping:
            self.go_on.say(_("See what will change"))
        first = page.choose if isinstance(page, ChoosePage) else self.go_on
        (self.cancel if first.isHidden() else first).setFocus()

    def _run(self, words: str, task: Callable[[Work], Any], done: Callable[[Any], None]) -> None:
        self.progress.start(words)
        for button in (self.back, self.go_on, self.save):
            button.setEnabled(False)

        def arrived(given: Any) -> None:
            self._at_rest()
            done(given)

        self._work = self._desk.background.run_in_steps(
            task, arrived, self._failed, self.progress.step
        )

    def _failed(self, failure: Exception) -> None:
        self._at_rest()
        if not isinstance(failure, Problem):
            raise failure
        self.notices.tell(failure)

    def _at_rest(self) -> None:
        self._work = None
        self.progress.finish()
        for button in (self.back, self.go_on, self.save):
            button.setEnabled(True)

    def _ask_for_file(self) -> str:
        kinds = _("Case lists (*.csv *.txt *.tsv);;All files (*)")
        return QFileDialog.getOpenFileName(self, _("Choose a case list"), "", kinds)[0]

    def _ask_where(self, suggested: str) -> str:
        kinds = _("CSV files (*.csv)")
        title = _("Save the rows in error")
        return QFileDialog.getSaveFileName(self, title, suggested, kinds)[0]

    @override
    def done(self, result: int) -> None:
        """Close; what is being taken is stopped after the commit it is in."""
        self._stop.set()
        if self._work is not None:
            self._work.stop()
        super().done(result)
