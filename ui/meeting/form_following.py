"""Lets the open review follow the council's form and the kind of review, and loses no word."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.drafts import read_drafts

if TYPE_CHECKING:
    from ui.meeting.review_page import ReviewPage


class FormFollowing(QObject):
    """Makes the steps anew when the form is another; what was half typed is there again."""

    def __init__(self, page: "ReviewPage") -> None:
        super().__init__(page)
        self._page, self._form = page, page.meeting.form
        page.meeting.changed.connect(self.follow)

    def follow(self) -> None:
        """Show the steps as they now are."""
        page = self._page
        if page.meeting.form != self._form and page.flush():
            self._form = page.meeting.form
            self._make_anew()
        if page.step:
            page.steps.rail.set_current(page.step)
            page.foot.show_step(page.step)

    def _make_anew(self) -> None:
        page, meeting = self._page, self._page.meeting
        for old in page.pages.values():
            page.centre.removeWidget(old)
            old.hide()
            old.deleteLater()
        page.pages.clear()
        drafts = meeting.drafts()
        drafts.clear()
        with meeting.desk.database.reading() as connection:
            drafts.update(read_drafts(connection, meeting.review_id))
        if page.step:
            page.go(page.step)
