"""Asking the shared database as its steward: one sentence for a login that is not one's."""

from collections.abc import Mapping
from typing import Any  # requests and answers hold any JSON value

from models.problems import N_, Problem
from models.sync.link import Link, NoSuchPerson, ServerSaidNo
from ui.commands.administrators_login import NOTHING_CHANGED

NOT_FOR_THIS_ROLE = "WM004"


class NotASteward(Problem):
    """The login in the address is not that of a steward."""

    what = N_("Only a steward brings a restored shared database up to date.")
    kept = NOTHING_CHANGED
    next = N_("Name a steward's login in the address; add-person --role steward makes one.")


class OnlyAStewardErases(NotASteward):
    """The same, of erasing and of what keeps from it."""

    what = N_("Only a steward erases a record or keeps one from being erased.")


def ask_as_steward(
    link: Link, name: str, request: Mapping[str, Any], refusal: type[NotASteward] = NotASteward
) -> dict[str, Any]:
    """Call one function of a steward. Raises: `refusal`, and the Problems of the link."""
    try:
        return link.call(name, request)
    except NoSuchPerson:
        raise refusal from None
    except ServerSaidNo as refused:
        if refused.code != NOT_FOR_THIS_ROLE:
            raise
        raise refusal from None
