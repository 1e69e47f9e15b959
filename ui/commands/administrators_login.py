"""Lets an administrator in, by a password that never stands among the words of a command."""

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

from models.problems import N_, Problem
from models.security.kept_passwords import KeyringShut, keyring_here, keyring_or_say, name_of_login
from models.sync import link
from models.sync.server_address import VERIFIED, WITHOUT_TLS, ServerAddress, Tls, server_address
from models.sync.shared_database import Connection, PgLink, connect_as_administrator
from ui.commands.command_line import say
from ui.language import _

T = TypeVar("T")
NOTHING_CHANGED = N_("Nothing has been changed.")


class NoPassword(link.LoginRefused):
    """No password let the login in, and there is no terminal to ask for one."""

    what = N_(
        "The server did not let that login in, and there is no terminal to ask for its password."
    )
    kept = NOTHING_CHANGED
    next = N_("Put the right password into PGPASSWORD or .pgpass, and try again.")


def connection_of(asked: argparse.Namespace) -> Connection:
    """Give a connection as the login of the address. Raises: Problem."""
    tls = tls_of(asked)

    def connect(password: str) -> Connection:
        return connect_as_administrator(asked.url, password, tls)

    return _let_in(asked, server_address(asked.url, tls), connect)


def link_of(asked: argparse.Namespace) -> PgLink:
    """Give a link as the login of the address, which is a person's own. Raises: Problem."""
    tls = tls_of(asked)

    def connect(password: str) -> PgLink:
        made = PgLink(asked.url, "", password, tls)
        made.connect()
        return made

    return _let_in(asked, server_address(asked.url, tls), connect)


def tls_of(asked: argparse.Namespace) -> Tls:
    """How the server is to prove who it is."""
    if asked.without_tls:
        return WITHOUT_TLS
    return Tls(root=asked.root_certificate) if asked.root_certificate else VERIFIED


def _let_in(asked: argparse.Namespace, address: ServerAddress, connect: Callable[[str], T]) -> T:
    refused: Problem | None = None
    for password, is_typed in _passwords(address):
        try:
            connected = connect(password)
        except (link.NoConnection, link.NotTheCouncil, link.ServerTooOld) as problem:
            raise _for_an_administrator(problem) from None
        except link.LoginNotFromHere as problem:
            raise _for_an_administrator(problem) from None
        except link.LoginRefused as problem:
            refused = _for_an_administrator(problem) if is_typed else refused
        else:
            if is_typed and asked.keep_password:
                _keep(name_of_login(address, address.login), password)
            return connected
    raise refused or NoPassword


def _passwords(address: ServerAddress) -> Iterator[tuple[str, bool]]:
    """Each password to try, and whether it was typed just now."""
    yield "", False  # PGPASSWORD, .pgpass, or a server that needs none
    if kept := _kept(name_of_login(address, address.login)):
        yield kept, False
    if sys.stdin.isatty():
        yield getpass.getpass(_("Password of {login}:").format(login=address.login) + " "), True


def _kept(name: str) -> str:
    keyring = keyring_here()
    try:
        return keyring.find(name) if keyring else ""
    except KeyringShut:
        return ""


def _keep(name: str, password: str) -> None:
    """Keep it where it is safe, or say plainly that it was not kept."""
    try:
        keyring_or_say().keep(name, password)
    except Problem as problem:
        say(" ".join(_(sentence) for sentence in (problem.what, problem.kept)), to=sys.stderr)


def _for_an_administrator(problem: Problem) -> Problem:
    """The same, for somebody who has no record on this computer that would have to be safe."""
    problem.kept = NOTHING_CHANGED
    if isinstance(problem, link.DatabaseMissing):
        problem.next = N_(
            "Make an empty database of that name on the server first, with createdb."
        )
    elif isinstance(problem, link.NoConnection):
        problem.next = N_("Check the address and the network, then try again.")
    elif type(problem) is link.LoginRefused:
        problem.next = N_("Check the login in the address and its password, then try again.")
    return problem
