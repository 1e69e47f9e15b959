"""Where the shared database is, read from an address, and how its server is proved."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from models.problems import N_, Problem

USUAL_PORT = 5432
SCHEMES = ("postgresql", "postgres")
HERE = ("localhost", "127.0.0.1", "::1")
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,252}|[0-9A-Fa-f:.]{2,45}")
_LONGEST_NAME = 63  # bytes, as PostgreSQL keeps names


class BadAddress(Problem):
    """The address cannot be that of a shared database."""

    what = N_("That is not the address of a shared database.")
    kept = N_("Nothing was sent.")
    next = N_("It looks like postgresql://server.council.gov.uk/waymark")


class PasswordInAddress(BadAddress):
    """A password stands in the address, where others would see it."""

    what = N_("There is a password in that address, where other people could see it.")
    next = N_("Take the password out of the address; Waymark asks for it. Then change it.")


class TlsNeeded(BadAddress):
    """A server on another computer is to be reached without encryption."""

    what = N_("A shared database on another computer is only reached over TLS.")
    next = N_("Leave out --without-tls, or use it only for a server on this computer.")


@dataclass(frozen=True)
class Tls:
    """How the server proves who it is: by a root certificate in this file, or the system's."""

    verify: bool = True
    root: Path | None = None


VERIFIED = Tls()
WITHOUT_TLS = Tls(verify=False)


@dataclass(frozen=True)
class ServerAddress:
    """The computer, the port, the database, and a login where the address names one."""

    host: str
    port: int
    database: str
    login: str = ""

    @property
    def is_here(self) -> bool:
        """Whether the server is on this computer."""
        return self.host in HERE

    @property
    def short(self) -> str:
        """The server and the database, to tell one shared database from another."""
        return f"{self.host}:{self.port}/{self.database}"


def server_address(url: str, tls: Tls = VERIFIED) -> ServerAddress:
    """Read an address such as postgresql://server.council.gov.uk/waymark.

    Raises: BadAddress, PasswordInAddress, TlsNeeded.
    """
    parts = _split(url.strip())
    if parts.password is not None:
        raise PasswordInAddress
    if parts.scheme not in SCHEMES:
        raise BadAddress(N_("The address of a shared database begins with postgresql://"))
    if parts.query or parts.fragment:
        raise BadAddress(N_("Nothing may follow the name of the database in its address."))
    host = parts.hostname or ""
    if not _HOST.fullmatch(host):
        raise BadAddress(N_("The address does not name one computer."))
    database = _name(parts.path.removeprefix("/"))
    if not database or "/" in database:
        raise BadAddress(N_("The address does not end with the name of one database."))
    address = ServerAddress(host, _port(parts), database, _name(parts.username or ""))
    if not tls.verify and not address.is_here:
        raise TlsNeeded
    return address


def _split(url: str) -> SplitResult:
    if any(ord(letter) <= ord(" ") for letter in url):
        raise BadAddress
    try:
        return urlsplit(url)
    except ValueError:
        raise BadAddress from None


def _port(parts: SplitResult) -> int:
    try:
        return parts.port or USUAL_PORT
    except ValueError:
        raise BadAddress(N_("The port in the address is not a number up to 65535.")) from None


def _name(words: str) -> str:
    """Give a name as it is meant, where signs in it are written as %20."""
    name = unquote(words)
    if len(name.encode()) > _LONGEST_NAME or any(ord(letter) < ord(" ") for letter in name):
        raise BadAddress
    return name
