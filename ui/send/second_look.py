"""The second look at a copy: what is to be compared, and which of its pages were seen."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.sending_queue import CopyLine
from models.sending_steps import SendingWay
from ui.language import _, ngettext
from ui.parts.words import Words
from ui.send.queue_acts import no_address_words
from ui.send.queue_words import reader_words, way_words


class SecondLook(QWidget):
    """Says for whom a copy is and where it goes, and counts the pages that were seen."""

    def __init__(self, *, counts_left_out: bool) -> None:
        super().__init__()
        self.setObjectName("second_look")
        self._counts_left_out = counts_left_out
        self._copy_id = ""
        self._seen: set[int] = set()
        self._pages = 0
        self.title = Words(_("Is it right, for the right person?"), "label", wrap=True)
        self.compared = Words("", "small", wrap=True)
        self.pages = Words("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.title, self.compared, self.pages):
            column.addWidget(part)
        self.hide()

    def begin(self, copy: CopyLine) -> None:
        """Show what is to be compared of this copy; no page of it was seen yet."""
        if copy.id != self._copy_id:
            self._copy_id, self._seen, self._pages = copy.id, set(), 0
        said = [self._who(copy), self._where(copy), self._left_out(copy)]
        self.compared.say("\n".join(filter(None, said)))
        self._say_pages()
        self.show()

    def end(self) -> None:
        """Compare nothing any more."""
        self._copy_id = ""
        self.hide()

    def is_of(self, copy_id: str) -> bool:
        """Whether this copy is being compared."""
        return bool(copy_id) and copy_id == self._copy_id

    def see(self, copy_id: str, pages: Iterable[int], of: int) -> None:
        """Note that these pages of a copy were seen; others than the one compared count not."""
        if self.is_of(copy_id):
            self._pages = of
            self._seen |= {*pages}
            self._say_pages()

    @property
    def is_done(self) -> bool:
        """Whether every page was seen once."""
        return self._pages > 0 and len(self._seen) >= self._pages

    @property
    def why_not(self) -> str:
        """Why it cannot be said to be right yet; nothing when it can."""
        if self.is_done:
            return ""
        if not self._pages:
            return _("Its pages have to be seen first. A Word file is seen when it is saved.")
        left = self._pages - len(self._seen)
        words = ngettext("{count} page is not seen yet.", "{count} pages are not seen yet.", left)
        return words.format(count=left)

    def _say_pages(self) -> None:
        words = _("Pages seen: {count} of {pages}. Page Down goes on.")
        self.pages.say(words.format(count=len(self._seen), pages=self._pages))
        self.pages.setVisible(self._pages > 0)

    def _who(self, copy: CopyLine) -> str:
        return _("For: {who}").format(who=reader_words(copy))

    def _where(self, copy: CopyLine) -> str:
        where = ", ".join(copy.where_to.split("\n")) or no_address_words(copy)
        if copy.way in (SendingWay.HAND, SendingWay.FILE):
            return way_words(copy)
        return _("{way}: {where}").format(way=way_words(copy), where=where)

    def _left_out(self, copy: CopyLine) -> str:
        if not self._counts_left_out:
            return ""
        if not copy.left_out:
            return _("Nothing is left out of it.")
        words = ngettext("{count} part is left out.", "{count} parts are left out.", copy.left_out)
        return words.format(count=copy.left_out)
