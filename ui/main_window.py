"""The frame: places on the left, the page on the right, menus above, lock over everything."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.problems import Problem
from models.settings import Settings
from ui.appearance import CHOICES, TEXT_SIZES, appearance, text_size_after
from ui.cover import cover
from ui.edit_menu import EditMenu
from ui.language import _
from ui.menus import Menus
from ui.overriding import override
from ui.page import Page
from ui.page_stack import PageStack
from ui.parts.dialog import Question
from ui.parts.notices import Notice
from ui.parts.saved_state import where_safe
from ui.parts.showing import show_if
from ui.problem_box import ProblemBox, problem_notice
from ui.rail import Rail
from ui.regions import go_round
from ui.top_bar import TopBar
from ui.unlock.unlock_frame import UnlockFrame

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.settings.settings_dialog import SettingsDialog

LEAST_WIDTH_PX = 1024
LEAST_HEIGHT_PX = 640
USUAL_WIDTH_PX = 1366
USUAL_HEIGHT_PX = 768


class MainWindow(QMainWindow):
    """Shows one page at a time; pages are made when first gone to."""

    lock_asked = Signal()
    import_asked = Signal()
    share_asked = Signal()
    connect_asked = Signal()  # to the council's shared database
    sharing_asked = Signal()  # where what is shared is told
    setting_changed = Signal(str)
    closing = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.rail = Rail()
        self.pages = PageStack()
        self.top_bar = TopBar()
        self.menus = Menus(self)
        self.problems = ProblemBox(self)
        self._edit_menu = EditMenu(self.menus, self.pages, lambda: self.is_locked)
        self._notices = QVBoxLayout()
        self._screens = QStackedWidget()
        self.own_desk: Callable[[], Desk | None] = lambda: None  # of the record that is open
        self.may_close: Callable[[], bool] = lambda: True  # whether nothing waits to be shared
        self._open_settings: SettingsDialog | None = None
        self._closing_anyway = False
        self._waiting = (0, 0)
        self._build()
        self._connect()
        self._connect_choices()

    def _build(self) -> None:
        self.setWindowTitle(_("Waymark"))
        self.setMinimumSize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX)
        self.resize(USUAL_WIDTH_PX, USUAL_HEIGHT_PX)
        self._notices.setContentsMargins(0, 0, 0, 0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addLayout(self._notices)
        right.addWidget(self.pages, 1)
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self._screens.addWidget(frame)
        self.setCentralWidget(self._screens)
        self._fit()

    def _connect(self) -> None:
        self.rail.place_chosen.connect(self.go)
        self.rail.settings_asked.connect(lambda: self.show_settings())
        self.rail.lock_asked.connect(self.lock_asked)
        where_safe(self).pressed.connect(self.sharing_asked)
        self.top_bar.menu_asked.connect(self.open_menu)
        self.problems.problem_came.connect(self.tell)
        self.pages.page_shown.connect(self._show_title)
        cover().uncovered.connect(self._title_when_uncovered)
        appearance().changed.connect(self._fit)
        for name, slot in (
            ("import", self.import_asked.emit),
            ("saved", self.say_saved),
            ("share", self.share_asked.emit),
            ("settings", self.show_settings),
            ("lock", self.lock_asked.emit),
            ("quit", self.close),
            ("find", self.find_child),
            ("next_region", lambda: self.go_to_region(1)),
            ("last_region", lambda: self.go_to_region(-1)),
            ("larger", lambda: self._resize_text(1)),
            ("smaller", lambda: self._resize_text(-1)),
            ("usual", lambda: self._resize_text(0)),
            ("help", self.show_help),
            ("about", self.show_about),
            ("cover", cover().toggle),
        ):
            self.menus.connect(name, slot)

    def _connect_choices(self) -> None:
        for theme in CHOICES:
            self.menus.connect(f"theme_{theme}", partial(self._set, "theme", theme))
        for size in TEXT_SIZES:
            self.menus.connect(f"size_{size}", partial(self._set, "text_size", size))
        self.menus.show_choices(self.settings.theme, self.settings.text_size)

    def add_place(
        self, key: str, words: str, make: Callable[[], Page], *, icon: str, chosen_icon: str
    ) -> None:
        """Add a place to the rail and the Go menu; `make` gives its page when first gone to."""
        self.rail.add_place(key, words, icon, chosen_icon)
        self.pages.add_place(key, make)
        number = len(self.rail.places)
        self.menus.add_place(key, words, number, lambda: self.go(key))

    def add_sync(self, make: Callable[[], Page]) -> None:
        """Add the place at the bottom of the rail, where what is shared is told."""
        self.pages.add_place("sync", make)
        self.menus.add_place("sync", _("Sync"), 0, lambda: self.go("sync"))

    def go(self, place: str) -> Page:
        """Go to a place."""
        return self.pages.go(place)

    def open(self, page: Page, place: str = "") -> None:
        """Show a page of its own, such as a child or a review, in a place."""
        self.pages.open(page, place)

    def close_page(self) -> None:
        """Go back from such a page to the place it was opened in."""
        self.pages.close_page()

    def flush(self) -> bool:
        """Save everything half typed; say whether nothing is left unsaved."""
        settings = self._open_settings
        is_set = settings is None or settings.flush()
        return self.pages.flush() and is_set

    def show_notice(self, notice: Notice, *, goes_with_page: bool = False) -> None:
        """Show a notice over the page until it is read, or only while this page is shown."""
        if goes_with_page:
            notice.go_with(self.pages.page())
            self.pages.page_shown.connect(notice.pass_by)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(28, 12, 28, 0)
        inside.addWidget(notice)
        notice.read.connect(holder.hide)
        notice.read.connect(holder.deleteLater)
        self._notices.addWidget(holder)
        holder.show()

    def tell(self, problem: Problem) -> None:
        """Tell of a Problem in words at the edge of the page, or over the passphrase."""
        screen = self._screens.currentWidget()
        if isinstance(screen, UnlockFrame):
            screen.tell(problem)
            return
        notice = problem_notice(problem)
        told = [one.accessibleName() for one in self.findChildren(Notice) if one.isVisible()]
        if notice.accessibleName() in told:
            notice.deleteLater()  # it still stands there to be read
        else:
            self.show_notice(notice)

    def say_saved(self) -> None:
        """Save everything and say so, to the eye and to a screen reader."""
        if not self.flush():
            return
        self.show_saved(_("Everything is saved on this laptop"))
        self.top_bar.saved_state.announce()
        if self.findChild(Notice, "all_saved") is None:
            notice = Notice(
                _("Everything is saved on this laptop"),
                _("It is saved as you type, so there is nothing to do."),
                kind="well",
            )
            notice.setObjectName("all_saved")
            self.show_notice(notice)

    def show_saved(self, detail: str = "") -> None:
        """Say that what was typed is in the record."""
        self.top_bar.saved_state.show_saved(detail)
        self.rail.show_waiting(*self._waiting)

    def show_waiting(self, waiting: int, needs_you: int) -> None:
        """Show at the place Sync how much waits to be shared, and how much needs a person."""
        self._waiting = waiting, needs_you
        self.rail.show_waiting(waiting, needs_you)

    def show_screen(self, screen: QWidget) -> None:
        """Show this in place of everything, such as the unlock page."""
        self.pages.flush()
        self._put_away_what_is_open()
        self.hide_screen()
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        self.menus.show_locked(locked=True)
        self._edit_menu.show_acts()
        self.setWindowTitle(_("Waymark"))
        self.top_bar.title.say("")
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away_what_is_open(self) -> None:
        """Close menus, dialogs and notices: they may show a child's name."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        while (item := self._notices.takeAt(0)) is not None:
            if (holder := item.widget()) is not None:
                holder.hide()
                holder.deleteLater()

    def hide_screen(self) -> None:
        """Free such a screen and show the places again."""
        screen = self._screens.widget(1)
        if screen is not None:
            self._screens.removeWidget(screen)
            screen.deleteLater()
        self.menus.show_locked(locked=False)
        self._edit_menu.show_acts()

    @property
    def is_locked(self) -> bool:
        """Whether a screen stands in front of the places."""
        return self._screens.currentIndex() > 0

    def find_child(self) -> None:
        """Go to the box that finds a child, on this page or on Children."""
        page = self.pages.page()
        box = page.search() if page else None
        if box is None and "children" in self.pages.places():
            box = self.go("children").search()
        if box is not None:
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_region(self, step: int) -> None:
        """Move the focus to the next part of the window, in reading order."""
        go_round(self._regions(), step)

    def open_menu(self) -> None:
        """Open places and menus in one, where the text is so large that the rail is gone."""
        menu = self.menus.in_one_menu()
        first = menu.actions()[0]
        for place in self.pages.places():
            menu.insertAction(first, self.menus.actions[place])
        menu.insertSeparator(first)
        self.top_bar.open_menu(menu)

    def show_settings(self, table: str = "", field: str = "") -> None:
        """Open the settings, perhaps at what is kept of this field in the record."""
        from ui.settings.settings_dialog import SettingsDialog

        desk = None if self.is_locked else self.own_desk()
        dialog = self._open_settings = SettingsDialog(self.settings, self, desk)
        dialog.setting_changed.connect(self._use)
        dialog.connect_asked.connect(self.connect_asked)
        dialog.destroyed.connect(self._forget_settings)
        dialog.open()
        dialog.go_to(table, field)

    def _forget_settings(self) -> None:
        self._open_settings = None

    def show_help(self) -> None:
        """Open help for this screen."""
        from ui.help_box import HelpBox

        page = self.pages.page()
        words = page.help_words() if page and not self.is_locked else ""
        box = HelpBox(page.title() if page else "", words, self)
        box.open()

    def show_about(self) -> None:
        """Open the version and the licences."""
        from ui.about_box import AboutBox

        AboutBox(self).open()

    def _regions(self) -> list[QWidget]:
        page = self.pages.page()
        bar = self.top_bar if appearance().menu_replaces_rail else self.rail
        return [bar, *(page.regions() if page else [])]

    def _set(self, name: str, value: str | int) -> None:
        self.settings.set(name, value)
        self._use(name)

    def _use(self, name: str) -> None:
        appearance().apply(self.settings.theme, self.settings.text_size)
        self.menus.show_choices(self.settings.theme, self.settings.text_size)
        self.setting_changed.emit(name)

    def _resize_text(self, step: int) -> None:
        self._set("text_size", text_size_after(self.settings.text_size, step))

    def _show_title(self, page: Page, place: str) -> None:
        self.rail.set_current(place)
        self.menus.leave_ctrl_k(to_page=page.takes_ctrl_k())
        self.top_bar.title.say(page.title())
        self.setWindowTitle(_("Waymark: {page}").format(page=page.title()))

    def _title_when_uncovered(self) -> None:
        """Say no child's name: it may have been locked under the cover."""
        if self.is_locked:
            self.setWindowTitle(_("Waymark"))

    def _fit(self) -> None:
        """Change between the rail and the Menu button."""
        large = appearance().menu_replaces_rail
        show_if(self.top_bar, large)
        show_if(self.rail, not large)
        self.menuBar().setVisible(not large)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing_anyway and not self.flush():
            event.ignore()
            self._ask_about_unsaved()
            return
        if not self._closing_anyway and not self.may_close():
            event.ignore()  # what waits is being shared; whoever does that closes the window
            return
        self.closing.emit()
        super().closeEvent(event)

    def _ask_about_unsaved(self) -> None:
        question = Question(
            _("Close and lose what is not saved?"),
            _("Something you typed could not be saved. It is only on this screen."),
            _("Close and lose it"),
            _("Keep working"),
            final=True,
            parent=self,
        )
        question.accepted.connect(self.close_anyway)
        question.open()

    def close_anyway(self) -> None:
        """Close, whatever could not be saved or shared."""
        self._closing_anyway = True
        self.close()
