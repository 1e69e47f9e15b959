"""What the place Send calls its lists, says where nothing stands, and says at F1."""

from typing import Final

from ui.language import N_, _
from ui.send.queue_lists import Which

CHIPS: Final = {
    Which.TO_SEND: N_("To send {count}"),
    Which.TO_INVITE: N_("To invite {count}"),
    Which.SENT: N_("Sent {count}"),
    Which.CAME_BACK: N_("Came back {count}"),
}
NOTHING: Final = {
    Which.TO_SEND: (N_("Nothing waits to be sent"), N_("Released copies stand here.")),
    Which.SENT: (
        N_("Nothing was sent in four weeks"), N_("What was sent in four weeks stands here."),
    ),
    Which.CAME_BACK: (N_("Nothing came back"), N_("What came back and waits stands here.")),
}  # fmt: skip


def send_help() -> str:
    """Say what stands there, and its keys."""
    moving = _(
        "Everything that is released and waits to go out, for the children of every IRO, the "
        "latest first. Up and Down go through the list, Right goes to the people, Right again "
        "to the pages, and Left back. Ctrl+P prints today’s batch: each person’s papers in "
        "order, and never two children together."
    )
    keys = _(
        "On the lists: P prints a copy, F saves its file, E makes an e-mail draft, S marks it "
        "as sent, O notes proof, B that it came back, A sends it again. M marks it as printed "
        "elsewhere, N gives it a new address, H has it handed over instead. R shows a second "
        "person what to compare and, once every page was seen, says that it is right; C gives "
        "it back to the chair. The newest step can always be taken back."
    )
    sending = _(
        "Waymark sends nothing itself: you post it, hand it over, or send the draft from your "
        "own mail program."
    )
    return _("{moving}\n\n{keys}\n\n{sending}").format(moving=moving, keys=keys, sending=sending)
