"""The words of `shared-database` on the command line: its acts and what each is given."""

import argparse
from pathlib import Path

from ui.language import _

ROLES = ("iro", "manager", "business_support", "steward")
MOST_COUNCILS = 32_767
MOST_LEASE_DAYS = 30
RECOVERING = ("begin", "status", "replay", "close")


def add_shared_database(parser: argparse.ArgumentParser) -> None:
    """Add every act of an administrator to the command."""
    acts = parser.add_subparsers(dest="act", required=True)
    _add_setting_up(acts)
    _add_people(acts)
    _act(acts, "check", _("look whether the shared database is whole and who may do what"))
    _add_setting(acts)
    _add_erasing(acts)
    recover = _act(acts, "recover", _("bring a restored shared database up to date again"))
    recover.add_argument("stage", choices=RECOVERING, help=_("what to do now"))
    recover.add_argument(
        "--close-with-gaps",
        action="store_true",
        help=_("with close: go on although some work was not brought back"),
    )


def _add_setting_up(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    begin = _act(acts, "init", _("make an empty database the council's shared database"))
    begin.add_argument("--council", required=True, help=_("the name of the council"))
    _number(begin)
    _act(acts, "upgrade", _("bring the shared database up to date with this program"))
    back = _act(acts, "back-out", _("take back the newest steps of the shared database"))
    back.add_argument(
        "--to-step", type=int, required=True, metavar="N", help=_("the last step that stays")
    )
    back.add_argument(
        "--lose-rows", action="store_true", help=_("even where kept work is thrown away with them")
    )


def _add_setting(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    act = _act(acts, "set", _("set how long laptops stay apart and what business support reads"))
    act.add_argument(
        "--lease-days",
        type=int,
        choices=range(1, MOST_LEASE_DAYS + 1),
        metavar="N",
        help=_("for how many days without contact a laptop shows its records"),
    )
    act.add_argument(
        "--support-reads",
        choices=("yes", "no"),
        help=_("whether business support reads bookings, people and papers"),
    )
    _number(act)


def _add_erasing(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    erase = _act(acts, "erase", _("erase a child's record for good, as a steward"))
    erase.add_argument("child", help=_("the child's identifier, as W040210"))
    erase.add_argument("--why", default="", help=_("why it is erased before its day"))
    hold = _act(acts, "legal-hold", _("keep a child's record from being erased, as a steward"))
    hold.add_argument("child", help=_("the child's identifier, as W040210"))
    hold.add_argument("holds", choices=("on", "off"), help=_("whether it is to be kept"))
    hold.add_argument("--why", required=True, help=_("why"))


def _add_people(acts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    add = _act(acts, "add-person", _("give a person a login of their own"))
    add.add_argument("login", help=_("the login, such as n.thistlemere"))
    add.add_argument("--name", required=True, help=_("the person's name"))
    add.add_argument("--role", required=True, choices=ROLES, help=_("what the person does"))
    add.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=_("a file with their password; without, one is made"),
    )
    add.add_argument(
        "--existing-login",
        action="store_true",
        help=_("the login is there already and is nobody's, as after the database was restored"),
    )
    _number(add)
    revoke = _act(acts, "revoke", _("take every child's record from a person"))
    revoke.add_argument("login", help=_("the person's login"))
    revoke.add_argument(
        "--close-login",
        action="store_true",
        help=_("let them in no more, not even to hand in what waits on their laptop"),
    )
    _number(revoke)
    allocate = _act(acts, "allocate", _("give a child to an IRO"))
    allocate.add_argument("child", help=_("the child's identifier, as W040210"))
    allocate.add_argument("login", help=_("the login of the IRO"))
    _number(allocate)


def _act(
    acts: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, help_words: str
) -> argparse.ArgumentParser:
    act = acts.add_parser(name, help=help_words, description=help_words)
    act.add_argument(
        "url", help=_("the address, as postgresql://login@server.council.gov.uk/waymark")
    )
    act.add_argument(
        "--root-certificate",
        type=Path,
        metavar="FILE",
        help=_("the certificate to check the server with, if not one of this computer's"),
    )
    act.add_argument(
        "--without-tls", action="store_true", help=_("only for a server on this computer")
    )
    act.add_argument(
        "--keep-password",
        action="store_true",
        help=_("keep the password that you type in this computer's keyring"),
    )
    return act


def _number(act: argparse.ArgumentParser) -> None:
    act.add_argument(
        "--number",
        type=_council_number,
        default=1,
        metavar="N",
        help=_("the council's number, where there are several"),
    )


def _council_number(words: str) -> int:
    if not (words.isascii() and words.isdigit() and 1 <= int(words) <= MOST_COUNCILS):
        said = _("The council's number is a number from 1 to {most}.")
        raise argparse.ArgumentTypeError(said.format(most=MOST_COUNCILS))
    return int(words)
