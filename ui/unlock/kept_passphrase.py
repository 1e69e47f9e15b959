"""The passphrase in this computer's keyring: offered, used once at the start, forgotten again."""

from pathlib import Path

from PySide6.QtCore import QObject

from models.security.kept_passwords import keyring_here, name_of_record
from ui.background import Background
from ui.unlock.unlock_page import UnlockPage


class KeptPassphrase(QObject):
    """Opens the record by itself when the program starts; after a lock it never does."""

    def __init__(self, folder: Path, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name_of_record(folder)
        self._background = background
        self._page: UnlockPage | None = None
        self._is_start = True
        self._is_kept = False

    def offer(self, page: UnlockPage) -> None:
        """Look into the keyring, away from the window, and tell the page what it may offer."""
        self._page = page
        name = self._name
        self._background.run_aside(lambda: _look(name), self._show, self._not_looked)

    def opened(self, passphrase: str) -> None:
        """The record was opened with this: keep it or forget it, as the page is ticked."""
        page, self._page, self._is_start = self._page, None, False
        if page is None:
            return
        name, keeps = self._name, page.keep_tick.isChecked()
        if keeps == self._is_kept and not keeps:
            return
        self._background.run_aside(
            lambda: _settle(name, passphrase if keeps else ""), self._settled, self._not_looked
        )

    def _show(self, found: tuple[bool, str]) -> None:
        has_keyring, kept = found
        is_start, self._is_start = self._is_start, False
        self._is_kept = bool(kept)
        if self._page is not None:
            self._page.offer_keyring(has_keyring, self._is_kept)
            if is_start and kept:
                self._page.use(kept)

    def _settled(self, is_kept: bool) -> None:
        self._is_kept = is_kept

    def _not_looked(self, _failure: Exception) -> None:
        """A keyring that is shut keeps nothing and gives nothing: the passphrase is typed."""


def _look(name: str) -> tuple[bool, str]:
    keyring = keyring_here()
    return (False, "") if keyring is None else (True, keyring.find(name))


def _settle(name: str, passphrase: str) -> bool:
    keyring = keyring_here()
    if keyring is None:
        return False
    if passphrase:
        keyring.keep(name, passphrase)
    else:
        keyring.forget(name)
    return bool(passphrase)
