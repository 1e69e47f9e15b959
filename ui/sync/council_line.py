"""The line to the council's own PostgreSQL: how it is reached, and the rounds over it."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any  # Any: an answer holds any JSON value

from models.problems import Problem
from models.security.kept_passwords import keyring_here, keyring_or_say, name_of_login
from models.sync.server_address import VERIFIED, Tls, server_address
from models.sync.standing import standing_of
from ui.desk import Desk

if TYPE_CHECKING:
    from models.sync.link import Link
    from models.sync.round import RoundReport

CERTIFICATE: str = "shared_database_certificate.pem"
"""The council's root certificate, where it gave one, beside the record."""


@dataclass(frozen=True)
class Account:
    """Where the shared database is and as whom it is used; the password stands elsewhere."""

    url: str
    login: str
    root: Path | None = None

    @property
    def tls(self) -> Tls:
        """How the server proves who it is; one on this computer need not."""
        return Tls(verify=not (self.root is None and _is_here(self.url)), root=self.root)


class CouncilLine:
    """One link, and the exchange that works over it; made in the thread that uses it."""

    def __init__(self, desk: Desk, link: "Link") -> None:
        from models.sync.exchange import Exchange  # SQLAlchemy: slow to load

        self._link = link
        self._exchange = Exchange(desk.database, link, desk.now, desk.calendar)

    def round(
        self, progress: Callable[[str, int, int], None], stop: Callable[[], bool]
    ) -> "RoundReport":
        """Share what waits and fetch what is new. Raises: the Problems of models.sync.link."""
        return self._exchange.round(progress, stop)

    def call(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Ask the shared database one thing. Raises: the Problems of models.sync.link."""
        return self._link.call(name, request)

    def cut(self) -> None:
        """Break off whatever is under way, from another thread."""
        self._link.cut()

    def close(self) -> None:
        """Let the connection go."""
        self._link.close()


def open_line(desk: Desk, password: str) -> CouncilLine:
    """Give the line of the record that is open; without a password, with the one that is kept."""
    account = account_of(desk)
    return CouncilLine(desk, link_for(account, password or kept_password(account)))


def link_for(account: Account, password: str) -> "Link":
    """Give a link, not yet connected. Raises: BadAddress."""
    from models.sync.shared_database import PgLink

    return PgLink(account.url, account.login, password, account.tls)


def account_of(desk: Desk) -> Account:
    """Give where and as whom this record shares."""
    with desk.database.reading() as connection:
        standing = standing_of(connection)
    root = desk.database.folder / CERTIFICATE
    return Account(standing.url, standing.login, root if root.exists() else None)


def kept_password(account: Account) -> str:
    """Give the password in the keyring of this computer, or nothing."""
    keyring = keyring_here()
    if keyring is None:
        return ""
    with contextlib.suppress(Problem):  # a locked keyring: the password is asked for instead
        return keyring.find(_kept_as(account))
    return ""


def keep_password(account: Account, password: str) -> None:
    """Keep the password in the keyring. Raises: NoKeyring, KeyringShut."""
    keyring_or_say().keep(_kept_as(account), password)


def _kept_as(account: Account) -> str:
    return name_of_login(server_address(account.url, account.tls), account.login)


def _is_here(url: str) -> bool:
    """Whether the server is on this computer, as when it is only tried."""
    try:
        return server_address(url, VERIFIED).is_here
    except Problem:  # an address that is wrong is told of where it is used
        return False
