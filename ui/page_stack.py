"""The pages of the main window: one for each place, made when first gone to, and one over it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.page import Page
from ui.regions import first_stop


class PageStack(QStackedWidget):
    """Shows a place's page, or a page opened in that place, such as a child or a review."""

    page_shown = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._makers: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self._over: Page | None = None
        self.place = ""

    def add_place(self, place: str, make: Callable[[], Page]) -> None:
        """Know a place; its page is made when it is first gone to."""
        self._makers[place] = make

    def places(self) -> tuple[str, ...]:
        """Give the places in order."""
        return tuple(self._makers)

    def page(self) -> Page | None:
        """Give the page that is shown."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def shows_opened(self) -> bool:
        """Whether a page of its own is shown, not that of a place."""
        return self._over is not None

    def go(self, place: str) -> Page:
        """Show the page of a place; whatever was half typed is saved first."""
        self.flush()
        if place not in self._pages:
            self._pages[place] = self._taken(self._makers[place]())
        page = self._pages[place]
        self.place = place
        self._drop_over()
        self._show(page)
        return page

    def open(self, page: Page, place: str = "") -> None:
        """Show a page of its own in a place; it is freed when another is shown there."""
        self.flush()
        self.place = place or self.place
        self._drop_over()
        self._over = self._taken(page)
        self._show(page)

    def close_page(self) -> None:
        """Go from an opened page back to the page of its place."""
        self.go(self.place)

    def flush(self) -> bool:
        """Save what is half typed on every page; say whether nothing is left unsaved."""
        pages = [*self._pages.values(), *([self._over] if self._over else [])]
        unsaved = [page for page in pages if not page.flush()]
        return not unsaved

    def forget(self) -> None:
        """Free every page and what it shows of the record, as when it is locked."""
        self._drop_over()
        for page in self._pages.values():
            self._free(page)
        self._pages = {}

    def _taken(self, page: Page) -> Page:
        self.addWidget(page)
        page.title_changed.connect(self._tell_title)
        return page

    def _tell_title(self) -> None:
        page = self.page()
        if page is not None:
            self.page_shown.emit(page, self.place)

    def _show(self, page: Page) -> None:
        self.setCurrentWidget(page)
        page.enter()
        self._bring_the_keyboard(page)
        self.page_shown.emit(page, self.place)

    def _bring_the_keyboard(self, page: Page) -> None:
        """Put the focus in the page, unless the page has put it somewhere in itself."""
        focused = self.window().focusWidget()
        if focused is not None and page.isAncestorOf(focused) and focused.isVisible():
            return
        stops = (first_stop(region) for region in page.regions())
        target = next((stop for stop in stops if stop is not None), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_over(self) -> None:
        if self._over is not None:
            page, self._over = self._over, None
            self._free(page)

    def _free(self, page: Page) -> None:
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
