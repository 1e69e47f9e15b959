"""`shared-database`: what an administrator does with the council's shared database."""

import argparse
from pathlib import Path

from models.problems import N_, Problem
from models.sync import server_steps
from models.sync.server_check import check
from models.sync.server_council import set_council
from models.sync.server_heads import heads
from models.sync.server_logins import allocate, close_login, refuse_unknown_council
from models.sync.server_people import add_person, attach_person, revoke_person
from models.sync.shared_database import Connection, administering
from ui.commands.administrators_login import NOTHING_CHANGED, connection_of, link_of
from ui.commands.command_line import PROBLEM, say
from ui.language import _, ngettext


class PasswordFileUnread(Problem):
    """The file that a password is to be read from cannot be read, or holds none."""

    what = N_("There is no password to read in that file.")
    kept = NOTHING_CHANGED
    next = N_("Write the password on the first line of the file, or leave --password-file out.")


def shared_database(asked: argparse.Namespace) -> int:
    """Do one act of an administrator; gives the exit code."""
    if asked.act == "recover":
        from ui.commands.recovering import recover

        with link_of(asked) as link:
            return recover(link, asked)
    if asked.act in ("erase", "legal-hold"):
        from ui.commands.erasing import erase, legal_hold

        with link_of(asked) as link:
            return (erase if asked.act == "erase" else legal_hold)(link, asked)
    with administering(connection_of(asked)) as connection:
        if asked.act in OF_ONE_COUNCIL:
            refuse_unknown_council(connection, asked.number)
        return ACTS[asked.act](connection, asked)


def _init(connection: Connection, asked: argparse.Namespace) -> int:
    server_steps.install(connection, asked.council, asked.number)
    words = _("The shared database of {council} is ready (council number {number}).")
    say(words.format(council=asked.council, number=asked.number))
    say(_("Next, give each person a login of their own: waymark shared-database add-person."))
    return 0


def _upgrade(connection: Connection, _asked: argparse.Namespace) -> int:
    taken = server_steps.upgrade(connection)
    if not taken:
        say(_("The shared database was up to date already; its rights were set again."))
        return 0
    numbers = ", ".join(str(number) for number in taken)
    say(_("The shared database is up to date. Steps taken: {numbers}.").format(numbers=numbers))
    return 0


def _back_out(connection: Connection, asked: argparse.Namespace) -> int:
    taken = server_steps.downgrade(connection, asked.to_step, asked.lose_rows)
    if not taken:
        say(_("There was no step to take back."))
        return 0
    numbers = ", ".join(str(number) for number in taken)
    say(_("Steps taken back: {numbers}.").format(numbers=numbers))
    return 0


def _add_person(connection: Connection, asked: argparse.Namespace) -> int:
    given = _password_in(asked.password_file)
    add = attach_person if asked.existing_login else add_person
    added = add(connection, asked.login, asked.name, asked.role, given, asked.number)
    say(_("{login} can now share with the council.").format(login=added.login))
    if asked.existing_login and not given:
        say(_("The login keeps the password that it had."))
    elif not given:
        say(_("Password, told this once: {password}").format(password=added.password))
        say(_("Hand it over in person or by telephone, not by e-mail."))
    return 0


def _password_in(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        password = file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        raise PasswordFileUnread from None
    if not password:
        raise PasswordFileUnread
    return password


def _revoke(connection: Connection, asked: argparse.Namespace) -> int:
    revoke_person(connection, asked.login, asked.number)
    say(_("{login} reads nothing any more.").format(login=asked.login))
    if asked.close_login:
        close_login(connection, asked.login)
        say(_("The login is closed: what waits on a laptop can no longer be handed in."))
        say(_("A laptop that cannot log in keeps its records shut once its days apart are over."))
        return 0
    say(_("Each laptop of theirs erases its records the next time it reaches the network."))
    say(_("What waits there can still be handed in, to be looked at by others."))
    return 0


def _allocate(connection: Connection, asked: argparse.Namespace) -> int:
    allocate(connection, asked.child, asked.login, asked.number)
    words = _("{child} is allocated to {login}. Whoever had the child before reads it no more.")
    say(words.format(child=asked.child, login=asked.login))
    return 0


def _set(connection: Connection, asked: argparse.Namespace) -> int:
    reads = None if asked.support_reads is None else asked.support_reads == "yes"
    stands = set_council(connection, asked.number, asked.lease_days, reads)
    words = ngettext(
        "A laptop shows its records for {count} day without contact.",
        "A laptop shows its records for {count} days without contact.",
        stands.lease_days,
    )
    say(words.format(count=stands.lease_days))
    if stands.support_reads:
        say(_("Business support reads bookings, people and papers of every child."))
    else:
        say(_("Business support reads no child's record."))
    return 0


def _check(connection: Connection, _asked: argparse.Namespace) -> int:
    found = check(connection)
    for finding in found:
        say(_(finding.words).format(**finding.values))
    if found:
        words = ngettext(
            "{count} thing is not as it should be.",
            "{count} things are not as they should be.",
            len(found),
        )
        say(words.format(count=len(found)))
        return PROBLEM
    say(_("The chain of changes is whole, nothing is orphaned, and every right is as declared."))
    for head in heads(connection):
        words = _("{council} stands at change {seq}, hash {hash}.")
        say(words.format(council=head.council, seq=head.seq, hash=head.hash))
    say(_("Note this away from the server: it shows later whether anything was rewritten."))
    return 0


ACTS = {
    "init": _init,
    "upgrade": _upgrade,
    "back-out": _back_out,
    "add-person": _add_person,
    "revoke": _revoke,
    "allocate": _allocate,
    "set": _set,
    "check": _check,
}
OF_ONE_COUNCIL = ("add-person", "revoke", "allocate", "set")
