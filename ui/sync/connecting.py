"""Tries a connection with the council before anything of it is kept, and then joins."""

import platform
import shutil
from typing import TYPE_CHECKING

from models.problems import Problem
from ui.desk import Desk
from ui.language import N_
from ui.sync.council_line import CERTIFICATE, Account, keep_password, link_for

if TYPE_CHECKING:
    from models.sync.link import Link

_ADDRESS = N_(
    "Check the server’s address and its port above, and that you are connected to the internet or "
    "to the council’s VPN. Then connect again."
)
_LATER = N_("Connect again in a while. If it goes on, ask your system administrator.")


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


def while_connecting(problem: Problem) -> Problem:
    """Say what to do here: nothing tries again by itself, and the address is in front of one."""
    from models.sync import link  # only where something is shared

    not_found = link.HostNotFound | link.NobodyAnswers | link.NoAnswerInTime
    if isinstance(problem, not_found) or type(problem) is link.NoConnection:
        problem.next = _ADDRESS
    elif isinstance(problem, link.ServerBusy | link.ConnectionLost):
        problem.next = _LATER
    return problem
