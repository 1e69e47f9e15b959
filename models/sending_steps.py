"""How a copy goes to its reader, and the steps on its way; it stands alone, to load at once."""

from enum import StrEnum
from typing import Final

from models.problems import N_


class SendingWay(StrEnum):
    """How a copy goes to its reader. Waymark itself sends nothing."""

    POST = "post"
    EMAIL = "email"
    HAND = "hand"
    FILE = "file"


SENDING_WAY_WORDS = {
    SendingWay.POST: N_("Post"),
    SendingWay.EMAIL: N_("Secure e-mail"),
    SendingWay.HAND: N_("By hand"),
    SendingWay.FILE: N_("Kept on file"),
}


class Step(StrEnum):
    """What can happen to a released copy."""

    CHECKED = "checked"  # a second person looked: right words, right reader
    STOPPED = "stopped"  # the second person sent it back to the chair, with why
    PRINTED = "printed"
    POSTED = "posted"
    DRAFTED = "drafted"  # an e-mail draft was made
    EMAILED = "emailed"
    HANDED = "handed"  # handed over, with who to and when
    FILED = "filed"
    PROOF = "proof"  # proof of posting, or a receipt
    RETURNED = "returned"  # came back
    SENT_AGAIN = "sent_again"  # the same pages to a new address, with why
    NEW_ADDRESS = "new_address"  # where it goes, put right before anything was sent
    BY_HAND = "by_hand"  # it is handed over after all, decided before anything was sent
    DESTROYED = "destroyed"  # what was printed and is not to go was taken out and destroyed
    WITHDRAWN = "withdrawn"  # not to be sent any more, with why


SENT: Final = frozenset({Step.POSTED, Step.EMAILED, Step.HANDED, Step.FILED})
