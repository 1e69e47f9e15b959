"""The templates of the council's letters: kept in the record, or refused with each line."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from letters.templates.broken_template import BrokenTemplate, Fault
from letters.templates.shipped import SHIPPED, Offered, offered, shipped_text
from letters.templates.template_file import key_taken, read_template
from models.letter_moments import templates_of
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class TemplatesDesk(QObject):
    """Holds the templates as the record has them; whatever replaces one can be taken back."""

    changed = Signal()

    def __init__(self, desk: Desk, council_id: str, notices: NoticeArea) -> None:
        super().__init__(notices)
        self.desk, self.notices = desk, notices
        self._council_id = council_id
        self.offers: dict[str, Offered] = {}
        self._read()

    def keep(self, text: str, key: str = "") -> tuple[Fault, ...]:
        """Keep this text as the template of its key, with a way back. Gives what is wrong.

        `key` is that of the template it was made from; another's key cannot be taken.

        Raises: Problem for what the world prevents.
        """
        try:
            template = read_template(text)
        except BrokenTemplate as failure:
            return failure.faults
        if template.key != key and template.key in self.offers:
            return (key_taken(text, template.key),)
        words = _("Letters are now written from these words.")
        self._replace(template.key, partial(self._put, template.key, text), words)
        return ()

    def put_back(self, key: str) -> bool:
        """Give up the council's template, with a way back; gives whether that was done."""
        words = _("The letter is as it came with Waymark.")
        if key not in SHIPPED:
            words = _("The letter is removed. Those that were begun with it stay.")
        return self.notices.attempt(lambda: self._replace(key, partial(self._remove, key), words))

    def text_of(self, key: str) -> str:
        """The text of a template as it stands."""
        return self.offers[key].text

    def _replace(self, key: str, act: "Callable[[Session], object]", words: str) -> None:
        before = self.offers.get(key)
        self._save(act)
        self.notices.offer_undo(words, lambda: self._undo(key, before))

    def _undo(self, key: str, before: Offered | None) -> None:
        act = partial(self._remove, key)
        if before is not None and before.is_councils:
            act = partial(self._put, key, before.text)
        if self.notices.attempt(lambda: self._save(act)):
            self.notices.clear("undo")

    def _save(self, act: "Callable[[Session], object]") -> None:
        self.notices.clear("undo")  # what was done before is no answer to this
        self.desk.save(act)
        self.notices.clear("problem")
        self.notices.clear("said")
        self._read()
        self.changed.emit()

    def _put(self, key: str, text: str, session: "Session") -> None:
        from models.letter_templates import put_template  # SQLAlchemy is loaded when saving

        put_template(session, self._council_id, key, text, read_template)

    def _remove(self, key: str, session: "Session") -> None:
        from models.letter_templates import remove_template  # SQLAlchemy is loaded when saving

        remove_template(session, self._council_id, key)

    def _read(self) -> None:
        with self.desk.database.reading() as connection:
            found = connection.execute(
                "select authority_id from council where id = ?", (self._council_id,)
            ).fetchone()
            own = templates_of(connection, found[0]) if found else ()
        self.offers = {each.template.key: each for each in offered(own)}


def copied(offer: Offered, taken: frozenset[str]) -> str:
    """The text of a copy, under a key and a name of its own."""
    key = offer.template.key
    number = next(n for n in range(2, 1000) if f"{key[:36]}_{n}" not in taken)
    name = _("{letter}, another").format(letter=_(offer.template.name))
    return (
        offer.text.replace(f'key = "{key}"', f'key = "{key[:36]}_{number}"', 1)
        .replace(f'name = "{offer.template.name}"', f'name = "{name[:100]}"', 1)
    )  # fmt: skip


def is_changed(offer: Offered) -> bool:
    """Whether the council has other words than ours for it."""
    key = offer.template.key
    return offer.is_councils and key in SHIPPED and offer.text != shipped_text(key)
