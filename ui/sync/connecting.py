"""Tries a connection with the council before anything of it is kept, and then joins."""

import platform
import shutil
from typing import TYPE_CHECKING

from ui.desk import Desk
from ui.sync.council_line import CERTIFICATE, Account, keep_password, link_for

if TYPE_CHECKING:
    from models.sync.link import Link


class Connecting:
    """One try: `run` away from the window, `cut` from it."""

    def __init__(self, desk: Desk, account: Account, password: str, *, keep: bool) -> None:
        self._desk, self._account = desk, account
        self._password, self._keep = password, keep
        self._link: Link | None = None
        self._is_cut = False

    def run(self) -> None:
        """Connect and join; where this laptop has joined already, keep the new address.

        Raises: the Problems of models.sync.link, BadAddress, NoKeyring, and those of joining.
        """
        link = self._link = link_for(self._account, self._password)
        if self._is_cut:
            link.cut()
        try:
            self._join(link)
        finally:
            link.close()
        self._keep_certificate()
        if self._keep:
            keep_password(self._account, self._password)

    def cut(self) -> None:
        """Give up, from another thread."""
        self._is_cut = True
        if self._link is not None:
            self._link.cut()

    def _join(self, link: "Link") -> None:
        from models.sync import joining  # SQLAlchemy: slow to load

        desk, account = self._desk, self._account
        named = platform.node()
        joining.join(desk.database, link, account.url, account.login, now=desk.now, laptop=named)

    def _keep_certificate(self) -> None:
        root, kept = self._account.root, self._desk.database.folder / CERTIFICATE
        if root is not None and root != kept:
            shutil.copyfile(root, kept)
