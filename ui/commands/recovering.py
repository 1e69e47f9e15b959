"""`shared-database recover`: brings a restored database up to date again, in stages."""

import argparse
from collections.abc import Mapping
from datetime import datetime
from typing import Any  # an answer holds any JSON value

from models.problems import N_, Problem
from models.sync.link import Link
from ui.commands.administrators_login import NOTHING_CHANGED
from ui.commands.command_line import PROBLEM, say
from ui.commands.stewards_login import ask_as_steward
from ui.language import _, ngettext

SHORT_DEVICE = 8


class NotRecovering(Problem):
    """There is nothing to play or to close."""

    what = N_("The shared database is not recovering.")
    kept = NOTHING_CHANGED
    next = N_(
        "If it was restored from a backup, start with: waymark shared-database recover begin."
    )


def recover(link: Link, asked: argparse.Namespace) -> int:
    """Do one stage and say how it stands; gives the exit code. Raises: Problem."""
    taken, found = 0, _ask(link, asked)
    while found.get("more"):
        taken, found = taken + found["taken"], _ask(link, asked)
    if asked.stage in ("replay", "close"):
        _say_played(taken + found.get("taken", 0))
    _say_standing(found)
    _say_not_playable(found.get("not_playable", 0))
    if found.get("error") == "gaps":
        say(_("It is not closed yet, because some work has not been brought back."))
        say(_("Let those laptops share, or give the rest up with --close-with-gaps."))
        return PROBLEM
    return 0


def _ask(link: Link, asked: argparse.Namespace) -> dict[str, Any]:
    request = {"act": asked.stage, "close_with_gaps": asked.close_with_gaps}
    found = ask_as_steward(link, "recover", request)
    if found.get("error") == "not_recovering":
        raise NotRecovering
    return found


def _say_played(taken: int) -> None:
    words = ngettext(
        "{count} batch was taken into the record again.",
        "{count} batches were taken into the record again.",
        taken,
    )
    say(words.format(count=taken))


def _say_not_playable(count: int) -> None:
    if count:
        words = ngettext(
            "{count} piece of work could not be taken: whoever wrote it finds it held.",
            "{count} pieces of work could not be taken: whoever wrote them finds them held.",
            count,
        )
        say(words.format(count=count))


def _say_standing(found: Mapping[str, Any]) -> None:
    if found["state"] != "recovering":
        say(_("The shared database is open: everybody can share."))
        return
    say(_("The shared database is recovering: laptops bring back what they had handed in."))
    words = _("It stands at change {seq}; a laptop has told of change {furthest}.")
    say(words.format(seq=found["seq"], furthest=found["furthest"]))
    words = ngettext(
        "{count} batch waits to be played.", "{count} batches wait to be played.", found["parked"]
    )
    say(words.format(count=found["parked"]))
    if found["missing"]:
        gaps = ", ".join(_gap(first, last) for first, last in found["missing"])
        say(_("Not brought back yet: {gaps}.").format(gaps=gaps))
        say(_("Some may be an administrator's own acts since the backup: no laptop brings those."))
        say(_("Do those acts again by their commands; then close with --close-with-gaps."))
    else:
        say(_("Nothing is missing: play it, then close."))
    for laptop in found["laptops"]:
        _say_laptop(laptop)


def _gap(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return _("{first} to {last}").format(first=first, last=last)


def _say_laptop(laptop: Mapping[str, Any]) -> None:
    heard = datetime.fromisoformat(laptop["seen_at"]).astimezone()
    words = _("Laptop {name}: last heard of {when}, told of change {told}, brought back {parked}.")
    name = laptop["laptop"] or laptop["device"][:SHORT_DEVICE]
    say(words.format(
        name=name, when=f"{heard:%d/%m/%Y %H:%M}", told=laptop["told"], parked=laptop["parked"]
    ))  # fmt: skip
