"""`shared-database erase` and `legal-hold`: what a steward does with one child's record."""

import argparse
from datetime import date
from typing import Any  # an answer holds any JSON value

from models.problems import N_, Problem
from models.sync.link import Link, ServerSaidNo
from ui.commands.administrators_login import NOTHING_CHANGED
from ui.commands.command_line import say
from ui.commands.stewards_login import OnlyAStewardErases, ask_as_steward
from ui.language import _, ngettext


class NotTypedAgain(Problem):
    """The identifier was not typed a second time, or another one was."""

    what = N_("The identifier that was typed again is another one, or none was typed.")
    kept = NOTHING_CHANGED
    next = N_("Give the command again, in a terminal, and type the child's identifier twice.")


class NotOneChild(Problem):
    """No child of the shared database is called so, or more than one is."""

    what = N_("There is no such child in the shared database, or more than one.")
    kept = NOTHING_CHANGED
    next = N_("Name the child by the council's identifier, or by the id of the record.")


class HeldByLaw(Problem):
    """A legal hold keeps the record from being erased."""

    what = N_("A legal hold keeps this record from being erased.")
    kept = NOTHING_CHANGED
    next = N_("Ask whoever asked for the hold; legal-hold off takes it away.")


class KeptUntil(Problem):
    """The day to which the record has to be kept is still to come."""

    what = N_("This record has to be kept until {until}.")
    kept = NOTHING_CHANGED
    next = N_("To erase it before, say by which right: --why WORDS.")


class WhileRecovering(Problem):
    """The shared database is being brought up to date after a restore."""

    what = N_("The shared database is recovering.")
    kept = NOTHING_CHANGED
    next = N_("Close the recovery first: waymark shared-database recover close.")


_REFUSALS: dict[str, type[Problem]] = {
    "no_such_case": NotOneChild,
    "legal_hold": HeldByLaw,
    "recovering": WhileRecovering,
}


def erase(link: Link, asked: argparse.Namespace) -> int:
    """Erase one child's record for good, once its identifier was typed again. Raises: Problem."""
    say(_("Every word of {child} is erased, here and on each laptop.").format(child=asked.child))
    say(_("Nobody can bring it back, other than from a backup."))
    try:
        again = input(_("Type the child's identifier again:") + " ")
    except EOFError:
        raise NotTypedAgain from None
    if again.strip() != asked.child.strip():
        raise NotTypedAgain
    found = _ask(link, {"child": asked.child, "early_why": asked.why})
    words = ngettext("{count} row was emptied.", "{count} rows were emptied.", found["rows"])
    say(words.format(count=found["rows"]))
    say(_("Each laptop erases it the next time it shares. Backups still hold it."))
    return 0


def legal_hold(link: Link, asked: argparse.Namespace) -> int:
    """Keep one child's record from being erased, or no longer. Raises: Problem."""
    holds = asked.holds == "on"
    _ask(link, {"child": asked.child, "legal_hold": holds, "why": asked.why})
    if holds:
        say(_("The record of {child} cannot be erased now.").format(child=asked.child))
    else:
        say(_("The record of {child} can be erased again.").format(child=asked.child))
    return 0


def _ask(link: Link, request: dict[str, Any]) -> dict[str, Any]:
    found = ask_as_steward(link, "erase", request, OnlyAStewardErases)
    error = found.get("error")
    if error in _REFUSALS:
        raise _REFUSALS[error]
    if error == "kept_until":
        raise KeptUntil(values={"until": _day(found.get("until"))})
    if error is not None:
        raise ServerSaidNo(str(error))
    return found


def _day(until: str | None) -> str:
    if until is None:
        return _("a day that is not known, as the date of birth is not")
    return f"{date.fromisoformat(until):%d/%m/%Y}"
