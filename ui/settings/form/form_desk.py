"""The form that is being changed: each change is saved at once, or refused with the reason."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.broken_form import BrokenForm, NewerForm
from models.form import MeetingForm, form_of
from models.problems import Problem
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _
from ui.settings.form.refused_words import refused_words, told_in_language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Change = Callable[[MeetingForm], MeetingForm]


class FormDesk(QObject):
    """Holds the form as the record has it; the parts of the window change it through here."""

    changed = Signal()

    def __init__(self, desk: Desk, council_id: str, notices: NoticeArea) -> None:
        super().__init__(notices)
        self.desk, self.notices = desk, notices
        self._council_id = council_id
        self.form = self._read()

    def change(self, change: Change) -> str:
        """Change the form; gives nothing when it is saved, or the reason that it is not.

        Raises: Problem for what the world prevents.
        """
        wanted = change(self.form)
        if wanted == self.form:
            return ""
        try:
            self._keep(wanted)
        except BrokenForm as failure:
            return refused_words(failure)
        except NewerForm as failure:
            return _(failure.what)
        return ""

    def try_change(self, change: Change) -> bool:
        """Change the form and say at the edge of the window if that cannot be; gives whether."""
        try:
            refused = self.change(change)
        except Problem as problem:
            self.notices.tell(problem)
            return False
        if refused:
            self.notices.say(refused, kind="due")
        else:
            self.notices.clear("said")
        return not refused

    def take_file(self, data: bytes) -> bool:
        """Take the form that a file holds, with a way back; gives whether it was taken."""
        from models.council_form import take_file

        words = _("The form in the file is now the form of your meetings.")
        return self._replace(lambda s: take_file(s, self._council_id, data), words)

    def back_to_shipped(self) -> bool:
        """Put the form back to how it came, with a way back; gives whether that was done."""
        from models.council_form import back_to_shipped

        words = _("The form is as it came with Waymark.")
        return self._replace(lambda s: back_to_shipped(s, self._council_id), words)

    def _replace(self, act: "Callable[[Session], MeetingForm]", words: str) -> bool:
        before = self.form
        try:
            self._take(self.desk.save(act))
        except BrokenForm as failure:
            self.notices.clear("undo")  # what was taken before is no answer to this
            self.notices.tell(told_in_language(failure))
            return False
        except Problem as problem:
            self.notices.clear("undo")
            self.notices.tell(problem)
            return False
        self.notices.clear("problem")
        self.notices.clear("said")
        self.notices.offer_undo(words, lambda: self._undo(before))
        return True

    def _undo(self, before: MeetingForm) -> None:
        if self.try_change(lambda _form: before):
            self.notices.clear("undo")

    def _keep(self, form: MeetingForm) -> None:
        from models.council_form import save_form  # SQLAlchemy is loaded when saving

        self._take(self.desk.save(lambda session: save_form(session, self._council_id, form)))

    def _take(self, form: MeetingForm) -> None:
        self.form = form
        self.changed.emit()

    def _read(self) -> MeetingForm:
        with self.desk.database.reading() as connection:
            found = connection.execute(
                "select meeting_form from council where id = ?", (self._council_id,)
            ).fetchone()
        return form_of(found[0] if found else "")
